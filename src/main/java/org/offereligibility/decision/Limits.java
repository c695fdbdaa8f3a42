package org.offereligibility.decision;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kie.api.runtime.rule.AccumulateFunction;

/**
 * Runs the rules over facts that are certain and facts that are only possible, and so proves what no choice among the possible
 * ones can change: what is derived as certain holds whichever of them come true, and what is not even derived as possible
 * never holds. Two-valued matching done twice: a {@code not} is certain where nothing possible speaks against it.
 */
final class Limits {
    /** So many uncertain values are counted in every combination; more would take too long. */
    private static final int MOST_UNCERTAIN = 10;

    private final WorkingFacts certain = new WorkingFacts();
    private final WorkingFacts possible = new WorkingFacts();
    private final Set<Object> known = new HashSet<>();
    private final Set<Object> knownCertain = new HashSet<>();
    private final List<Match> certainMatches = new ArrayList<>();
    private final List<Match> possibleMatches = new ArrayList<>();
    private boolean tooMany;

    private Limits(Iterable<?> rows, Iterable<?> certainFacts, Iterable<?> possibleFacts) {
        rows.forEach(row -> add(row, true));
        certainFacts.forEach(fact -> add(fact, true));
        possibleFacts.forEach(fact -> add(fact, false));
    }

    /** What is found whatever comes true, and what may be found at all; nothing if that would take too long. */
    record Found(List<Match> certain, List<Match> possible) {}

    static Optional<Found> of(
            List<RulePlan> plans, Iterable<?> rows, Iterable<?> certainFacts, Iterable<?> possibleFacts) {
        Limits limits = new Limits(rows, certainFacts, possibleFacts);
        for (RulePlan plan : plans) {
            limits.run(plan);
            if (limits.tooMany) {
                return Optional.empty();
            }
        }
        return Optional.of(new Found(limits.certainMatches, limits.possibleMatches));
    }

    private void run(RulePlan plan) {
        for (boolean sure : new boolean[] {true, false}) {
            List<Match> matches = plan.matches(possible, (search, frame, next) -> extend(search, frame, sure, next));
            if (plan.source().findsSomething()) {
                (sure ? certainMatches : possibleMatches).addAll(matches);
            } else {
                matches.forEach(match -> add(match.stated(), sure));
            }
        }
    }

    private void add(Object fact, boolean sure) {
        if (sure && knownCertain.add(fact)) {
            certain.add(fact);
        }
        if (known.add(fact)) {
            possible.add(fact);
        }
    }

    private void extend(Search search, Frame frame, boolean sure, Runnable next) {
        if (search instanceof Search.Pattern pattern) {
            for (Object fact : (sure ? certain : possible).of(pattern.type())) {
                if (pattern.takes(fact, frame)) {
                    next.run();
                }
            }
        } else if (search instanceof Search.All all) {
            from(0, all.parts(), frame, sure, next);
        } else if (search instanceof Search.Any any) {
            any.alternatives().forEach(alternative -> extend(alternative, frame, sure, next));
        } else if (search instanceof Search.None none) {
            if (!holds(none.inner(), frame, !sure)) {
                next.run();
            }
        } else if (search instanceof Search.Some some) {
            if (holds(some.inner(), frame, sure)) {
                next.run();
            }
        } else if (search instanceof Search.Accumulate accumulate) {
            accumulate(accumulate, frame, sure, next);
        }
    }

    private void from(int index, List<Search> parts, Frame frame, boolean sure, Runnable next) {
        if (index == parts.size()) {
            next.run();
        } else {
            extend(parts.get(index), frame, sure, () -> from(index + 1, parts, frame, sure, next));
        }
    }

    private boolean holds(Search search, Frame frame, boolean sure) {
        boolean[] found = new boolean[1];
        extend(search, frame, sure, () -> found[0] = true);
        return found[0];
    }

    /** Over exactly these values where none is uncertain; else over the certain ones with each choice of the others. */
    private void accumulate(Search.Accumulate accumulate, Frame frame, boolean sure, Runnable next) {
        List<List<Object>> surely = arguments(accumulate, frame, true);
        List<List<Object>> perhaps = arguments(accumulate, frame, false);
        surely.forEach(perhaps::remove);
        if (sure && !perhaps.isEmpty()) {
            return;
        }
        if (perhaps.size() > MOST_UNCERTAIN) {
            tooMany = true;
            return;
        }
        Set<List<Object>> seen = new HashSet<>();
        for (int choice = 0; choice < 1 << perhaps.size(); choice++) {
            List<List<Object>> values = new ArrayList<>(surely);
            for (int i = 0; i < perhaps.size(); i++) {
                if ((choice >> i & 1) == 1) {
                    values.add(perhaps.get(i));
                }
            }
            List<Object> results = folded(accumulate.folds(), values);
            if (results.size() == accumulate.folds().size() && seen.add(results)) {
                for (int i = 0; i < results.size(); i++) {
                    frame.values[accumulate.folds().get(i).target()] = results.get(i);
                }
                next.run();
            }
        }
    }

    private List<List<Object>> arguments(Search.Accumulate accumulate, Frame frame, boolean sure) {
        List<List<Object>> arguments = new ArrayList<>();
        extend(
                accumulate.inner(),
                frame,
                sure,
                () -> arguments.add(accumulate.folds().stream()
                        .map(fold -> frame.values[fold.argument()])
                        .toList()));
        return arguments;
    }

    /** The results in the order of the folds; fewer where one has none. */
    private static List<Object> folded(List<Search.Fold> folds, List<List<Object>> values) {
        List<Object> results = new ArrayList<>();
        try {
            for (int i = 0; i < folds.size(); i++) {
                AccumulateFunction<Serializable> function =
                        folds.get(i).function().get();
                Serializable context = function.createContext();
                function.init(context);
                for (List<Object> value : values) {
                    function.accumulate(context, value.get(i));
                }
                Object result = function.getResult(context);
                if (result != null) {
                    results.add(result);
                }
            }
        } catch (RuntimeException raised) {
            throw raised;
        } catch (Exception raised) {
            throw new IllegalStateException(raised);
        }
        return results;
    }
}
