package org.offereligibility.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.offereligibility.policy.Difference.Kind;
import org.offereligibility.policy.Difference.RawLine;

/** In what the vocabularies of two versions differ. */
final class WordDiff {
    static final String SECTION = "Words";
    private static final List<String> NAMED_BY = List.of("kind", "word", "of");

    private final LegiblePolicy before;
    private final LegiblePolicy after;
    private final List<Difference> differences = new ArrayList<>();

    WordDiff(LegiblePolicy before, LegiblePolicy after) {
        this.before = before;
        this.after = after;
    }

    List<Difference> differences() {
        Optional<CsvTable> old = Optional.ofNullable(before.tables().get(LegiblePolicy.WORDS));
        Optional<CsvTable> now = Optional.ofNullable(after.tables().get(LegiblePolicy.WORDS));
        if (old.isEmpty() || now.isEmpty()) {
            return differences; // that a file is unreadable is told, and one that is missing is seen in its words
        }
        Map<List<String>, CsvTable.Row> oldWords = words(old.get());
        Map<List<String>, CsvTable.Row> newWords = words(now.get());
        newWords.forEach((word, row) -> {
            CsvTable.Row same = oldWords.get(word);
            if (same != null) {
                changes(old.get(), same, now.get(), row);
            } else if (!before.broken().contains(LegiblePolicy.WORDS)) {
                add(now.get(), row, "New word: " + named(now.get(), row) + ".", List.of(), after.lines(now.get(), row));
            }
        });
        oldWords.forEach((word, row) -> {
            if (!newWords.containsKey(word) && !after.broken().contains(LegiblePolicy.WORDS)) {
                add(
                        old.get(),
                        row,
                        "Word removed: " + named(old.get(), row) + ".",
                        before.lines(old.get(), row),
                        List.of());
            }
        });
        return differences;
    }

    private static Map<List<String>, CsvTable.Row> words(CsvTable table) {
        Map<List<String>, CsvTable.Row> words = new LinkedHashMap<>();
        for (CsvTable.Row row : table.rows()) {
            words.putIfAbsent(
                    NAMED_BY.stream()
                            .map(field -> LegiblePolicy.cell(table, row, field))
                            .toList(),
                    row);
        }
        return words;
    }

    /** {@code the signal “gave evidence” (gave-evidence) of “first talk”}. */
    private String named(CsvTable table, CsvTable.Row row) {
        String word = LegiblePolicy.cell(table, row, "word");
        String of = LegiblePolicy.cell(table, row, "of");
        String reads = LegiblePolicy.cell(table, row, "reads");
        return "the " + LegiblePolicy.cell(table, row, "kind").replace('-', ' ') + " "
                + Said.quoted(reads.isEmpty() ? word : reads)
                + (reads.isEmpty() || reads.equals(word) ? "" : " (" + word + ")")
                + (of.isEmpty() ? "" : " of " + Said.quoted(after.vocabulary().reads(of)));
    }

    private void changes(CsvTable old, CsvTable.Row was, CsvTable now, CsvTable.Row is) {
        List<String> fields = new ArrayList<>();
        for (CsvTable table : List.of(now, old)) {
            table.header().stream()
                    .map(head -> Cells.fieldName(head.text()))
                    .filter(field -> !fields.contains(field) && !NAMED_BY.contains(field))
                    .forEach(fields::add);
        }
        String kind = LegiblePolicy.cell(now, is, "kind").replace('-', ' ');
        for (String field : fields) {
            String from = LegiblePolicy.cell(old, was, field);
            String to = LegiblePolicy.cell(now, is, field);
            if (!from.equals(to)) {
                String sentence = field.equals("reads")
                        ? "The " + kind + " " + LegiblePolicy.cell(now, is, "word") + " now reads " + Said.quoted(to)
                                + " instead of " + Said.quoted(from) + "."
                        : "The " + FactType.noun(field) + " of " + named(now, is) + " "
                                + (from.isEmpty()
                                        ? "is now told: " + Said.quoted(to)
                                        : to.isEmpty()
                                                ? "is no longer told; it was " + Said.quoted(from)
                                                : "changes from " + Said.quoted(from) + " to " + Said.quoted(to))
                                + ".";
                add(now, is, sentence, before.lines(old, was), after.lines(now, is));
            }
        }
    }

    private void add(
            CsvTable table, CsvTable.Row row, String sentence, List<RawLine> oldLines, List<RawLine> newLines) {
        String subject = String.join(
                " ",
                NAMED_BY.stream()
                        .map(field -> LegiblePolicy.cell(table, row, field))
                        .toList());
        differences.add(new Difference(Kind.WORD, SECTION, subject, sentence, oldLines, newLines));
    }
}
