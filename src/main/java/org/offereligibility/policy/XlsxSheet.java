package org.offereligibility.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.offereligibility.policy.XlsxParts.Unreadable;

/**
 * One sheet of a workbook as it is stored, hidden rows and columns with the others: what is hidden by a filter is still a row
 * of the table.
 *
 * @param rows the cells that hold something, by row and column, both counted from 0
 * @param merged ranges such as {@code B2:C2}
 */
record XlsxSheet(String name, SortedMap<Integer, SortedMap<Integer, Stored>> rows, List<String> merged) {
    private static final int MOST_ROWS = 100_000;
    private static final int MOST_COLUMNS = 200;

    /**
     * @param type {@code s} shared text, {@code inlineStr}, {@code str}, {@code b}, {@code e}, {@code d} or {@code n}
     * @param formula without its equals sign
     */
    record Stored(String type, int style, String value, Optional<String> formula) {}

    boolean isEmpty() {
        return rows.isEmpty();
    }

    static XlsxSheet read(String name, byte[] part) throws Unreadable {
        SortedMap<Integer, SortedMap<Integer, Stored>> rows = new TreeMap<>();
        List<String> merged = new ArrayList<>();
        int row = -1;
        int column = -1;
        XlsxXml xml = new XlsxXml(part);
        while (xml.next()) {
            if (xml.begins("row")) {
                row = xml.number("r").map(number -> number - 1).orElse(row + 1);
                column = -1;
            } else if (xml.begins("c")) {
                int[] place = place(xml.attribute("r").orElse(""), row, column + 1);
                row = place[0];
                column = place[1];
                Optional<Stored> cell = cell(xml);
                if (cell.isPresent()) {
                    if (row >= MOST_ROWS || column >= MOST_COLUMNS) {
                        throw new Unreadable("has something in the cell " + CsvTable.cellName(column, row)
                                + " of the sheet " + VisibleText.shown(name)
                                + "; a table has at most 100,000 rows and 200 columns");
                    }
                    if (rows.computeIfAbsent(row, number -> new TreeMap<>()).put(column, cell.get()) != null) {
                        throw Unreadable.damaged();
                    }
                }
            } else if (xml.begins("mergeCell")) {
                merged.add(xml.attribute("ref").orElse(""));
            }
        }
        return new XlsxSheet(name, rows, List.copyOf(merged));
    }

    /** Programs may leave out where a cell is, and it is then beside the one before. */
    private static int[] place(String reference, int row, int column) throws Unreadable {
        if (reference.isEmpty()) {
            return new int[] {row, column};
        }
        if (!reference.matches("[A-Z]{1,3}[1-9][0-9]{0,6}")) {
            throw Unreadable.damaged();
        }
        int named = 0;
        int at = 0;
        while (Character.isLetter(reference.charAt(at))) {
            named = named * 26 + reference.charAt(at) - 'A' + 1;
            at++;
        }
        return new int[] {Integer.parseInt(reference.substring(at)) - 1, named - 1};
    }

    private static Optional<Stored> cell(XlsxXml xml) throws Unreadable {
        String type = xml.attribute("t").orElse("n");
        int style = xml.number("s").orElse(0);
        String value = "";
        Optional<String> formula = Optional.empty();
        while (xml.next()) {
            if (xml.ends("c")) {
                return value.isEmpty() && formula.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Stored(type, style, value, formula));
            }
            if (xml.begins("v")) {
                value = xml.text("v");
            } else if (xml.begins("is")) {
                value = xml.lettered("is");
            } else if (xml.begins("f")) {
                formula = Optional.of(xml.text("f"));
            }
        }
        throw Unreadable.damaged();
    }
}
