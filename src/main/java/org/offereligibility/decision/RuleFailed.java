package org.offereligibility.decision;

import java.util.Locale;
import org.offereligibility.policy.RuleSource;

/**
 * A rule cannot be applied to a dossier, so there is no decision on it. The message names the rule by file and line, and
 * nothing of the dossier.
 */
public final class RuleFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private RuleFailed(RuleSource rule, String why, Throwable cause) {
        super(
                "rule \"" + rule.name() + "\" (" + rule.file() + ", line " + rule.line() + ") " + why
                        + ", so nothing is decided",
                cause);
    }

    static RuleFailed of(RuleSource rule, RuntimeException raised) {
        if (raised instanceof TooManySteps) {
            return new RuleFailed(
                    rule,
                    String.format(
                            Locale.ROOT,
                            "does not come to an end with this dossier within %,d steps",
                            TooManySteps.MOST),
                    raised);
        }
        return new RuleFailed(
                rule,
                raised instanceof ArithmeticException
                        ? "cannot be computed with this dossier (" + raised.getMessage() + ")"
                        : "cannot be applied to this dossier",
                raised);
    }

    /** More facts were tried than any honest rule needs. */
    static final class TooManySteps extends RuntimeException {
        /** Counted and not timed, so that the same dossier ends in the same way on every machine. */
        static final long MOST = 100_000_000;

        private static final long serialVersionUID = 1L;

        TooManySteps() {
            super(null, null, false, false);
        }
    }
}
