package org.offereligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offereligibility.Golden;
import tools.jackson.databind.json.JsonMapper;

/** The verb {@code report}, as its user meets it. */
class ReportTests {
    @TempDir
    static Path folder;

    private static Path groups;

    @BeforeAll
    static void groups() throws Exception {
        groups = folder.resolve("groups.csv");
        List<String> lines = new ArrayList<>(List.of("candidate,group"));
        String[] names = {"North", "South", "West"};
        int i = 0;
        for (String dossier : Files.readAllLines(Path.of(Dossiers.DOCKET))) {
            lines.add(JsonMapper.shared().readTree(dossier).get("candidateId").asString() + ","
                    + names[i % 5 == 0 ? 1 : i % 3]);
            i++;
        }
        Files.writeString(groups, String.join("\n", lines) + "\n");
    }

    private static Program.Run fairness(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("report", "fairness", "--dossiers", Dossiers.DOCKET, "--groups", groups.toString()));
        arguments.addAll(List.of(more));
        return Program.runs(arguments.toArray(String[]::new));
    }

    /** For what does not depend on how many there are. */
    private static String few() throws Exception {
        Path few = folder.resolve("few.jsonl");
        Files.write(few, Files.readAllLines(Path.of(Dossiers.DOCKET)).subList(0, 3));
        return few.toString();
    }

    @Test
    void tellsTheFunnelOfTheDocket() throws Exception {
        Program.Run run = Program.runs("report", "funnel", "--dossiers", Dossiers.DOCKET);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        Golden.assertEquals("cli/report-funnel.txt", run.out());
    }

    @Test
    void tellsHowGroupsFare() throws Exception {
        Program.Run run = fairness();
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        Golden.assertEquals("cli/report-fairness.txt", run.out());
    }

    @Test
    void isTheSameInAnyOrderAndWithAnyNumberOfHands() throws Exception {
        List<String> lines =
                new ArrayList<>(Files.readAllLines(Path.of(Dossiers.DOCKET)).subList(0, 40));
        String[] command = {"report", "funnel", "--dossiers", "-", "--format", "html", "--threads", "1"};
        String out = reading(lines).run(command).out();
        Collections.shuffle(lines, new Random(7));
        command[command.length - 1] = "3";
        assertThat(reading(lines).run(command).out()).isEqualTo(out).isNotEmpty();
    }

    private static Program reading(List<String> lines) {
        return new Program().reading(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void writesAPageThatStandsAloneToAFile() throws Exception {
        Path out = folder.resolve("fairness.html");
        Program.Run run = fairness("--format", "html", "--out", out.toString());
        assertThat(run.code()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(out))
                .startsWith("<!DOCTYPE html>")
                .contains("<svg", "four fifths of the highest")
                .doesNotContain("<script", "src=", "http:", "https:", "d-001");
        assertThat(fairness("--out", groups.toString()).err()).contains("is among the inputs");
    }

    @Test
    void tellsWhatIsWrongWithTheGroupsAndReportsOnTheRest() throws Exception {
        Path broken = folder.resolve("broken.csv");
        Files.writeString(broken, "candidate,group\nd-001,North\nd-002,South\nd-001,South\nd-x,North\n,North\n");
        Program.Run run = Program.runs(
                "report", "fairness", "--dossiers", few(), "--groups", broken.toString(), "--format", "json");
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.errLines()).hasSize(3);
        assertThat(run.err())
                .contains("broken.csv:4:1:", "broken.csv:5:", "broken.csv:6:1:")
                .doesNotContain("d-x");
        assertThat(JsonMapper.shared().readTree(run.out()).get("decided").asLong())
                .isEqualTo(1);
    }

    @Test
    void tellsOnceWhatIsWrongWithAWholeTable() throws Exception {
        Path other = folder.resolve("other.csv");
        Files.writeString(other, "role,level,note\n" + "pmm,,\"a\nb\"\n".repeat(50));
        Program.Run run = Program.runs("report", "fairness", "--dossiers", "none", "--groups", other.toString());
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.errLines()).hasSize(1);
        assertThat(run.err()).contains("its first line must name the columns `candidate` and `group`");
        Files.writeString(other, "candidate,group\n" + "someone,\n".repeat(50));
        run = Program.runs("report", "fairness", "--dossiers", few(), "--groups", other.toString());
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.errLines()).hasSize(1);
        assertThat(run.err()).contains("other.csv:2:", "the same is wrong in 49 further lines");
    }

    @Test
    void tellsOfDossiersThatAreRefused() {
        Program.Run run = new Program()
                .reading("{\"candidateId\":\"a\",\"role\":\"pmm\",\"level\":\"mid\"}\nnonsense\n"
                        .getBytes(StandardCharsets.UTF_8))
                .run("report", "funnel", "--dossiers", "-");
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains("1 of 2 dossiers refused");
        assertThat(run.out()).contains("Over one candidate.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "report | a verb is missing",
                "report fairness --dossiers fixtures/docket.jsonl | --groups",
                "report fairness --dossiers fixtures/docket.jsonl --groups none.csv | there is no file `none.csv`",
                "report fairness --dossiers fixtures/docket.jsonl --groups src | is a folder and not a table",
                "report fairness --dossiers fixtures/docket.jsonl --groups fixtures/docket.jsonl | this text",
                "report fairness --dossiers x --groups pom.xml --selected INELIGIBLE | takes ELIGIBLE or REFER",
                "report funnel --dossiers fixtures/docket.jsonl --role pm | there is no policy for the role",
                "report funnel --dossiers fixtures/docket.jsonl --as-of 2020-01-01 | say another day",
                "report funnel --dossiers fixtures/docket.jsonl --format pdf | --format"
            })
    void saysWhatIsWrongWithACommand(String command, String said) {
        Program.Run run = Program.runs(command.split(" "));
        assertThat(run.err()).contains(said).doesNotContain("Exception", "java.", "d-001");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
    }
}
