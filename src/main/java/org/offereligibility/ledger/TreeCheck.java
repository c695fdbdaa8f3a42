package org.offereligibility.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Grows the tree anew, twice: over the records as they are, and over their stored hashes. Where the two part, a signed root
 * tells which of them is as it was; from there both go on together, so that one change does not hide the next.
 */
final class TreeCheck {
    private final Snapshot snapshot;
    private final Flaws flaws;
    private final Frontier told = new Frontier();
    private final Frontier stored = new Frontier();
    private final List<Suspect> suspects = new ArrayList<>();
    private long moreSuspects;
    private long size;
    private long proved;
    private boolean broken;

    /** A record that does not give its stored hash. */
    private record Suspect(Entry record, Hash hash) {}

    TreeCheck(Snapshot snapshot, Flaws flaws) {
        this.snapshot = snapshot;
        this.flaws = flaws;
    }

    /** How many records the tree was grown over. */
    long size() {
        return size;
    }

    /** Up to which number of records a signed root says that they are as they were, but for the flaws that are told. */
    long proved() {
        return proved;
    }

    /** Whether a record is gone with its hash, so that no later root can be computed. */
    boolean isBroken() {
        return broken;
    }

    Hash root() {
        return told.root();
    }

    void record(Entry record) throws SQLException {
        Hash leaf = Hash.leaf(record.leaf());
        Optional<Hash> kept = snapshot.node(0, record.index());
        if (kept.isEmpty()) {
            flaws.add(flaw(Flaw.Kind.NODE, record, "Its stored hash is gone."));
        } else if (!kept.get().equals(leaf)) {
            if (suspects.size() < flaws.limit()) {
                suspects.add(new Suspect(record, leaf));
            } else {
                moreSuspects++;
            }
        }
        grow(leaf, kept.orElse(leaf));
    }

    /** Goes on over a record that is gone, by its stored hash; if that is gone too, the tree is broken from here on. */
    void missing(long index) throws SQLException {
        Optional<Hash> kept = broken ? Optional.empty() : snapshot.node(0, index);
        if (kept.isPresent()) {
            grow(kept.get(), kept.get());
        } else {
            broken = true;
        }
    }

    private void grow(Hash leaf, Hash kept) throws SQLException {
        size++;
        if (broken) {
            return;
        }
        List<Node> byRecords = told.add(leaf);
        List<Node> byHashes = stored.add(kept);
        for (int level = 1; level < byRecords.size(); level++) {
            long index = byRecords.get(level).index();
            Optional<Hash> found = snapshot.node(level, index);
            if (found.isEmpty()
                    || !found.get().equals(byRecords.get(level).hash())
                            && !found.get().equals(byHashes.get(level).hash())) {
                flaws.add(
                        Flaw.Kind.NODE,
                        index << level,
                        "The stored hash over the records #" + (index << level) + " to #" + (((index + 1) << level) - 1)
                                + (found.isEmpty() ? " is gone." : " is not the one that they give."));
            }
        }
    }

    /** Whether this is a root over the records so far, by themselves or by their stored hashes. */
    boolean gives(Hash root) {
        return !broken && (told.root().equals(root) || stored.root().equals(root));
    }

    /** The same of a root that was signed: settles what was in doubt. */
    boolean fits(Hash root) throws SQLException {
        if (!gives(root)) {
            return false;
        }
        boolean recordsAreRight = told.root().equals(root);
        settle(recordsAreRight ? Optional.of(Flaw.Kind.NODE) : Optional.of(Flaw.Kind.CHANGED));
        if (recordsAreRight) {
            stored.follow(told);
        } else {
            told.follow(stored);
        }
        proved = size;
        return true;
    }

    /** No root settles what is still in doubt, and no hash may be left over. */
    void end() throws SQLException {
        settle(Optional.empty());
        long nodes =
                snapshot.all(row -> row.getLong(1), "SELECT count(*) FROM node").get(0);
        long most = 2 * size - Long.bitCount(size);
        if (nodes > most && !broken) {
            flaws.add(Flaw.Kind.NODE, Numbers.of(nodes - most, "stored hash") + " too many: of no records at all.");
        }
    }

    private void settle(Optional<Flaw.Kind> which) throws SQLException {
        for (Suspect suspect : suspects) {
            if (which.isEmpty()) {
                flaws.add(flaw(
                        Flaw.Kind.CHANGED,
                        suspect.record(),
                        "It does not give its stored hash: what it says was changed, or the hash was."));
            } else if (which.get() == Flaw.Kind.NODE) {
                flaws.add(flaw(Flaw.Kind.NODE, suspect.record(), "Its stored hash was changed. The record is intact."));
            } else {
                OptionalLong place = place(suspect.hash());
                flaws.add(flaw(
                        Flaw.Kind.CHANGED,
                        suspect.record(),
                        place.isPresent()
                                ? "It is not the one that was recorded under this number: it was recorded as #"
                                        + place.getAsLong() + "."
                                : "What it says is not what was recorded."));
            }
        }
        for (; moreSuspects > 0; moreSuspects--) {
            flaws.add(which.orElse(Flaw.Kind.CHANGED), "There are more such records.");
        }
        suspects.clear();
    }

    /** Where a record was recorded, if its hash is stored at another place. Reads all hashes, but only for a few flaws. */
    private OptionalLong place(Hash hash) throws SQLException {
        return snapshot
                .all(
                        row -> row.getLong(1),
                        "SELECT idx FROM node WHERE level = 0 AND hash = ? ORDER BY idx LIMIT 1",
                        (Object) hash.bytes())
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    private static Flaw flaw(Flaw.Kind kind, Entry record, String words) {
        return new Flaw(kind, OptionalLong.of(record.index()), record.id(), record.kind(), words);
    }
}
