package org.offereligibility.desk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.offereligibility.dossier.CanonicalJson;
import org.offereligibility.dossier.Json;
import org.offereligibility.ledger.Checkpoint;
import org.offereligibility.ledger.LedgerJson;
import org.offereligibility.ledger.Receipt;
import org.offereligibility.ledger.Receipt.Proof;
import org.offereligibility.ledger.RuleArchive;
import org.offereligibility.ledger.Verifier;
import org.offereligibility.policy.PolicyArchive;
import org.offereligibility.policy.PolicyFolder;
import org.offereligibility.policy.Versions;

/** Checks a receipt without any ledger, and without trust in whoever sent it. */
public final class ReceiptCheck {
    private final Receipt receipt;
    private final Json.Obj leaf;
    private final List<Proof> proofs = new ArrayList<>();

    /**
     * What came of a check.
     *
     * @param proofs all that was looked at, in order; the receipt is proven if all of it holds
     * @param complete whether all that was sealed in the record is enclosed
     */
    public record Checked(List<Proof> proofs, boolean complete) {
        public boolean proven() {
            return proofs.stream().allMatch(Proof::holds);
        }
    }

    private ReceiptCheck(Receipt receipt) {
        this.receipt = receipt;
        this.leaf = Records.json(receipt.leaf()).orElse(null) instanceof Json.Obj object
                ? object
                : new Json.Obj(new Json.Position(1, 1), List.of());
    }

    /**
     * @param key that the auditor kept
     * @param checkpoint the note that the auditor kept
     * @param cache where compiled rules are kept; none to compile anew
     * @return what came of it
     */
    public static Checked of(
            Receipt receipt, Optional<Verifier> key, Optional<byte[]> checkpoint, Optional<Path> cache) {
        ReceiptCheck check = new ReceiptCheck(receipt);
        check.proofs.addAll(receipt.proofs());
        check.key(key);
        checkpoint.ifPresent(note -> check.checkpoint(key, note));
        check.files();
        check.replay(cache);
        return new Checked(List.copyOf(check.proofs), check.kept().gone().isEmpty());
    }

    private void say(boolean holds, String sentence) {
        proofs.add(new Proof(holds, sentence));
    }

    private void key(Optional<Verifier> kept) {
        if (kept.isEmpty()) {
            say(
                    true,
                    "It is signed by the key in the receipt itself: whoever sent it could have made both. Compare the key"
                            + " with one you kept (`--key`): " + receipt.key());
        } else if (kept.get().text().equals(receipt.key())) {
            say(true, "The key is the one you kept.");
        } else {
            say(false, "The key is not the one you kept: yours is " + kept.get().text() + ".");
        }
    }

    private void checkpoint(Optional<Verifier> key, byte[] note) {
        Optional<Checkpoint> kept = key.or(this::enclosed).flatMap(verifier -> Receipt.signed(verifier, note));
        Optional<Checkpoint> enclosed = receipt.signed();
        if (kept.isEmpty()) {
            say(false, "The checkpoint you kept is not signed by this key, or is no checkpoint.");
        } else if (enclosed.isEmpty() || kept.get().size() != enclosed.get().size()) {
            say(
                    false,
                    "The checkpoint you kept covers " + kept.get().size()
                            + " records and the enclosed one another number, so that they cannot be compared here: ask for a"
                            + " receipt by your checkpoint (`audit export --checkpoint`).");
        } else if (kept.equals(enclosed)) {
            say(true, "The checkpoint is the one you kept.");
        } else {
            say(false, "The checkpoint you kept covers other records: the ledger was rewritten since.");
        }
    }

    private Optional<Verifier> enclosed() {
        try {
            return Optional.of(Verifier.parse(receipt.key()));
        } catch (IllegalArgumentException noKey) {
            return Optional.empty();
        }
    }

