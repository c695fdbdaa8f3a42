package org.offereligibility.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Records as the tests need them, and what must hold of every ledger. */
final class Records {
    private Records() {}

    static Ledger open(Place place) throws LedgerUnusable {
        return Ledger.open(place, InstantSource.system(), new SecureRandom());
    }

    static Draft decision(String request, String candidate, String verdict) {
        return new Draft(
                "decision",
                request,
                "HR-7",
                "",
                Map.of("role", "pmm", "version", "2025.1", "rules", "sha256:00", "engine", "Drools 10.2.0"),
                new TreeMap<>(Map.of(
                        "candidate", bytes(candidate),
                        "dossier", bytes("{\"dossier of\":\"" + candidate + "\",\"score\":3.25}"),
                        "decision", bytes("{\"trace of\":\"" + candidate + "\"}"),
                        "outcome", bytes(verdict))),
                Set.of(new Mark("verdict", verdict), new Mark("code", "COMP-1")),
                Optional.of(new RuleArchive("sha256:00", bytes("the rules"))));
    }

    static Draft about(String kind, String request, String id) {
        return new Draft(
                kind,
                request,
                "HR-8",
                id,
                Map.of(),
                new TreeMap<>(Map.of("note", bytes("a note"))),
                Set.of(),
                Optional.empty());
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static List<Entry> all(Ledger ledger) throws LedgerUnusable {
        List<Entry> all = new ArrayList<>();
        ledger.each(0, all::add);
        return all;
    }

    /** Looks at the whole ledger as {@code audit verify} does, with nothing but what stands in the database. */
    static VerificationReport verified(Place place) throws LedgerUnusable {
        try (Ledger read = Ledger.openToRead(place)) {
            return Verification.of(
                    read,
                    new Verification.Kept(Optional.empty(), List.of()),
                    (kind, outcome) -> outcome.length == 0
                            ? Set.of()
                            : Set.of(
                                    new Mark("verdict", new String(outcome, StandardCharsets.UTF_8)),
                                    new Mark("code", "COMP-1")),
                    archive -> archive.hash().equals("sha256:00")
                            && new String(archive.bytes(), StandardCharsets.UTF_8).equals("the rules"),
                    10,
                    looked -> {});
        }
    }

    /** No gap, no half record, every leaf in the tree, every node and every checkpoint right. */
    static List<Entry> sound(Ledger ledger) throws LedgerUnusable {
        List<Entry> all = all(ledger);
        Map<String, Hash> nodes = new HashMap<>();
        Nodes tree = (level, index) -> nodes.get(level + "/" + index);
        Map<Long, Hash> roots = new HashMap<>();
        for (Entry entry : all) {
            assertThat(entry.index()).isEqualTo(roots.size());
            String leaf = new String(entry.leaf(), StandardCharsets.UTF_8);
            assertThat(leaf).contains(entry.id(), entry.requestId(), entry.at().toString());
            for (Part part : ledger.parts(entry.index())) {
                assertThat(leaf)
                        .contains(Commitment.of(part.salt(), part.content()).text());
            }
            for (Node node : Tree.grown(tree, entry.index(), Hash.leaf(entry.leaf()))) {
                nodes.put(node.level() + "/" + node.index(), node.hash());
                assertThat(ledger.nodes().at(node.level(), node.index())).isEqualTo(node.hash());
            }
            roots.put(entry.index() + 1, Tree.root(tree, entry.index() + 1));
        }
        List<Checkpoint> checkpoints = new ArrayList<>();
        Verifier verifier = ledger.verifier();
        ledger.eachCheckpoint(note -> checkpoints.add(
                verifier.checkpoint(SignedNote.parse(bytes(note))).orElseThrow()));
        for (Checkpoint checkpoint : checkpoints) {
            assertThat(checkpoint.root()).isEqualTo(roots.get(checkpoint.size()));
        }
        if (!all.isEmpty()) {
            assertThat(checkpoints.get(checkpoints.size() - 1).size()).isEqualTo(all.size());
        }
        return all;
    }
}
