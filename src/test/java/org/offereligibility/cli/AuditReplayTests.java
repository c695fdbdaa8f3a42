package org.offereligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offereligibility.Golden;
import org.offereligibility.ledger.Draft;
import org.offereligibility.ledger.Entry;
import org.offereligibility.ledger.Erasure;
import org.offereligibility.ledger.Ledger;
import org.offereligibility.ledger.Part;
import org.offereligibility.ledger.Place;
import org.offereligibility.policy.PolicyArchive;
import org.offereligibility.policy.PolicyFolder;

/** A recorded decision can be evaluated again, and what differs says what changed. */
class AuditReplayTests {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Path RULES = Path.of("rules/pmm/2025-01-01");

    @TempDir
    static Path all;

    private static Path recorded = Path.of("");
    private static Path policies = Path.of("");

    @TempDir
    Path folder;

    @BeforeAll
    static void recordsTwoDecisions() throws Exception {
        recorded = all.resolve("recorded");
        assertThat(Program.runs(("evaluate " + Dossiers.ELIGIBLE + " " + Dossiers.REFERRED
                                        + " --record --by ada --request-id r --data " + recorded)
                                .split(" "))
                        .code())
                .isZero();
        policies = all.resolve("policies");
        copy(RULES, policies.resolve("pmm/2025-01-01"));
        copy(RULES, policies.resolve("pmm/2025-07-01"));
        Files.deleteIfExists(policies.resolve("pmm/2025-07-01/manifest.json"));
        Files.write(policies.resolve("pmm/2025-07-01/pass-marks.csv"), stricter());
    }

    @BeforeEach
    void beginsWithThem() throws Exception {
        copy(recorded, data());
    }

    private Path data() {
        return folder.resolve("data");
    }

