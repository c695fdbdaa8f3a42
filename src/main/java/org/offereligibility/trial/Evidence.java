package org.offereligibility.trial;

import java.util.HashSet;
import java.util.Set;
import org.offereligibility.policy.Condition;
import org.offereligibility.policy.FactType;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RuleSource;

/** Which rules cannot hold unless the dossier says something. */
final class Evidence {
    private final RuleSet rules;

    Evidence(RuleSet rules) {
        this.rules = rules;
    }

    /** Whether the rule, or each rule that derives a fact it needs, asks for a fact of the dossier to be there. */
    boolean isNeeded(RuleSource rule) {
        return isNeeded(rule, new HashSet<>());
    }

    private boolean isNeeded(RuleSource rule, Set<String> seen) {
        return rule.conditions().stream().anyMatch(condition -> isNeeded(condition, seen));
    }

    private boolean isNeeded(Condition condition, Set<String> seen) {
        if (condition instanceof Condition.Exists
                || condition instanceof Condition.And
                || condition instanceof Condition.Accumulate) {
            return condition.parts().stream().anyMatch(part -> isNeeded(part, seen));
        }
        if (!(condition instanceof Condition.Pattern pattern)) {
            return false;
        }
        FactType.Origin origin = rules.type(pattern.type()).orElseThrow().origin();
        if (origin != FactType.Origin.DERIVED) {
            return origin == FactType.Origin.DOSSIER;
        }
        return seen.add(pattern.type())
                && rules.rules().stream()
                        .filter(rule -> rule.states().type().equals(pattern.type()))
                        .allMatch(rule -> isNeeded(rule, seen));
    }
}
