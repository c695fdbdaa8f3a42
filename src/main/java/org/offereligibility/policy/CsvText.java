package org.offereligibility.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.offereligibility.dossier.Problem;
import org.offereligibility.policy.CsvRecords.CsvRecord;
import org.offereligibility.policy.CsvTable.Cell;
import org.offereligibility.policy.CsvTable.Row;

/**
 * Reads a plain table as spreadsheet programs save it, and loses nothing: whatever cannot be read into exactly one cell
 * under exactly one header is a problem, and all problems of a table are told at once.
 */
public final class CsvText {
    private static final String CURE = "save it as CSV UTF-8";

    private final String file;
    private final List<Problem> found = new ArrayList<>();

    private CsvText(String file) {
        this.file = file;
    }

    /**
     * The table, without the rows that could not be read; a table without header and rows where nothing could be.
     *
     * @param bytes UTF-8 (RFC 3629), with or without byte order mark; cells quoted after RFC 4180, between commas,
     *     semicolons or tabs; lines ended by LF, CR LF or CR
     * @param problems takes every problem, in the order of their places
     */
    public static CsvTable read(String file, byte[] bytes, Consumer<Problem> problems) {
        CsvText reading = new CsvText(file);
        CsvTable table = reading.read(bytes);
        reading.found.stream().sorted(Problem.BY_PLACE).forEach(problems);
        return table;
    }

    private CsvTable read(byte[] bytes) {
        Optional<String> text = Utf8Text.read(file, bytes, CURE, found::add).map(CsvText::withLineFeeds);
        Optional<CsvSeparator> separator = text.flatMap(read -> CsvSeparator.find(file, read, found::add));
        if (text.isEmpty() || separator.isEmpty()) {
            return nothing(',');
        }
        return read(text.get(), separator.get());
    }

    private CsvTable read(String text, CsvSeparator separator) {
        Map<Cell, String> faults = new HashMap<>();
        List<CsvRecord> records = CsvRecords.read(
                text, separator.character(), separator.tableOffset(), separator.tablePlace(), faults::put);
        int first = 0;
        while (first < records.size() && records.get(first).isEmpty()) {
            first++;
        }
        if (first == records.size()) {
            found.add(new Problem(
                    file, 0, 0, "", "is empty; the first line names the columns, a row follows in each other"));
            return nothing(separator.character());
        }
        CsvRecord head = records.get(first);
        CsvTable heading = new CsvTable(file, separator.character(), header(head), List.of());
        faults.forEach((cell, fault) -> found.add(heading.problem(cell, fault)));
        if (head.isBroken()) {
            return nothing(separator.character());
        }
        checkHeader(heading);
        List<CsvRecord> body = records.subList(first + 1, records.size()).stream()
                .filter(row -> !row.isEmpty())
                .toList();
        if (body.isEmpty()) {
            found.add(new Problem(file, head.end().line(), 0, "", "has a header and no row"));
        }
        boolean allAreLonger = isShort(heading, body);
        List<Row> rows = new ArrayList<>();
        for (CsvRecord row : body) {
            if (!row.isBroken()) {
                row(heading, row, allAreLonger).ifPresent(rows::add);
            }
        }
        return new CsvTable(file, separator.character(), heading.header(), rows);
    }

    private static String withLineFeeds(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private CsvTable nothing(char separator) {
        return new CsvTable(file, separator, List.of(), List.of());
    }

    /** The column names without the empty cells after the last of them. */
    private static List<Cell> header(CsvRecord head) {
        int width = head.cells().size();
        while (width > 0 && head.cells().get(width - 1).text().isEmpty()) {
            width--;
        }
        return head.cells().subList(0, width);
    }

    private void checkHeader(CsvTable table) {
        Map<String, Cell> named = new HashMap<>();
        for (Cell cell : table.header()) {
            if (cell.text().isEmpty()) {
                found.add(new Problem(
                        file,
                        cell.line(),
                        cell.column(),
                        "",
                        "cell " + cell.name()
                                + ": is empty; every column has a name, or stands after the last that has one"));
                continue;
            }
            refuseInvisible(table, cell);
            Cell earlier = named.putIfAbsent(Cells.fieldName(cell.text()), cell);
            if (earlier != null) {
                String spelled =
                        earlier.text().equals(cell.text()) ? "" : " (" + VisibleText.shown(earlier.text()) + ")";
                found.add(table.problem(cell, "names the same column as cell " + earlier.name() + spelled));
            }
        }
    }

    /** Where every row is longer than the header, it is the header that lacks something, and that is told once. */
    private boolean isShort(CsvTable table, List<CsvRecord> body) {
        int width = table.header().size();
        boolean isShort = body.size() > 1
                && body.stream()
                        .allMatch(row -> row.cells().size() > width
                                && !row.cells().get(width).text().isEmpty());
        if (isShort) {
            found.add(new Problem(
                    file,
                    table.header().get(0).line(),
                    0,
                    "",
                    "every row has more cells than there are columns: the name of a column is missing here"));
        }
        return isShort;
    }

    private Optional<Row> row(CsvTable table, CsvRecord row, boolean allAreLonger) {
        int width = table.header().size();
        List<Cell> cells = row.cells();
        for (Cell beyond : cells.subList(Math.min(width, cells.size()), cells.size())) {
            if (!beyond.text().isEmpty() && !allAreLonger) {
                Cell last = table.header().get(width - 1);
                found.add(table.problem(
                        beyond,
                        VisibleText.shown(beyond.text()) + " stands beyond the last column, "
                                + VisibleText.shown(last.text()) + " (" + last.name() + ")"));
            }
        }
        cells.stream().limit(width).forEach(cell -> refuseInvisible(table, cell));
        if (cells.size() < width) {
            String name = table.header().get(cells.size()).columnName()
                    + cells.get(0).name().substring(1);
            Cell missing = new Cell(row.end().line(), row.end().column(), name, "");
            String lacking = table.header().subList(cells.size(), width).stream()
                    .filter(cell -> !cell.text().isEmpty())
                    .map(cell -> VisibleText.shown(cell.text()))
                    .collect(Collectors.joining(", "));
            found.add(table.problem(
                    missing,
                    "is missing: the row has " + cells.size() + " of " + width + " cells and lacks " + lacking));
            return Optional.empty();
        }
        return Optional.of(new Row(cells.get(0).line(), cells.subList(0, width)));
    }

    private void refuseInvisible(CsvTable table, Cell cell) {
        OptionalInt invisible = VisibleText.firstInvisible(cell.text());
        if (invisible.isPresent()) {
            String why = invisible.getAsInt() == VisibleText.LOST_LETTER
                    ? "has lost a letter (U+FFFD) when it was saved in another encoding; type the cell anew"
                    : "contains a character that cannot be seen (" + VisibleText.named(invisible.getAsInt())
                            + "); type the cell anew without it";
            found.add(table.problem(cell, VisibleText.shown(cell.text()) + " " + why));
        }
    }
}
