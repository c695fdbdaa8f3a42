package org.offereligibility.policy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.offereligibility.dossier.Problem;
import org.offereligibility.policy.CsvTable.Cell;
import org.offereligibility.policy.CsvTable.Holds;

/**
 * The same table as another kind of file, with the same meaning: read again, every cell is the same word or the same number.
 *
 * @param bytes of the new file
 * @param rows without the header
 */
public record TableConversion(byte[] bytes, int rows, int columns) {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * The table in a new form, or nothing and why.
     *
     * @param folder the rules beside the table, which say what its columns are for; they may be broken or missing
     * @param problems takes every problem of the table
     */
    public static Optional<TableConversion> of(
            TableFile table, TableFile.Kind to, PolicyFolder folder, Consumer<Problem> problems) {
        List<Problem> found = new ArrayList<>();
        CsvTable read = table.table(found::add);
        if (to == TableFile.Kind.CSV) {
            refuseAmbiguous(read, found);
        }
        found.forEach(problems);
        if (!found.isEmpty()) {
            return Optional.empty();
        }
        List<ColumnUse> uses = ColumnUse.of(read, folder);
        byte[] written = to == TableFile.Kind.CSV
                ? csv(read, uses).getBytes(StandardCharsets.UTF_8)
                : XlsxWriter.write(read, uses);
        return Optional.of(
                new TableConversion(written, read.rows().size(), read.header().size()));
    }

    /** A text such as {@code 52,000} is no number in a workbook, and would become one between commas. */
    private static void refuseAmbiguous(CsvTable table, List<Problem> found) {
        for (CsvTable.Row row : table.rows()) {
            for (Cell cell : row.cells()) {
                CellNumber asRead = new CellNumber(cell.text(), table.separator());
                if (cell.holds() == Holds.TEXT
                        && asRead.exact().isEmpty()
                        && new CellNumber(cell.text(), ',').exact().isPresent()) {
                    found.add(table.problem(cell, asRead.refusal()));
                }
            }
        }
    }

    /** Between commas, each line ended by a line feed; with a mark of its encoding where a spreadsheet program needs one. */
    private static String csv(CsvTable table, List<ColumnUse> uses) {
        StringBuilder text = new StringBuilder();
        line(text, table.header().stream().map(Cell::text).toList(), ',', "\",;\t\n");
        for (CsvTable.Row row : table.rows()) {
            line(text, texts(row, uses), ',', "\",\n");
        }
        boolean isAscii = text.chars().allMatch(read -> read < 128);
        return (isAscii ? "" : String.valueOf(BYTE_ORDER_MARK)) + text;
    }

    /**
     * A workbook's table as text that is read as the same table, each row in the line of its number unless one before it has
     * line ends in a cell. Between tabs, for a comma in a text means as little there as in a workbook.
     */
    static String plain(CsvTable sheet, PolicyFolder folder) {
        List<ColumnUse> uses = ColumnUse.of(sheet, folder);
        StringBuilder text = new StringBuilder();
        if (!sheet.header().isEmpty()) {
            text.append("\n".repeat(sheet.header().get(0).line() - 1));
            line(text, sheet.header().stream().map(Cell::text).toList(), '\t', "\",;\t\n");
        }
        for (CsvTable.Row row : sheet.rows()) {
            int reached = (int) text.chars().filter(read -> read == '\n').count() + 1;
            text.append("\n".repeat(Math.max(0, row.line() - reached)));
            line(text, texts(row, uses), '\t', "\"\t\n");
        }
        return text.toString();
    }

    private static List<String> texts(CsvTable.Row row, List<ColumnUse> uses) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            cells.add(uses.get(i).text(row.cells().get(i)));
        }
        return cells;
    }

    /** @param quoted what a cell may hold only between quotation marks; in the header, whatever may separate columns */
    private static void line(StringBuilder text, List<String> cells, char separator, String quoted) {
        for (int i = 0; i < cells.size(); i++) {
            String written = cells.get(i);
            boolean isQuoted = written.chars().anyMatch(read -> quoted.indexOf(read) >= 0)
                    || (i == 0 && written.startsWith("sep="));
            text.append(i == 0 ? "" : String.valueOf(separator))
                    .append(isQuoted ? "\"" + written.replace("\"", "\"\"") + "\"" : written);
        }
        text.append('\n');
    }
}
