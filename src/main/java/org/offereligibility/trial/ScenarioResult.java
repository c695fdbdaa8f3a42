package org.offereligibility.trial;

import java.util.List;
import java.util.Optional;
import org.offereligibility.decision.Decision;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.explanation.Answer;
import org.offereligibility.policy.Scenario;

/**
 * What came of one scenario.
 *
 * @param dossier nothing if it was refused
 * @param decision nothing if there is none
 * @param failures what did not come as expected; none if the scenario passes
 */
public record ScenarioResult(
        Scenario scenario, Optional<Dossier> dossier, Optional<Decision> decision, List<Failure> failures) {
    /** In which way a scenario fails. */
    public enum Kind {
        /** The dossier is none, or does not say when it is judged. */
        DOSSIER_REFUSED,
        /** The scenario speaks of a code that no rule has, or of a verdict that there is not. */
        UNKNOWN_WORD,
        VERDICT,
        /** A code, also one that speaks for the candidate, was expected and not found. */
        NOT_FOUND,
        /** A code was found that was not expected, or that must not be there. */
        FOUND,
        /** The rule's findings are about other things than expected, or stand in another section. */
        ABOUT,
        /** The engines do not agree, so that nothing was decided. */
        UNDECIDED
    }

    /**
     * An expectation that does not hold.
     *
     * @param code of which rule, or empty
     * @param said what was expected and what came, in a sentence
     * @param why what explains it
     */
    public record Failure(Kind kind, String code, String said, Optional<Answer> why) {}

    public boolean passes() {
        return failures.isEmpty();
    }
}
