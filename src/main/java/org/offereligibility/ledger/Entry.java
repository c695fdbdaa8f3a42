package org.offereligibility.ledger;

import java.time.Instant;

/**
 * A record as the database holds it. The leaf is what is proved; everything else repeats words of it so that they can be
 * searched, and someone may have tampered with one and not the other.
 *
 * @param index the leaf's place in the tree, from 0, without gaps
 * @param id the ledger's own name for the record, a UUID
 * @param leaf canonical JSON
 * @param at when it was recorded as the clock said, to the millisecond. The order of records is that of their indexes:
 *     where a clock was put back, the times go back too
 * @param by who asked
 * @param about the id of the record that this one is about, or empty
 * @param rules the hash of the rule set, or empty
 */
public record Entry(
        long index,
        String id,
        byte[] leaf,
        Instant at,
        String kind,
        String requestId,
        String by,
        String about,
        String role,
        String version,
        String rules) {
    /** The kind of a record that says what was erased of another. */
    public static final String TOMBSTONE = "tombstone";

    static Entry of(long index, String id, Instant at, byte[] leaf, Draft draft) {
        return new Entry(
                index,
                id,
                leaf,
                at,
                draft.kind(),
                draft.requestId(),
                draft.by(),
                draft.about(),
                draft.fields().getOrDefault("role", ""),
                draft.fields().getOrDefault("version", ""),
                draft.fields().getOrDefault("rules", ""));
    }
}
