package org.offereligibility.decision;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.offereligibility.dossier.Fact;

/** Which types of facts can have an influence on which rules, through whatever is derived from them. */
final class Influence {
    private final List<RulePlan> plans;

    Influence(List<RulePlan> plans) {
        this.plans = plans;
    }

    /** The rules that could hold or not because of facts of these types. */
    List<RulePlan> on(Set<String> types) {
        Set<String> reached = new HashSet<>(types);
        boolean grown = true;
        while (grown) {
            grown = plans.stream()
                    .filter(plan -> reads(plan).stream().anyMatch(reached::contains))
                    .map(plan -> reached.add(plan.source().states().type()))
                    .reduce(false, Boolean::logicalOr);
        }
        return plans.stream()
                .filter(plan -> reads(plan).stream().anyMatch(reached::contains))
                .toList();
    }

    /** The types of facts that have an influence on the rules of that code. */
    Set<String> of(String code) {
        Set<String> reached = new HashSet<>();
        Set<RulePlan> behind =
                plans.stream().filter(plan -> plan.source().code().equals(code)).collect(Collectors.toSet());
        while (!behind.isEmpty()) {
            Set<String> next = behind.stream()
                    .flatMap(plan -> reads(plan).stream())
                    .filter(reached::add)
                    .collect(Collectors.toSet());
            behind = plans.stream()
                    .filter(plan -> next.contains(plan.source().states().type()))
                    .collect(Collectors.toSet());
        }
        return reached;
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
