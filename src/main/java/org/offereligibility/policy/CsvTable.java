package org.offereligibility.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Problem;

/**
 * A plain table of the policy, every cell with its place.
 *
 * @param file as the problems name it
 * @param sheet the sheet of a workbook, where it has several; empty otherwise
 * @param separator what stands between the cells: a comma, a semicolon or a tab; a tab for a workbook, where nobody
 *     knows what a comma in a text means
 * @param header the column names, none of them empty and no two naming the same field; empty where none could be read
 * @param rows the rows that have a cell for every column; wholly empty ones are left out
 */
public record CsvTable(String file, String sheet, char separator, List<Cell> header, List<Row> rows) {
    public CsvTable {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    CsvTable(String file, char separator, List<Cell> header, List<Row> rows) {
        this(file, "", separator, header, rows);
    }

    /**
     * @param line of the file in which the row begins, from 1
     * @param cells one for each column of the header, in its order
     */
    public record Row(int line, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** What a cell is known to hold before anybody asks what its column is for. */
    enum Holds {
        TEXT,
        /** A number beyond doubt, as a workbook stores one: {@code -0.125}. */
        NUMBER,
        /** Something that has been refused already. */
        REFUSED
    }

    /**
     * @param line of the file, from 1
     * @param column of the cell's first character in that line, its quotation mark included, from 1
     * @param name as spreadsheet programs name the cell: {@code C4}
     * @param text without surrounding spaces and quotation marks; line breaks in it are line feeds
     */
    public record Cell(int line, int column, String name, String text, Holds holds) {
        Cell(int line, int column, String name, String text) {
            this(line, column, name, text, Holds.TEXT);
        }

        /** {@code C} of {@code C4}. */
        String columnName() {
            return name.replaceAll("[0-9]", "");
        }
    }

    /** The row's cell in the column whose header names the field, as {@link Cells#fieldName} reads headers. */
    public Optional<Cell> cell(Row row, String field) {
        for (int i = 0; i < header.size(); i++) {
            if (Cells.fieldName(header.get(i).text()).equals(field)) {
                return Optional.of(row.cells().get(i));
            }
        }
        return Optional.empty();
    }

    /** The number that a cell holds, if it can mean only one. */
    Optional<Exact> number(Cell cell) {
        return cell.holds() == Holds.NUMBER
                ? Optional.of(Exact.of(new BigDecimal(cell.text())))
                : new CellNumber(cell.text(), separator).exact();
    }

    /** A problem with a cell, which names the cell and its column: {@code cell C4 (`base minimum`): ...}. */
    public Problem problem(Cell cell, String message) {
        String column = cell.columnName();
        String named = header.stream()
                .filter(head -> head.columnName().equals(column))
                .map(head -> " (" + VisibleText.shown(head.text()) + ")")
                .findFirst()
                .orElse("");
        return new Problem(
                file, cell.line(), cell.column(), "", "cell " + cell.name() + named + inSheet() + ": " + message);
    }

    private String inSheet() {
        return sheet.isEmpty() ? "" : " of the sheet " + VisibleText.shown(sheet);
    }

    /** How spreadsheet programs name a cell; both numbers count from 0. */
    static String cellName(int column, int row) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.append(row + 1).toString();
    }
}
