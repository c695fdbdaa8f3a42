package org.offereligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offereligibility.Golden;

/** {@code rules mutate}, through the front door. */
class RulesMutateTests {
    private static final String TUNER = "src/test/resources/mutants/tuner/2025-01-01";

    @Test
    void tellsWhatNobodyWouldNotice() throws Exception {
        Program.Run run = Program.runs("rules", "mutate", TUNER);
        Golden.assertEquals("trial/mutants.txt", run.out());
        assertThat(run.code()).isEqualTo(5);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void tellsProgramsOfEveryEdit() throws Exception {
        Program.Run run = Program.runs("rules", "mutate", TUNER, "--file", "figures.csv", "--format", "json");
        Golden.assertEquals("trial/mutants.json", run.out());
        assertThat(run.code()).isEqualTo(5);
    }

    @Test
    void editsOneRuleOrOneFileOnly() throws Exception {
        assertThat(Program.runs("rules", "mutate", TUNER, "--rule", "master").out())
                .contains("years >= $many")
                .doesNotContain("figures.csv", "craft-short");
        assertThat(Program.runs("rules", "mutate", TUNER, "--file", "vocabulary.csv")
                        .out())
                .contains("vocabulary.csv")
                .doesNotContain("tuner.drl");
    }

    @Test
    void isContentWithSoManyPerCentAsItIsAskedFor() {
        assertThat(Program.runs("rules", "mutate", TUNER, "--threshold", "10").code())
                .isZero();
        assertThat(Program.runs("rules", "mutate", TUNER, "--threshold", "99").code())
                .isEqualTo(5);
        assertThat(Program.runs("rules", "mutate", TUNER, "--threshold", "101").err())
                .contains("per cent from 0 to 100");
    }

    @Test
    void knowsTheNearestCodeAndFile() {
        Program.Run code = Program.runs("rules", "mutate", TUNER, "--rule", "craft-shor");
        assertThat(code.code()).isEqualTo(2);
        assertThat(code.err()).contains("did you mean `craft-short`?");
        assertThat(Program.runs("rules", "mutate", TUNER, "--file", "figure.csv")
                        .err())
                .contains("did you mean `figures.csv`?");
        assertThat(Program.runs("rules", "mutate", "nowhere").code()).isEqualTo(2);
    }

    @Test
    void asksForScenariosThatPassFirst(@TempDir Path folder) throws Exception {
        Path version = folder.resolve("tuner/2025-01-01");
        copy(Path.of(TUNER), version);
        Path scenarios = version.resolve("scenarios/craft.yaml");
        Files.writeString(scenarios, Files.readString(scenarios).replace("verdict: INELIGIBLE", "verdict: ELIGIBLE"));
        Program.Run run = Program.runs("rules", "mutate", version.toString());
        assertThat(run.code()).isEqualTo(5);
        assertThat(run.err()).contains("\"An adverse check blocks\" fails", "see `rules test`");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void refusesRulesThatCannotBeUsed(@TempDir Path folder) throws Exception {
        Path version = folder.resolve("tuner/2025-01-01");
        copy(Path.of(TUNER), version);
        Files.writeString(version.resolve("figures.csv"), "");
        assertThat(Program.runs("rules", "mutate", version.toString()).code()).isEqualTo(4);
        assertThat(Program.runs("rules", "mutate", folder.resolve("tuner").toString())
                        .code())
                .isEqualTo(4);
    }

    private static void copy(Path from, Path to) throws Exception {
        try (var files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
