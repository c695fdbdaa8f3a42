package org.offereligibility.decision;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.offereligibility.dossier.Fact;

/** Which types of facts can have an influence on which rules, through whatever is derived from them. Safe for threads. */
final class Influence {
    private final List<RulePlan> plans;
    private final Map<String, List<RulePlan>> ofType = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> onType = new ConcurrentHashMap<>();
    private final Map<String, List<RulePlan>> behindType = new ConcurrentHashMap<>();

    Influence(List<RulePlan> plans) {
        this.plans = plans;
    }

    boolean isDerived(String type) {
        return plans.stream().anyMatch(plan -> states(plan).equals(type));
    }

    /** The rules that could hold or not because of facts of that type. */
    List<RulePlan> of(String type) {
        return ofType.computeIfAbsent(type, this::influenced);
    }

    /** The rules that derive whatever has an influence on the rules {@link #of} that type, in the order in which they run. */
    List<RulePlan> behind(String type) {
        return behindType.computeIfAbsent(type, unseen -> behind(of(type)));
    }

    /** The rules that derive whatever these rules read, in the order in which they run. */
    List<RulePlan> behind(List<RulePlan> rules) {
        Set<String> read = on(rules);
        return plans.stream()
                .filter(plan -> !plan.source().findsSomething() && read.contains(states(plan)))
                .toList();
    }

    private List<RulePlan> influenced(String type) {
        Set<String> reached = new HashSet<>(Set.of(type));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (RulePlan plan : plans) {
                grown |= reads(plan).stream().anyMatch(reached::contains) && reached.add(states(plan));
            }
        }
        return plans.stream()
                .filter(plan -> reads(plan).stream().anyMatch(reached::contains))
                .toList();
    }

    /** The types of facts that have an influence on derived facts of that type. */
    Set<String> on(String type) {
        return onType.computeIfAbsent(
                type,
                unseen -> on(
                        plans.stream().filter(plan -> states(plan).equals(type)).toList()));
    }

    /** The types of facts that have an influence on any of the rules. */
    Set<String> on(List<RulePlan> rules) {
        Set<String> reached = new HashSet<>();
        List<RulePlan> behind = rules;
        while (!behind.isEmpty()) {
            Set<String> next = behind.stream()
                    .flatMap(plan -> reads(plan).stream())
                    .filter(reached::add)
                    .collect(Collectors.toSet());
            behind = plans.stream().filter(plan -> next.contains(states(plan))).toList();
        }
        return reached;
    }

    private static String states(RulePlan plan) {
        return plan.source().states().type();
    }

    /** With the types that go under a shared one. */
    private static Set<String> reads(RulePlan plan) {
        Set<String> types = new HashSet<>(plan.source().reads());
        if (types.contains(Fact.Evidence.class.getSimpleName())) {
            Arrays.stream(Fact.Evidence.class.getPermittedSubclasses())
                    .map(Class::getSimpleName)
                    .forEach(types::add);
        }
        return types;
    }
}
