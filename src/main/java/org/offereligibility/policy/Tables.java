package org.offereligibility.policy;

import java.util.ArrayList;
import java.util.Collection;
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
    private final Unread unread;
    private final Consumer<Problem> problems;
    private final Map<String, Optional<CsvTable>> read = new HashMap<>();
    private final Map<String, List<TableRow>> known = new HashMap<>();
    private Optional<Vocabulary> knownWords = Optional.empty();
    private final Set<String> faulty = new HashSet<>();

    Tables(PolicyFolder folder, FactTypes types, Unread unread, Consumer<Problem> problems) {
        this.folder = folder;
        this.types = types;
        this.unread = unread;
        this.problems = problem -> {
            faulty.add(problem.file());
            problems.accept(problem);
        };
    }

    /** The table of that file, or of the workbook in its place, read once; none, and a problem, where there is none to read. */
    Optional<CsvTable> table(String file) {
        return read.computeIfAbsent(TableFile.declared(file), name -> {
            Optional<CsvTable> table = TableFile.find(folder, name, problems).map(found -> found.table(problems));
            return table.filter(read -> !read.header().isEmpty());
        });
    }

    /** The lines of a table in which something is wrong. */
    Optional<List<String>> faulty(String file) {
        List<TableFile> standing = TableFile.all(folder, file);
        return standing.stream().map(TableFile::name).anyMatch(faulty::contains)
                ? Optional.of(standing.stream()
                        .flatMap(table -> table.lines().stream())
                        .toList())
                : Optional.empty();
    }

    /** Takes a table as it was read before, and its rows, which stay as they are unless the words have changed. */
    void know(CsvTable table, List<TableRow> rows, Vocabulary vocabulary) {
        read.put(TableFile.declared(table.file()), Optional.of(table));
        known.put(table.file(), rows);
        knownWords = Optional.of(vocabulary);
    }

    /** The tables that were read, by the file in which they stand. */
    Map<String, CsvTable> read() {
        Map<String, CsvTable> tables = new HashMap<>();
        read.values().forEach(table -> table.ifPresent(found -> tables.put(found.file(), found)));
        return tables;
    }

    List<TableRow> rows(Vocabulary vocabulary) {
        List<TableRow> rows = new ArrayList<>();
        for (FactType type : types.declared()) {
            type.table()
                    .flatMap(this::table)
                    .ifPresent(table -> rows.addAll(
                            known.containsKey(table.file()) && knownWords.equals(Optional.of(vocabulary))
                                    ? known.getOrDefault(table.file(), List.of()).stream()
                                            .filter(row -> row.type().equals(type))
                                            .toList()
                                    : new OneTable(type, table, vocabulary).rows()));
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
            Collection<CsvTable.Cell> told = Columns.misspelt(table, fields).values();
            for (CsvTable.Cell header : table.header()) {
                if (!told.contains(header) && !known.contains(FactType.noun(Cells.fieldName(header.text())))) {
                    report(header, UnknownName.told("column", header.text(), known));
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
                case "Exact" ->
                    cells.number(cell)
                            .filter(number -> isInRange(field, cell, number))
                            .map(Object.class::cast);
                case "Boolean" -> cells.yesNo(cell).map(Object.class::cast);
                default ->
                    cells.word(cell).filter(word -> isWord(field, cell, word)).map(Object.class::cast);
            };
        }

        private boolean isInRange(FactType.Field field, CsvTable.Cell cell, Exact number) {
            Optional<Exact> from = field.limit("from");
            Optional<Exact> to = field.limit("to");
            boolean isUnder = from.filter(least -> number.compareTo(least) < 0).isPresent();
            boolean isOver = to.filter(most -> number.compareTo(most) > 0).isPresent();
            if (isUnder || isOver) {
                report(
                        cell,
                        "`" + number + "` is out of range; write a number "
                                + from.map(least -> "from `" + least + "`").orElse("")
                                + (from.isPresent() && to.isPresent() ? " " : "")
                                + to.map(most -> (from.isPresent() ? "" : "up ") + "to `" + most + "`")
                                        .orElse(""));
            }
            return !isUnder && !isOver;
        }

        private boolean isWord(FactType.Field field, CsvTable.Cell cell, String word) {
            String kind = field.word().orElse("");
            if (kind.isEmpty() || vocabulary.has(kind, word) || unread.mayHaveWord(kind, word)) {
                return true;
            }
            report(cell, UnknownName.told(kind, word, vocabulary.words(kind)));
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
