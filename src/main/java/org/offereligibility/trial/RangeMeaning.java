package org.offereligibility.trial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.offereligibility.dossier.Exact;
import org.offereligibility.policy.Condition;
import org.offereligibility.policy.Expression;
import org.offereligibility.policy.FactType;
import org.offereligibility.policy.TableRow;

/** Lines of a table that a rule looks up by a range, and that overlap or leave gaps; lines that contradict one another. */
final class RangeMeaning {
    private static final Exact ONE = Exact.of(1);

    private final Study study;
    private final Told told;
    private final Set<List<Object>> said = new HashSet<>();

    RangeMeaning(Study study, Told told) {
        this.study = study;
        this.told = told;
    }

    void tell() {
        for (FactType type : study.world().rules().types()) {
            if (type.table().isPresent()) {
                List<Lookup> lookups = study.rules().stream()
                        .flatMap(studied -> TableMeaning.patterns(studied.rule().conditions()))
                        .filter(pattern -> pattern.type().equals(type.name()))
                        .map(pattern -> Lookup.of(pattern, type))
                        .toList();
                lookups.forEach(lookup -> ladder(type, lookup));
                contradictions(type, lookups);
            }
        }
    }

    /**
     * How a pattern finds lines of a table.
     *
     * @param equal the columns that must equal something known
     * @param words the columns that must be a word that the rule names
     * @param low the column that must be at most, or under, the value that is looked up
     */
    private record Lookup(
            Set<String> equal,
            Map<String, String> words,
            Optional<String> low,
            boolean lowIn,
            Optional<String> high,
            boolean highIn) {
        static Lookup of(Condition.Pattern pattern, FactType type) {
            Set<String> equal = new HashSet<>();
            Map<String, String> words = new LinkedHashMap<>();
            List<Bound> lows = new ArrayList<>();
            List<Bound> highs = new ArrayList<>();
            for (Condition.Constraint constraint : pattern.constraints()) {
                if (constraint.asks() instanceof Expression.Comparison comparison) {
                    Bound.of(comparison).ifPresent(bound -> {
                        if (bound.operator().equals("==")) {
                            if (bound.value() instanceof Expression.Value.Literal literal) {
                                words.put(bound.column(), literal.text());
                            } else {
                                equal.add(bound.column());
                            }
                        } else if (bound.operator().startsWith("<")) {
                            lows.add(bound);
                        } else if (bound.operator().startsWith(">")) {
                            highs.add(bound);
                        }
                    });
                }
            }
            for (Bound low : lows) {
                for (Bound high : highs) {
                    if (low.value().equals(high.value())
                            && !low.column().equals(high.column())
                            && type.field(low.column()).isPresent()) {
                        return new Lookup(
                                equal,
                                words,
                                Optional.of(low.column()),
                                low.operator().equals("<="),
                                Optional.of(high.column()),
                                high.operator().equals(">="));
                    }
                }
            }
            return new Lookup(equal, words, byDeclaration(type, false), true, byDeclaration(type, true), true);
        }

        /** The columns of the range that the table declares, where it declares one; where two, neither is what is looked up. */
        private static Optional<String> byDeclaration(FactType type, boolean high) {
            List<FactType.Field> over = type.fields().stream()
                    .filter(field -> field.marks().containsKey("over"))
                    .toList();
            return over.size() != 1
                    ? Optional.empty()
                    : Optional.of(
                            high ? over.get(0).name() : over.get(0).marks().getOrDefault("over", ""));
        }

        boolean takes(TableRow row) {
            return words.entrySet().stream()
                    .allMatch(word -> word.getValue().equals(row.values().get(word.getKey())));
        }
    }

    /** {@code column operator value}. */
    private record Bound(String column, String operator, Expression.Value value) {
        static Optional<Bound> of(Expression.Comparison comparison) {
            if (comparison.left() instanceof Expression.Value.Field field
                    && !(comparison.right() instanceof Expression.Value.Field)) {
                return Optional.of(new Bound(field.name(), comparison.operator(), comparison.right()));
            }
            if (comparison.right() instanceof Expression.Value.Field field) {
                String turned = comparison
                        .operator()
                        .replace('<', '-')
                        .replace('>', '<')
                        .replace('-', '>');
                return Optional.of(new Bound(field.name(), turned, comparison.left()));
            }
            return Optional.empty();
        }
    }

    private List<TableRow> rows(FactType type) {
        return study.world().rules().rows().values().stream()
                .filter(row -> row.type().name().equals(type.name()))
                .toList();
    }

    private void ladder(FactType type, Lookup lookup) {
        if (lookup.low().isEmpty() || lookup.high().isEmpty()) {
            return;
        }
        Map<String, List<TableRow>> groups = new LinkedHashMap<>();
        for (TableRow row : rows(type)) {
            if (lookup.takes(row)) {
                groups.computeIfAbsent(
                                lookup.equal().stream()
                                        .sorted()
                                        .map(column ->
                                                String.valueOf(row.values().get(column)))
                                        .collect(Collectors.joining("\n")),
                                unseen -> new ArrayList<>())
                        .add(row);
            }
        }
        groups.values().forEach(group -> steps(group, lookup));
    }

