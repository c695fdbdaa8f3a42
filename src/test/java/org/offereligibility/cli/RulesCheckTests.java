package org.offereligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offereligibility.Golden;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The verb {@code rules check}, as HR and editors meet it. */
class RulesCheckTests {
    private static final Path RULES = Path.of("rules/pmm/2025-01-01");

    @TempDir
    private Path directory;

    private Path copy;

    @BeforeEach
    void copyRules() throws IOException {
        copy = directory.resolve("rules/pmm/2025-01-01");
        try (Stream<Path> files = Files.walk(RULES)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path target = copy.resolve(RULES.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private void change(String file, String from, String to) throws IOException {
        String text = Files.readString(copy.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(copy.resolve(file), text.replace(from, to));
    }

    private void breakSeveral() throws IOException {
        change("process.drl", "status == \"pending\"", "status == \"pendng\"");
        change("bands.csv", "185000", "tbd");
        change("scenarios/compensation.yaml", "codes: [offer-missing]", "codes: [offer-mising]");
        Files.writeString(copy.resolve("notes.txt"), "to do\n");
    }

    private Program.Run check(String... more) {
        return Program.runs(Stream.concat(Stream.of("rules", "check", copy.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private String here(String text) {
        return text.replace(copy.toString(), "rules");
    }

    @Test
    void saysThatNothingIsWrong() {
        Program.Run run = Program.runs("rules", "check");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("rules/pmm/2025-01-01: nothing is wrong.\n");
        assertThat(run.code()).isZero();
    }

    @Test
    void tellsAllMistakesAtOnceEachWithItsLine() throws Exception {
        breakSeveral();
        Program.Run run = check();
        Golden.assertEquals("cli/rules-check.txt", here(run.out()));
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.RULES);
        assertThat(check("--color", "always").out()).contains("\u001b[31m^");
    }

    @Test
    void writesOneObjectForAnotherProgram() throws Exception {
        breakSeveral();
        Program.Run run = check("--format", "json");
        JsonNode report = new ObjectMapper().readTree(run.out());
        assertThat(run.out().lines()).hasSize(1);
        assertThat(run.code()).isEqualTo(ExitCode.RULES);
        assertThat(report.at("/formatVersion").asInt()).isEqualTo(1);
        assertThat(report.at("/errors").asInt()).isEqualTo(4);
        assertThat(report.at("/folders/0/version").asString()).isEqualTo("2025-01-01");
        JsonNode first = report.at("/folders/0/remarks/0");
        assertThat(first.at("/severity").asString()).isEqualTo("error");
        assertThat(first.at("/kind").asString()).isEqualTo("table");
        assertThat(first.at("/file").asString()).endsWith("bands.csv");
        assertThat(first.at("/line").asInt()).isEqualTo(2);
        assertThat(first.at("/column").asInt()).isEqualTo(13);
        assertThat(first.at("/excerpt").asString()).startsWith("pmm,mid,USD,tbd");
        assertThat(first.at("/caret").asString()).isEqualTo(" ".repeat(12) + "^");
    }

    /** What the schema of SARIF 2.1.0 requires, and what code review needs to show a result at its place. */
    @Test
    void writesSarifForEditorsAndCodeReview() throws Exception {
        breakSeveral();
        Files.writeString(copy.resolve("a file.txt"), "");
        JsonNode log = new ObjectMapper().readTree(check("--format", "sarif").out());
        assertThat(log.at("/version").asString()).isEqualTo("2.1.0");
        JsonNode run = log.at("/runs/0");
        assertThat(run.at("/tool/driver/name").asString()).isEqualTo("offer-eligibility");
        assertThat(run.at("/results").size()).isEqualTo(5);
        for (JsonNode result : run.at("/results")) {
            int rule = result.at("/ruleIndex").asInt();
            assertThat(run.at("/tool/driver/rules/" + rule + "/id").asString())
                    .isEqualTo(result.at("/ruleId").asString())
                    .isNotEmpty();
            assertThat(result.at("/level").asString()).isEqualTo("error");
            assertThat(result.at("/message/text").asString()).isNotBlank();
            JsonNode place = result.at("/locations/0/physicalLocation");
            assertThat(place.at("/artifactLocation/uri").asString())
                    .doesNotContain(" ", "\\")
                    .contains("2025-01-01/");
            if (place.has("region")) {
                assertThat(place.at("/region/startLine").asInt()).isPositive();
                assertThat(place.at("/region/startColumn").asInt(1)).isPositive();
            }
        }
    }

    @Test
    void namesAFileRelativeToTheWorkingDirectory() {
        Program.Run run =
                Program.runs("rules", "check", "src/test/resources/small-open/porter/2025-01-01", "--format", "sarif");
        assertThat(run.out()).contains("\"uri\":\"src/test/resources/small-open/porter/2025-01-01/porter.drl\"");
        assertThat(run.out()).contains("\"ruleId\":\"no-scenario\"");
    }

    @Test
    void refusesAFolderThatThereIsNot() {
        Program.Run run = Program.runs("rules", "check", "rules/none");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("there is no folder `rules/none`");
    }

    @Test
    void otherVerbsShowTheLineToo() throws Exception {
        breakSeveral();
        Program.Run run = Program.runs(
                "evaluate", "--policies", directory.resolve("rules").toString(), Dossiers.ELIGIBLE);
        assertThat(run.code()).isEqualTo(ExitCode.RULES);
        assertThat(run.errLines())
                .contains("    pmm,mid,USD,tbd,230000,45000,60000,4,guide: bands", "                ^");
    }
}
