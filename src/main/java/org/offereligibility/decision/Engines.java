package org.offereligibility.decision;

/** Which engines reach a decision. */
public enum Engines {
    /** Both, and if they do not find the same there is no decision. */
    BOTH,
    /** The matcher alone, for bulk work whose decisions do not count by themselves. */
    MATCHER_ALONE
}
