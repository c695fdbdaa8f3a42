package org.offereligibility.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds of every ledger, whichever database keeps it. */
abstract class LedgerContract {
    @TempDir
    Path folder;

    Place place;
    Ledger ledger;

    abstract Place newPlace();

    @BeforeEach
    void open() throws Exception {
        place = newPlace();
        ledger = Records.open(place);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void whatWasRecordedIsThereAndProved() throws Exception {
        Entry entry = ledger.append(Records.decision("r1", "C-1", "ELIGIBLE"));
        assertThat(entry.index()).isZero();
        assertThat(new String(entry.leaf(), UTF_8))
                .contains("\"kind\":\"decision\"", "\"requestId\":\"r1\"", "sha256-salted:")
                .doesNotContain("C-1", "ELIGIBLE", "\"about\"");
        ledger.close();
        ledger = Records.open(place);
        assertThat(ledger.find(entry.id()).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(entry);
        assertThat(ledger.part(0, "candidate").orElseThrow().content()).isEqualTo(Records.bytes("C-1"));
        assertThat(ledger.rules("sha256:00").orElseThrow().bytes()).isEqualTo(Records.bytes("the rules"));
        assertThat(ledger.archived()).containsExactly("sha256:00");
        assertThat(ledger.marks(0)).containsExactly(new Mark("code", "COMP-1"), new Mark("verdict", "ELIGIBLE"));
        assertThat(Files.readString(place.checkpoint()))
                .isEqualTo(ledger.latestCheckpoint().orElseThrow());
        assertThat(Records.sound(ledger)).hasSize(1);
    }

    @Test
    void theSameRequestTwiceIsOneRecord() throws Exception {
        Entry first = ledger.append(Records.decision("r1", "C-1", "ELIGIBLE"));
        Entry again = ledger.append(Records.decision("r1", "C-1", "ELIGIBLE"));
        assertThat(again).usingRecursiveComparison().isEqualTo(first);
        assertThat(ledger.size()).isEqualTo(1);
        assertThatThrownBy(() -> ledger.append(Records.decision("r1", "C-2", "ELIGIBLE")))
                .isInstanceOf(LedgerUnusable.class)
                .hasMessageContaining("under this request id already");
        List<Entry> twins =
                ledger.append(List.of(Records.decision("r2", "C-1", "REFER"), Records.decision("r2", "C-1", "REFER")));
        assertThat(twins.get(0)).isSameAs(twins.get(1));
        assertThat(Records.sound(ledger)).hasSize(2);
    }

    @Test
    void someThingsTogetherAreRecordedAllOrNone() throws Exception {
        ledger.append(Records.decision("r1", "C-1", "ELIGIBLE"));
        assertThatThrownBy(() -> ledger.append(
                        List.of(Records.decision("r2", "C-2", "ELIGIBLE"), Records.decision("r1", "C-3", "ELIGIBLE"))))
                .isInstanceOf(LedgerUnusable.class);
        assertThatThrownBy(() -> ledger.append(Records.about("ruling", "r3", "no such record")))
                .isInstanceOf(LedgerUnusable.class)
                .hasMessageContaining("There is no record");
        assertThat(Records.sound(ledger)).hasSize(1);
    }

    @Test
    void manyThreadsRecordWithoutGapsAndShareCommits() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<List<Entry>>> work = new ArrayList<>();
        for (int t = 0; t < 8; t++) {
            int thread = t;
            work.add(() -> {
                List<Entry> mine = new ArrayList<>();
                for (int i = 0; i < 25; i++) {
                    mine.add(ledger.append(Records.decision(thread + "-" + i, "C-" + i, "REFER")));
                }
                return mine;
            });
        }
        List<Entry> acknowledged = new ArrayList<>();
        for (var done : threads.invokeAll(work)) {
            acknowledged.addAll(done.get());
        }
        threads.shutdown();
        assertThat(Records.sound(ledger)).hasSize(200);
        assertThat(acknowledged.stream().map(Entry::index))
                .doesNotHaveDuplicates()
                .hasSize(200);
        List<String> notes = new ArrayList<>();
        ledger.eachCheckpoint(notes::add);
        assertThat(notes).hasSizeLessThan(200);
    }

    @Test
    void itCanOnlyBeAddedTo() throws Exception {
        ledger.append(Records.decision("r1", "C-1", "ELIGIBLE"));
        try (Connection connection = Database.at(place).connect();
                Statement statement = connection.createStatement()) {
            for (String attack : List.of(
                    "UPDATE record SET asked_by = 'me'",
                    "UPDATE record SET leaf = leaf",
                    "DELETE FROM record",
                    "UPDATE part SET content = salt",
                    "DELETE FROM part",
                    "DELETE FROM mark",
                    "UPDATE mark SET value = 'x'",
                    "UPDATE node SET hash = hash",
                    "DELETE FROM node",
                    "DELETE FROM checkpoint",
                    "UPDATE checkpoint SET note = ''",
                    "DELETE FROM archive",
                    "UPDATE archive SET content = content",
                    "DELETE FROM ledger",
                    "UPDATE ledger SET origin = 'x'",
                    "INSERT INTO record (idx, id, leaf, at, kind, request, asked_by, about, role, version, rules) SELECT idx + 5,"
                            + " 'x', leaf, at, kind, 'x', asked_by, about, role, version, rules FROM record")) {
                assertThatThrownBy(() -> statement.executeUpdate(attack))
                        .as(attack)
                        .isInstanceOf(SQLException.class);
            }
        }
        assertThat(Records.sound(ledger)).hasSize(1);
    }

    @Test
    void whatIsErasedIsGoneAndEveryProofStillHolds() throws Exception {
        Entry kept = ledger.append(Records.decision("r1", "C-1", "ELIGIBLE"));
        Entry entry = ledger.append(Records.decision("r2", "Wilhelmina", "NOT_ELIGIBLE"));
        ledger.append(Records.decision("r3", "C-3", "ELIGIBLE"));
        Erasure erasure = new Erasure(entry.id(), new TreeSet<>(Set.of("candidate", "dossier", "decision")));
        Entry tombstone =
                ledger.erase("e1", "HR-9", "asked for", List.of(erasure)).get(0);
        assertThat(tombstone.about()).isEqualTo(entry.id());
        assertThat(new String(tombstone.leaf(), UTF_8)).contains("\"erased\":\"candidate,decision,dossier\"");
        assertThat(ledger.parts(entry.index()).stream().map(Part::name)).containsExactly("outcome");
        assertThat(ledger.parts(kept.index())).hasSize(4);
        assertThat(ledger.page(Filter.candidate("Wilhelmina"), 0, 10)).isEmpty();
        assertThat(ledger.page(Filter.marked(new Mark("verdict", "NOT_ELIGIBLE")), 0, 10))
                .hasSize(1);
        ledger.erase("e2", "HR-9", "asked for", List.of(new Erasure(entry.id(), new TreeSet<>(Set.of("outcome")))));
        assertThat(ledger.page(Filter.marked(new Mark("verdict", "NOT_ELIGIBLE")), 0, 10))
                .isEmpty();
        assertThat(ledger.erase("e1", "HR-9", "asked for", List.of(erasure))
                        .get(0)
                        .id())
                .isEqualTo(tombstone.id());
        assertThat(Records.sound(ledger)).hasSize(5);
        assertThatThrownBy(() -> ledger.append(Records.decision("r2", "Wilhelmina", "NOT_ELIGIBLE")))
                .isInstanceOf(LedgerUnusable.class)
                .hasMessageContaining("erased since");
    }

    @Test
    void nothingIsErasedIfWhatMayForbidItWasRecordedMeanwhile() throws Exception {
        Entry entry = ledger.append(Records.decision("r1", "C-1", "ELIGIBLE"));
        long looked = ledger.size();
        List<Erasure> erasures = List.of(new Erasure(entry.id(), new TreeSet<>(Set.of("dossier"))));
        ledger.append(Records.about("ruling", "r2", entry.id()));
        Entry hold = ledger.append(Records.about("hold", "r3", ""));
        assertThatThrownBy(() -> ledger.erase("e1", "HR", "", erasures, Optional.of(new Unless("hold", looked))))
                .isInstanceOf(LedgerUnusable.Conflict.class)
                .hasMessageContaining("Try again");
        assertThat(ledger.part(0, "dossier")).isPresent();
        ledger.erase("e1", "HR", "", erasures, Optional.of(new Unless("hold", hold.index() + 1)));
        assertThat(ledger.part(0, "dossier")).isEmpty();
        assertThat(Records.sound(ledger)).hasSize(4);
    }

    @Test
    void anErasureThatWasCutShortIsRememberedUntilTheFilesWereRewritten() throws Exception {
        Entry entry = ledger.append(Records.decision("r1", "C-1", "ELIGIBLE"));
        ledger.erase("e1", "HR", "", List.of(new Erasure(entry.id(), new TreeSet<>(Set.of("dossier")))));
        assertThat(place.erasing()).doesNotExist();
        Files.writeString(place.erasing(), "as if the program had been killed");
        assertThat(ledger.erase("e2", "HR", "", List.of())).isEmpty();
        assertThat(place.erasing()).doesNotExist();
    }

    @Test
    void manyRecordsAreErasedAtOnce() throws Exception {
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < 1100; i++) {
            drafts.add(Records.decision("r" + i, "C-" + i, "REFER"));
        }
        List<Erasure> erasures = ledger.append(drafts).stream()
                .map(entry -> new Erasure(entry.id(), new TreeSet<>(Set.of("candidate", "decision", "dossier"))))
                .toList();
        assertThat(ledger.erase("e", "HR", "", erasures)).hasSize(1100);
        assertThat(ledger.sealed(List.of(0L, 1099L, 1100L)))
                .isEqualTo(Map.of(0L, Set.of("outcome"), 1099L, Set.of("outcome"), 1100L, Set.of("note")));
        assertThat(ledger.parts(List.of(5L, 1100L), "outcome").keySet()).containsExactly(5L);
    }

