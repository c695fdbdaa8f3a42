package org.offereligibility.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.offereligibility.policy.Condition;
import org.offereligibility.policy.Expression;
import org.offereligibility.trial.Situation.Absent;
import org.offereligibility.trial.Situation.Present;

/**
 * Goes through all ways in which conditions may hold. Where it finds none, they never hold; a way that it finds may still be
 * impossible for a reason that it does not see.
 */
final class Walk {
    /** So many conditions and facts are looked at for one question. */
    private static final int STEPS = 40_000;

    private static final int DEPTH = 1;

    /** So many ways to gather something are followed one by one. */
    private static final int FEW = 12;

    private static final Set<String> OF_NOTHING = Set.of("howMany", "total");

    private final BiFunction<String, Situation, List<Form>> forms;
    private final Sure sure;
    private final Tally tally;
    private final World world;
    private final int[] steps;
    private final int depth;

    /** @param forms all forms that a fact of that type may take there */
    Walk(BiFunction<String, Situation, List<Form>> forms, World world, Tally tally) {
        this.forms = forms;
        this.sure = new Sure(world, this);
        this.tally = tally;
        this.world = world;
        this.steps = new int[1];
        this.depth = 0;
    }

    /** There are too many ways to go through all of them, so that nothing can be told. */
    static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** @throws TooMany if it would take too long */
    void ways(List<Condition> conditions, Situation from, Consumer<Situation> way) {
        next(conditions, 0, from, found -> {
            if (!sure.isContradicted(found)) {
                way.accept(found);
            }
        });
    }

    /** Whether the condition cannot hold there; what is denied within what is denied is followed only so far. */
    boolean never(Condition condition, Situation in) {
        if (depth > DEPTH) {
            return false;
        }
        boolean[] found = new boolean[1];
        new Walk(world, this).ways(List.of(condition), in.copy(), way -> found[0] = true);
        return !found[0];
    }

    private Walk(World world, Walk of) {
        this.forms = of.forms;
        this.sure = new Sure(world, this);
        this.tally = new Tally();
        this.steps = of.steps;
        this.world = world;
        this.depth = of.depth + 1;
    }

    private void next(List<Condition> conditions, int from, Situation in, Consumer<Situation> way) {
        if (from == conditions.size()) {
            way.accept(in);
        } else {
            one(conditions.get(from), in, further -> next(conditions, from + 1, further, way));
        }
    }

    private void step() {
        if (++steps[0] > STEPS) {
            throw new TooMany();
        }
    }

    private void one(Condition condition, Situation in, Consumer<Situation> way) {
        step();
        if (condition instanceof Condition.Pattern pattern) {
            pattern(pattern, in, way);
        } else if (condition instanceof Condition.And and) {
            next(and.conditions(), 0, in, way);
        } else if (condition instanceof Condition.Or or) {
            for (Condition part : or.conditions()) {
                one(part, in.copy(), way);
            }
        } else if (condition instanceof Condition.Exists exists) {
            one(exists.condition(), in.copy(), found -> way.accept(found.with(in.variables)));
        } else if (condition instanceof Condition.Eval eval) {
            test(eval.constraint(), Map.of(), in.copy(), way);
        } else if (condition instanceof Condition.Not not) {
            not(not, in, way);
        } else if (condition instanceof Condition.ForAll all) {
            every(all, in, way);
        } else {
            gather((Condition.Accumulate) condition, in, way);
        }
    }

    private void pattern(Condition.Pattern pattern, Situation in, Consumer<Situation> way) {
        tally.reached(pattern);
        for (Form form : forms.apply(pattern.type(), in)) {
            step();
            Situation with = in.copy();
            Present fact = form.in(with);
            if (!with.values.isImpossible()) {
                pattern.variable()
                        .ifPresent(
                                name -> with.variables.put(name, fact.fields().getOrDefault("this", 0)));
                tests(pattern, 0, fact, with, found -> {
                    tally.held(pattern, fact);
                    found.asked.add(new Situation.Asked(fact, pattern));
                    way.accept(found);
                });
            }
        }
    }

