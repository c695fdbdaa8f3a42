package org.offereligibility.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which records are wanted: those that have all of this.
 *
 * @param from no earlier than this, to the millisecond
 * @param until earlier than this, to the millisecond
 * @param marks carrying every one of these words
 * @param target of at least one record of this kind: a record that one of them points at
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
        Set<Mark> marks,
        Optional<String> target) {
    /** Records whether or not any points at them. */
    public Filter(
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
        this(candidate, kind, by, about, role, version, rules, from, until, marks, Optional.empty());
    }

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
        return ALL.with(Optional.of(id), ALL.kind, ALL.about, ALL.until, ALL.marks);
    }

    /** The records that carry all these words. */
    public static Filter marked(Mark... marks) {
        return ALL.with(ALL.candidate, ALL.kind, ALL.about, ALL.until, Set.of(marks));
    }

    /** The records that point at this one: its rulings, overrides, withdrawals and tombstones. */
    public static Filter about(String id) {
        return ALL.with(ALL.candidate, ALL.kind, Optional.of(id), ALL.until, ALL.marks);
    }

    /** The same, of one kind only. */
    public Filter ofKind(String one) {
        return with(candidate, Optional.of(one), about, until, marks);
    }

    /** The same, earlier than this instant only. */
    public Filter before(Instant end) {
        return with(candidate, kind, about, Optional.of(end), marks);
    }

    private Filter with(
            Optional<String> newCandidate,
            Optional<String> newKind,
            Optional<String> newAbout,
            Optional<Instant> newUntil,
            Set<Mark> newMarks) {
        return new Filter(newCandidate, newKind, by, newAbout, role, version, rules, from, newUntil, newMarks, target);
    }
}
