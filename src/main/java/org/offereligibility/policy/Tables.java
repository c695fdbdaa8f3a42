package org.offereligibility.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Problem;
import org.offereligibility.dossier.Vocabulary;

/** Reads the vocabulary and the tables that the rule files declare, every cell checked. */
final class Tables {
    private static final String VOCABULARY = "vocabulary.csv";
    /** Columns that any table may have: prose for people, shown and never read by a rule. */
    private static final List<String> PROSE = List.of("source", "meaning", "unit");

    private final PolicyFolder folder;
    private final FactTypes types;
    private final Consumer<Problem> problems;
    private final Map<String, Optional<CsvTable>> read = new HashMap<>();

    Tables(PolicyFolder folder, FactTypes types, Consumer<Problem> problems) {
        this.folder = folder;
        this.types = types;
        this.problems = problems;
    }

    private Optional<CsvTable> table(String file) {
        return read.computeIfAbsent(file, name -> {
            byte[] bytes = folder.files().get(name);
            if (bytes == null) {
                problems.accept(new Problem(name, 0, 0, "", "this table is missing"));
                return Optional.empty();
            }
            CsvTable found = CsvText.read(name, bytes, problems);
            return found.header().isEmpty() ? Optional.empty() : Optional.of(found);
        });
    }

    // ---- the vocabulary

    /** The words of {@code vocabulary.csv}, of tables that name words, and those that the rules themselves bring. */
    Vocabulary vocabulary(PolicyHeader header, List<RuleSource> rules) {
        List<Vocabulary.Entry> entries = new ArrayList<>();
        table(VOCABULARY).ifPresent(table -> listed(table, entries));
        for (FactType type : types.declared()) {
            for (FactType.Field field : type.fields()) {
                if (field.has("names") && type.table().isPresent()) {
                    table(type.table().get()).ifPresent(table -> column(table, field.name())
                            .ifPresent(column -> table.rows().forEach(row -> entries.add(new Vocabulary.Entry(
                                    field.word().orElse(""), text(row, column), "", text(row, column))))));
                }
            }
        }
        RuleCheck.EFFECTS.forEach(effect -> entries.add(new Vocabulary.Entry("effect", effect, "", effect)));
        header.sections().forEach((name, title) -> entries.add(new Vocabulary.Entry("section", name, "", title)));
        rules.stream()
                .filter(RuleSource::findsSomething)
                .forEach(rule -> entries.add(new Vocabulary.Entry("code", rule.code(), "", rule.code())));
        Vocabulary vocabulary = new Vocabulary(entries);
        kindsAreKnown(vocabulary);
        return vocabulary;
    }

    private void listed(CsvTable table, List<Vocabulary.Entry> entries) {
        Map<String, Integer> columns = new HashMap<>();
        for (String name : List.of("kind", "word", "of", "reads")) {
            column(table, name).ifPresentOrElse(column -> columns.put(name, column), () -> missing(table, name));
        }
        if (columns.size() < 4) {
            return;
        }
        Map<String, Integer> lines = new HashMap<>();
        for (CsvTable.Row row : table.rows()) {
            List<String> cells = new ArrayList<>();
            for (String name : List.of("kind", "word", "of", "reads")) {
                String cell = text(row, columns.get(name));
                if (cell.isEmpty() && !name.equals("of")) {
                    report(table, row.cells().get(columns.get(name)), "`" + name + "` is empty");
                }
                cells.add(cell);
            }
            Integer before = lines.putIfAbsent(String.join("\u0000", cells.subList(0, 3)), row.line());
            if (before != null) {
                report(table, row.cells().get(columns.get("word")),
                        "the word `" + cells.get(1) + "` of the kind `" + cells.get(0) + "` stands in line " + before + " already");
            }
            entries.add(new Vocabulary.Entry(cells.get(0), cells.get(1), cells.get(2), cells.get(3)));
        }
    }

    private void kindsAreKnown(Vocabulary vocabulary) {
        for (FactType type : types.declared()) {
            for (FactType.Field field : type.fields()) {
                field.word().filter(kind -> !vocabulary.kinds().contains(kind)).ifPresent(kind -> problems.accept(
                        new Problem(type.file(), field.at().line(), field.at().column(), "",
                                RuleParser.unknown("kind of word", kind, vocabulary.kinds()))));
            }
        }
    }

    // ---- tables

    List<TableRow> rows(Vocabulary vocabulary) {
        List<TableRow> rows = new ArrayList<>();
        for (FactType type : types.declared()) {
            type.table().flatMap(this::table).ifPresent(table -> rows.addAll(rows(type, table, vocabulary)));
        }
        return rows;
    }

