package org.offereligibility.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Moment;
import org.offereligibility.policy.RuleSource;

/** Runs through the conditions of one rule after the other, and notes what holds and what fails. */
final class Trying {
    /** What one test that fails takes from how near a rule comes; a condition that holds counts for this much. */
    private static final int CONDITION = 100;

    private static final Moment EPOCH = Moment.parse("1970-01-01T00:00:00Z");

    private final Demands demands;
    private final Set<Demand> failed = new HashSet<>();
    private final List<Tried.Margin> margins = new ArrayList<>();
    private final WorkingFacts facts;
    private int nearness;

    Trying(Demands demands, WorkingFacts facts) {
        this.demands = demands;
        this.facts = facts;
    }

    /** Whether the rule holds. */
    boolean holds(RulePlan plan) {
        return !through(plan.parts(), List.of(plan.frame(facts)), plan.source(), true)
                .isEmpty();
    }

    Tried tried(Set<String> holding) {
        return new Tried(Set.copyOf(holding), Set.copyOf(failed), List.copyOf(margins), nearness);
    }

    /** @param counts whether what holds brings the rule nearer */
    private List<Frame> through(List<Search> parts, List<Frame> frames, RuleSource rule, boolean counts) {
        List<Frame> ways = frames;
        for (Search part : Examination.flat(parts)) {
            if (ways.isEmpty()) {
                return ways;
            }
            int fewest = within(part, ways, rule);
            List<Frame> further = new ArrayList<>();
            for (Frame way : ways) {
                List<Frame> here = Examination.extend(part, List.of(way), Map.of());
                if (here.isEmpty()) {
                    demands.condition(rule, part.written()).ifPresent(failed::add);
                }
                if (further.size() < Examination.WAYS) {
                    further.addAll(here);
                }
            }
            if (counts) {
                nearness += further.isEmpty() ? -Math.min(fewest, CONDITION / 2) : CONDITION;
            }
            ways = further;
        }
        return ways;
    }

    /** @return how many tests the nearest fact fails, for a pattern; else 0 */
    private int within(Search part, List<Frame> ways, RuleSource rule) {
        if (part instanceof Search.Pattern pattern) {
            return pattern(pattern, ways);
        } else if (part instanceof Search.None none) {
            through(List.of(none.inner()), ways, rule, false);
        } else if (part instanceof Search.Some some) {
            through(List.of(some.inner()), ways, rule, false);
        } else if (part instanceof Search.Every every) {
            pattern(every.pattern(), ways);
        } else if (part instanceof Search.Any any) {
            any.alternatives().forEach(alternative -> through(List.of(alternative), ways, rule, false));
        } else if (part instanceof Search.Accumulate accumulate) {
            through(List.of(accumulate.inner()), ways, rule, false);
        } else if (part instanceof Search.Given given) {
            for (Frame way : ways) {
                Demands.Asked test = demands.asked(given.test(), rule);
                if (!given.test().holds(way)) {
                    test.demand().ifPresent(failed::add);
                }
                margins(test, new Operands(Map.of(), way.bindings()), rows(way));
            }
        }
        return 0;
    }

    private int pattern(Search.Pattern pattern, List<Frame> ways) {
        List<Demands.Asked> tests = demands.tests(pattern);
        int fewest = CONDITION;
        for (Frame way : ways) {
            Frame tried = way.copy();
            for (Object fact : facts.of(pattern.type())) {
                tried.values[pattern.place()] = fact;
                pattern.bindings().forEach(binding -> binding.apply(tried));
                List<Demands.Asked> not = new ArrayList<>();
                for (Demands.Asked test : tests) {
                    if (!test.test().holds(tried)) {
                        not.add(test);
                    }
                }
                if (not.size() == 1) {
                    not.get(0).demand().ifPresent(failed::add);
                }
                fewest = Math.min(fewest, not.size());
                for (Demands.Asked test : tests) {
                    if (!test.compared().isEmpty() && (not.isEmpty() || not.size() == 1 && not.get(0) == test)) {
                        margins(test, Operands.on(fact, tried.bindings()), rows(tried));
                    }
                }
            }
        }
        return fewest;
    }

    private void margins(Demands.Asked test, Operands operands, List<String> rows) {
        if (test.demand().isEmpty()) {
            return;
        }
        for (Demands.Compared compared : test.compared()) {
            Object left = operands.value(compared.comparison().left());
            Object right = operands.value(compared.comparison().right());
            if (Comparisons.measured(left) && Comparisons.measured(right)) {
                Exact over = measure(left).minus(measure(right));
                Object bound = compared.boundOnTheLeft() ? left : right;
                Object other = compared.boundOnTheLeft() ? right : left;
                Tried.Edge edge = new Tried.Edge(
                        test.demand().orElseThrow(),
                        compared.place(),
                        other instanceof Moment ? "instant" : "figure",
                        compared.ofPolicy() ? bound.toString() : "",
                        rows);
                margins.add(new Tried.Margin(edge, compared.boundOnTheLeft() ? over.negated() : over));
            }
        }
    }

    /** The lines of tables that a way goes through. */
    private List<String> rows(Frame way) {
        return Arrays.stream(way.values)
                .filter(Objects::nonNull)
                .flatMap(value -> Optional.ofNullable(demands.rows().get(value)).stream())
                .map(row -> row.file() + ":" + row.line())
                .distinct()
                .sorted()
                .toList();
    }

    private static Exact measure(Object value) {
        return value instanceof Moment moment ? moment.hoursSince(EPOCH) : (Exact) value;
    }
}
