package org.offereligibility.policy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table's text, and where its cells stand in it, so that one can be edited and all others stay as they are.
 *
 * @param text with LF as its only line end; of a workbook, the same table with tabs between its cells
 */
public record TableText(String file, String text, List<Line> lines) {
    /** A part of the text. */
    public record Span(int begin, int end) {}

    /**
     * @param number of the line in the file, or of the row in the sheet, from 1
     * @param cells by the field that their column names
     */
    public record Line(int number, Span span, Map<String, Span> cells) {}

    /** None if there is no such table, or if it cannot be read. */
    public static Optional<TableText> of(PolicyFolder folder, String file) {
        Optional<TableFile> standing = TableFile.all(folder, file).stream().findFirst();
        if (standing.isEmpty()) {
            return Optional.empty();
        }
        String name = standing.get().name();
        if (standing.get().kind() == TableFile.Kind.CSV) {
            String text = new String(standing.get().bytes(), StandardCharsets.UTF_8);
            return Optional.of(of(name, text, standing.get().table(problem -> {}), List.of()));
        }
        CsvTable sheet = standing.get().table(problem -> {});
        String text = TableConversion.plain(sheet, folder);
        CsvTable table = CsvText.read(name, text.getBytes(StandardCharsets.UTF_8), problem -> {});
        return Optional.of(of(name, text, table, sheet.rows()));
    }

    /** @param rows those of the sheet, which tell the numbers of the lines; none for a CSV file, which tells them itself */
    private static TableText of(String file, String written, CsvTable table, List<CsvTable.Row> rows) {
        String text = written.replace("\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n');
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                starts.add(i + 1);
            }
        }
        List<Line> lines = new ArrayList<>();
        for (CsvTable.Row row : table.rows()) {
            Map<String, Span> cells = new LinkedHashMap<>();
            Span last = new Span(0, 0);
            for (int i = 0; i < row.cells().size(); i++) {
                CsvTable.Cell cell = row.cells().get(i);
                int begin = text.offsetByCodePoints(starts.get(cell.line() - 1), cell.column() - 1);
                last = new Span(begin, end(text, begin, table.separator()));
                cells.put(Cells.fieldName(table.header().get(i).text()), last);
            }
            int end = text.indexOf('\n', last.end());
            int number = rows.isEmpty() ? row.line() : rows.get(lines.size()).line();
            lines.add(new Line(number, new Span(starts.get(row.line() - 1), end < 0 ? text.length() : end), cells));
        }
        return new TableText(file, text, lines);
    }

    private static int end(String text, int begin, char separator) {
        int at = begin;
        if (at < text.length() && text.charAt(at) == '"') {
            for (at++; at < text.length(); at++) {
                if (text.charAt(at) == '"' && !(at + 1 < text.length() && text.charAt(++at) == '"')) {
                    return at;
                }
            }
            return text.length();
        }
        while (at < text.length() && text.charAt(at) != separator && text.charAt(at) != '\n') {
            at++;
        }
        return at;
    }
}
