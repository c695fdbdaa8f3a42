package org.offereligibility.decision;

/**
 * Something that a rule asks for and that can fail: a condition, or one constraint of a pattern.
 *
 * @param rule the rule's name
 * @param file relative to the version's folder
 * @param line from 1
 * @param column from 1
 * @param text as written
 */
public record Demand(String rule, Kind kind, String file, int line, int column, String text) {
    /** What can fail. */
    public enum Kind {
        /** Where all conditions before it hold, it does not. */
        CONDITION,
        /** Of some fact all else that the pattern asks is so, and this alone is not. */
        CONSTRAINT
    }
}
