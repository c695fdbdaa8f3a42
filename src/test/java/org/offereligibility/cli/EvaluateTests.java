package org.offereligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dossiers in, decisions out. */
class EvaluateTests {
    private static final Pattern ID = Pattern.compile("\"candidateId\":\"([^\"]*)\"");
    private static final Pattern AS_OF = Pattern.compile("\"asOf\":\"([^\"]*)\",\"verdict\"");

    @TempDir
    Path folder;

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }

    @Test
    void writesOneDecisionALineInTheOrderOfTheDossiers() throws Exception {
        Program.Run run = Program.runs("evaluate", "--format", "json", "--threads", "4", Dossiers.DOCKET);
        List<String> asked = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(Dossiers.DOCKET))) {
            asked.addAll(found(ID, line).subList(0, 1));
        }
        assertThat(run.outLines()).hasSize(200).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        assertThat(run.outLines().stream().map(line -> found(ID, line).get(0))).containsExactlyElementsOf(asked);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
    }

    @Test
    void writesTheSameBytesWithOneThreadAndWithFour() {
        String[] formats = {"json", "text", "markdown"};
        for (String format : formats) {
            byte[] one = Program.runs("evaluate", "--format", format, "--threads", "1", "fixtures/guide")
                    .bytes();
            byte[] four = Program.runs("evaluate", "--format", format, "--threads", "4", "fixtures/guide")
                    .bytes();
            assertThat(four).as(format).isEqualTo(one).isNotEmpty();
        }
    }

    @Test
    void decidesTheSameWithOneEngineAlone() {
        byte[] both =
                Program.runs("evaluate", "--format", "json", Dossiers.DOCKET).bytes();
        Program.Run alone = Program.runs("evaluate", "--format", "json", "--no-cross-check", Dossiers.DOCKET);
        assertThat(alone.bytes()).isEqualTo(both).isNotEmpty();
        assertThat(alone.err()).isEmpty();
        assertThat(alone.code()).isZero();
    }

    @Test
    void skipsWhatItRefusesAndReportsItInTheOrderOfTheInput() {
        String file = Dossiers.write(
                folder.resolve("mixed.jsonl"),
                Dossiers.bare("a"),
                Dossiers.refused("b"),
                Dossiers.bare("c"),
                "not JSON",
                Dossiers.bare("e"));
        Program.Run run = Program.runs("evaluate", "--format", "json", file);
        assertThat(found(ID, run.out())).containsExactly("a", "c", "e");
        List<String> said = run.errLines();
        assertThat(said.get(0)).startsWith(file + ":2:").contains("`level`");
        assertThat(said.stream()
                        .map(line -> line.replaceAll("^(.*jsonl:[0-9]+).*", "$1"))
                        .distinct())
                .containsExactly(file + ":2", file + ":4", "2 of 5 dossiers refused");
        assertThat(run.code()).isEqualTo(3);
    }

    @Test
    void readsStandardInput() {
        byte[] input = (Dossiers.bare("a") + "\n" + Dossiers.bare("b") + "\n").getBytes(StandardCharsets.UTF_8);
        Program.Run run = new Program().reading(input).run("evaluate", "-", "--format", "json");
        assertThat(found(ID, run.out())).containsExactly("a", "b");
    }

    @Test
    void judgesADossierWithoutAnInstantAtTheOneGivenElseNow() {
        String file = Dossiers.write(
                folder.resolve("two.jsonl"), Dossiers.bare("a"), Dossiers.bareAsOf("b", "2025-04-01T10:00:00+02:00"));
        assertThat(found(
                        AS_OF,
                        Program.runs("evaluate", "--format", "json", file).out()))
                .containsExactly("2025-06-01T12:00:00Z", "2025-04-01T08:00:00Z");
        assertThat(found(
                        AS_OF,
                        Program.runs("evaluate", "--format", "json", "--as-of", "2025-03-01", file)
                                .out()))
                .containsExactly("2025-03-01T00:00:00Z", "2025-04-01T08:00:00Z");
        assertThat(found(
                        AS_OF,
                        Program.runs("evaluate", "--format", "json", "--as-of", "2025-03-01t00:30:00+01:00", file)
                                .out()))
                .containsExactly("2025-02-28T23:30:00Z", "2025-04-01T08:00:00Z");
    }

    @Test
    void writesThePageOfOneDossierAlone() {
        Program.Run run = Program.runs("evaluate", Dossiers.REFERRED);
        assertThat(run.out()).contains("REFER", "inflexible-under-challenge").doesNotContain("1 decision", "───");
    }

    @Test
    void writesThePagesOfSeveralAndThenASummary() {
        Program.Run run = Program.runs("evaluate", Dossiers.REFERRED, Dossiers.ELIGIBLE);
        assertThat(run.out())
                .containsSubsequence("inflexible-under-challenge", "───", "assumptions-tested", "───", "2 decisions");
        assertThat(Program.runs("evaluate", "--summary", Dossiers.REFERRED, Dossiers.ELIGIBLE)
                        .out())
                .startsWith("2 decisions")
                .endsWith(run.out().substring(run.out().indexOf("2 decisions")));
        assertThat(Program.runs("evaluate", "--format", "markdown", Dossiers.REFERRED, Dossiers.ELIGIBLE)
                        .out())
                .containsSubsequence("\n# ", "# 2 decisions");
    }

    @Test
    void coloursOnATerminalUnlessToldOtherwise() {
        String escape = "\u001b[";
        assertThat(Program.runs("evaluate", Dossiers.ELIGIBLE).out()).doesNotContain(escape);
        assertThat(Program.runs("evaluate", "--color", "always", Dossiers.ELIGIBLE)
                        .out())
                .contains(escape);
        Program terminal = new Program().onTerminal().with("COLUMNS", "80");
        assertThat(terminal.run("evaluate", Dossiers.ELIGIBLE).out()).contains(escape);
        assertThat(terminal.run("evaluate", "--color", "never", Dossiers.ELIGIBLE)
                        .out())
                .doesNotContain(escape);
        assertThat(terminal.run("evaluate", "--out", folder.resolve("a.txt").toString(), Dossiers.ELIGIBLE)
                        .code())
                .isZero();
        assertThat(folder.resolve("a.txt")).content().doesNotContain(escape);
        assertThat(terminal.with("NO_COLOR", "")
                        .run("evaluate", Dossiers.ELIGIBLE)
                        .out())
                .contains(escape);
        assertThat(terminal.with("NO_COLOR", "1")
                        .run("evaluate", Dossiers.ELIGIBLE)
                        .out())
                .doesNotContain(escape);
    }

    @Test
    void keepsToTheWidthOfTheScreen() {
        for (int width : new int[] {40, 60, 100}) {
            assertThat(new Program()
                            .with("COLUMNS", "" + width)
                            .run("evaluate", Dossiers.REFERRED, Dossiers.ELIGIBLE)
                            .outLines())
                    .anyMatch(line -> line.length() > width - 20)
                    .allMatch(line -> line.codePointCount(0, line.length()) <= width);
        }
    }

    @Test
    void tellsOfProgressOnlyWhenAsked() {
        assertThat(Program.runs("evaluate", "--progress", Dossiers.ELIGIBLE).err())
                .matches("1 dossier in [0-9]+ s · [0-9,]+/s\n");
        assertThat(Program.runs("evaluate", "--no-progress", Dossiers.ELIGIBLE).err())
                .isEmpty();
        assertThat(new Program()
                        .onTerminal()
                        .run("evaluate", "--progress", Dossiers.ELIGIBLE)
                        .err())
                .startsWith("\r\u001b[K0 dossiers · 0/s")
                .endsWith("\r\u001b[K");
        assertThat(new Program()
                        .onTerminal()
                        .run("evaluate", "--no-progress", Dossiers.ELIGIBLE)
                        .err())
                .isEmpty();
    }

    @Test
    void endsQuietlyWhenNobodyReadsOn() {
        Program.Run run =
                new Program().runInto(new Outputs.Closed(1000), "evaluate", "--format", "json", Dossiers.DOCKET);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.NOBODY_LISTENS);
    }

    @Test
    void saysWhenStandardOutputTakesNoMore() {
        Program.Run run = new Program().runInto(new Outputs.Full(), "evaluate", Dossiers.ELIGIBLE);
        assertThat(run.err())
                .isEqualTo("offer-eligibility: standard output cannot be written: No space left on device\n");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void showsControlCharactersOfAFileNameInsteadOfSendingThem() {
        Program.Run run = Program.runs("evaluate", "no\u001b[2Jsuch.json");
        assertThat(run.err()).doesNotContain("\u001b");
        assertThat(run.code()).isEqualTo(3);
    }
}
