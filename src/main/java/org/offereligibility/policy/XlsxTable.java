package org.offereligibility.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.offereligibility.dossier.Problem;
import org.offereligibility.policy.CsvRecords.CsvRecord;
import org.offereligibility.policy.CsvTable.Cell;
import org.offereligibility.policy.CsvTable.Holds;
import org.offereligibility.policy.XlsxParts.Unreadable;
import org.offereligibility.policy.XlsxSheet.Stored;

/**
 * Reads a table from an Excel workbook as if it had been saved as CSV, without what saving as CSV may lose: a cell whose
 * content is not what a person sees in it is a problem. No formula is computed, and none is believed to have been.
 */
final class XlsxTable {
    private static final int LONGEST_FORMULA = 40;
    private static final int MOST_CELLS = 2_000_000;

    private final String file;
    private final XlsxWorkbook book;
    private final List<Problem> found;
    private final Map<Cell, String> faults = new HashMap<>();

    private XlsxTable(String file, XlsxWorkbook book, List<Problem> found) {
        this.file = file;
        this.book = book;
        this.found = found;
    }

    /**
     * The table, without the rows that could not be read; a table without header and rows where nothing could be. The lines
     * and columns of its cells are those of the sheet.
     *
     * @param bytes of an Office Open XML workbook (ECMA-376, transitional or strict), unpacked at most 20 MB
     * @param problems takes every problem, in the order of their places
     */
    static CsvTable read(String file, byte[] bytes, Consumer<Problem> problems) {
        List<Problem> found = new ArrayList<>();
        CsvTable table = new CsvTable(file, '\t', List.of(), List.of());
        try {
            table = new XlsxTable(file, XlsxWorkbook.open(bytes), found).table();
        } catch (Unreadable unreadable) {
            found.add(new Problem(file, 0, 0, "", unreadable.says()));
        }
        found.stream().sorted(Problem.BY_PLACE).forEach(problems);
        return table;
    }

    private CsvTable table() throws Unreadable {
        XlsxSheet sheet = book.table();
        String named = book.isOnly() ? "" : sheet.name();
        for (String range : sheet.merged()) {
            found.add(new Problem(
                    file,
                    0,
                    0,
                    "",
                    "the cells " + VisibleText.shown(range)
                            + " are merged, so that it is open which of them the text is for;"
                            + " unmerge them and fill each"));
        }
        List<CsvRecord> records = new ArrayList<>();
        int width = 0;
        for (Map.Entry<Integer, SortedMap<Integer, Stored>> row : sheet.rows().entrySet()) {
            CsvRecord record = record(row.getKey(), row.getValue(), width);
            width = width == 0 && !record.isEmpty() ? record.cells().size() : width;
            records.add(record);
            if ((long) width * records.size() > MOST_CELLS) {
                throw new Unreadable("is too large for a table of rules: it has more than 2,000,000 cells");
            }
        }
        return new Gridded(file, named, '\t', found::add).table(records, faults);
    }

    /** A row of a sheet has every cell of the header, the empty ones too. */
    private CsvRecord record(int row, SortedMap<Integer, Stored> stored, int width) throws Unreadable {
        List<Cell> cells = new ArrayList<>();
        int complete = width == 0 ? stored.lastKey() + 1 : width;
        for (int column = 0; column < complete; column++) {
            Optional<Stored> here = Optional.ofNullable(stored.get(column));
            cells.add(here.isPresent() ? cell(row, column, here.get()) : at(row, column, "", Holds.TEXT));
        }
        for (Map.Entry<Integer, Stored> beyond : stored.tailMap(complete).entrySet()) {
            cells.add(cell(row, beyond.getKey(), beyond.getValue()));
        }
        return new CsvRecord(cells, new TextPlace(row + 1, stored.lastKey() + 1), false);
    }

    private static Cell at(int row, int column, String text, Holds holds) {
        return new Cell(row + 1, column + 1, CsvTable.cellName(column, row), text, holds);
    }

    private Cell cell(int row, int column, Stored stored) throws Unreadable {
        if (stored.formula().isPresent()) {
            return faulty(
                    row,
                    column,
                    "=" + stored.formula().get(),
                    formula(stored.formula().get()));
        }
        String value = stored.value();
        return switch (stored.type()) {
            case "n" -> number(row, column, stored);
            case "s" -> at(row, column, CsvRecords.trimmed(shared(value)), Holds.TEXT);
            case "inlineStr" -> at(row, column, CsvRecords.trimmed(value), Holds.TEXT);
            case "str" -> at(row, column, CsvRecords.trimmed(XlsxXml.unescaped(value)), Holds.TEXT);
            case "b" -> at(row, column, value.equals("1") || value.equals("true") ? "TRUE" : "FALSE", Holds.TEXT);
            case "e" -> at(row, column, value, Holds.TEXT);
            case "d" ->
                faulty(
                        row,
                        column,
                        value,
                        VisibleText.shown(value)
                                + " is a date, which spreadsheet programs make of words and numbers such as `3-4`;"
                                + " format the cell as text and type it anew");
            default -> throw Unreadable.damaged();
        };
    }

    private Cell number(int row, int column, Stored stored) throws Unreadable {
        XlsxNumber.Read read = new XlsxNumber(
                        stored.value().strip(), book.formats().of(stored.style()))
                .read()
                .orElseThrow(Unreadable::damaged);
        return read.refusal().isEmpty()
                ? at(row, column, read.text(), Holds.NUMBER)
                : faulty(row, column, stored.value(), read.refusal());
    }

    private String shared(String number) throws Unreadable {
        if (!number.matches("[0-9]{1,9}")
                || Integer.parseInt(number) >= book.texts().size()) {
            throw Unreadable.damaged();
        }
        return book.texts().get(Integer.parseInt(number));
    }

    private static String formula(String formula) {
        String shown = formula.length() > LONGEST_FORMULA ? formula.substring(0, LONGEST_FORMULA) + "…" : formula;
        return (formula.isEmpty() ? "holds a formula" : VisibleText.shown("=" + shown) + " is a formula")
                + ", and what it comes to may change; copy the cell and paste only its value";
    }

    /** What is wrong is told once; the cell then reads as one that was refused already. */
    private Cell faulty(int row, int column, String text, String why) {
        Cell cell = at(row, column, text, Holds.REFUSED);
        faults.put(cell, why);
        return cell;
    }
}
