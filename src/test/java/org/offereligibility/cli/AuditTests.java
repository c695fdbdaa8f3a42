package org.offereligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offereligibility.Golden;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was recorded is found, shown, held, erased, and kept for as long as it may be. */
class AuditTests {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern SHORT_ID = Pattern.compile("(?<=  )[0-9a-f]{8}(?=  )");
    private static final Pattern HASH = Pattern.compile("(sha256|sha256-salted):[0-9a-f]+");

    @TempDir
    Path folder;

    private Instant now = Program.NOW;

    private Program.Run run(String... words) {
        return new Program()
                .at(now)
                .run(Stream.concat(
                                Stream.of(words),
                                Stream.of("--data", folder.resolve("data").toString()))
                        .toArray(String[]::new));
    }

    private void record(String... dossiers) {
        Program.Run run = run(Stream.concat(
                        Stream.of("evaluate", "--record", "--by", "ada", "--request-id", "r" + now.getEpochSecond()),
                        Stream.of(dossiers))
                .toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
    }

    /** What some commands say, one after the other. */
    private String told(String... lines) {
        StringBuilder all = new StringBuilder();
        for (String line : lines) {
            Program.Run run = run(line.split(" "));
            String out = ID.matcher(run.out() + run.err()).replaceAll("ID");
            out = SHORT_ID.matcher(out).replaceAll("ID......");
            out = HASH.matcher(out).replaceAll("$1:HASH").replace(folder.toString(), "FOLDER");
            all.append("$ ").append(line).append('\n').append(out);
            all.append("exit ").append(run.code()).append("\n\n");
        }
        return all.toString();
    }

    @Test
    void recordsAreListedNewestFirst() throws Exception {
        now = Instant.parse("2025-06-01T12:00:00Z");
        record(Dossiers.REFERRED, Dossiers.ELIGIBLE);
        now = Instant.parse("2025-06-02T09:30:00Z");
        record(Dossiers.write(folder.resolve("more.jsonl"), Dossiers.bare("=1+1"), Dossiers.bare("zoë")));
        run(
                "record",
                "override",
                "#1",
                "--to",
                "INELIGIBLE",
                "--by",
                "bob",
                "--second",
                "eve",
                "--reason",
                "new-evidence",
                "--note",
                "Sad.");
        Golden.assertEquals(
                "cli/audit-list.txt",
                told(
                        "audit list",
                        "audit list --limit 2",
                        "audit list --after 3 --limit 2",
                        "audit list --format csv",
                        "audit list --format json --limit 1",
                        "audit list --limit 0",
                        "audit search",
                        "audit search --candidate zoë",
                        "audit search --candidate nobody",
                        "audit search --verdict INELIGIBLE",
                        "audit search --overridden",
                        "audit search --kind decision --by ada --role pmm --version 2025-01-01 --until 2025-06-01",
                        "audit search --from 2025-06-02",
                        "audit search --from 2025-06-03",
                        "audit search --from 2025-06-03 --until 2025-06-02",
                        "audit search --code offer-missing --verdict INCOMPLETE --limit 1 --all",
                        "audit search --kind letter"));
    }

    @Test
    void aRecordIsShownInPlainWords() throws Exception {
        record(Dossiers.REFERRED);
        run("record", "ruling", "#0", "--to", "ELIGIBLE", "--by", "bob", "--note", "Convincing.");
        Golden.assertEquals("cli/audit-show.txt", told("audit show #0", "audit show #1", "audit show #7"));
        run("record", "withdrawal", "#0", "--by", "bob");
        assertThat(run("audit", "show", "#0").out()).contains("The decision counts no longer: it was withdrawn.");
    }

    @Test
    void itsPartsCanBeHadToTheByte() throws Exception {
        record(Dossiers.REFERRED);
        JsonNode shown = JsonMapper.shared()
                .readTree(run("audit", "show", "#0", "--format", "json").out());
        assertThat(shown.at("/remains").asString()).isEqualTo("re-executable");
        assertThat(shown.at("/proof/intact").asBoolean()).isTrue();
        assertThat(shown.at("/stands/verdict").asString()).isEqualTo("REFER");
        for (String part : List.of("dossier", "decision", "outcome")) {
            assertThat(JsonMapper.shared()
                            .readTree(run("audit", "show", "#0", "--part", part).out()))
                    .isEqualTo(shown.at("/parts/" + part));
        }
        assertThat(JsonMapper.shared()
                        .readTree(run("audit", "show", "#0", "--part", "leaf").out()))
                .isEqualTo(shown.at("/record"));
        assertThat(run("audit", "show", "#0", "--part", "rules").out()).startsWith("PK");
        Program.Run none = run("audit", "show", "#0", "--part", "note");
        assertThat(none.code()).isEqualTo(ExitCode.USAGE);
        assertThat(none.err()).contains("has no such part");
    }

    @Test
    void aRecordThatWasTamperedWithIsNotShownAsIntact() throws Exception {
        record(Dossiers.REFERRED);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/ledger.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TRIGGER part_kept");
            statement.execute("UPDATE part SET content = CAST('someone' AS BLOB) WHERE name = 'candidate'");
        }
        Program.Run run = run("audit", "show", "#0");
        assertThat(run.code()).isEqualTo(ExitCode.NOT_INTACT);
        assertThat(run.out()).contains("NOT intact", "Its part “candidate” is not what was sealed.");
        assertThat(run.err()).contains("This record is not what was recorded.");
    }

