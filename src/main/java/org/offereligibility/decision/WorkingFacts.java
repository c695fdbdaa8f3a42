package org.offereligibility.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The facts of one evaluation, by type, and how each derived one came about. */
final class WorkingFacts {
    private final Map<Class<?>, List<Object>> byClass = new HashMap<>();
    private final Map<Class<?>, List<Object>> bySharedType = new HashMap<>();
    private final Map<Object, List<Match>> derivations = new LinkedHashMap<>();
    private long tried;

    /** A fact is tried for a pattern. */
    void tried() {
        if (++tried > RuleFailed.TooManySteps.MOST) {
            throw new RuleFailed.TooManySteps();
        }
    }

    void add(Object fact) {
        byClass.computeIfAbsent(fact.getClass(), type -> new ArrayList<>()).add(fact);
        if (!bySharedType.isEmpty()) {
            bySharedType.clear();
        }
    }

    /** Adds what a rule derived; a fact that is there already is the same fact, with one more reason. */
    void add(Match match) {
        List<Match> known = derivations.computeIfAbsent(match.stated(), fact -> new ArrayList<>());
        if (known.isEmpty()) {
            add(match.stated());
        }
        known.add(match);
    }

    List<Object> of(Class<?> type) {
        if (!type.isInterface()) {
            return byClass.getOrDefault(type, List.of());
        }
        return bySharedType.computeIfAbsent(
                type,
                shared -> byClass.entrySet().stream()
                        .filter(entry -> shared.isAssignableFrom(entry.getKey()))
                        .flatMap(entry -> entry.getValue().stream())
                        .toList());
    }

    /** Every way in which a derived fact came about; empty for any other. */
    List<Match> derivations(Object fact) {
        return derivations.getOrDefault(fact, List.of());
    }
}
