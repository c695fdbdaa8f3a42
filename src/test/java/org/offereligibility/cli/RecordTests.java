package org.offereligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offereligibility.Golden;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A decision that counts is one that was recorded. */
class RecordTests {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @TempDir
    Path folder;

    private Program.Run record(String request, String... more) {
        return run(Stream.concat(
                        Stream.of(more),
                        Stream.of("--record", "--by", "ada", "--request-id", request, "--format", "json"))
                .toArray(String[]::new));
    }

    private Program.Run run(String... arguments) {
        return Program.runs(Stream.concat(
                        Stream.of(arguments),
                        Stream.of("--data", folder.resolve("data").toString()))
                .toArray(String[]::new));
    }

    /** What a run says, with its ids and folder masked. */
    private String told(Program.Run run) {
        return ID.matcher(run.out() + run.err()).replaceAll("ID").replace(folder.toString(), "FOLDER");
    }

    private static List<String> ids(Program.Run run) {
        return run.out()
                .lines()
                .map(line -> JsonMapper.shared().readTree(line).get("recorded").get("id"))
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void eachDecisionSaysUnderWhichIdItIsRecorded() {
        Program.Run run = record("r", "evaluate", Dossiers.ELIGIBLE, Dossiers.REFERRED);
        assertThat(run.code()).isZero();
        JsonNode first = JsonMapper.shared().readTree(run.outLines().get(0));
        assertThat(first.get("verdict").asString()).isEqualTo("ELIGIBLE");
        assertThat(first.get("recorded").get("number").asInt()).isZero();
        assertThat(first.get("recorded").get("by").asString()).isEqualTo("ada");
        assertThat(first.get("recorded").get("at").asString()).isEqualTo("2025-06-01T12:00:00Z");
        assertThat(first.get("recorded").get("id").asString()).matches(ID);
        assertThat(run.errLines())
                .containsExactly(
                        "Recording in " + folder.resolve("data/ledger.db") + " as request r",
                        "2 decisions are recorded");
    }

    @Test
    void apartFromThatTheDecisionIsTheOneThatIsNotRecorded() {
        String recorded = record("r", "evaluate", Dossiers.REFERRED).out();
        String decided =
                Program.runs("evaluate", Dossiers.REFERRED, "--format", "json").out();
        // the recorded decision is that of the canonical dossier, in which these properties stand in another order
        assertThat(recorded.replaceFirst(",\"recorded\":\\{[^}]*\\}", "")).isEqualTo(decided);
    }

    @Test
    void thePageSaysSoToo() throws Exception {
        Golden.assertEquals(
                "cli/record-evaluate.txt",
                told(run("evaluate", Dossiers.REFERRED, "--record", "--by", "ada", "--request-id", "r")));
    }

    @Test
    void theSameRequestAgainIsTheSameRecord() {
        Program.Run once = record("r", "evaluate", Dossiers.ELIGIBLE, Dossiers.REFERRED);
        Program.Run twice = record("r", "evaluate", Dossiers.ELIGIBLE, Dossiers.REFERRED);
        assertThat(twice.out()).isEqualTo(once.out());
        assertThat(ids(record("s", "evaluate", Dossiers.ELIGIBLE))).doesNotContainAnyElementsOf(ids(once));
    }

    @Test
    void aRunThatStoppedHalfWayIsFinishedUnderItsRequestId() {
        List<String> first = ids(record("r", "evaluate", Dossiers.ELIGIBLE));
        List<String> both = ids(record("r", "evaluate", Dossiers.ELIGIBLE, Dossiers.REFERRED));
        assertThat(both).hasSize(2).startsWith(first.get(0));
    }

    @Test
    void anotherDossierUnderTheSameRequestIsRefused() {
        record("r", "evaluate", Dossiers.ELIGIBLE);
        Program.Run other = record("r", "evaluate", Dossiers.REFERRED, Dossiers.ELIGIBLE);
        assertThat(other.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(other.err())
                .contains("another dossier was recorded under this request id, or it was erased since")
                .contains("1 of 2 dossiers refused");
        assertThat(ids(other)).hasSize(1);
    }

    @Test
    void theSameDossierInAnotherLayoutIsTheSame() throws Exception {
        Path pretty = folder.resolve("pretty.json");
        Files.writeString(
                pretty,
                JsonMapper.shared()
                        .readTree(Path.of(Dossiers.ELIGIBLE))
                        .toPrettyString()
                        .replace("\n", "\r\n "));
        assertThat(record("r", "evaluate", pretty.toString()).out())
                .isEqualTo(record("r", "evaluate", Dossiers.ELIGIBLE).out());
    }

    @Test
    void badDossiersAreRefusedAndTheRestIsRecorded() throws Exception {
        String mixed = Dossiers.write(
                folder.resolve("mixed.jsonl"), Dossiers.bare("a"), Dossiers.refused("b"), "{", Dossiers.bare("c"));
        Program.Run run = record("r", "evaluate", mixed);
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(ids(run)).hasSize(2);
        assertThat(run.errLines()).contains("2 decisions are recorded", "2 of 4 dossiers refused");
    }

    @Test
    void manyAreRecordedInTheOrderOfTheDossiers() {
        Program.Run run = record("r", "evaluate", Dossiers.DOCKET, "--threads", "2");
        assertThat(run.out()
                        .lines()
                        .map(line -> JsonMapper.shared()
                                .readTree(line)
                                .get("recorded")
                                .get("number")
                                .asInt()))
                .hasSize(200)
                .isSorted();
    }

    @Test
    void whatPeopleDoWithADecisionIsRecordedBesideIt() throws Exception {
        record("r", "evaluate", Dossiers.REFERRED, Dossiers.ELIGIBLE);
        StringBuilder all = new StringBuilder();
        for (String line : List.of(
                "record ruling #0 --to ELIGIBLE --by bob --note Convincing.",
                "record ruling #0 --to INELIGIBLE --by bob",
                "record withdrawal #2 --by bob",
                "record ruling #0 --to REFER --by bob",
                "record ruling #1 --to ELIGIBLE --by bob",
                "record override #1 --to INELIGIBLE --by bob --second Bob --reason new-evidence --note Sad.",
                "record override #1 --to ELIGIBLE --by bob --second eve --reason new-evidence --note Sad.",
                "record override #1 --to INELIGIBLE --by bob --second eve --reason new-evidence --note Sad. --expires 2035-01-01",
                "record override #1 --to INELIGIBLE --by bob --second eve --reason new-evidence --note Sad. --expires 2025-06-01",
                "record override #1 --to INELIGIBLE --by bob --second eve --reason new-evidense --note Sad.",
                "record override #1 --to INELIGIBLE --by bob --second eve --reason new-evidence --note Sad. --expires 2025-07-01",
                "record withdrawal #1 --by bob --note Withdrawn.",
                "record withdrawal #1 --by bob",
                "record override #1 --to ELIGIBLE --by bob --second eve --reason new-evidence --note Sad.",
                "record ruling #9 --to ELIGIBLE --by bob",
                "record ruling 123 --to MAYBE --by bob",
                "record withdrawal #0")) {
            Program.Run run = run(line.split(" "));
            all.append("$ ")
                    .append(line)
                    .append('\n')
                    .append(told(run))
                    .append("exit ")
                    .append(run.code())
                    .append("\n\n");
        }
        Golden.assertEquals("cli/record.txt", all.toString());
    }

    @Test
    void theSameWordOfPeopleTwiceIsOneRecord() {
        record("r", "evaluate", Dossiers.REFERRED);
        String[] ruling = "record ruling #0 --to ELIGIBLE --by bob --request-id w".split(" ");
        assertThat(run(ruling).out()).isEqualTo(run(ruling).out());
        Program.Run other = run("record ruling #0 --to INELIGIBLE --by bob --request-id w".split(" "));
        assertThat(other.code()).isNotZero();
        assertThat(other.err()).contains("request");
    }

    @Test
    void aRecordIsFoundByTheBeginningOfItsId() {
        String id = ids(record("r", "evaluate", Dossiers.REFERRED)).get(0);
        assertThat(run("record", "withdrawal", "0", "--by", "bob").out()).contains("the decision " + id);
        id = ids(record("s", "evaluate", Dossiers.REFERRED)).get(0);
        assertThat(run("record", "ruling", id.substring(0, 8), "--to", "ELIGIBLE", "--by", "bob")
                        .out())
                .contains("the decision " + id);
        Program.Run none = run("record", "ruling", id.substring(0, 5), "--to", "ELIGIBLE", "--by", "bob");
        assertThat(none.code()).isEqualTo(ExitCode.USAGE);
        assertThat(none.err()).contains("at least its first 6 characters");
    }

    @Test
    void theUserOfTheMachineAsksUnlessAnotherIsNamed() {
        String data = folder.resolve("data").toString();
        Program.Run run = new Program()
                .with("USER", "grace")
                .run("evaluate", Dossiers.ELIGIBLE, "--record", "--data", data, "--format", "json");
        assertThat(run.out()).contains("\"by\":\"grace\"");
        Program.Run nobody = Program.runs("evaluate", Dossiers.ELIGIBLE, "--record", "--data", data);
        assertThat(nobody.code()).isEqualTo(ExitCode.USAGE);
        assertThat(nobody.err()).contains("say who asks with `--by`");
    }

    @Test
    void nothingIsRecordedThatOneEngineAloneDecided() {
        Program.Run run = record("r", "evaluate", Dossiers.ELIGIBLE, "--no-cross-check");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("leave out `--no-cross-check`");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void wordsForRecordingWithoutRecordingAreAMistake() {
        for (MatchResult option : Pattern.compile("--by x|--request-id x|--data x|--database x")
                .matcher("--by x --request-id x --data x --database x")
                .results()
                .toList()) {
            String[] words = ("evaluate " + Dossiers.ELIGIBLE + " " + option.group()).split(" ");
            Program.Run run = Program.runs(words);
            assertThat(run.code()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).contains("are for recording: add `--record`");
        }
    }

    @Test
    void aFolderThatCannotHoldALedgerIsToldPlainly() throws Exception {
        Path file = Files.writeString(folder.resolve("data"), "not a folder");
        Program.Run run = record("r", "evaluate", Dossiers.ELIGIBLE);
        assertThat(run.code()).isEqualTo(ExitCode.INTERNAL);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).doesNotContain("Exception").contains(file.toString());
    }

    @Test
    void aRunThatIsKilledIsFinishedByRunningItAgain() throws Exception {
        Path docket = folder.resolve("many.jsonl");
        Files.writeString(
                docket,
                Stream.iterate(0, i -> i + 1)
                        .limit(900)
                        .map(i -> Dossiers.bareAsOf("k" + i, "2025-03-30T01:30:00Z") + "\n")
                        .reduce("", String::concat));
        String[] command = {
            "evaluate",
            docket.toString(),
            "--record",
            "--by",
            "ada",
            "--request-id",
            "r",
            "--format",
            "json",
            "--data",
            folder.resolve("data").toString()
        };
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(Stream.concat(
                                Stream.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-cp",
                                        System.getProperty(
                                                "surefire.test.class.path", System.getProperty("java.class.path")),
                                        Main.class.getName()),
                                Stream.of(command))
                        .toList())
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        while (Files.size(out) == 0 && process.isAlive()) {
            Thread.sleep(5);
        }
        process.destroyForcibly().waitFor();
        List<String> shown = Files.readAllLines(out);
        List<String> complete =
                shown.stream().filter(line -> line.endsWith("}}")).toList();
        assertThat(complete).isNotEmpty().hasSizeLessThan(900);
        Program.Run again = Program.runs(command);
        assertThat(again.code()).isZero();
        assertThat(again.outLines()).hasSize(900).startsWith(complete.toArray(String[]::new));
        assertThat(again.errLines().get(again.errLines().size() - 1)).isEqualTo("900 decisions are recorded");
    }
}
