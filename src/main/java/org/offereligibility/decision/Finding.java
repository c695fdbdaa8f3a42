package org.offereligibility.decision;

import java.util.List;

/**
 * What one rule concluded about one subject.
 *
 * @param message one plain sentence that a committee can read aloud
 * @param because the things that made the rule hold, in an order that does not depend on the dossier's
 */
public record Finding(
        String code,
        Effect effect,
        String section,
        String subject,
        String message,
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