    @Test
    void whatOthersPointAtIsFound() throws Exception {
        Entry first = ledger.append(Records.decision("r1", "C-1", "ELIGIBLE"));
        ledger.append(Records.decision("r2", "C-2", "ELIGIBLE"));
        Entry third = ledger.append(Records.decision("r3", "C-3", "REFER"));
        for (Entry entry : List.of(third, first, first)) {
            ledger.append(Records.about("override", "o" + ledger.size(), entry.id()));
        }
        ledger.append(Records.about(
                "ruling", "x", ledger.page(Filter.ALL, 1, 1).get(0).id()));
        assertThat(indexes(ledger.pageBack(overridden(Set.of()), Long.MAX_VALUE, 9)))
                .containsExactly(2L, 0L);
        assertThat(indexes(ledger.page(overridden(Set.of()), 0, 1))).containsExactly(0L);
        assertThat(indexes(ledger.page(overridden(Set.of(new Mark("verdict", "REFER"))), 0, 9)))
                .containsExactly(2L);
    }

    private static Filter overridden(Set<Mark> marks) {
        Optional<String> none = Optional.empty();
        return new Filter(
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                Optional.empty(),
                Optional.empty(),
                marks,
                Optional.of("override"));
    }

    @Test
    void aRecordIsFoundByTheBeginningOfItsId() throws Exception {
        for (int i = 0; i < 40; i++) {
            ledger.append(Records.decision("r" + i, "C-" + i, "REFER"));
        }
        for (Entry entry : Records.all(ledger)) {
            for (int length : new int[] {1, 2, 8, 9, 10, 14, 35, 36}) {
                String start = entry.id().substring(0, length);
                long expected = Records.all(ledger).stream()
                        .filter(other -> other.id().startsWith(start))
                        .count();
                assertThat(ledger.beginning(start)).hasSize((int) Math.min(2, expected));
            }
        }
        for (String start : List.of("-", "g", "%", "_", "A", "")) {
            assertThat(ledger.beginning(start)).isEmpty();
        }
    }

