package org.offereligibility.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.offereligibility.dossier.Problem;
import org.offereligibility.dossier.Vocabulary;

/** Gathers the policy's words: those of {@code vocabulary.csv}, of tables that name words, and those that the rules bring. */
final class WordList {
    static final String FILE = "vocabulary.csv";

    private final Tables tables;
    private final FactTypes types;
    private final Unread unread;
    private final Consumer<Problem> problems;
    private final List<Vocabulary.Entry> entries = new ArrayList<>();

    WordList(Tables tables, FactTypes types, Unread unread, Consumer<Problem> problems) {
        this.tables = tables;
        this.types = types;
        this.unread = unread;
        this.problems = problems;
    }

    Vocabulary gather(PolicyHeader header, List<RuleSource> rules) {
        if (!tables.table(FILE).map(this::listed).orElse(false)) {
            unread.vocabulary();
        }
        tables.faulty(FILE).ifPresent(unread::wordsOf);
        for (FactType type : types.declared()) {
            for (FactType.Field field : type.fields()) {
                if (field.has("names")) {
                    type.table().flatMap(tables::table).ifPresent(table -> named(table, field));
                    type.table().flatMap(tables::faulty).ifPresent(unread::wordsOf);
                }
            }
        }
        RuleCheck.EFFECTS.forEach(effect -> add("effect", effect, effect));
        header.sections().forEach((name, title) -> add("section", name, title));
        for (RuleSource rule : rules) {
            if (rule.findsSomething() && rule.code().isEmpty()) {
                unread.code();
            }
            rule.annotations().forEach((name, value) -> {
                if (!RuleCheck.ALL_ANNOTATIONS.contains(name)) {
                    unread.word(value.unquoted()); // perhaps its code
                }
            });
        }
        rules.stream().filter(rule -> !rule.code().isEmpty()).forEach(rule -> add("code", rule.code(), rule.code()));
        Vocabulary vocabulary = new Vocabulary(entries);
        kindsAreKnown(vocabulary);
        return vocabulary;
    }

    private void add(String kind, String word, String reads) {
        entries.add(new Vocabulary.Entry(kind, word, "", reads));
    }

    private void named(CsvTable table, FactType.Field field) {
        for (CsvTable.Row row : table.rows()) {
            table.cell(row, field.name()).ifPresent(cell -> add(field.word().orElse(""), cell.text(), cell.text()));
        }
    }

    /** Whether the words could be read. */
    private boolean listed(CsvTable table) {
        Map<List<String>, Integer> lines = new HashMap<>();
        Optional<Columns> found = Columns.find(table, List.of("kind", "word", "of", "reads"), problems);
        found.ifPresent(columns -> {
            for (CsvTable.Row row : table.rows()) {
                for (String name : List.of("kind", "word", "reads")) {
                    if (columns.cell(row, name).text().isEmpty()) {
                        problems.accept(table.problem(columns.cell(row, name), "is empty"));
                    }
                }
                Vocabulary.Entry entry = new Vocabulary.Entry(
                        columns.cell(row, "kind").text(),
                        columns.cell(row, "word").text(),
                        columns.cell(row, "of").text(),
                        columns.cell(row, "reads").text());
                entries.add(entry);
                Integer before = lines.putIfAbsent(List.of(entry.kind(), entry.word(), entry.of()), row.line());
                if (before != null) {
                    problems.accept(table.problem(
                            columns.cell(row, "word"),
                            "the " + entry.kind() + " `" + entry.word() + "` stands in line " + before + " already"));
                }
            }
        });
        return found.isPresent();
    }

    private void kindsAreKnown(Vocabulary vocabulary) {
        for (FactType type : types.declared()) {
            for (FactType.Field field : type.fields()) {
                field.word()
                        .filter(kind -> !vocabulary.kinds().contains(kind) && !unread.mayHaveKind(kind))
                        .ifPresent(kind -> problems.accept(new Problem(
                                type.file(),
                                field.at().line(),
                                field.at().column(),
                                "",
                                UnknownName.told("kind of word", kind, vocabulary.kinds()))));
            }
        }
    }
}
