package org.offereligibility.desk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.offereligibility.dossier.Json;
import org.offereligibility.ledger.Checkpoint;
import org.offereligibility.ledger.Commitment;
import org.offereligibility.ledger.Entry;
import org.offereligibility.ledger.Hash;
import org.offereligibility.ledger.Ledger;
import org.offereligibility.ledger.LedgerUnusable;
import org.offereligibility.ledger.Part;
import org.offereligibility.ledger.SignedNote;
import org.offereligibility.ledger.Tree;
import org.offereligibility.ledger.Verifier;

/**
 * Whether one record is what was recorded, by the newest checkpoint.
 *
 * @param size how many records the checkpoint is over; 0 if none is signed by the ledger's key
 * @param inTree whether the record's leaf is in the tree that the checkpoint is of
 * @param altered the names of its parts that are not those that were sealed
 */
public record RecordProof(long size, String signedBy, boolean inTree, List<String> altered) {
    public static RecordProof of(Ledger ledger, Entry entry, List<Part> parts) throws LedgerUnusable {
        Optional<Checkpoint> checkpoint = checkpoint(ledger);
        return new RecordProof(
                checkpoint.map(Checkpoint::size).orElse(0L),
                ledger.verifier().name(),
                checkpoint.filter(signed -> isIn(ledger, entry, signed)).isPresent(),
                altered(entry, parts));
    }

    private static Optional<Checkpoint> checkpoint(Ledger ledger) throws LedgerUnusable {
        try {
            Verifier verifier = ledger.verifier();
            return ledger.latestCheckpoint()
                    .flatMap(note -> verifier.checkpoint(SignedNote.parse(note.getBytes(StandardCharsets.UTF_8))));
        } catch (IllegalArgumentException noNote) {
            return Optional.empty();
        }
    }

    private static boolean isIn(Ledger ledger, Entry entry, Checkpoint signed) {
        try {
            return entry.index() < signed.size()
                    && Tree.inclusion(ledger.nodes(), entry.index(), signed.size())
                            .proves(Hash.leaf(entry.leaf()), signed.root());
        } catch (IllegalStateException nodeIsMissing) {
            return false;
        }
    }

    private static List<String> altered(Entry entry, List<Part> parts) {
        List<String> altered = new ArrayList<>();
        RecordedDecision said = RecordedDecision.of(entry);
        for (Part part : parts) {
            boolean same = said.leaf().get("sealed").orElse(null) instanceof Json.Obj sealed
                    && part.salt().length == Commitment.SALT_LENGTH
                    && Records.text(sealed, part.name())
                            .filter(Commitment.of(part.salt(), part.content()).text()::equals)
                            .isPresent();
            if (!same) {
                altered.add(part.name());
            }
        }
        return altered;
    }

    public boolean isIntact() {
        return inTree && altered.isEmpty();
    }
}
