package org.offereligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verb {@code rules test} as a user meets it. */
class RulesTestTests {
    private static final Path VIOLINIST = Path.of("src/test/resources/second-role/violinist/2024-09-01");

    @TempDir
    private Path place = Path.of(".");

    private String draft(String scenarios) throws IOException {
        Path draft = Files.createDirectories(place.resolve("violinist/draft"));
        try (Stream<Path> files = Files.list(VIOLINIST)) {
            for (Path file : files.toList()) {
                Files.copy(file, draft.resolve(file.getFileName()));
            }
        }
        Files.writeString(Files.createDirectories(draft.resolve("scenarios")).resolve("some.yaml"), scenarios);
        return draft.toString();
    }

    private static String scenario(String verdict) {
        return """
                scenarios:
                  - name: Nobody heard the candidate
                    dossier: {candidateId: v, role: violinist, level: tutti, asOf: "2025-02-01T00:00:00Z"}
                    verdict: %s
                """.formatted(verdict);
    }

    @Test
    void aDraftWhoseScenariosPassIsFine() throws Exception {
        Program.Run run = Program.runs("rules", "test", draft(scenario("ELIGIBLE")));
        assertThat(run.out()).startsWith("violinist draft: 1 scenario passes · coverage of the rules ");
        assertThat(run.code()).isZero();
    }

    @Test
    void aScenarioThatFailsIsToldFirstAndInTheExitCode() throws Exception {
        Program.Run run = Program.runs("rules", "test", "--coverage", draft(scenario("REFER")));
        assertThat(run.outLines().get(0)).startsWith("✗ Nobody heard the candidate");
        assertThat(run.out())
                .contains("Expected the verdict REFER, but it is ELIGIBLE.")
                .contains("no scenario in which it holds")
                .contains("1 of 1 scenario fails");
        assertThat(run.code()).isEqualTo(5);
        assertThat(Program.runs("rules", "test", "--format", "json", place + "/violinist/draft")
                        .out())
                .contains("\"passes\":false");
        assertThat(Program.runs("rules", "test", "--format", "junit", place + "/violinist/draft")
                        .out())
                .startsWith("<?xml")
                .contains("<testcase classname=\"scenarios/some.yaml\"");
    }

    @Test
    void aFileOfScenariosThatCannotBeReadMakesTheRulesUnusable() throws Exception {
        for (String broken : new String[] {"", "scenarios: 3", "base: none.yaml\nscenarios: []", "\u0000\u0001"}) {
            Files.walk(place)
                    .sorted(java.util.Comparator.reverseOrder())
                    .filter(path -> !path.equals(place))
                    .forEach(path -> path.toFile().delete());
            Program.Run run = Program.runs("rules", "test", draft(broken));
            assertThat(run.err()).contains("some.yaml").contains("The rules cannot be used");
            assertThat(run.code()).isEqualTo(4);
        }
    }

    @Test
    void whatCannotBeDoneIsSaid() throws Exception {
        String draft = draft(scenario("ELIGIBLE"));
        assertThat(Program.runs("rules", "test", place + "/nowhere").code()).isEqualTo(2);
        assertThat(Program.runs("rules", "test", "--rule", "ran-ahaed", draft).err())
                .contains("did you mean `ran-ahead`?");
        assertThat(Program.runs("rules", "test", "--suggest", "--coverage", draft)
                        .code())
                .isEqualTo(2);
    }

    @Test
    void suggestedScenariosPassAsTheyAre() throws Exception {
        String draft = draft("scenarios: []\n");
        Path suggested = Path.of(draft, "scenarios", "suggested.yaml");
        assertThat(Program.runs("rules", "test", "--suggest", "--out", suggested.toString(), draft)
                        .code())
                .isZero();
        Program.Run run = Program.runs("rules", "test", draft);
        assertThat(run.out()).contains("scenarios pass");
        assertThat(run.code()).isZero();
    }
}