    @Test
    void whatIsErasedIsInNoByteOfAnyFileAndWhatRemainsIsSaid() throws Exception {
        String dossier = Files.readString(Path.of(Dossiers.REFERRED));
        String id = JsonMapper.shared().readTree(dossier).get("candidateId").asString();
        List<String> words = new ArrayList<>(List.of("Wilhelmina-7731"));
        words(JsonMapper.shared().readTree(dossier), words);
        assertThat(words).hasSizeGreaterThan(10);
        record(
                Dossiers.ELIGIBLE,
                Files.writeString(folder.resolve("w.json"), dossier.replace("\"" + id + "\"", "\"Wilhelmina-7731\""))
                        .toString());
        run("record", "ruling", "#1", "--to", "ELIGIBLE", "--by", "bob", "--note", "Wilhelmina-7731 convinced us.");
        assertThat(holding("Wilhelmina-7731")).isNotEmpty();
        assertThat(holding(words.get(1))).isNotEmpty();
        String all = told(
                "audit hold Wilhelmina-7731 --reason lawsuit --by eve",
                "audit hold nobody --reason lawsuit --by eve",
                "audit erase Wilhelmina-7731 --reason asked --by eve --yes",
                "audit release Wilhelmina-7731 --reason over --by eve",
                "audit release Wilhelmina-7731 --reason over --by eve",
                "audit erase Wilhelmina-7731 --reason asked --by eve --dry-run",
                "audit erase Wilhelmina-7731 --reason asked --by eve",
                "audit erase Wilhelmina-7731 --reason Wilhelmina-7731-asked --by eve --yes",
                "audit erase Wilhelmina-7731 --reason asked --by eve --request-id Wilhelmina-7731 --yes",
                "audit erase Wilhelmina-7731 --reason asked --by eve --yes",
                "audit erase Wilhelmina-7731 --reason asked --by eve --yes",
                "audit show #1",
                "audit list");
        assertThat(words.stream().filter(word -> !holding(word).isEmpty())).isEmpty();
        Golden.assertEquals("cli/audit-erase.txt", all);
        for (int i = 0; i < 9; i++) {
            assertThat(run("audit", "show", "#" + i).out()).contains("Proof: intact");
        }
    }

    @Test
    void everythingCanGoSoThatOnlyItsExistenceIsProved() {
        record(Dossiers.REFERRED);
        String id = run("audit", "show", "#0", "--part", "candidate").out();
        assertThat(run("audit", "erase", id, "--everything", "--yes", "--by", "eve", "--reason", "asked")
                        .code())
                .isZero();
        Program.Run shown = run("audit", "show", "#0");
        assertThat(shown.code()).isZero();
        assertThat(shown.out())
                .contains("What remains: existence only", "Proof: intact", "its outcome was erased")
                .doesNotContain("REFER");
        assertThat(run("audit", "search", "--verdict", "REFER").out())
                .isEqualTo("Nothing that was recorded has all of this.\n");
    }

    @Test
    void anIdThatWasWrittenIntoWhatStandsOpenlyIsTold() {
        record(Dossiers.REFERRED);
        String id = run("audit", "show", "#0", "--part", "candidate").out();
        run("record", "ruling", "#0", "--to", "ELIGIBLE", "--by", "bob", "--request-id", "about-" + id);
        assertThat(run("audit", "erase", id, "--yes", "--by", "eve", "--reason", "asked")
                        .out())
                .contains("Erased from 2 records.", "The candidate's id stands openly in the record #1,")
                .doesNotContain("in the record #0");
    }

    @Test
    void whatWasKeptLongEnoughIsErased() throws Exception {
        now = Instant.parse("2020-05-01T12:00:00Z");
        record(Dossiers.ELIGIBLE);
        now = Instant.parse("2021-05-01T12:00:00Z");
        record(Dossiers.write(folder.resolve("1.jsonl"), Dossiers.bareAsOf("k1", "2025-03-30T01:30:00Z")));
        now = Instant.parse("2021-05-02T12:00:00Z");
        record(Dossiers.write(folder.resolve("2.jsonl"), Dossiers.bareAsOf("k2", "2025-03-30T01:30:00Z")));
        now = Instant.parse("2025-05-01T12:00:00Z");
        assertThat(run("audit", "hold", "k1", "--reason", "lawsuit", "--by", "eve")
                        .code())
                .isZero();
        Golden.assertEquals(
                "cli/audit-retain.txt",
                told(
                        "audit retain --dry-run --by eve",
                        "audit retain --by eve",
                        "audit retain --by eve",
                        "audit release k1 --reason over --by eve",
                        "audit retain --dry-run --by eve",
                        "audit list"));
    }

    @Test
    void whereThereIsNoLedgerItSaysSo() {
        for (String line : List.of(
                "audit list",
                "audit show 1",
                "audit search --kind hold",
                "audit retain --by x",
                "audit erase c --reason r --by x",
                "audit hold c --reason r --by x",
                "audit release c --reason r --by x")) {
            Program.Run run = run(line.split(" "));
            assertThat(run.code()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).contains("there is no ledger in the folder");
            assertThat(folder.resolve("data")).doesNotExist();
        }
    }

    private List<Path> holding(String word) {
        String bytes = new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> read(file).contains(bytes))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What people wrote in a dossier: every text of several words. */
    private static void words(JsonNode node, List<String> words) {
        if (node.isString() && node.asString().contains(" ") && !node.asString().contains("\"")) {
            words.add(node.asString());
        }
        node.forEach(child -> words(child, words));
    }
}
