package org.offereligibility.desk;

import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.offereligibility.explanation.CommitteeText;
import org.offereligibility.explanation.Readings;
import org.offereligibility.ledger.Checkpoint;
import org.offereligibility.ledger.Entry;
import org.offereligibility.ledger.Inclusion;
import org.offereligibility.ledger.Ledger;
import org.offereligibility.ledger.LedgerUnusable;
import org.offereligibility.ledger.Receipt;
import org.offereligibility.ledger.RuleArchive;
import org.offereligibility.ledger.Tree;
import org.offereligibility.policy.PolicyArchive;
import org.offereligibility.policy.PolicyFolder;

/** Makes receipts of records. */
public final class Receipts {
    static final String RULES = "rules/";
    static final String READINGS = "readings/";

    /** In it stands how to check a receipt by hand. */
    static final String README = "README.txt";

    private Receipts() {}

    /** A receipt cannot be made; the message says why, in a sentence. */
    public static final class NotPossible extends Exception {
        private static final long serialVersionUID = 1L;

        private final String sentence;

        NotPossible(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    /**
     * The receipt of a record.
     *
     * @param checkpoint the note of an earlier checkpoint of this ledger to prove it by; if absent, of the latest
     * @param cache where compiled rules are kept; none to compile anew
     * @throws NotPossible if the checkpoint is none of this ledger's, or does not cover the record
     */
    public static Receipt of(Ledger ledger, Entry entry, Optional<byte[]> checkpoint, Optional<Path> cache)
            throws LedgerUnusable, NotPossible {
        byte[] note = checkpoint.isPresent()
                ? checkpoint.get()
                : Records.bytes(ledger.latestCheckpoint()
                        .orElseThrow(() -> new NotPossible("there is no checkpoint in this ledger")));
        Checkpoint signed = Receipt.signed(ledger.verifier(), note)
                .orElseThrow(() -> new NotPossible("the checkpoint was not signed by the key of this ledger"));
        if (signed.size() <= entry.index()) {
            throw new NotPossible("the checkpoint is older than the record: give a later one, or none");
        }
        Inclusion inclusion = inclusion(ledger, entry, signed);
        Kept kept = Kept.of(ledger, entry);
        SortedMap<String, byte[]> others = others(kept, new Replay(cache));
        others.put(README, ReceiptReadme.of(kept.leaf(), kept.parts()));
        return new Receipt(
                entry.leaf(), kept.parts(), inclusion, note, ledger.verifier().text(), others);
    }

    private static Inclusion inclusion(Ledger ledger, Entry entry, Checkpoint signed)
            throws LedgerUnusable, NotPossible {
        try {
            if (signed.size() <= ledger.size()
                    && Tree.root(ledger.nodes(), signed.size()).equals(signed.root())) {
                return Tree.inclusion(ledger.nodes(), entry.index(), signed.size());
            }
        } catch (IllegalStateException missing) {
            throw new NotPossible("the tree in the ledger is damaged: `audit verify` says where");
        }
        throw new NotPossible("the ledger is not what the checkpoint covers: `audit verify` says where");
    }

    private static SortedMap<String, byte[]> others(Kept kept, Replay replay) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        kept.rules()
                .map(RuleArchive::bytes)
                .flatMap(bytes -> PolicyArchive.open(bytes, "", ""))
                .map(PolicyFolder::files)
                .ifPresent(rules -> rules.forEach((name, content) -> files.put(RULES + name, content)));
        if (kept.field("kind").equals(Records.DECISION) && replay.of(kept) instanceof Replayed.Identical identical) {
            files.putAll(readings(identical.again()));
        }
        return files;
    }

    /** The decision as each of its three readers reads it. */
    static SortedMap<String, byte[]> readings(Replayed.Again again) {
        Optional<String> name = again.asked().dossier().candidateName();
        int width = CommitteeText.DEFAULT_WIDTH;
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put(READINGS + "committee.txt", Records.bytes(new CommitteeText().page(again.decision(), name)));
        files.put(
                READINGS + "auditor.txt",
                Records.bytes(Readings.auditor(
                                again.decision(), again.asked().evaluator().rules())
                        .text(width, false)));
        files.put(
                READINGS + "candidate.txt",
                Records.bytes(Readings.candidate(again.decision(), name).text(width, false)));
        return files;
    }
}