    private void tests(Condition.Pattern pattern, int from, Present fact, Situation in, Consumer<Situation> way) {
        if (from == pattern.constraints().size()) {
            way.accept(in);
            return;
        }
        test(
                pattern.constraints().get(from),
                fact.fields(),
                in,
                further -> tests(pattern, from + 1, fact, further, way));
    }

    private void test(
            Condition.Constraint constraint, Map<String, Integer> fields, Situation in, Consumer<Situation> way) {
        Expression asks = world.asks(constraint);
        if (constraint.variable().isPresent() && asks instanceof Expression.Holds named) {
            in.variables.put(constraint.variable().get(), Tests.place(named.value(), fields, in));
            way.accept(in);
            return;
        }
        Truth truth = Tests.truth(asks, fields, in);
        tally.tested(constraint, asks, truth, fields, in);
        if (truth == Truth.NEVER) {
            tally.refused(constraint, fields, in);
        }
        if (truth == Truth.ALWAYS) {
            way.accept(in);
        } else if (truth == Truth.MAYBE) {
            Tests.assume(asks, true, fields, in).forEach(way);
        }
    }

    private void not(Condition.Not not, Situation in, Consumer<Situation> way) {
        boolean[] possible = new boolean[1];
        ways(List.of(not.condition()), in.copy(), found -> possible[0] = true);
        boolean certain = possible[0] && sure.holds(not.condition(), in);
        tally.denied(not, Truth.of(!possible[0], certain));
        if (!certain) {
            Situation without = in.copy();
            without.absent.add(new Absent(not.condition(), Map.copyOf(in.variables)));
            way.accept(without);
        }
    }

    private void every(Condition.ForAll all, Situation in, Consumer<Situation> way) {
        tally.denied(all, Truth.of(sure.holds(all, in), false));
        Situation with = in.copy();
        with.every.add(new Absent(all, Map.copyOf(in.variables)));
        way.accept(with);
    }

    /** Of nothing, there is no mean, no lowest and no highest; a number and a total of it are zero. */
    private void gather(Condition.Accumulate accumulate, Situation in, Consumer<Situation> way) {
        List<Situation> inner = new ArrayList<>();
        ways(List.of(accumulate.condition()), in.copy(), inner::add);
        String function = accumulate.function().name();
        Expression.Value argument = Study.value(accumulate.function().argument());
        Range range = inner.stream()
                .map(found -> found.values.range(Tests.place(argument, Map.of(), found)))
                .reduce(Range::hull)
                .map(values -> Arithmetic.gathered(function, values))
                .orElse(Range.number(org.offereligibility.dossier.Exact.ZERO));
        if (OF_NOTHING.contains(function) && !sure.holds(accumulate.condition(), in)) {
            Situation none = in.copy();
            result(accumulate, in, none, Range.number(org.offereligibility.dossier.Exact.ZERO));
            none.absent.add(new Absent(accumulate.condition(), Map.copyOf(in.variables)));
            if (!none.values.isImpossible()) {
                way.accept(none);
            }
        }
        if (inner.size() > FEW) {
            Situation some = in.copy();
            result(accumulate, in, some, range);
            way.accept(some);
            return;
        }
        for (Situation found : inner) {
            Situation some = found.with(in.variables);
            int result = result(accumulate, in, some, range);
            some.gathered.add(new Situation.Gathered(
                    function, result, Tests.place(argument, Map.of(), found), in.present.size(), found.present.size()));
            if (!some.values.isImpossible()) {
                way.accept(some);
            }
        }
    }

    /** Gives the result its place, the same for the same question, and its name. */
    static int result(Condition.Accumulate accumulate, Situation asked, Situation in, Range range) {
        String text = accumulate
                .text()
                .replaceAll("\\s+", "")
                .replace(accumulate.function().variable(), "$");
        List<Integer> outside = new ArrayList<>();
        for (Map.Entry<String, Integer> variable :
                new TreeMap<>(asked.variables).descendingMap().entrySet()) {
            if (text.contains(variable.getKey())) {
                text = text.replace(variable.getKey(), "#" + outside.size() + "#");
                outside.add(variable.getValue());
            }
        }
        int place = in.values.gathered(text, outside);
        in.values.narrow(place, range);
        in.variables.put(accumulate.function().variable(), place);
        return place;
    }
}
