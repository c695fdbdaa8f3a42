package org.offereligibility.trial;

/** What can be told of a condition without a case. */
enum Truth {
    ALWAYS,
    NEVER,
    /** It depends, or it is not known. */
    MAYBE;

    Truth not() {
        return this == MAYBE ? MAYBE : this == ALWAYS ? NEVER : ALWAYS;
    }

    static Truth of(boolean always, boolean never) {
        return always ? ALWAYS : never ? NEVER : MAYBE;
    }
}
