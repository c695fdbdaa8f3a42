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

/** Reads the tables that the rule files declare, every cell checked. */
final class Tables {
    /** Columns that any table may have: prose for people, shown and never read by a rule. */
    private static final List<String> PROSE = List.of("source", "meaning", "unit");

    private final PolicyFolder folder;
    private final FactTypes types;
    private final Consumer<Problem> problems;
    private final Map<String, Optional<CsvTable>> read = new HashMap<>();
    private final Set<String> faulty = new HashSet<>();

    Tables(PolicyFolder folder, FactTypes types, Consumer<Problem> problems) {
        this.folder = folder;
        this.types = types;
        this.problems = problem -> {
            faulty.add(problem.file());
            problems.accept(problem);
        };
    }

    /** The table of that file, or of the workbook that stands in its place, read once; none, and a problem, where it is missing or cannot be read. */
    Optional<CsvTable> table(String file) {
        return read.computeIfAbsent(file, name -> {
            Optional<CsvTable> table = TableFile.find(folder, name, problems).map(found -> found.table(problems));
            return table.filter(read -> !read.header().isEmpty());
        });
    }

    List<TableRow> rows(Vocabulary vocabulary) {
        List<TableRow> rows = new ArrayList<>();
        for (FactType type : types.declared()) {
            type.table()
                    .flatMap(this::table)
                    .ifPresent(table -> rows.addAll(new OneTable(type, table, vocabulary).rows()));
        }
        return rows;
    }

    /** One table while its rows are read. */
    private final class OneTable {
        private final FactType type;
        private final CsvTable table;
        private final Vocabulary vocabulary;
        private final Cells cells;
        private final Map<String, Integer> keys = new HashMap<>();

        private OneTable(FactType type, CsvTable table, Vocabulary vocabulary) {
            this.type = type;
            this.table = table;
            this.vocabulary = vocabulary;
            this.cells = new Cells(table, problems);
        }

        private List<TableRow> rows() {
            List<String> fields =
                    type.fields().stream().map(FactType.Field::name).toList();
            Optional<Columns> columns = Columns.find(table, fields, problems);
            nothingElse(fields);
            List<TableRow> rows = new ArrayList<>();
            if (columns.isPresent()) {
                for (CsvTable.Row row : table.rows()) {
                    row(row, columns.get()).ifPresent(rows::add);
                }
                if (!faulty.contains(table.file())) {
                    eachWordHasItsRow(rows);
                }
            }
            return rows;
        }

        private void nothingElse(List<String> fields) {
            Set<String> known = fields.stream().map(FactType::noun).collect(Collectors.toCollection(TreeSet::new));
            known.addAll(PROSE);
            for (CsvTable.Cell header : table.header()) {
                if (!known.contains(FactType.noun(Cells.fieldName(header.text())))) {
                    report(header, RuleParser.unknown("column", header.text(), known));
                }
            }
        }

        private Optional<TableRow> row(CsvTable.Row row, Columns columns) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (FactType.Field field : type.fields()) {
                value(field, columns.cell(row, field.name())).ifPresent(value -> values.put(field.name(), value));
            }
            if (values.size() < type.fields().size()) {
                return Optional.empty();
            }
            order(row, columns, values);
            repeated(row, values);
            Map<String, Object> shown = new LinkedHashMap<>();
            for (int i = 0; i < table.header().size(); i++) {
                String name = Cells.fieldName(table.header().get(i).text());
                shown.put(name, values.getOrDefault(name, row.cells().get(i).text()));
            }
            return Optional.of(new TableRow(type, table.file(), row.line(), values, shown));
        }

        private Optional<Object> value(FactType.Field field, CsvTable.Cell cell) {
            return switch (field.type()) {
                case "Exact" -> cells.number(cell).map(Object.class::cast);
                case "Boolean" -> cells.yesNo(cell).map(Object.class::cast);
                default ->
                    cells.word(cell).filter(word -> isWord(field, cell, word)).map(Object.class::cast);
            };
        }

        private boolean isWord(FactType.Field field, CsvTable.Cell cell, String word) {
            String kind = field.word().orElse("");
            if (kind.isEmpty() || vocabulary.has(kind, word)) {
                return true;
            }
            report(cell, RuleParser.unknown(kind, word, vocabulary.words(kind)));
            return false;
        }

        /** A maximum must be over its minimum. */
        private void order(CsvTable.Row row, Columns columns, Map<String, Object> values) {
            for (FactType.Field field : type.fields()) {
                String under = field.marks().getOrDefault("over", "");
                if (values.get(field.name()) instanceof Exact value
                        && values.get(under) instanceof Exact least
                        && value.compareTo(least) <= 0) {
                    report(
                            columns.cell(row, field.name()),
                            "`" + value + "` must be over the `" + FactType.noun(under) + "` of this line, `" + least
                                    + "`");
                }
            }
        }

        private void repeated(CsvTable.Row row, Map<String, Object> values) {
            List<Object> key = type.fields().stream()
                    .filter(field -> field.has("key"))
                    .map(field -> values.getOrDefault(field.name(), ""))
                    .toList();
            Integer before = key.isEmpty() ? null : keys.putIfAbsent(key.toString(), row.line());
            if (before != null) {
                report(row.cells().get(0), "line " + before + " says something of " + key + " already");
            }
        }

        /** Where each word of a kind needs its line, one without would be passed over in silence. */
        private void eachWordHasItsRow(List<TableRow> rows) {
            for (FactType.Field field : type.fields()) {
                if (!field.has("each")) {
                    continue;
                }
                Set<List<Object>> there = new HashSet<>();
                for (TableRow row : rows) {
                    Object word = row.values().getOrDefault(field.name(), "");
                    row.values().values().forEach(value -> there.add(List.of(word, value)));
                }
                for (Vocabulary.Entry entry : vocabulary.entries()) {
                    Object of = entry.of().isEmpty() ? entry.word() : entry.of();
                    if (entry.kind().equals(field.word().orElse("")) && !there.contains(List.of(entry.word(), of))) {
                        problems.accept(new Problem(
                                table.file(),
                                0,
                                0,
                                "",
                                "there is no line for the " + entry.kind() + " `" + entry.word() + "`"
                                        + (entry.of().isEmpty() ? "" : " of `" + entry.of() + "`")));
                    }
                }
            }
        }

        private void report(CsvTable.Cell cell, String message) {
            problems.accept(table.problem(cell, message));
        }
    }
}
