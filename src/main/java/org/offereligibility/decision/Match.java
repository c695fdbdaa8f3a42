package org.offereligibility.decision;

import java.util.List;
import java.util.Map;
import org.offereligibility.policy.Condition;
import org.offereligibility.policy.RuleSource;

/**
 * One way in which a rule's conditions hold.
 *
 * @param bindings the values of the rule's variables, by name
 * @param support what made it hold
 * @param stated what the consequence states for it
 */
record Match(RuleSource rule, Map<String, Object> bindings, List<Support> support, Object stated) {
    /** A fact that was there, or a condition for which there was none. */
    sealed interface Support {
        record Present(Object fact) implements Support {}

        /** @param bindings as they were when the condition was found to have nothing */
        record Absent(Condition.Not condition, Map<String, Object> bindings) implements Support {}

        /** That no fact was other than a {@code forall} asks. */
        record Each(Condition.ForAll condition, Map<String, Object> bindings) implements Support {}
    }
}
