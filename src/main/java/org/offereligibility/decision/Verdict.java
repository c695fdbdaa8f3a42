package org.offereligibility.decision;

/** What a decision, or one section of it, concludes; best last. */
public enum Verdict {
    /** Something stands against it. */
    INELIGIBLE,
    /** Nothing stands against it, but something is missing. */
    INCOMPLETE,
    /** The committee must rule. */
    REFER,
    ELIGIBLE
}