    private List<TableRow> rows(FactType type, CsvTable table, Vocabulary vocabulary) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (FactType.Field field : type.fields()) {
            column(table, field.name()).ifPresentOrElse(
                    column -> columns.put(field.name(), column), () -> missing(table, spaced(field.name())));
        }
        Set<String> known = type.fields().stream()
                .map(field -> spaced(field.name()))
                .collect(Collectors.toCollection(TreeSet::new));
        known.addAll(PROSE);
        for (CsvTable.Cell header : table.header()) {
            if (!known.contains(spaced(Cells.fieldName(header.text())))) {
                report(table, header, RuleParser.unknown("column", header.text(), known));
            }
        }
        List<TableRow> rows = new ArrayList<>();
        if (columns.size() == type.fields().size()) {
            Map<String, Integer> keys = new HashMap<>();
            for (CsvTable.Row row : table.rows()) {
                row(type, table, row, columns, vocabulary).ifPresent(read -> {
                    rows.add(read);
                    repeated(read, row, table, keys);
                });
            }
            complete(type, table, rows, vocabulary);
        }
        return rows;
    }

    private Optional<TableRow> row(
            FactType type, CsvTable table, CsvTable.Row row, Map<String, Integer> columns, Vocabulary vocabulary) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (FactType.Field field : type.fields()) {
            CsvTable.Cell cell = row.cells().get(columns.get(field.name()));
            value(field, table, cell, vocabulary).ifPresent(value -> values.put(field.name(), value));
        }
        if (values.size() < type.fields().size()) {
            return Optional.empty();
        }
        for (FactType.Field field : type.fields()) {
            String under = field.marks().getOrDefault("over", "");
            if (values.get(field.name()) instanceof Exact value
                    && values.get(under) instanceof Exact least
                    && value.compareTo(least) <= 0) {
                report(table, row.cells().get(columns.get(field.name())),
                        "`" + value + "` must be over the `" + spaced(under) + "` of this line, `" + least + "`");
            }
        }
        Map<String, Object> shown = new LinkedHashMap<>();
        for (int i = 0; i < table.header().size(); i++) {
            String name = Cells.fieldName(table.header().get(i).text());
            shown.put(name, values.getOrDefault(name, row.cells().get(i).text()));
        }
        return Optional.of(new TableRow(type, table.file(), row.line(), values, shown));
    }

    private Optional<Object> value(
            FactType.Field field, CsvTable table, CsvTable.Cell cell, Vocabulary vocabulary) {
        Cells cells = new Cells(table, problems);
        return switch (field.type()) {
            case "Exact" -> cells.number(cell).map(Object.class::cast);
            case "Boolean" -> cells.yesNo(cell).map(Object.class::cast);
            default -> cells.word(cell)
                    .filter(word -> isWord(field, table, cell, word, vocabulary))
                    .map(Object.class::cast);
        };
    }

    private boolean isWord(
            FactType.Field field, CsvTable table, CsvTable.Cell cell, String word, Vocabulary vocabulary) {
        String kind = field.word().orElse("");
        if (kind.isEmpty() || vocabulary.has(kind, word)) {
            return true;
        }
        report(table, cell, RuleParser.unknown(kind, word, vocabulary.words(kind)));
        return false;
    }

    private void repeated(TableRow row, CsvTable.Row cells, CsvTable table, Map<String, Integer> keys) {
        List<String> key = row.type().fields().stream()
                .filter(field -> field.has("key"))
                .map(field -> String.valueOf(row.values().get(field.name())))
                .toList();
        if (!key.isEmpty()) {
            Integer before = keys.putIfAbsent(String.join("\u0000", key), row.line());
            if (before != null) {
                report(table, cells.cells().get(0), "line " + before + " says something of `"
                        + String.join("`, `", key) + "` already");
            }
        }
    }

    /** Where each word of a kind needs its line, a word without one would be passed over in silence. */
    private void complete(FactType type, CsvTable table, List<TableRow> rows, Vocabulary vocabulary) {
        for (FactType.Field field : type.fields()) {
            if (!field.has("each")) {
                continue;
            }
            Set<String> there = new HashSet<>();
            for (TableRow row : rows) {
                row.values().values().forEach(value -> there.add(row.values().get(field.name()) + "\u0000" + value));
            }
            for (Vocabulary.Entry entry : vocabulary.entries()) {
                String of = entry.of().isEmpty() ? entry.word() : entry.of();
                if (entry.kind().equals(field.word().orElse("")) && !there.contains(entry.word() + "\u0000" + of)) {
                    problems.accept(new Problem(table.file(), 0, 0, "", "there is no line for the " + entry.kind() + " `"
                            + entry.word() + "`" + (entry.of().isEmpty() ? "" : " of `" + entry.of() + "`")));
                }
            }
        }
    }

    // ---- columns

    private static Optional<Integer> column(CsvTable table, String field) {
        for (int i = 0; i < table.header().size(); i++) {
            if (Cells.fieldName(table.header().get(i).text()).equals(field)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static String text(CsvTable.Row row, int column) {
        return row.cells().get(column).text();
    }

    private static String spaced(String field) {
        return FactType.noun(field);
    }

    private void missing(CsvTable table, String column) {
        List<String> there = table.header().stream().map(CsvTable.Cell::text).toList();
        problems.accept(new Problem(table.file(), 1, 0, "", "the column `" + column + "` is missing"
                + Vocabulary.nearest(column, there).map(near -> ": is it `" + near + "`?").orElse("")));
    }

    private void report(CsvTable table, CsvTable.Cell cell, String message) {
        problems.accept(table.problem(cell, message));
    }
}
