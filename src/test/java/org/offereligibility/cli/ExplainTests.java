package org.offereligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offereligibility.Golden;

/** The verb {@code explain}: readings of a decision, and answers to questions about it. */
class ExplainTests {
    private static final String BLOCKED = "fixtures/guide/05-satisfaction-over-session-time.json";

    private static String answer(String... arguments) {
        Program.Run run = Program.runs(
                Stream.concat(Stream.of("explain"), Stream.of(arguments)).toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        return run.out();
    }

    private static List<Path> guide() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("fixtures/guide"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"committee", "auditor", "candidate"})
    void readsEveryCaseOfTheGuideToEachReader(String reader) throws Exception {
        StringBuilder all = new StringBuilder();
        for (Path file : guide()) {
            all.append("==== ").append(file.getFileName()).append("\n\n");
            all.append(answer(file.toString(), "--for", reader)).append('\n');
        }
        Golden.assertEquals("guide/explained-to-" + reader + ".txt", all.toString());
    }

    @Test
    void answersEachQuestion() throws Exception {
        StringBuilder all = new StringBuilder();
        for (String question : List.of(
                BLOCKED + " --rule criterion-below-pass-mark",
                BLOCKED + " --rule offer-late",
                BLOCKED + " --not base-salary-above-band",
                BLOCKED + " --change",
                BLOCKED + " --open",
                BLOCKED + " --set /offer/baseSalary=240000 --set /level=senior",
                BLOCKED + " --remove /profile",
                "fixtures/docket.jsonl --candidate d-024 --change --to eligible",
                "fixtures/docket.jsonl --candidate d-022 --open")) {
            all.append("$ explain ").append(question).append("\n\n");
            all.append(answer(question.split(" "))).append('\n');
        }
        Golden.assertEquals("cli/explain.txt", all.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--for auditor",
                "--for candidate",
                "--rule offer-late",
                "--not offer-late",
                "--all",
                "--change",
                "--open",
                "--set /level=senior"
            })
    void answersInEveryForm(String question) throws Exception {
        for (String form : List.of("text", "markdown", "html", "json")) {
            String[] words =
                    (BLOCKED + " --format " + form + " " + question).strip().split(" ");
            String answer = answer(words);
            assertThat(answer).isNotBlank().endsWith("\n").doesNotContain("null", "Optional", "org.offer");
            if (form.equals("html")) {
                assertThat(answer)
                        .startsWith("<!DOCTYPE html>")
                        .doesNotContain("<script", " src=", "href=\"http", "url(");
            }
            if (form.equals("json")) {
                assertThat(new tools.jackson.databind.ObjectMapper()
                                .readTree(answer)
                                .isObject())
                        .isTrue();
            }
        }
    }

    @Test
    void drawsTheDerivation() {
        assertThat(answer(BLOCKED, "--format", "svg"))
                .contains("<svg ", "under the pass mark of 3")
                .doesNotContain("Taylor");
        assertThat(answer(BLOCKED, "--format", "html")).contains("<svg ");
    }

    @Test
    void tellsWhichNumbersLieAtAnEdge() {
        assertThat(answer(BLOCKED)).contains("At the edge", "with a score of 4 the verdict would be ELIGIBLE");
        assertThat(answer(BLOCKED, "--format", "json")).contains("\"atTheEdge\":[");
        assertThat(answer(BLOCKED, "--for", "candidate")).doesNotContain("edge");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | --rule base-salary-abov-band | no rule has the code `base-salary-abov-band`: did you mean `base-salary-above-band`?",
                "2 | --not x | no rule has the code `x`",
                "2 | --change --to ELIGIBEL | but was `ELIGIBEL`: did you mean `ELIGIBLE`?",
                "2 | --to REFER | `--to` belongs to `--change`",
                "2 | --effort 5 | `--effort` belongs to `--change`",
                "2 | --change --effort 0 | `--effort` takes a whole number from 1, but was `0`",
                "2 | --all --open | one question at a time: `--all` and `--open` are several",
                "2 | --for auditor --change | `--for` chooses a reading of the decision, and `--change` asks a question",
                "2 | --for auditr | but was `auditr`: did you mean `auditor`?",
                "2 | --format svg --open | `--format svg` draws the derivation of the decision: leave `--open` out",
                "2 | --candidate guide-06 | there is no dossier of `guide-06`",
                "3 | --set /offer/baseSalry=3 | did you mean `/offer/baseSalary`?",
                "3 | --set /offer/baseSalary=high | /offer/baseSalary",
                "3 | --set /level | expected `/pointer=value`",
                "3 | --remove /scores/99 | /scores/99"
            })
    void saysWhatIsWrongWithAQuestion(int code, String question, String said) {
        Program.Run run = Program.runs(("explain " + BLOCKED + " " + question).split(" "));
        assertThat(run.err()).contains(said).doesNotContain("Exception", "\tat ");
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(code);
    }

    @Test
    void saysAllThatIsWrongWithAQuestionAtOnce() {
        Program.Run run =
                Program.runs("explain", BLOCKED, "--set", "/offer/baseSalry=3", "--set", "/levle=x", "--remove", "/of");
        assertThat(run.errLines()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void asksForTheCandidateWhereThereAreSeveral() {
        Program.Run run = Program.runs("explain", "fixtures/docket.jsonl");
        assertThat(run.err())
                .contains("there are several dossiers in `fixtures/docket.jsonl`: name one with `--candidate ID`");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(Program.runs("explain", "fixtures/docket.jsonl", "--candidate", "d-24")
                        .err())
                .contains("did you mean `d-024`?");
    }

    @Test
    void refusesWhatIsNoDossier(@TempDir Path folder) throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"candidateId\":");
        for (String input :
                List.of(broken.toString(), folder.resolve("none.json").toString())) {
            Program.Run run = Program.runs("explain", input, "--change");
            assertThat(run.err()).contains(input);
            assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
        }
        assertThat(Program.runs("explain").code()).isEqualTo(ExitCode.USAGE);
    }
}
