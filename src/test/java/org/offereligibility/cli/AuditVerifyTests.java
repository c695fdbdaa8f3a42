package org.offereligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offereligibility.Golden;
import org.offereligibility.ledger.Checkpoint;
import org.offereligibility.ledger.Draft;
import org.offereligibility.ledger.Entry;
import org.offereligibility.ledger.Erasure;
import org.offereligibility.ledger.Filter;
import org.offereligibility.ledger.Hash;
import org.offereligibility.ledger.Ledger;
import org.offereligibility.ledger.LedgerKey;
import org.offereligibility.ledger.Place;
import org.springframework.util.FileSystemUtils;

/** What someone changed in the database's own file is found, and told down to the record. */
class AuditVerifyTests {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern ROOT = Pattern.compile("(Root over .*: |\"root\":\")[A-Za-z0-9+/]{43}=");
    private static final Pattern KEY = Pattern.compile("\\+[0-9a-f]{8}\\+[A-Za-z0-9+/]{44}");

    /** The answers name it and are laid out around it, so it is always the same. */
    private static final Path FOLDER = Path.of("target/audit-verify");

    private static final Path DATA = FOLDER.resolve("data");

    @TempDir
    static Path original;

    @BeforeAll
    static void record() {
        for (String line : List.of(
                "evaluate " + Dossiers.ELIGIBLE + " --record --request-id r0",
                "evaluate " + Dossiers.REFERRED + " --record --request-id r1",
                "record ruling #1 --to ELIGIBLE --note Convincing. --request-id r2",
                "evaluate fixtures/guide/12-generic-trend.json --record --request-id r3",
                "evaluate fixtures/guide/02-stated-intent-as-proof.json --record --request-id r4",
                "record withdrawal #0 --note Wrong. --request-id r5")) {
            Program.Run run = Program.runs((line + " --by ada --data " + original).split(" "));
            assertThat(run.code()).as(run.err()).isZero();
        }
    }

    @BeforeEach
    void copy() throws IOException {
        FileSystemUtils.deleteRecursively(FOLDER);
        Files.createDirectories(DATA);
        try (Stream<Path> files = Files.list(original)) {
            for (Path file : files.toList()) {
                Files.copy(file, DATA.resolve(file.getFileName()));
            }
        }
    }

    private Path file() {
        return DATA.resolve("ledger.db");
    }