    @Test
    void aTombstoneIsOnlyMadeByErasing() throws Exception {
        Entry entry = ledger.append(Records.decision("r1", "C-1", "ELIGIBLE"));
        assertThatThrownBy(() -> ledger.append(Records.about("tombstone", "r2", entry.id())))
                .isInstanceOf(LedgerUnusable.class);
        assertThatThrownBy(() -> ledger.erase(
                        "e1", "HR-9", "", List.of(new Erasure("no such record", new TreeSet<>(Set.of("dossier"))))))
                .isInstanceOf(LedgerUnusable.class);
    }

    @Test
    void pagesStayAsTheyAreWhileRecordsArrive() throws Exception {
        for (int i = 0; i < 7; i++) {
            ledger.append(Records.decision("r" + i, "C-" + i % 2, i % 2 == 0 ? "ELIGIBLE" : "REFER"));
        }
        Filter wanted = Filter.marked(new Mark("verdict", "ELIGIBLE"), new Mark("code", "COMP-1"));
        assertThat(indexes(ledger.page(wanted, 0, 2))).containsExactly(0L, 2L);
        assertThat(indexes(ledger.pageBack(wanted, Long.MAX_VALUE, 2))).containsExactly(6L, 4L);
        ledger.append(Records.decision("r7", "C-0", "ELIGIBLE"));
        assertThat(indexes(ledger.page(wanted, 3, 2))).containsExactly(4L, 6L);
        assertThat(indexes(ledger.pageBack(wanted, 4, 2))).containsExactly(2L, 0L);
        assertThat(indexes(ledger.page(Filter.candidate("C-1"), 0, 9))).containsExactly(1L, 3L, 5L);
        Entry first = ledger.page(Filter.ALL, 0, 1).get(0);
        Entry ruling = ledger.append(Records.about("ruling", "x", first.id()));
        assertThat(indexes(ledger.page(Filter.about(first.id()), 0, 9))).containsExactly(ruling.index());
        Filter day = new Filter(
                Optional.empty(),
                Optional.of("decision"),
                Optional.of("HR-7"),
                Optional.empty(),
                Optional.of("pmm"),
                Optional.of("2025.1"),
                Optional.of("sha256:00"),
                Optional.of(first.at()),
                Optional.of(ruling.at().plusSeconds(1)),
                Set.of());
        assertThat(ledger.page(day, 0, 99)).hasSize(8);
    }