    private void steps(List<TableRow> group, Lookup lookup) {
        List<TableRow> rows = group.stream()
                .sorted(Comparator.comparing((TableRow row) -> number(row, lookup.low()))
                        .thenComparingInt(TableRow::line))
                .toList();
        for (int i = 1; i < rows.size(); i++) {
            TableRow highest = rows.get(0);
            for (TableRow before : rows.subList(0, i)) {
                overlap(before, rows.get(i), lookup);
                highest =
                        number(before, lookup.high()).compareTo(number(highest, lookup.high())) > 0 ? before : highest;
            }
            gap(highest, rows.get(i), lookup);
        }
    }

    private static Exact number(TableRow row, Optional<String> column) {
        return row.values().get(column.orElse("")) instanceof Exact number ? number : Exact.ZERO;
    }

    private void overlap(TableRow a, TableRow b, Lookup lookup) {
        Exact from = number(b, lookup.low());
        Exact to = number(a, lookup.high()).compareTo(number(b, lookup.high())) < 0
                ? number(a, lookup.high())
                : number(b, lookup.high());
        int order = from.compareTo(to);
        boolean touch = order == 0 && lookup.lowIn() && lookup.highIn();
        if (order > 0 || order == 0 && !touch) {
            return;
        }
        TableRow first = a.line() < b.line() ? a : b;
        TableRow later = first == a ? b : a;
        if (said.add(List.of("overlap", first.file(), first.line(), later.line()))) {
            told.warn(
                    "table-ranges-overlap",
                    later,
                    "the range from " + Told.column(lookup.low().orElse("")) + " to "
                            + Told.column(lookup.high().orElse("")) + " of this line, " + written(later, lookup)
                            + ", overlaps that of line " + first.line() + ", " + written(first, lookup) + ": "
                            + (touch ? from.spoken() + " is" : from.spoken() + " to " + to.spoken() + " are")
                            + " on both",
                    Optional.empty());
        }
    }

    private static String written(TableRow row, Lookup lookup) {
        return number(row, lookup.low()).spoken() + " to "
                + number(row, lookup.high()).spoken();
    }

    private void gap(TableRow below, TableRow above, Lookup lookup) {
        Exact from = number(below, lookup.high());
        Exact to = number(above, lookup.low());
        int order = from.compareTo(to);
        boolean point = order == 0 && !lookup.lowIn() && !lookup.highIn();
        boolean nextWhole =
                from.isWhole() && to.isWhole() && from.distanceTo(to).compareTo(ONE) <= 0;
        if (!point && (order >= 0 || nextWhole)) {
            return;
        }
        if (said.add(List.of("gap", below.file(), below.line(), above.line()))) {
            told.warn(
                    "table-ranges-gap",
                    above,
                    point
                            ? from.spoken() + " is neither on this line nor on line " + below.line()
                                    + ", though both end there"
                            : "between " + from.spoken() + ", where line " + below.line() + " ends, and " + to.spoken()
                                    + ", where this line begins, there is no line",
                    Optional.empty());
        }
    }

    /** Lines of a table without keys that agree in all by which a rule finds them, and differ in a number or an effect. */
    private void contradictions(FactType type, List<Lookup> lookups) {
        Set<String> equal = new HashSet<>();
        lookups.forEach(lookup -> {
            equal.addAll(lookup.equal());
            equal.addAll(lookup.words().keySet());
        });
        boolean keyed = type.fields().stream().anyMatch(field -> field.marks().containsKey("key"));
        if (keyed
                || equal.isEmpty()
                || lookups.stream().anyMatch(lookup -> lookup.low().isPresent())) {
            return;
        }
        Map<String, TableRow> seen = new LinkedHashMap<>();
        for (TableRow row : rows(type)) {
            String names = type.fields().stream()
                    .filter(field -> !isMeasure(field))
                    .map(field -> String.valueOf(row.values().get(field.name())))
                    .collect(Collectors.joining("\n"));
            TableRow before = seen.putIfAbsent(names, row);
            if (before != null) {
                boolean same = before.values().equals(row.values());
                told.warn(
                        same ? "table-row-repeated" : "table-rows-contradict",
                        row,
                        same
                                ? "this line says the same as line " + before.line()
                                : "this line says something else of " + TableMeaning.cells(row) + " than line "
                                        + before.line() + ", and rules take both",
                        Optional.empty());
            }
        }
    }

    private static boolean isMeasure(FactType.Field field) {
        return field.type().equals("Exact")
                || field.word().filter("effect"::equals).isPresent();
    }
}
