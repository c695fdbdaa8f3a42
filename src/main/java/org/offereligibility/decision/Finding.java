package org.offereligibility.decision;

import java.util.List;

/**
 * What one rule concluded about one subject.
 *
 * @param message one plain sentence that a committee can read aloud
 * @param told the same to the candidate, in sentences that may be sent: at least one where the effect {@linkplain
 *     Effect#standsInTheWay stands in the way} of the offer, and else none; sorted and without repetition
 * @param because the things that made the rule hold, in an order that does not depend on the dossier's
 */
public record Finding(
        String code,
        Effect effect,
        String section,
        String subject,
        String message,
        List<String> told,
        RuleReference rule,
        List<Reason> because) {
    /**
     * Where a rule stands.
     *
     * @param file relative to the version's folder
     * @param line where the rule begins, from 1
     * @param source where the policy's source says so
     */
    public record RuleReference(String name, String file, int line, String source) {}
}
