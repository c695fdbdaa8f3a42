package org.offereligibility.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.offereligibility.dossier.Exact;
import org.offereligibility.policy.Difference.Kind;
import org.offereligibility.policy.Difference.RawLine;

/** In what the tables of two versions differ, cell by cell; the order of lines and columns says nothing. */
final class TableDiff {
    static final String SECTION = "Tables";

    private final LegiblePolicy before;
    private final LegiblePolicy after;

    TableDiff(LegiblePolicy before, LegiblePolicy after) {
        this.before = before;
        this.after = after;
    }

    List<Difference> differences() {
        Set<String> files = new TreeSet<>();
        for (LegiblePolicy policy : List.of(before, after)) {
            policy.folder().files().keySet().stream()
                    .filter(TableFile::isNamedAsTable)
                    .map(TableFile::declared)
                    .forEach(files::add);
        }
        files.remove(LegiblePolicy.WORDS);
        List<Difference> differences = new ArrayList<>();
        for (String file : files) {
            boolean was = before.hasTable(file);
            boolean is = after.hasTable(file);
            if (was && is) {
                Optional<CsvTable> old = Optional.ofNullable(before.tables().get(file));
                Optional<CsvTable> now = Optional.ofNullable(after.tables().get(file));
                if (old.isPresent() && now.isPresent()) {
                    differences.addAll(new OneTable(old.get(), now.get()).differences());
                }
            } else {
                differences.add(whole(file, is));
            }
        }
        return differences;
    }

    private Difference whole(String declared, boolean isNew) {
        LegiblePolicy policy = isNew ? after : before;
        String file = TableFile.standing(policy.folder(), declared);
        String holds = Optional.ofNullable(policy.tables().get(declared))
                .map(table -> table.rows().size())
                .map(rows -> (isNew ? ", with " : ", which had ")
                        + Exact.of(rows).spoken()
                        + (rows == 1 ? " line" : " lines"))
                .orElse("");
        return new Difference(
                Kind.TABLE,
                SECTION,
                file,
                (isNew ? "New table: " : "Table removed: ") + file + holds + ".",
                isNew ? List.of() : before.lines(file),
                isNew ? after.lines(file) : List.of());
    }

    /** One table that both versions have. */
    private final class OneTable {
        private final CsvTable old;
        private final CsvTable now;
        private final RowWords was;
        private final RowWords is;
        private final List<Difference> differences = new ArrayList<>();

        private OneTable(CsvTable old, CsvTable now) {
            this.old = old;
            this.now = now;
            Optional<FactType> type = after.typeOf(now.file()).or(() -> before.typeOf(old.file()));
            this.was = new RowWords(old, type, before.vocabulary());
            this.is = new RowWords(now, type, after.vocabulary());
        }

        private List<Difference> differences() {
            columns();
            Set<String> key = new LinkedHashSet<>(was.key());
            key.retainAll(is.key());
            if (key.isEmpty()) {
                return differences; // not one column in common
            }
            Map<List<String>, CsvTable.Row> oldRows = byKey(old, was, key);
            Map<List<String>, CsvTable.Row> newRows = byKey(now, is, key);
            Set<String> common = new LinkedHashSet<>(is.fields());
            common.retainAll(was.fields());
            common.removeAll(key);
            newRows.forEach((named, row) -> {
                CsvTable.Row same = oldRows.get(named);
                if (same == null) {
                    row(is.line(row), is.rest(row), true, after.lines(now, row));
                } else if (!before.isBroken(old, same) && !after.isBroken(now, row)) {
                    common.forEach(field -> cell(field, same, row));
                }
            });
            oldRows.forEach((named, row) -> {
                if (!newRows.containsKey(named)) {
                    row(was.line(row), was.rest(row), false, before.lines(old, row));
                }
            });
            return differences;
        }

        private void columns() {
            List<RawLine> oldHead = before.lines(
                    old.file(), old.header().get(0).line(), old.header().get(0).line());
            List<RawLine> newHead = after.lines(
                    now.file(), now.header().get(0).line(), now.header().get(0).line());
            for (String field : is.fields()) {
                if (!was.fields().contains(field)) {
                    column("New column in " + now.file() + ": " + FactType.noun(field) + ".", field, oldHead, newHead);
                }
            }
            for (String field : was.fields()) {
                if (!is.fields().contains(field)) {
                    column(
                            "Column removed from " + now.file() + ": " + FactType.noun(field) + ".",
                            field,
                            oldHead,
                            newHead);
                }
            }
        }

        private void column(String sentence, String field, List<RawLine> oldHead, List<RawLine> newHead) {
            differences.add(new Difference(Kind.COLUMN, SECTION, now.file() + " " + field, sentence, oldHead, newHead));
        }

        private Map<List<String>, CsvTable.Row> byKey(CsvTable table, RowWords words, Set<String> key) {
            Map<List<String>, CsvTable.Row> rows = new LinkedHashMap<>();
            for (CsvTable.Row row : table.rows()) {
                List<String> named = new ArrayList<>();
                key.forEach(field -> named.add(words.meant(row, field)));
                named.add("");
                for (int again = 2; rows.containsKey(named); again++) {
                    named.set(named.size() - 1, String.valueOf(again));
                }
                rows.put(named, row);
            }
            return rows;
        }

        private void row(String line, String rest, boolean isNew, List<RawLine> lines) {
            LegiblePolicy other = isNew ? before : after;
            if (other.broken().contains(TableFile.declared(now.file()))) {
                return; // it may be the line that could not be read
            }
            differences.add(new Difference(
                    Kind.ROW,
                    SECTION,
                    now.file() + " " + line,
                    (isNew ? "New line in " : "Line removed from ") + now.file() + ": " + line
                            + (rest.isEmpty() ? "" : isNew ? ", with " + rest : ", which had " + rest) + ".",
                    isNew ? List.of() : lines,
                    isNew ? lines : List.of()));
        }

        private void cell(String field, CsvTable.Row oldRow, CsvTable.Row newRow) {
            if (was.meant(oldRow, field).equals(is.meant(newRow, field))) {
                return;
            }
            differences.add(new Difference(
                    Kind.CELL,
                    SECTION,
                    now.file() + " " + is.line(newRow) + " " + field,
                    is.cell(newRow, field) + " "
                            + (Said.areSeveral(is.name(field))
                                    ? changes(field, oldRow, newRow).replaceFirst("s ", " ")
                                    : changes(field, oldRow, newRow))
                            + ".",
                    before.lines(old, oldRow),
                    after.lines(now, newRow)));
        }

        private String changes(String field, CsvTable.Row oldRow, CsvTable.Row newRow) {
            Optional<Exact> from = was.number(oldRow, field);
            Optional<Exact> to = is.number(newRow, field);
            if (from.isPresent() && to.isPresent()) {
                String unit = LegiblePolicy.cell(now, newRow, "unit");
                return Said.moves(from.get(), to.get()) + (unit.isEmpty() ? "" : " " + unit);
            }
            return "changes from " + value(was.read(oldRow, field)) + " to " + value(is.read(newRow, field));
        }

        private String value(String read) {
            return read.isEmpty() ? "nothing" : RuleCheck.EFFECTS.contains(read) ? read : Said.quoted(read);
        }
    }
}
