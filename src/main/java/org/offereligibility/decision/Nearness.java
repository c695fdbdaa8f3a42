package org.offereligibility.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.offereligibility.dossier.Exact;
import org.offereligibility.policy.Condition;
import org.offereligibility.policy.Expression;

/** How near facts come to a condition that none of them meets: by what is not so of them, and then by how much. */
final class Nearness {
    /** So many misses are told; more would hide the nearest. */
    private static final int TOLD = 3;

    private final Reasons reasons;

    Nearness(Reasons reasons) {
        this.reasons = reasons;
    }

    /**
     * A miss with its rank.
     *
     * @param others how often it is another fact than the one that is asked for, and not that fact with another figure
     * @param key tells misses of the same nearness apart, whatever the order of the facts
     */
    record Near(Obstacle.Miss miss, int others, Exact distance, String key) {
        /** The very fact that is asked for comes nearer with whatever figure than any other fact. */
        private static final Comparator<Near> RANK = Comparator.comparingInt(Near::others)
                .thenComparing(near -> near.miss.failed().size());

        static final Comparator<Near> ORDER = RANK.thenComparing(near -> near.distance)
                .thenComparing(near -> near.key)
                .thenComparing(near -> near.miss.given().toString());
    }

    /** The nearest misses, and how many more there are. */
    record Chosen(List<Obstacle.Miss> misses, int further, boolean isAnother) {}

    static Chosen choose(List<Near> near) {
        Set<Object> told = new HashSet<>();
        List<Near> different = near.stream()
                .sorted(Near.ORDER)
                .filter(one -> told.add(List.of(one.miss.given(), one.key)))
                .toList();
        // what fails in more ways than the nearest is not near
        List<Near> nearest = different.stream()
                .filter(one -> Near.RANK.compare(one, different.get(0)) == 0)
                .toList();
        return new Chosen(
                nearest.stream().limit(TOLD).map(Near::miss).toList(),
                Math.max(0, nearest.size() - TOLD),
                nearest.stream().allMatch(one -> one.others > 0));
    }

    /** What stands in the way of a {@code not}. */
    Near blocked(Map<String, Object> given, Collection<Match.Support> there) {
        return new Near(new Obstacle.Miss(given, reasons.of(there), List.of()), 0, Exact.ZERO, reasons.key(there));
    }

    /** That what was reckoned is not what was wanted. */
    Near other(Map<String, Object> given, String asked, Obstacle.Operand reckoned, Object want) {
        List<Obstacle.Compared> compared = List.of(Operands.compared(reckoned, new Obstacle.Operand("", want)));
        return new Near(
                new Obstacle.Miss(given, List.of(), List.of(new Obstacle.Failed(asked, compared))), 1, Exact.ZERO, "");
    }

    /** What is not so of this fact. */
    Near miss(Search.Pattern pattern, Object fact, Frame way, Map<String, Object> given, Map<String, Object> wanted) {
        way.values[pattern.place()] = fact;
        pattern.bindings().forEach(binding -> binding.apply(way));
        Operands operands = Operands.on(fact, way.bindings());
        List<Obstacle.Failed> failed = new ArrayList<>();
        int others = 0;
        for (Search.Test test : tests(pattern)) {
            if (!test.holds(way)) {
                Expression asks = test.asked().asks();
                failed.add(new Obstacle.Failed(test.asked().text(), operands.failing(asks)));
                others += isEquality(asks) ? 1 : 0;
            }
        }
        for (Condition.Constraint constraint : pattern.written().constraints()) {
            Object want = constraint.variable().map(wanted::get).orElse(null);
            Object have = constraint.variable().map(way.bindings()::get).orElse(null);
            if (want != null && have != null && !want.equals(have)) {
                failed.add(new Obstacle.Failed(
                        constraint.text() + " == " + want,
                        List.of(Operands.compared(
                                new Obstacle.Operand(constraint.text(), have), new Obstacle.Operand("", want)))));
                others++;
            }
        }
        Set<Match.Support> support = Set.of(new Match.Support.Present(fact));
        return new Near(
                new Obstacle.Miss(given, reasons.of(support), List.copyOf(failed)),
                others,
                distance(failed),
                reasons.key(support));
    }

    /** What is not so of the values of variables. */
    Near untrue(Search.Test test, Frame way, Map<String, Object> given) {
        Obstacle.Failed failed = new Obstacle.Failed(
                test.asked().text(),
                new Operands(Map.of(), way.bindings()).failing(test.asked().asks()));
        return new Near(new Obstacle.Miss(given, List.of(), List.of(failed)), 0, distance(List.of(failed)), "");
    }

    static List<Search.Test> tests(Search.Pattern pattern) {
        return Stream.concat(pattern.first().stream(), pattern.second().stream())
                .sorted(Comparator.comparingInt(test -> test.asked().at().offset()))
                .toList();
    }

    private static boolean isEquality(Expression asks) {
        return asks instanceof Expression.Comparison comparison
                        && comparison.operator().equals("==")
                || asks instanceof Expression.OneOf;
    }

    /** The margins of what failed, relative to what was asked, so that money and scores can stand beside each other. */
    private static Exact distance(List<Obstacle.Failed> failed) {
        return failed.stream()
                .flatMap(one -> one.compared().stream())
                .map(Nearness::distance)
                .reduce(Exact.ZERO, Exact::plus);
    }

    private static Exact distance(Obstacle.Compared compared) {
        Exact margin = compared.margin().orElse(Exact.ZERO);
        boolean relative = compared.right().value() instanceof Exact asked && !asked.equals(Exact.ZERO);
        return relative ? margin.dividedBy(((Exact) compared.right().value()).distanceTo(Exact.ZERO)) : margin;
    }

    /** The fields that must equal a value which is known already, by name. */
    static Map<String, Object> equalities(Condition.Pattern pattern, Operands operands) {
        Map<String, Object> equal = new TreeMap<>();
        for (Condition.Constraint constraint : pattern.constraints()) {
            if (!constraint.isBinding()
                    && constraint.asks() instanceof Expression.Comparison comparison
                    && comparison.operator().equals("==")
                    && comparison.left() instanceof Expression.Value.Field field) {
                value(comparison.right(), operands).ifPresent(value -> equal.put(field.name(), value));
            }
        }
        return equal;
    }

    private static Optional<Object> value(Expression.Value value, Operands operands) {
        return value instanceof Expression.Value.Variable || value instanceof Expression.Value.Literal
                ? operands.known(value)
                : Optional.empty();
    }
}