    /** Everybody must be perfectly aligned. */
    private static byte[] stricter() throws Exception {
        return Files.readString(RULES.resolve("pass-marks.csv"))
                .replace("narrative-alignment,3.5,", "narrative-alignment,5,")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void copy(Path from, Path to) throws Exception {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                if (Files.isRegularFile(file)) {
                    Files.copy(file, target);
                }
            }
        }
    }

    private Program.Run run(String arguments) {
        return Program.runs((arguments + " --data " + data()).split(" "));
    }

    private String told(Program.Run run) {
        return ID.matcher(run.out() + run.err()).replaceAll("ID") + "exit " + run.code() + "\n";
    }

    private interface Deed {
        void on(Connection connection) throws Exception;
    }

    /** Edits the file behind the program's back. */
    private void tamper(Deed deed) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data().resolve("ledger.db"))) {
            List<String> triggers = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'trigger'")) {
                while (rows.next()) {
                    triggers.add(rows.getString(1));
                }
            }
            for (String trigger : triggers) {
                execute(connection, "DROP TRIGGER " + trigger);
            }
            deed.on(connection);
        }
    }

    private static void execute(Connection connection, String sql, byte[]... values) throws Exception {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setBytes(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    private Ledger ledger() throws Exception {
        return Ledger.open(Place.in(data()), Clock.fixed(Program.NOW, ZoneOffset.UTC), new SecureRandom());
    }

    @Test
    void everyDecisionIsTheSameAgain() throws Exception {
        Golden.assertEquals(
                "cli/audit-replay.txt",
                told(run("audit replay #1"))
                        + told(run("audit replay --all"))
                        + told(run("audit replay --all --format json"))
                        + told(run("audit replay --sample 1 --seed 7"))
                        + told(run("audit replay --sample 5 --seed 7 --format json")));
    }

    @Test
    void aSampleIsPickedAgainByItsSeed() {
        Set<String> picked = new TreeSet<>();
        for (String seed : List.of("1", "1", "2", "3", "4")) {
            picked.add(seed
                    + run("audit replay --format json --sample 1 --seed " + seed)
                            .out());
        }
        assertThat(picked).hasSize(4);
        assertThat(picked.stream().map(line -> line.substring(1)).distinct()).hasSize(2);
        assertThat(run("audit replay --sample 1").out()).contains("the seed is 1748779200000");
    }

    @Test
    void anotherDossierIsFound() throws Exception {
        tamper(connection -> execute(
                connection,
                "UPDATE part SET content = CAST(replace(CAST(content AS TEXT), '\"level\":\"mid\"', '\"level\":\"senior\"')"
                        + " AS BLOB) WHERE name = 'dossier' AND idx = 1"));
        Golden.assertEquals("cli/audit-replay-dossier.txt", told(run("audit replay --all")));
    }

    @Test
    void otherRulesAreFoundAndWhatTheyFind() throws Exception {
        byte[] others = PolicyArchive.of(PolicyFolder.read(RULES).with("pass-marks.csv", stricter()));
        tamper(connection -> execute(connection, "UPDATE archive SET content = ?", others));
        Golden.assertEquals("cli/audit-replay-rules.txt", told(run("audit replay #0")));
        assertThat(run("audit replay --all --format json").out())
                .contains("\"result\":\"DIFFERENT\"")
                .contains("\"now\":\"INELIGIBLE\"")
                .contains("The rules changed");
    }

    @Test
    void missingAndBrokenRulesAreAPlainFault() throws Exception {
        tamper(connection -> execute(connection, "UPDATE archive SET content = ?", "no archive".getBytes(UTF_8)));
        assertThat(told(run("audit replay #0")))
                .contains("what the archive holds in their place is no rule set")
                .endsWith("exit 6\n");
        byte[] broken = PolicyArchive.of(PolicyFolder.read(RULES).with("process.drl", "rule".getBytes(UTF_8)));
        tamper(connection -> execute(connection, "UPDATE archive SET content = ?", broken));
        assertThat(told(run("audit replay #0")))
                .contains("The archived rules cannot be used any more")
                .contains("process.drl")
                .endsWith("exit 6\n");
        tamper(connection -> execute(connection, "DELETE FROM archive"));
        assertThat(told(run("audit replay #0")))
                .contains("The rules that decided it are not in the archive")
                .endsWith("exit 6\n");
    }

    private static final java.nio.charset.Charset UTF_8 = StandardCharsets.UTF_8;

    @Test
    void whatIsMissingWithoutHavingBeenErasedIsFound() throws Exception {
        tamper(connection -> execute(connection, "DELETE FROM part WHERE name = 'dossier' AND idx = 0"));
        assertThat(told(run("audit replay #0")))
                .contains("The dossier is missing, though nothing says that it was erased.")
                .endsWith("exit 6\n");
    }

    @Test
    void aDecisionByAnotherProgramSaysSo() throws Exception {
        try (Ledger ledger = ledger()) {
            Entry first =
                    ledger.page(org.offereligibility.ledger.Filter.ALL, 1, 1).get(0);
            SortedMap<String, byte[]> parts = new TreeMap<>();
            for (Part part : ledger.parts(1)) {
                parts.put(part.name(), part.content());
            }
            parts.put(
                    "decision",
                    new String(parts.get("decision"), UTF_8)
                            .replaceFirst("\"message\":\"", "\"message\":\"Once upon a time: ")
                            .getBytes(UTF_8));
            SortedMap<String, String> fields = new TreeMap<>();
            fields.put("role", first.role());
            fields.put("version", first.version());
            fields.put("rules", first.rules());
            fields.put("engine", "Drools 9.0");
            fields.put("program", "0.0.1");
            fields.put("asOf", "2025-07-28T16:00:00Z");
            ledger.append(new Draft("decision", "older", "ada", "", fields, parts, Set.of(), Optional.empty()));
        }
        Golden.assertEquals(
                "cli/audit-replay-program.txt",
                told(run("audit replay #2")) + told(run("audit replay #2 --format json")));
    }

    @Test
    void whatWasErasedIsNoFailure() throws Exception {
        try (Ledger ledger = ledger()) {
            List<Entry> entries = ledger.page(org.offereligibility.ledger.Filter.ALL, 0, 2);
            ledger.erase(
                    "e",
                    "ada",
                    "asked",
                    List.of(
                            new Erasure(entries.get(0).id(), new TreeSet<>(Set.of("candidate", "dossier", "decision"))),
                            new Erasure(
                                    entries.get(1).id(),
                                    new TreeSet<>(Set.of("candidate", "dossier", "decision", "outcome")))));
        }
        Golden.assertEquals(
                "cli/audit-replay-erased.txt",
                told(run("audit replay #0"))
                        + told(run("audit replay #1"))
                        + told(run("audit replay --all"))
                        + told(run("audit replay #0 --format json"))
                        + told(run("audit bisect #0"))
                        + told(run("audit replay #0 --with rules/pmm/2025-01-01")));
    }

    @Test
    void anotherVersionIsAskedAndTheOneThatTurnsTheVerdictIsNamed() throws Exception {
        String with = " --with pmm/2025-07-01 --policies " + policies;
        Golden.assertEquals(
                "cli/audit-replay-with.txt",
                told(run("audit replay #0" + with))
                        + told(run("audit replay --all" + with))
                        + told(run("audit replay --all --format json" + with)));
        Golden.assertEquals("cli/audit-bisect.txt", told(run("audit bisect #0 --policies " + policies)));
    }

    @Test
    void mistakesAreToldPlainly() {
        StringBuilder told = new StringBuilder();
        for (String line : List.of(
                "audit replay",
                "audit replay #0 --all",
                "audit replay --all --sample 3",
                "audit replay --sample 0",
                "audit replay #0 --seed 3",
                "audit replay #7",
                "audit replay #0 --with nowhere")) {
            Program.Run run = run(line);
            assertThat(run.code()).as(line).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).as(line).doesNotContain("Exception").doesNotContain("null");
            told.append(run.err());
        }
        assertThat(told).contains("say which decisions").contains("there is no record `#7`");
        assertThat(Program.runs(
                                "audit",
                                "replay",
                                "--all",
                                "--data",
                                folder.resolve("none").toString())
                        .code())
                .isEqualTo(ExitCode.USAGE);
        assertThat(run("record ruling #1 --to ELIGIBLE --by bob").code()).isZero();
        assertThat(run("audit replay #2").err()).contains("is no decision").contains("it is a ruling");
        assertThat(run("audit bisect #2").err()).contains("is no decision");
    }
}