    private Program.Run verify(String... more) {
        return Program.runs(Stream.concat(Stream.of("audit", "verify", "--data", DATA.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private static String told(Program.Run run) {
        return KEY.matcher(ROOT.matcher(
                                ID.matcher(run.out() + run.err()).replaceAll("00000000-0000-0000-0000-000000000000"))
                        .replaceAll("$1ROOT"))
                .replaceAll("+KEY");
    }

    /** Does it to the file, looks at the ledger, and compares what is told. */
    private Program.Run found(String golden, Intruder.Deed deed, String... more) throws Exception {
        try (Intruder intruder = new Intruder(file())) {
            deed.by(intruder);
        }
        Program.Run run = verify(more);
        Golden.assertEquals("cli/audit-verify/" + golden + ".txt", told(run));
        assertThat(run.code()).isEqualTo(ExitCode.NOT_INTACT);
        return run;
    }

    @Test
    void nothingIsFoundWhereNothingWasChanged() throws Exception {
        Program.Run run = verify();
        Golden.assertEquals("cli/audit-verify/intact.txt", told(run));
        assertThat(run.code()).isZero();
    }

    @Test
    void aFieldInARecord() throws Exception {
        found("field", intruder -> intruder.rewrites(1, "\"by\":\"ada\"", "\"by\":\"eve\""));
    }

    @Test
    void aFieldInARecordWithAllStoredHashesAndTheSearchColumn() throws Exception {
        found("field-and-hashes", intruder -> {
            intruder.rewrites(1, "\"by\":\"ada\"", "\"by\":\"eve\"");
            intruder.does("UPDATE record SET asked_by = 'eve' WHERE idx = 1");
            intruder.growsTheTreeAnew();
        });
    }

    @Test
    void aRecordThatIsNoRecordAnyMore() throws Exception {
        found("rubbish", intruder -> intruder.does("UPDATE record SET leaf = x'00ff' WHERE idx = 4"));
    }

    @Test
    void aSearchColumn() throws Exception {
        found("column", intruder -> {
            intruder.does("UPDATE record SET asked_by = 'eve' WHERE idx = 3");
            intruder.does("UPDATE record SET kind = char(27) || '[2J', role = '' WHERE idx = 4");
        });
    }

    @Test
    void aSearchWord() throws Exception {
        found("mark", intruder -> {
            intruder.does("UPDATE mark SET value = 'ELIGIBLE' WHERE idx = 1 AND name = 'verdict'");
            intruder.does("DELETE FROM mark WHERE idx = 2");
            intruder.does("INSERT INTO mark (idx, name, value) VALUES (77, 'verdict', 'REFER')");
        });
    }

    @Test
    void aSealedPartAndASalt() throws Exception {
        found("part", intruder -> {
            intruder.does("UPDATE part SET content = x'7b7d' WHERE idx = 0 AND name = 'dossier'");
            intruder.does("UPDATE part SET salt = zeroblob(32) WHERE idx = 1 AND name = 'outcome'");
            intruder.does("UPDATE part SET salt = x'00' WHERE idx = 1 AND name = 'decision'");
        });
    }

    @Test
    void aSealedPartThatIsGoneOrNew() throws Exception {
        found("part-gone", intruder -> {
            intruder.does("DELETE FROM part WHERE idx = 3 AND name = 'dossier'");
            intruder.does("INSERT INTO part (idx, name, salt, content) VALUES (2, 'new', x'00', x'00')");
            intruder.does("INSERT INTO part (idx, name, salt, content) VALUES (99, 'new', x'00', x'00')");
        });
    }

    @Test
    void aRecordThatIsGone() throws Exception {
        found("gone", intruder -> intruder.does("DELETE FROM record WHERE idx = 2"));
    }

    @Test
    void aRecordThatIsGoneWithAllThatBelongedToIt() throws Exception {
        found("gone-wholly", intruder -> {
            for (String table : List.of("record", "part", "mark")) {
                intruder.does("DELETE FROM " + table + " WHERE idx = 3");
            }
            intruder.does("DELETE FROM node WHERE level = 0 AND idx = 3");
        });
    }

    @Test
    void aRecordThatIsGoneWithTheLaterOnesMovedUp() throws Exception {
        found("moved-up", intruder -> {
            for (String table : List.of("record", "part", "mark")) {
                intruder.does("DELETE FROM " + table + " WHERE idx = 3");
                for (int i = 4; i < 6; i++) {
                    intruder.does("UPDATE " + table + " SET idx = idx - 1 WHERE idx = ?", i);
                }
            }
            intruder.growsTheTreeAnew();
        });
    }

    @Test
    void recordsThatAreSwapped() throws Exception {
        found("swapped", intruder -> {
            for (String table : List.of("record", "part", "mark")) {
                intruder.does("UPDATE " + table + " SET idx = 100 WHERE idx = 3");
                intruder.does("UPDATE " + table + " SET idx = 3 WHERE idx = 4");
                intruder.does("UPDATE " + table + " SET idx = 4 WHERE idx = 100");
            }
        });
    }

    private static void cutsTheEnd(Intruder intruder) throws Exception {
        for (String table : List.of("record", "part", "mark")) {
            intruder.does("DELETE FROM " + table + " WHERE idx >= 4");
        }
    }

    private static void cutsTheEndWithAllTraces(Intruder intruder) throws Exception {
        cutsTheEnd(intruder);
        intruder.does("DELETE FROM checkpoint WHERE size > 4");
        intruder.growsTheTreeAnew();
    }

    @Test
    void anEndThatIsCutOff() throws Exception {
        found("cut", AuditVerifyTests::cutsTheEnd);
    }

    @Test
    void anEndThatIsCutOffWithItsCheckpointsAndHashesIsShownByTheFileBesideTheLedger() throws Exception {
        found("cut-with-checkpoints", AuditVerifyTests::cutsTheEndWithAllTraces);
    }

    @Test
    void anEndThatIsCutOffInTheWholeFolderIsShownByTheCheckpointThatWasKept() throws Exception {
        Path kept = Files.copy(DATA.resolve("checkpoint"), FOLDER.resolve("kept"));
        Files.delete(DATA.resolve("checkpoint"));
        found("cut-in-the-folder", AuditVerifyTests::cutsTheEndWithAllTraces, "--checkpoint", kept.toString());
        assertThat(verify().code()).as("without it, nothing shows").isZero();
    }

    @Test
    void archivedRulesThatWereAlteredOrRemoved() throws Exception {
        found("rules", intruder -> intruder.does("UPDATE archive SET content = zeroblob(length(content))"));
        try (Intruder intruder = new Intruder(file())) {
            intruder.does("DELETE FROM archive");
        }
        Golden.assertEquals("cli/audit-verify/rules-gone.txt", told(verify()));
    }

    @Test
    void aStoredHash() throws Exception {
        found("hash", intruder -> {
            intruder.does("UPDATE node SET hash = zeroblob(32) WHERE level = 0 AND idx = 2");
            intruder.does("UPDATE node SET hash = zeroblob(32) WHERE level = 1 AND idx = 0");
            intruder.does("DELETE FROM node WHERE level = 2");
        });
    }

    @Test
    void aCheckpointThatWasAlteredOrSignedByAnotherKey() throws Exception {
        found("checkpoint", intruder -> {
            List<String> notes = intruder.texts("SELECT note FROM checkpoint ORDER BY size");
            intruder.does(
                    "UPDATE checkpoint SET note = ? WHERE size = 2",
                    notes.get(1).replace("\n2\n", "\n3\n"));
            String origin = notes.get(3).substring(0, notes.get(3).indexOf('\n'));
            String other = new String(
                    LedgerKey.generate(origin)
                            .sign(new Checkpoint(origin, 4, Hash.EMPTY))
                            .bytes(),
                    StandardCharsets.UTF_8);
            intruder.does("UPDATE checkpoint SET note = ? WHERE size = 4", other);
            intruder.does("DELETE FROM checkpoint WHERE size = 6");
        });
    }

    @Test
    void aCheckpointThatTheLedgersOwnKeySignedForSomethingElse() throws Exception {
        LedgerKey key = LedgerKey.read(DATA.resolve("ledger.key"));
        found(
                "checkpoint-own-key",
                intruder -> intruder.does(
                        "UPDATE checkpoint SET note = ? WHERE size = 3",
                        new String(
                                key.sign(new Checkpoint(key.verifier().name(), 3, Hash.EMPTY))
                                        .bytes(),
                                StandardCharsets.UTF_8)));
    }

    @Test
    void aClockThatWasMovedBackInARecord() throws Exception {
        found("clock", intruder -> intruder.rewrites(3, "2025-06-01T12", "2024-06-01T12"));
    }

    @Test
    void aClockThatWentBackWhileRecordingIsNoFault() throws Exception {
        try (Ledger ledger =
                Ledger.open(Place.in(DATA), () -> Instant.parse("2025-05-29T12:00:00Z"), new SecureRandom())) {
            ledger.append(new Draft(
                    "withdrawal",
                    "late",
                    "ada",
                    ledger.page(Filter.ALL, 3, 1).get(0).id(),
                    Map.of(),
                    new TreeMap<>(),
                    Set.of(),
                    Optional.empty()));
        }
        Program.Run run = verify();
        Golden.assertEquals("cli/audit-verify/clock-back.txt", told(run));
        assertThat(run.code()).isZero();
    }

    @Test
    void whatWasErasedRightlyIsNoFaultButIsCounted() throws Exception {
        try (Ledger ledger = Ledger.open(Place.in(DATA), InstantSource.system(), new SecureRandom())) {
            Entry entry = ledger.page(Filter.ALL, 1, 1).get(0);
            ledger.erase(
                    "e",
                    "ada",
                    "asked for",
                    List.of(new Erasure(
                            entry.id(), new TreeSet<>(List.of("candidate", "decision", "dossier", "outcome")))));
        }
        Program.Run run = verify();
        Golden.assertEquals("cli/audit-verify/erased.txt", told(run));
        assertThat(run.code()).isZero();
        found("erased-yet-there", intruder -> {
            intruder.does("INSERT INTO part (idx, name, salt, content) SELECT 1, name, salt, content FROM part"
                    + " WHERE idx = 0 AND name = 'dossier'");
            intruder.does("INSERT INTO mark (idx, name, value) VALUES (1, 'verdict', 'REFER')");
        });
    }

    /** Everything that the ledger's own program writes, written again with one word changed and another key. */
    private void writesAnew(Intruder intruder, LedgerKey other) throws Exception {
        intruder.rewrites(1, "\"by\":\"ada\"", "\"by\":\"eve\"");
        intruder.does("UPDATE record SET asked_by = 'eve' WHERE idx = 1");
        intruder.growsTheTreeAnew();
        List<Hash> leaves = new ArrayList<>();
        for (String hex : intruder.texts("SELECT hex(hash) FROM node WHERE level = 0 ORDER BY idx")) {
            leaves.add(Hash.ofHex(hex.toLowerCase(Locale.ROOT)));
            Hash root = root(leaves);
            intruder.does(
                    "UPDATE checkpoint SET note = ? WHERE size = ?",
                    new String(
                            other.sign(new Checkpoint(other.verifier().name(), leaves.size(), root))
                                    .bytes(),
                            StandardCharsets.UTF_8),
                    leaves.size());
        }
        intruder.does(
                "UPDATE ledger SET origin = ?, verifier = ?",
                other.verifier().name(),
                other.verifier().text());
    }

    private static Hash root(List<Hash> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int half = Integer.highestOneBit(leaves.size() - 1);
        return Hash.node(root(leaves.subList(0, half)), root(leaves.subList(half, leaves.size())));
    }

    @Test
    void aLedgerWrittenAnewInTheDatabaseIsShownByTheFilesBesideIt() throws Exception {
        found("anew", intruder -> writesAnew(intruder, LedgerKey.generate("offer-eligibility-ledger-other")));
    }

    @Test
    void aLedgerWrittenAnewInTheWholeFolderIsShownByWhatWasKeptElsewhere() throws Exception {
        Path kept = Files.copy(DATA.resolve("checkpoint"), FOLDER.resolve("kept"));
        Path key = Files.writeString(
                FOLDER.resolve("key"),
                Files.readAllLines(DATA.resolve("ledger.key")).get(0));
        Files.delete(DATA.resolve("ledger.key"));
        String name = Files.readAllLines(kept).get(0);
        LedgerKey other = LedgerKey.in(DATA.resolve("ledger.key"), name);
        found(
                "anew-in-the-folder",
                intruder -> {
                    writesAnew(intruder, other);
                    Files.writeString(
                            DATA.resolve("checkpoint"),
                            intruder.texts("SELECT note FROM checkpoint WHERE size = 6")
                                    .get(0));
                },
                "--checkpoint",
                kept.toString(),
                "--key",
                key.toString());
        assertThat(verify().code()).as("without them, nothing shows").isZero();
    }

    @Test
    void theKeyThatTheLedgerNames() throws Exception {
        found("key", intruder -> intruder.does("UPDATE ledger SET verifier = 'x'"));
    }

    @Test
    void manyFaultsAreCountedAndTheFirstAreTold() throws Exception {
        Program.Run run = found(
                "limit",
                intruder -> intruder.does("UPDATE part SET content = x'00'"),
                "--limit",
                "2",
                "--format",
                "text");
        assertThat(run.out()).contains("more like the last");
    }

    @Test
    void programsReadItAsJson() throws Exception {
        found("json", intruder -> intruder.rewrites(1, "\"by\":\"ada\"", "\"by\":\"eve\""), "--format", "json");
    }
}
