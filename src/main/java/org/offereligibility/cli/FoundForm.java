package org.offereligibility.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.offereligibility.decision.Verdict;
import org.offereligibility.desk.Found;
import org.offereligibility.dossier.Moment;
import org.offereligibility.explanation.DecisionJson;
import org.offereligibility.explanation.Printable;
import org.offereligibility.explanation.Sheet;
import org.offereligibility.ledger.Entry;
import org.offereligibility.report.CsvLines;

/** How a list of records is written down, page by page. */
enum FoundForm {
    TEXT,
    CSV,
    JSON;

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int WIDEST = 24;
    private static final int ID = 8;
    private static final List<String> COLUMNS = List.of(
            "number",
            "id",
            "recorded",
            "kind",
            "verdict",
            "candidate",
            "role",
            "version",
            "rules",
            "by",
            "request",
            "about",
            "remains");

    /** What stands before the first page. */
    String head() {
        return this == CSV ? CsvLines.of(List.of(COLUMNS)) : "";
    }

    /** A page; the text's columns are as wide as this page needs them. */
    String page(List<Found> found) {
        return switch (this) {
            case TEXT -> table(found);
            case CSV -> CsvLines.of(found.stream().map(FoundForm::cells).toList());
            case JSON -> {
                StringBuilder lines = new StringBuilder();
                found.forEach(one -> lines.append(json(one)).append('\n'));
                yield lines.toString();
            }
        };
    }

    /** To the minute, in UTC. */
    static String minute(Instant at) {
        return MINUTE.format(at);
    }

    private static List<String> cells(Found one) {
        Entry entry = one.entry();
        return List.of(
                String.valueOf(entry.index()),
                entry.id(),
                new Moment(entry.at()).toString(),
                entry.kind(),
                one.verdict().map(Verdict::name).orElse(""),
                one.candidate().orElse(""),
                entry.role(),
                entry.version(),
                entry.rules(),
                entry.by(),
                entry.requestId(),
                entry.about(),
                one.remains().words());
    }

    private static String json(Found one) {
        List<String> cells = cells(one);
        return DecisionJson.text(json -> {
            json.writeStartObject();
            json.writeNumberProperty(COLUMNS.get(0), one.entry().index());
            for (int i = 1; i < COLUMNS.size(); i++) {
                if (!cells.get(i).isEmpty()) {
                    json.writeStringProperty(COLUMNS.get(i), cells.get(i));
                }
            }
            json.writeEndObject();
        });
    }

    private static String table(List<Found> found) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("NUMBER", "RECORDED (UTC)", "KIND", "VERDICT", "CANDIDATE", "RULES", "BY", "ID", "REMAINS"));
        for (Found one : found) {
            Entry entry = one.entry();
            rows.add(List.of(
                    "#" + entry.index(),
                    minute(entry.at()),
                    shown(entry.kind()),
                    one.verdict().map(Verdict::name).orElse("-"),
                    one.candidate().map(FoundForm::shown).orElse("-"),
                    entry.version().isEmpty() ? "-" : shown(entry.role() + "/" + entry.version()),
                    shown(entry.by()),
                    entry.id().substring(0, Math.min(ID, entry.id().length())),
                    one.remains().words()));
        }
        StringBuilder table = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                int at = column;
                int width = rows.stream()
                        .mapToInt(other -> Sheet.length(other.get(at)))
                        .max()
                        .orElse(0);
                String cell = row.get(column);
                line.append(cell).append(" ".repeat(width - Sheet.length(cell) + 2));
            }
            table.append(line.toString().stripTrailing()).append('\n');
        }
        return table.toString();
    }

    private static String shown(String text) {
        String printable = Printable.of(text);
        return Sheet.length(printable) <= WIDEST
                ? printable
                : printable.substring(0, printable.offsetByCodePoints(0, WIDEST - 1)) + "…";
    }
}
