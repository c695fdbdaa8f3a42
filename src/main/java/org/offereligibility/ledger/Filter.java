package org.offereligibility.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which records are wanted: those that have all of this.
 *
 * @param from no earlier than this, to the millisecond
 * @param until earlier than this, to the millisecond
 */
public record Filter(
        Optional<String> candidate,
        Optional<String> kind,
        Optional<String> by,
        Optional<String> about,
        Optional<String> role,
        Optional<String> version,
        Optional<String> rules,
        Optional<Instant> from,
        Optional<Instant> until,
        Set<Mark> marks) {
    /** Every record. */
    public static final Filter ALL = new Filter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of());

    /** The records of one candidate, as far as they were not erased. */
    public static Filter candidate(String id) {
        return new Filter(
                Optional.of(id),
                ALL.kind,
                ALL.by,
                ALL.about,
                ALL.role,
                ALL.version,
                ALL.rules,
                ALL.from,
                ALL.until,
                ALL.marks);
    }

    /** The records that carry all these words. */
    public static Filter marked(Mark... marks) {
        return new Filter(
                ALL.candidate,
                ALL.kind,
                ALL.by,
                ALL.about,
                ALL.role,
                ALL.version,
                ALL.rules,
                ALL.from,
                ALL.until,
                Set.of(marks));
    }

    /** The records that point at this one: its rulings, overrides, withdrawals and tombstones. */
    public static Filter about(String id) {
        return new Filter(
                ALL.candidate,
                ALL.kind,
                ALL.by,
                Optional.of(id),
                ALL.role,
                ALL.version,
                ALL.rules,
                ALL.from,
                ALL.until,
                ALL.marks);
    }
}