    @Test
    void aClockThatJumpsBackIsRecordedTruthfullyAndTheOrderStays() throws Exception {
        ledger.close();
        List<Instant> times = new ArrayList<>(List.of(
                Instant.parse("2026-01-02T10:00:00.123456Z"),
                Instant.parse("2026-01-01T10:00:00Z"),
                Instant.parse("2026-01-02T11:00:00Z")));
        ledger = Ledger.open(place, () -> times.remove(0), new SecureRandom());
        for (int i = 0; i < 3; i++) {
            ledger.append(Records.decision("r" + i, "C", "REFER"));
        }
        assertThat(Records.sound(ledger).stream().map(Entry::at))
                .containsExactly(
                        Instant.parse("2026-01-02T10:00:00.123Z"),
                        Instant.parse("2026-01-01T10:00:00Z"),
                        Instant.parse("2026-01-02T11:00:00Z"));
    }

    @Test
    void whatCannotBeRecordedIsRefusedBeforeItIsHashed() throws Exception {
        for (String word : List.of("a\u0000b", "\ud800", "x".repeat(401))) {
            assertThatThrownBy(() -> ledger.append(Records.about("ruling", word, "")))
                    .isInstanceOf(LedgerUnusable.class)
                    .hasMessageContaining("ordinary text");
        }
        Draft own =
                new Draft("decision", "r", "HR", "", Map.of("at", "x"), new TreeMap<>(), Set.of(), Optional.empty());
        assertThatThrownBy(() -> ledger.append(own)).isInstanceOf(LedgerUnusable.class);
        String longest = "\uffff".repeat(400);
        ledger.append(new Draft(
                longest,
                longest,
                longest,
                "",
                Map.of("role", longest, "version", longest, "rules", longest),
                new TreeMap<>(Map.of("candidate", Records.bytes(longest))),
                Set.of(new Mark(longest, longest)),
                Optional.empty()));
        assertThat(Records.sound(ledger)).hasSize(1);
    }

