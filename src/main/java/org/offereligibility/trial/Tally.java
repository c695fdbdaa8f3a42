package org.offereligibility.trial;

import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.offereligibility.dossier.Exact;
import org.offereligibility.policy.Condition;
import org.offereligibility.policy.Expression;
import org.offereligibility.policy.TableRow;
import org.offereligibility.trial.Situation.Present;

/** What came of each condition of a rule while all ways through it were gone. */
final class Tally {
    private final Map<Condition.Constraint, Set<Truth>> tests = new IdentityHashMap<>();
    private final Set<Condition.Constraint> tabled = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Condition, Set<Truth>> denials = new IdentityHashMap<>();
    private final Set<Condition.Pattern> reached = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Condition.Pattern> held = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<TableRow> used = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Condition.Constraint, Map<Expression.Value, Range>> ranges = new IdentityHashMap<>();
    private final Map<Cut, Outcome> cuts = new LinkedHashMap<>();

    void reached(Condition.Pattern pattern) {
        reached.add(pattern);
    }

    void held(Condition.Pattern pattern, Present fact) {
        held.add(pattern);
        fact.row().ifPresent(used::add);
    }

    void tested(
            Condition.Constraint constraint, Expression asks, Truth truth, Map<String, Integer> fields, Situation in) {
        tests.computeIfAbsent(constraint, unseen -> EnumSet.noneOf(Truth.class)).add(truth);
        for (Expression.Value value : Tests.operands(asks)) {
            int place = Tests.place(value, fields, in);
            if (in.values.isTabled(place)) {
                tabled.add(constraint);
            }
            ranges.computeIfAbsent(constraint, unseen -> new LinkedHashMap<>())
                    .merge(value, in.values.range(place), Range::hull);
        }
        cuts(constraint, asks, fields, in);
    }

    /** A line that a test of anything but its keys refuses is in use: it says that it is not meant. */
    void refused(Condition.Constraint constraint, Map<String, Integer> fields, Situation in) {
        Set<String> named = TableMeaning.fields(constraint);
        in.present.stream()
                .filter(fact -> fact.fields().equals(fields))
                .flatMap(fact -> fact.row().stream())
                .filter(row -> row.type().fields().stream()
                        .anyMatch(field -> named.contains(field.name())
                                && !field.marks().containsKey("key")
                                && !field.marks().containsKey("names")))
                .forEach(used::add);
    }

    /** A comparison of a number from a line of a table with one that is from none. */
    private void cuts(Condition.Constraint constraint, Expression test, Map<String, Integer> fields, Situation in) {
        if (test instanceof Expression.AllOf all) {
            all.parts().forEach(part -> cuts(constraint, part, fields, in));
        } else if (test instanceof Expression.AnyOf any) {
            any.parts().forEach(part -> cuts(constraint, part, fields, in));
        } else if (test instanceof Expression.Negated negated) {
            cuts(constraint, negated.inner(), fields, in);
        } else if (test instanceof Expression.Comparison comparison) {
            int left = Tests.place(comparison.left(), fields, in);
            int right = Tests.place(comparison.right(), fields, in);
            if (in.values.isTabled(left) != in.values.isTabled(right)) {
                int tabled = in.values.isTabled(left) ? left : right;
                int other = tabled == left ? right : left;
                in.present.forEach(fact -> fact.row()
                        .ifPresent(row -> fact.fields().forEach((column, place) -> {
                            if (place == tabled && row.values().get(column) instanceof Exact) {
                                cuts.computeIfAbsent(
                                                new Cut(constraint, comparison, row, column), unseen -> new Outcome())
                                        .add(
                                                in.values.compare(left, comparison.operator(), right),
                                                in.values.range(other));
                            }
                        })));
            }
        }
    }

    /** A comparison with the number in that column of that line. */
    record Cut(Condition.Constraint constraint, Expression.Comparison comparison, TableRow row, String column) {}

    /** What came of a comparison, and what the other number may be. */
    static final class Outcome {
        private final Set<Truth> seen = EnumSet.noneOf(Truth.class);
        private Range other = new Range.Words(Set.of(), false);

        private void add(Truth truth, Range range) {
            seen.add(truth);
            other = other.hull(range);
        }

        Truth truth() {
            return one(seen);
        }

        Range other() {
            return other;
        }
    }

    Map<Cut, Outcome> cuts() {
        return cuts;
    }

    void denied(Condition condition, Truth truth) {
        denials.computeIfAbsent(condition, unseen -> EnumSet.noneOf(Truth.class))
                .add(truth);
    }

    /** What a test came to; {@code MAYBE} where it was never asked. */
    Truth of(Condition.Constraint constraint) {
        return one(tests.getOrDefault(constraint, Set.of()));
    }

    /** What a {@code not} or {@code forall} came to. */
    Truth of(Condition condition) {
        return one(denials.getOrDefault(condition, Set.of()));
    }

    private static Truth one(Set<Truth> seen) {
        return seen.size() == 1 ? seen.iterator().next() : Truth.MAYBE;
    }

    /** Whether what the test comes to hangs on the lines that a table happens to have. */
    boolean isTabled(Condition.Constraint constraint) {
        return tabled.contains(constraint);
    }

    /** What a value of a test may have been where it was tested. */
    Range range(Condition.Constraint constraint, Expression.Value value) {
        return ranges.getOrDefault(constraint, Map.of()).getOrDefault(value, Range.ANYTHING);
    }

    /** Whether the pattern was asked for, and no fact could be as it asks. */
    boolean isInVain(Condition.Pattern pattern) {
        return reached.contains(pattern) && !held.contains(pattern);
    }

    /** Whether the line met some pattern. */
    boolean isUsed(TableRow row) {
        return used.contains(row);
    }
}
