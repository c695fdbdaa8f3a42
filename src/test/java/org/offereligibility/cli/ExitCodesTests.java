package org.offereligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the exit code says, and what stands beside it on standard error. */
class ExitCodesTests {
    @TempDir
    static Path folder;

    @BeforeAll
    static void writeDossiers() throws Exception {
        Files.createDirectories(folder.resolve("nothing"));
        Dossiers.write(folder.resolve("mixed.jsonl"), Dossiers.bare("a"), Dossiers.refused("b"), Dossiers.bare("c"));
        Dossiers.write(folder.resolve("broken.json"), "{\"candidateId\":");
        Files.writeString(folder.resolve("empty.jsonl"), "");
    }

    static Stream<Arguments> commands() {
        return Stream.of(
                arguments(0, "evaluate " + Dossiers.ELIGIBLE, ""),
                arguments(0, "evaluate --format json " + Dossiers.REFERRED, ""),
                arguments(0, "schema dossier", ""),
                arguments(2, "", "a verb is missing"),
                arguments(2, "evaluat x.json", "there is no verb `evaluat`: did you mean `evaluate`?"),
                arguments(
                        2, "evaluate --fromat json x.json", "there is no option `--fromat`: did you mean `--format`?"),
                arguments(2, "evaluate --format jsno x.json", "but was `jsno`: did you mean `json`?"),
                arguments(
                        2, "evaluate --color blue x.json", "expected one of `auto`, `always`, `never`, but was `blue`"),
                arguments(2, "evaluate", "give files or folders of dossiers, or `-` for standard input"),
                arguments(2, "evaluate --threads 0 x.json", "a whole number from 1 to 1024, but was `0`"),
                arguments(2, "evaluate --threads many x.json", "`many` is not an int"),
                arguments(2, "evaluate --as-of yesterday x.json", "expected a date such as `2025-03-01`"),
                arguments(2, "evaluate --as-of 2025-02-30 x.json", "there is no such time as `2025-02-30`"),
                arguments(2, "evaluate --as-of 2025-02-03T10:00:00 x.json", "an instant with its offset"),
                arguments(2, "evaluate --as-of 2025-02-03T10:00:60Z x.json", "there is no such time"),
                arguments(2, "schema", "Missing required parameter"),
                arguments(2, "schema decison", "did you mean `decision`?"),
                arguments(2, "schema dossier decision", "`decision` is one argument too many"),
                arguments(2, "evaluate --out FOLDER x.json", "is a folder: give `--out` the name of a file"),
                arguments(2, "evaluate --out FOLDER/none/x.txt x.json", "there is no folder"),
                arguments(2, "evaluate --out FOLDER/mixed.jsonl FOLDER/mixed.jsonl", "is among the inputs"),
                arguments(3, "evaluate FOLDER/mixed.jsonl", "1 of 3 dossiers refused"),
                arguments(3, "evaluate FOLDER/broken.json", "1 of 1 dossier refused"),
                arguments(3, "evaluate FOLDER/empty.jsonl", "empty.jsonl: "),
                arguments(3, "evaluate FOLDER/nothing", "nothing: "),
                arguments(3, "evaluate FOLDER/none.json " + Dossiers.ELIGIBLE, "none.json: "),
                arguments(3, "evaluate --as-of 1999-01-01 FOLDER/mixed.jsonl", "3 of 3 dossiers refused"),
                arguments(
                        4,
                        "evaluate --policies FOLDER/none " + Dossiers.ELIGIBLE,
                        "The rules cannot be used: 1 problem."),
                arguments(
                        4,
                        "evaluate --policies FOLDER/nothing " + Dossiers.ELIGIBLE,
                        "The rules cannot be used: 1 problem."));
    }

    @ParameterizedTest(name = "{1} ends with {0}")
    @MethodSource("commands")
    void endsWith(int code, String command, String said) {
        String[] words = command.replace("FOLDER", folder.toString()).strip().split(" ");
        Program.Run run = command.isEmpty() ? Program.runs() : Program.runs(words);
        assertThat(run.err()).contains(said).doesNotContain("Exception", "\tat ", "java.");
        assertThat(run.code()).isEqualTo(code);
        if (code == 0) {
            assertThat(run.err()).isEmpty();
            assertThat(run.out()).isNotEmpty();
        }
        if (code == 2 || code == 4) {
            assertThat(run.out()).isEmpty();
        }
    }

    @Test
    void namesFileAndLineOfEachProblemInTheRules() throws Exception {
        Path version = Files.createDirectories(folder.resolve("bad/pmm/2025-01-01"));
        try (Stream<Path> files = Files.list(Path.of("rules/pmm/2025-01-01"))) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Files.copy(file, version.resolve(file.getFileName().toString()));
            }
        }
        Path broken = version.resolve("process.drl");
        Files.writeString(broken, "\nrule \"This one never ends\"\nwhen\n", java.nio.file.StandardOpenOption.APPEND);
        Program.Run run = Program.runs("evaluate", "--policies", folder + "/bad", Dossiers.ELIGIBLE);
        assertThat(run.code()).isEqualTo(4);
        assertThat(run.out()).isEmpty();
        assertThat(run.errLines().get(0)).matches(".*process\\.drl:[1-9][0-9]*(:[1-9][0-9]*)?: .+");
        assertThat(run.errLines()).last().asString().startsWith("The rules cannot be used: ");
    }

    @Test
    void ownsUpToAFaultOfItsOwnInOneLine() {
        Program.Run run = new Program().runInto(new Outputs.Faulty(), "schema", "dossier");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.errLines()).hasSize(1);
        assertThat(run.err()).contains("a fault in the program", "`--debug`").doesNotContain("Exception");
        assertThat(new Program()
                        .runInto(new Outputs.Faulty(), "schema", "dossier", "--debug")
                        .err())
                .contains("made up by a test", "\tat ");
    }
}
