package org.offereligibility.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks the checkpoints that the ledger holds, and those that were kept outside, as the tree reaches their sizes. */
final class CheckpointCheck {
    private final Flaws flaws;
    private final TreeCheck tree;
    private final Optional<Verifier> own;
    private final Optional<Verifier> known;

    /** Signed, but not fitting so far; whether they or the records are wrong is seen when a later one fits. */
    private final List<Checkpoint> doubtful = new ArrayList<>();

    private long moreDoubtful;
    private long count;
    private long fitting;

    /**
     * @param own the key that the ledger names
     * @param known the key that was kept outside
     */
    CheckpointCheck(Flaws flaws, TreeCheck tree, Optional<Verifier> own, Optional<Verifier> known) {
        this.flaws = flaws;
        this.tree = tree;
        this.own = own;
        this.known = known;
    }

    long count() {
        return count;
    }

    /** The checkpoint that the ledger signed, if this is one of this size. */
    Optional<Checkpoint> signed(Snapshot.Note note) {
        try {
            SignedNote read = SignedNote.parse(note.text().getBytes(StandardCharsets.UTF_8));
            return own.flatMap(key -> key.checkpoint(read))
                    .or(() -> known.flatMap(key -> key.checkpoint(read)))
                    .filter(checkpoint -> checkpoint.size() == note.size()
                            && own.or(() -> known)
                                    .filter(key -> key.name().equals(checkpoint.origin()))
                                    .isPresent());
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    /** Looks at one that the ledger holds; the tree has reached its size unless it is broken. */
    void look(Snapshot.Note note) throws SQLException {
        count++;
        Optional<Checkpoint> signed = signed(note);
        if (signed.isEmpty()) {
            flaws.add(
                    Flaw.Kind.CHECKPOINT,
                    "The checkpoint over the first " + Numbers.of(note.size(), "record")
                            + " is not what the ledger's key signed.");
        } else if (tree.size() == note.size() && tree.fits(signed.get().root())) {
            fitting = note.size();
            doubtful.forEach(this::wrong);
            for (; moreDoubtful > 0; moreDoubtful--) {
                flaws.add(Flaw.Kind.CHECKPOINT, "There are more such checkpoints.");
            }
            doubtful.clear();
        } else if (!tree.isBroken()) {
            if (doubtful.size() < flaws.limit()) {
                doubtful.add(signed.get());
            } else {
                moreDoubtful++;
            }
        }
    }

    private void wrong(Checkpoint checkpoint) {
        flaws.add(
                Flaw.Kind.CHECKPOINT,
                "The checkpoint over the first " + Numbers.of(checkpoint.size(), "record")
                        + " is signed by the ledger's key, but does not fit the records. Later ones do.");
    }

    /** Whether a checkpoint that was kept outside is one of this ledger, by its name and signature. */
    boolean isOwn(KeptCheckpoint kept) {
        return known.or(() -> own)
                .flatMap(key -> key.checkpoint(kept.note()))
                .filter(checkpoint -> own.isEmpty() || own.get().name().equals(checkpoint.origin()))
                .isPresent();
    }

    /** Looks at one that was kept outside, once the tree has reached its size or has ended before. */
    void look(KeptCheckpoint kept) throws SQLException {
        Checkpoint checkpoint = Checkpoint.parse(kept.note().text());
        String named =
                Character.toUpperCase(kept.named().charAt(0)) + kept.named().substring(1);
        if (own.filter(key -> !key.name().equals(checkpoint.origin())).isPresent()) {
            flaws.add(
                    Flaw.Kind.KEPT,
                    named + " is of a ledger that goes by another name. Either it belongs to another ledger, or this"
                            + " one was written anew.");
            return;
        }
        boolean trusted = isOwn(kept);
        if (!trusted) {
            flaws.add(
                    Flaw.Kind.KEPT,
                    named + " is not signed by "
                            + (known.isPresent()
                                    ? "the key that is known to be the ledger's."
                                    : "the key that the ledger names. Either the checkpoint was changed, or the key."));
        }
        if (tree.isBroken()) {
            flaws.add(
                    Flaw.Kind.KEPT,
                    named + " cannot be compared, because records are gone together with their hashes.");
        } else if (tree.size() == checkpoint.size()
                && !(trusted ? tree.fits(checkpoint.root()) : tree.gives(checkpoint.root()))) {
            flaws.add(
                    Flaw.Kind.KEPT,
                    named + " does not fit: among the first " + Numbers.of(checkpoint.size(), "record")
                            + ", something is not as it was when that checkpoint was made.");
        }
    }

    /**
     * The last of it.
     *
     * @param records how many there are
     */
    void end(long records) {
        long from = tree.proved();
        if (!doubtful.isEmpty()) {
            long to = doubtful.get(0).size();
            flaws.add(
                    Flaw.Kind.ROOT,
                    from,
                    (to - from == 1
                                    ? "Record #" + from + " is not what was signed."
                                    : "Among the records #" + from + " to #" + (to - 1)
                                            + " something is not what was signed.")
                            + " The stored hashes were changed with it, so that only the checkpoint shows it."
                            + (from == 0 ? "" : " All records before are as they were, but for what is told here."));
        } else if (fitting < records && !tree.isBroken()) {
            flaws.add(
                    Flaw.Kind.UNSIGNED,
                    fitting,
                    (records - fitting == 1
                                    ? "Record #" + fitting + " is"
                                    : "The records #" + fitting + " to #" + (records - 1) + " are")
                            + " covered by none of the ledger's checkpoints, though one is made whenever something is"
                            + " recorded.");
        }
    }
}