    private Kept kept() {
        SortedMap<String, byte[]> rules = new TreeMap<>();
        receipt.others().forEach((name, content) -> {
            if (name.startsWith(Receipts.RULES)) {
                rules.put(name.substring(Receipts.RULES.length()), content);
            }
        });
        String hash = Records.text(leaf, Records.RULES).orElse("");
        Optional<RuleArchive> archive = rules.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new RuleArchive(hash, PolicyArchive.of(new PolicyFolder(Path.of("rules"), "", "", rules))));
        Set<String> absent = new TreeSet<>();
        Kept all = new Kept(leaf, receipt.parts(), archive, absent);
        absent.addAll(all.missing());
        return all;
    }

    private void files() {
        boolean canonical =
                LedgerJson.refusals(leaf).isEmpty() && Arrays.equals(CanonicalJson.bytes(leaf), receipt.leaf());
        say(canonical, "The record is " + (canonical ? "" : "not ") + "written as the ledger writes one.");
        Kept kept = kept();
        kept.altered()
                .forEach(name -> say(
                        false,
                        "The " + Replay.called(name) + " is not the one that was recorded: it does not fit the record's"
                                + " commitment."));
        if (kept.altered().isEmpty()) {
            List<String> names =
                    kept.parts().keySet().stream().map(Replay::called).toList();
            say(
                    true,
                    names.isEmpty()
                            ? "Nothing that is sealed in the record is enclosed."
                            : "What is enclosed fits the record's commitments: " + String.join(", ", names) + ".");
        }
        kept.gone()
                .forEach(name -> say(
                        true,
                        "The " + Replay.called(name)
                                + " is not enclosed; whether it was erased or left out, this receipt cannot tell."));
        boolean rules = kept.rules().map(Records::holds).orElse(false);
        if (!kept.field(Records.RULES).isEmpty()) {
            say(
                    rules,
                    rules
                            ? "The rules are those that decided: " + kept.field(Records.RULES) + "."
                            : "The rules are not those that decided, which have the hash " + kept.field(Records.RULES)
                                    + ".");
        } else if (kept.rules().isPresent()) {
            say(false, "Rules are enclosed, though this record names none.");
        }
        byte[] readme = receipt.others().getOrDefault(Receipts.README, new byte[0]);
        if (!Arrays.equals(readme, ReceiptReadme.of(leaf, receipt.parts()))) {
            say(false, "The file README.txt is not the one that this program writes" + otherProgram() + ".");
        }
    }

    private void replay(Optional<Path> cache) {
        Kept kept = kept();
        Set<String> expected = new TreeSet<>(Set.of(Receipts.README));
        if (!proofs.stream().allMatch(Proof::holds)) {
            say(false, "It was not evaluated again, since what is enclosed is not what was recorded.");
            return;
        }
        if (kept.field("kind").equals(Records.DECISION)) {
            Replayed replayed = new Replay(cache).of(kept);
            if (replayed instanceof Replayed.Identical identical) {
                say(
                        true,
                        "Evaluated again by these rules the decision is the same, byte for byte: "
                                + identical.again().decision().verdict() + ".");
                readings(Receipts.readings(identical.again()), expected);
            } else if (replayed instanceof Replayed.Erased) {
                say(
                        true,
                        "It cannot be evaluated again without the dossier and the decision. What is proved is "
                                + (kept.parts().containsKey(Records.OUTCOME)
                                        ? "the outcome: its verdict and findings."
                                        : "that something was decided then by these rules, not what."));
            } else if (replayed instanceof Replayed.Different different) {
                say(false, "Evaluated again it is not the decision that was recorded.");
                different.causes().forEach(cause -> say(false, cause));
            }
        }
        receipt.others().keySet().stream()
                .filter(name -> !name.startsWith(Receipts.RULES) && !expected.contains(name))
                .forEach(name -> say(
                        false,
                        name.startsWith(Receipts.READINGS)
                                ? "There is a reading that cannot be made again, so that nothing proves it."
                                : "There is a file that belongs to no receipt."));
    }

    private void readings(SortedMap<String, byte[]> readings, Set<String> expected) {
        expected.addAll(readings.keySet());
        List<String> other = readings.entrySet().stream()
                .filter(file -> !Arrays.equals(receipt.others().get(file.getKey()), file.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (other.isEmpty()) {
            say(true, "The three readings say what was decided.");
        } else {
            say(
                    false,
                    "Of the three readings, " + String.join(" and ", other) + (other.size() == 1 ? " is" : " are")
                            + " not as this program writes " + (other.size() == 1 ? "it" : "them") + otherProgram()
                            + ".");
        }
    }

    private String otherProgram() {
        String then = Records.text(leaf, Records.PROGRAM).orElse(Versions.program());
        return then.equals(Versions.program())
                ? ""
                : ", which may be because version " + then + " wrote it and this is version " + Versions.program();
    }
}
