package org.offereligibility.trial;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.offereligibility.dossier.Exact;
import org.offereligibility.policy.Condition;
import org.offereligibility.policy.Expression;
import org.offereligibility.trial.Situation.Absent;
import org.offereligibility.trial.Situation.Present;

/** Whether conditions hold in a situation for certain: with the facts that are there, whatever else may be. */
final class Sure {
    private final World world;
    private final Walk walk;

    Sure(World world, Walk walk) {
        this.world = world;
        this.walk = walk;
    }

    boolean holds(Condition condition, Situation in) {
        return holds(List.of(condition), in, way -> true);
    }

    /** @param then asked of the situation with the variables of the conditions; another way is tried where it is not so */
    boolean holds(List<Condition> conditions, Situation in, Predicate<Situation> then) {
        if (conditions.isEmpty()) {
            return then.test(in);
        }
        List<Condition> rest = conditions.subList(1, conditions.size());
        return one(conditions.get(0), in, way -> holds(rest, way, then));
    }

    private boolean one(Condition condition, Situation in, Predicate<Situation> then) {
        if (condition instanceof Condition.Pattern pattern) {
            return pattern(pattern, in, then);
        }
        if (condition instanceof Condition.And and) {
            return holds(and.conditions(), in, then);
        }
        if (condition instanceof Condition.Or or) {
            return or.conditions().stream().anyMatch(part -> one(part, in, then));
        }
        if (condition instanceof Condition.Exists exists) {
            return one(exists.condition(), in, way -> true) && then.test(in);
        }
        if (condition instanceof Condition.Eval eval) {
            return Tests.truth(world.asks(eval.constraint()), Map.of(), in) == Truth.ALWAYS && then.test(in);
        }
        if (condition instanceof Condition.Not not) {
            return walk.never(not.condition(), in) && then.test(in);
        }
        if (condition instanceof Condition.ForAll all) {
            return every(all, in) && then.test(in);
        }
        return gathered((Condition.Accumulate) condition, in, then);
    }

    private boolean pattern(Condition.Pattern pattern, Situation in, Predicate<Situation> then) {
        for (Form form : world.certain(pattern.type(), in)) {
            Situation with = in.copy();
            Present fact = form.in(with);
            pattern.variable()
                    .ifPresent(name -> with.variables.put(name, fact.fields().getOrDefault("this", 0)));
            if (tests(pattern.constraints(), fact, with) && then.test(with)) {
                return true;
            }
        }
        return false;
    }

    private boolean tests(List<Condition.Constraint> constraints, Present fact, Situation in) {
        for (Condition.Constraint constraint : constraints) {
            Expression asks = world.asks(constraint);
            if (constraint.variable().isPresent() && asks instanceof Expression.Holds named) {
                in.variables.put(constraint.variable().get(), Tests.place(named.value(), fact.fields(), in));
            } else if (Tests.truth(asks, fact.fields(), in) != Truth.ALWAYS) {
                return false;
            }
        }
        return true;
    }

    /** That all facts are so follows from the same having been asked before, or from what they may be at all. */
    private boolean every(Condition.ForAll all, Situation in) {
        String asked = plain(all.text(), in, in.variables);
        if (in.every.stream()
                .anyMatch(known ->
                        plain(known.condition().text(), in, known.variables()).equals(asked))) {
            return true;
        }
        return world.forms(all.pattern().type(), new Situation()).stream().allMatch(form -> {
            Situation with = in.copy();
            return tests(all.pattern().constraints(), form.in(with), with);
        });
    }

    private static String plain(String text, Situation in, Map<String, Integer> variables) {
        String plain = text.replaceAll("\\s+", "");
        for (Map.Entry<String, Integer> variable :
                new java.util.TreeMap<>(variables).descendingMap().entrySet()) {
            plain = plain.replace(variable.getKey(), "#" + in.values.first(variable.getValue()) + "#");
        }
        return plain;
    }

    private boolean gathered(Condition.Accumulate accumulate, Situation in, Predicate<Situation> then) {
        boolean some = one(accumulate.condition(), in, way -> true);
        boolean zeroOfNothing = accumulate.function().name().equals("howMany")
                || accumulate.function().name().equals("total");
        if (!some && !zeroOfNothing) {
            return false;
        }
        Situation with = in.copy();
        Range range = Range.ANY_NUMBER;
        if (accumulate.function().name().equals("howMany")) {
            range = Range.between(java.util.Optional.of(Exact.of(some ? 1 : 0)), java.util.Optional.empty());
        }
        Walk.result(accumulate, in, with, range);
        return then.test(with);
    }

    /** Whether something is there that must be absent, or is not as all must be. */
    boolean isContradicted(Situation in) {
        if (in.values.isImpossible()) {
            return true;
        }
        for (Absent absent : in.absent) {
            if (holds(absent.condition(), in.with(absent.variables()))) {
                return true;
            }
        }
        for (Absent every : in.every) {
            Condition.Pattern pattern = ((Condition.ForAll) every.condition()).pattern();
            for (Form form : world.certain(pattern.type(), in)) {
                Situation with = in.with(every.variables());
                Present fact = form.in(with);
                if (pattern.constraints().stream()
                        .anyMatch(test -> Tests.truth(world.asks(test), fact.fields(), with) == Truth.NEVER)) {
                    return true;
                }
            }
        }
        return false;
    }
}
