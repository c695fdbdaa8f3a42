package org.offereligibility.decision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.offereligibility.dossier.Exact;

/**
 * A condition of a rule that fails.
 *
 * @param what what the condition asks for, or asks to be absent, in plain words, without an article
 * @param misses how near it came, the nearest first
 * @param further how many more misses there are
 * @param inside the conditions within this one that fail
 * @param sources why the rules do not hold that would have derived the missing fact
 */
public record Obstacle(
        Place where,
        Kind kind,
        String what,
        List<Miss> misses,
        int further,
        List<Obstacle> inside,
        List<WhyNot> sources) {
    /** In which way a condition fails. */
    public enum Kind {
        /** There is no fact of that type at all. */
        ABSENT,
        /** There are facts of that type, but none is as the condition asks. */
        UNLIKE,
        /** What had to be absent is there. */
        PRESENT,
        /** Of facts that all had to be as the condition asks, some are not. */
        EXCEPTION,
        /** What is asked of values is not so. */
        UNTRUE,
        /** There is nothing of what had to be there, for the reasons inside. */
        NOWHERE,
        /** None of the alternatives holds, for the reasons inside. */
        NEITHER,
        /** There is nothing to count or to compute with, for the reasons inside. */
        NOTHING
    }

    /**
     * Where a condition stands.
     *
     * @param text as written
     * @param file relative to the version's folder
     * @param line from 1
     */
    public record Place(String text, String file, int line) {}

    /**
     * One way in which the condition fails.
     *
     * @param given the values of the rule's variables that the condition uses, by name
     * @param facts the fact that came nearest; or those that are there and should not be
     * @param failed what is not so of the nearest fact
     */
    public record Miss(Map<String, Object> given, List<Reason> facts, List<Failed> failed) {}

    /**
     * A part of a condition that is not so.
     *
     * @param asked as written
     * @param compared the values that were compared; those comparisons that failed it
     */
    public record Failed(String asked, List<Compared> compared) {}

    /**
     * Two values as they are.
     *
     * @param relation how the left one really stands to the right one: {@code <}, {@code =} or {@code >} for values that have
     *     an order, else {@code =} or {@code ≠}; {@code is} for a value that stands alone
     * @param margin how far the two are apart, for numbers; for instants in hours
     */
    public record Compared(Operand left, String relation, Operand right, Optional<Exact> margin) {}

    /**
     * @param name as the rule writes it; empty for a value that stands in the rule itself
     * @param value {@code String}, {@code Boolean}, {@link Exact}, {@link org.offereligibility.dossier.Moment}, ...
     */
    public record Operand(String name, Object value) {}
}
