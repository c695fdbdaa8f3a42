package org.offereligibility.decision;

import org.offereligibility.policy.RuleSource;

/** A rule has a condition that the matcher cannot run; it is refused when the rules are loaded. */
final class UnsupportedCondition extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsupportedCondition(RuleSource rule, Object kind) {
        super(rule.file() + ":" + rule.line() + ": rule \"" + rule.name() + "\" has a condition of the kind " + kind
                + ", which cannot be explained");
    }
}
