package org.offereligibility.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.offereligibility.dossier.Problem;
import org.offereligibility.dossier.Vocabulary;

/** Gathers the policy's words: those of {@code vocabulary.csv}, of tables that name words, and those that the rules bring. */
final class WordList {
    private static final String FILE = "vocabulary.csv";

    private final Tables tables;
    private final FactTypes types;
    private final Consumer<Problem> problems;
    private final List<Vocabulary.Entry> entries = new ArrayList<>();

    WordList(Tables tables, FactTypes types, Consumer<Problem> problems) {
        this.tables = tables;
        this.types = types;
        this.problems = problems;
    }

    Vocabulary gather(PolicyHeader header, List<RuleSource> rules) {
        tables.table(FILE).ifPresent(this::listed);
        for (FactType type : types.declared()) {
            for (FactType.Field field : type.fields()) {
                if (field.has("names")) {
                    type.table().flatMap(tables::table).ifPresent(table -> named(table, field));
                }
            }
        }
        RuleCheck.EFFECTS.forEach(effect -> add("effect", effect, effect));
        header.sections().forEach((name, title) -> add("section", name, title));
        rules.stream().filter(RuleSource::findsSomething).forEach(rule -> add("code", rule.code(), rule.code()));
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

    private void listed(CsvTable table) {
        Map<List<String>, Integer> lines = new HashMap<>();
        Columns.find(table, List.of("kind", "word", "of", "reads"), problems).ifPresent(columns -> {
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
    }

    private void kindsAreKnown(Vocabulary vocabulary) {
        for (FactType type : types.declared()) {
            for (FactType.Field field : type.fields()) {
                field.word()
                        .filter(kind -> !vocabulary.kinds().contains(kind))
                        .ifPresent(kind -> problems.accept(new Problem(
                                type.file(),
                                field.at().line(),
                                field.at().column(),
                                "",
                                RuleParser.unknown("kind of word", kind, vocabulary.kinds()))));
            }
        }
    }
}