    @Test
    void anotherKeyOrNoneIsRefused() throws Exception {
        ledger.append(Records.decision("r1", "C-1", "ELIGIBLE"));
        ledger.close();
        Path away = place.folder().resolve("away");
        Files.move(place.key(), away);
        assertThatThrownBy(() -> Records.open(place))
                .isInstanceOf(LedgerUnusable.class)
                .hasMessageContaining("is missing. Put it back");
        LedgerKey.in(place.key(), "another");
        assertThatThrownBy(() -> Records.open(place))
                .isInstanceOf(LedgerUnusable.class)
                .hasMessageContaining("is not the one that signs this ledger");
        Files.writeString(place.key(), "rubbish");
        assertThatThrownBy(() -> Records.open(place)).isInstanceOf(LedgerUnusable.class);
        Files.delete(place.key());
        Files.move(away, place.key());
        Records.open(place).close();
    }

    @Test
    void aLedgerOfANewerProgramIsRefused() throws Exception {
        ledger.close();
        try (Connection connection = Database.at(place).owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,"
                    + " installed_by, execution_time, success) VALUES (9, '99', '', 'SQL', '', '', 0, "
                    + (place.url().isPresent() ? "true" : "1") + ")");
        }
        assertThatThrownBy(() -> Records.open(place))
                .isInstanceOf(LedgerUnusable.class)
                .hasMessageContaining("newer version");
    }

    /** Some records of every kind, some of them in one commit, one erased. */
    void recordSome() throws Exception {
        ledger.append(Records.decision("r1", "C-1", "ELIGIBLE"));
        Entry second = ledger.append(List.of(
                        Records.decision("r2", "C-2", "REFER"),
                        Records.decision("r3", "C-3", "INELIGIBLE"),
                        Records.decision("r4", "C-4", "REFER")))
                .get(0);
        ledger.append(Records.about("ruling", "r5", second.id()));
        ledger.erase("e", "HR", "asked", List.of(new Erasure(second.id(), new TreeSet<>(Set.of("dossier")))));
    }

    @Test
    void anUntouchedLedgerIsIntactWithNoKeyAndWhileOthersRecord() throws Exception {
        assertThat(Records.verified(place).isIntact()).isTrue();
        recordSome();
        Files.delete(place.key());
        VerificationReport report = Records.verified(place);
        assertThat(report.flaws()).isEmpty();
        assertThat(report.remarks()).isEmpty();
        assertThat(report.records()).isEqualTo(6);
        assertThat(report.parts()).isEqualTo(17);
        assertThat(report.erased()).isEqualTo(1);
        assertThat(report.archives()).isEqualTo(1);
        assertThat(report.checkpoints()).isEqualTo(4);
        assertThat(report.key().map(Verifier::text)).contains(ledger.verifier().text());
        assertThat(report.root()).isEqualTo(Tree.root(ledger.nodes(), 6));
        ExecutorService meanwhile = Executors.newSingleThreadExecutor();
        try {
            var recording = meanwhile.submit(() -> {
                for (int i = 0; i < 60; i++) {
                    ledger.append(Records.decision("m" + i, "C", "REFER"));
                }
                return true;
            });
            while (!recording.isDone()) {
                assertThat(Records.verified(place).flaws()).isEmpty();
            }
            assertThat(recording.get()).isTrue();
        } finally {
            meanwhile.shutdown();
        }
        assertThat(Records.verified(place).records()).isEqualTo(66);
    }

    @Test
    void aLedgerThatIsOpenedToBeReadIsReadAsAnyAndTakesNothing() throws Exception {
        recordSome();
        try (Ledger read = Ledger.openToRead(place)) {
            assertThat(Records.sound(read)).hasSize(6);
            assertThatThrownBy(() -> read.append(Records.decision("r9", "C-1", "ELIGIBLE")))
                    .isInstanceOf(LedgerUnusable.class)
                    .hasMessageContaining("opened to be read alone");
        }
    }

    private static List<Long> indexes(List<Entry> entries) {
        return entries.stream().map(Entry::index).toList();
    }
}
