package org.offereligibility.trial;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.offereligibility.policy.Condition;
import org.offereligibility.policy.Expression;
import org.offereligibility.policy.FactType;
import org.offereligibility.policy.RuleSource;
import org.offereligibility.policy.TableRow;

/** Tables, columns and lines that no rule uses, and numbers in them with which a comparison always turns out the same. */
final class TableMeaning {
    private final Study study;
    private final Told told;
    private final Examples examples;

    TableMeaning(Study study, Told told, Examples examples) {
        this.study = study;
        this.told = told;
        this.examples = examples;
    }

    void tell() {
        for (FactType type : study.world().rules().types()) {
            type.table().ifPresent(table -> table(type, table));
        }
        study.rules().forEach(this::limits);
    }

    private void table(FactType type, String table) {
        List<Study.Studied> readers = study.rules().stream()
                .filter(studied -> studied.rule().reads().contains(type.name()))
                .toList();
        if (readers.isEmpty()) {
            told.warn("table-unused", table, 1, 0, "no rule reads this table", Optional.empty());
            return;
        }
        Set<String> read = new TreeSet<>();
        readers.forEach(reader -> patterns(reader.rule().conditions())
                .filter(pattern -> pattern.type().equals(type.name()))
                .forEach(pattern -> read.addAll(fields(pattern))));
        for (FactType.Field field : type.fields()) {
            if (!read.contains(field.name())) {
                told.warn(
                        "table-column-unused",
                        table,
                        1,
                        0,
                        "no rule reads the column " + Told.column(field.name()) + ": what stands in it changes nothing",
                        Optional.empty());
            }
        }
        if (readers.stream().allMatch(Study.Studied::isNever)
                || readers.stream().anyMatch(reader -> reader.ways().isEmpty())) {
            return;
        }
        for (TableRow row : study.world().rules().rows().values()) {
            if (row.type().name().equals(type.name())
                    && readers.stream().noneMatch(reader -> reader.tally().isUsed(row))) {
                told.warn(
                        "table-row-unused",
                        row,
                        "no rule can ever use this line, " + cells(row) + ": what it says changes nothing",
                        Optional.empty());
            }
        }
    }

    /** The words of a line, by which it is told from others. */
    static String cells(TableRow row) {
        List<String> words = row.values().values().stream()
                .filter(String.class::isInstance)
                .map(word -> "`" + word + "`")
                .toList();
        return words.isEmpty() ? "`" + row.values().values().iterator().next() + "`" : String.join(", ", words);
    }

    /** All patterns in conditions, however deep. */
    static Stream<Condition.Pattern> patterns(Collection<Condition> conditions) {
        return conditions.stream()
                .flatMap(condition -> condition instanceof Condition.Pattern pattern
                        ? Stream.of(pattern)
                        : patterns(condition.parts()));
    }

    /** The fields that a pattern names, to test or to bind. */
    static Set<String> fields(Condition.Pattern pattern) {
        Set<String> fields = new TreeSet<>();
        pattern.constraints().forEach(constraint -> fields.addAll(fields(constraint)));
        return fields;
    }

    /** The fields that a constraint names. */
    static Set<String> fields(Condition.Constraint constraint) {
        Set<String> fields = new TreeSet<>();
        Tests.operands(constraint.asks()).forEach(value -> fields(value, fields));
        return fields;
    }

    private static void fields(Expression.Value value, Set<String> fields) {
        if (value instanceof Expression.Value.Field field) {
            fields.add(field.name());
        } else if (value instanceof Expression.Value.Joined joined) {
            joined.parts().forEach(part -> fields(part, fields));
        } else if (value instanceof Expression.Value.Call call) {
            fields(call.target(), fields);
            call.arguments().forEach(argument -> fields(argument, fields));
        }
    }

    /** A limit that nothing reaches, or that everything does. */
    private void limits(Study.Studied studied) {
        for (Map.Entry<Tally.Cut, Tally.Outcome> found : studied.tally().cuts().entrySet()) {
            Tally.Cut cut = found.getKey();
            Truth truth = found.getValue().truth();
            Optional<String> range = Told.range(found.getValue().other());
            if (truth == Truth.MAYBE
                    || range.isEmpty()
                    || isOfRange(cut)
                    || studied.tally().of(cut.constraint()) == Truth.NEVER) {
                continue;
            }
            RuleSource rule = studied.rule();
            told.warn(
                    truth == Truth.ALWAYS ? "table-limit-always-met" : "table-limit-never-met",
                    cut.row(),
                    Told.column(cut.column()) + " is `" + cut.row().values().get(cut.column()) + "` for "
                            + cells(cut.row())
                            + ", and what rule " + Told.named(rule) + " compares it with is " + range.get() + ": "
                            + Told.quoted(cut.constraint().text())
                            + (truth == Truth.ALWAYS ? " always holds with this line" : " never holds with this line"),
                    truth == Truth.ALWAYS ? shown(studied, cut) : Optional.empty());
        }
    }

    /** Whether it is an end of a range, whose first and last line reach as far as anything does. */
    private static boolean isOfRange(Tally.Cut cut) {
        return cut.row().type().fields().stream()
                .anyMatch(field -> field.marks().containsKey("over")
                        && (field.name().equals(cut.column()) || field.marks().containsValue(cut.column())));
    }

    /** A case in which what is compared with the limit is as high, or as low, as it can be. */
    private Optional<org.offereligibility.dossier.Json> shown(Study.Studied studied, Tally.Cut cut) {
        List<Situation> ways = new ArrayList<>();
        studied.ways()
                .ifPresent(all -> all.stream()
                        .filter(way -> way.present.stream()
                                .anyMatch(fact -> fact.row()
                                        .filter(row -> row == cut.row())
                                        .isPresent()))
                        .forEach(ways::add));
        return studied.rule().findsSomething() ? examples.showing(ways, List.of(studied.rule())) : Optional.empty();
    }
}
