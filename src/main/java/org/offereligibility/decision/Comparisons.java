package org.offereligibility.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Moment;
import org.offereligibility.policy.Expression;

/**
 * Every comparison that conditions of rules make over some facts, with its two values: also those that hold, and those that
 * would only be made if another comparison of numbers had turned out otherwise.
 */
final class Comparisons {
    /** So many ways into one condition are followed. */
    private static final int WAYS = 500;

    private final WorkingFacts facts;
    private final Map<String, Seen> seen = new LinkedHashMap<>();

    private Comparisons(WorkingFacts facts) {
        this.facts = facts;
    }

    /** Two values that were compared. */
    record Seen(Object left, Object right) {}

    /** By rule, place and the words of the facts concerned, so that those of two similar dossiers can be laid side by side. */
    static Map<String, Seen> of(Collection<RulePlan> plans, WorkingFacts facts) {
        Comparisons comparisons = new Comparisons(facts);
        for (RulePlan plan : plans) {
            comparisons.follow(
                    plan.parts(), List.of(plan.frame(facts)), plan.source().name());
        }
        return comparisons.seen;
    }

    private List<Frame> follow(List<Search> parts, List<Frame> ways, String rule) {
        List<Frame> further = ways;
        for (Search part : Examination.flat(parts)) {
            further = follow(part, further, rule);
        }
        return further;
    }

    private List<Frame> follow(Search part, List<Frame> ways, String rule) {
        if (part instanceof Search.Pattern pattern) {
            return pattern(pattern, ways, rule);
        }
        if (part instanceof Search.None none) {
            follow(List.of(none.inner()), ways, rule);
            return ways;
        }
        if (part instanceof Search.Some some) {
            follow(List.of(some.inner()), ways, rule);
            return ways;
        }
        if (part instanceof Search.Every every) {
            follow(List.of(every.pattern()), ways, rule);
            return ways;
        }
        if (part instanceof Search.Given given) {
            ways.forEach(way -> {
                String words = rule + words(way.bindings());
                int[] place = {given.test().asked().at().offset(), 0};
                leaves(
                        given.test().asked().asks(),
                        new Operands(Map.of(), way.bindings()),
                        compared -> note(words + place[0] + "/" + place[1]++, compared));
            });
            return ways;
        }
        if (part instanceof Search.Any any) {
            List<Frame> further = new ArrayList<>();
            any.alternatives().forEach(alternative -> further.addAll(follow(List.of(alternative), ways, rule)));
            return further;
        }
        if (part instanceof Search.Accumulate accumulate) {
            follow(List.of(accumulate.inner()), ways, rule);
        }
        return Examination.extend(part, ways, Map.of());
    }

    private List<Frame> pattern(Search.Pattern pattern, List<Frame> ways, String rule) {
        List<Frame> further = new ArrayList<>();
        for (Frame way : ways) {
            for (Object fact : facts.of(pattern.type())) {
                Frame tried = way.copy();
                tried.values[pattern.place()] = fact;
                pattern.bindings().forEach(binding -> binding.apply(tried));
                if (compare(pattern, fact, tried, way, rule) && further.size() < WAYS) {
                    further.add(tried);
                }
            }
        }
        return further;
    }

    /** Whether everything holds but, perhaps, comparisons of numbers and instants. */
    private boolean compare(Search.Pattern pattern, Object fact, Frame tried, Frame way, String rule) {
        Map<String, Object> fields = Reasons.parts(fact);
        Operands operands = Operands.on(fact, tried.bindings());
        String words = rule + words(way.bindings()) + words(fields);
        boolean[] possible = {true};
        for (Search.Test test : Nearness.tests(pattern)) {
            int[] place = {test.asked().at().offset(), 0};
            leaves(test.asked().asks(), operands, compared -> {
                note(words + place[0] + "/" + place[1]++, compared);
                possible[0] &= test.holds(tried) || measured(compared.left());
            });
        }
        return possible[0];
    }

    private void note(String key, Seen compared) {
        String free = key;
        while (seen.containsKey(free)) {
            free += "'";
        }
        seen.put(free, compared);
    }

    static boolean measured(Object value) {
        return value instanceof Exact || value instanceof Moment;
    }

    /** The words among the values, which do not change when a number does. */
    private static String words(Map<String, Object> values) {
        Map<String, Object> words = new TreeMap<>(values);
        words.remove("pointer");
        words.values().removeIf(value -> !(value instanceof String));
        return words.toString();
    }

    private static void leaves(Expression expression, Operands operands, Consumer<Seen> leaf) {
        if (expression instanceof Expression.AnyOf any) {
            any.parts().forEach(part -> leaves(part, operands, leaf));
        } else if (expression instanceof Expression.AllOf all) {
            all.parts().forEach(part -> leaves(part, operands, leaf));
        } else if (expression instanceof Expression.Negated negated) {
            leaves(negated.inner(), operands, leaf);
        } else if (expression instanceof Expression.Comparison comparison) {
            leaf.accept(new Seen(operands.value(comparison.left()), operands.value(comparison.right())));
        } else if (expression instanceof Expression.OneOf oneOf) {
            Object left = operands.value(oneOf.left());
            oneOf.options().forEach(option -> leaf.accept(new Seen(left, operands.value(option))));
        } else if (expression instanceof Expression.Holds holds) {
            leaf.accept(new Seen(operands.value(holds.value()), true));
        }
    }
}
