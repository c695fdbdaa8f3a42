package org.offereligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.offereligibility.decision.Finding;
import org.offereligibility.policy.PolicyFolder;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RuleSource;
import org.offereligibility.policy.RulesUnusable;
import org.offereligibility.trial.Coverage;
import org.offereligibility.trial.ScenarioResult;
import org.offereligibility.trial.ScenarioRun;

/** HR's scenarios of every policy under {@code rules/}, and whether they show enough of every rule. */
class ScenarioTests {
    private static List<ScenarioRun> runs = List.of();

    @BeforeAll
    static void runAll() throws IOException {
        try (Stream<Path> headers = Files.walk(Path.of("rules"), 3)) {
            runs = headers.filter(path -> path.endsWith("policy.yaml"))
                    .sorted()
                    .map(path -> ScenarioRun.of(
                            rules(Optional.ofNullable(path.getParent()).orElseThrow())))
                    .toList();
        }
    }

    private static RuleSet rules(Path folder) {
        try {
            return RuleSet.of(PolicyFolder.read(folder), Optional.of(Path.of("target/rules-cache")));
        } catch (IOException | RulesUnusable unusable) {
            throw new AssertionError(unusable);
        }
    }

    @TestFactory
    Stream<DynamicTest> everyScenarioComesOutAsItSays() {
        return runs.stream()
                .flatMap(run -> run.results().stream()
                        .map(result -> dynamicTest(result.scenario().name(), place(run, result), () -> {
                            if (!result.passes()) {
                                fail(result.scenario().file() + ", line "
                                        + result.scenario().line() + ": " + result.failures());
                            }
                        })));
    }

    private static URI place(ScenarioRun run, ScenarioResult result) {
        return URI.create("file:"
                + Path.of(run.evaluator()
                                .rules()
                                .folder()
                                .named(result.scenario().file()))
                        .toAbsolutePath()
                + "?line=" + result.scenario().line());
    }

    @Test
    void everyRuleIsSeenToHoldToJustNotHoldAndToLackItsEvidence() {
        for (ScenarioRun run : runs) {
            Coverage coverage = Coverage.of(run);
            assertThat(coverage.rules())
                    .allSatisfy(rule ->
                            assertThat(rule.lacking()).as(rule.rule().code()).isEmpty());
            assertThat(coverage.rules())
                    .allSatisfy(rule ->
                            assertThat(rule.held()).as(rule.rule().name()).isTrue());
        }
    }

    @Test
    void thePolicyForProductMarketingManagersHasAllItsRulesAndManyScenarios() {
        ScenarioRun run = runs.get(0);
        assertThat(run.evaluator().rules().rules().stream().filter(RuleSource::findsSomething))
                .hasSize(73);
        assertThat(run.results()).hasSizeGreaterThan(300);
    }

    @Test
    void theBaseDossierIsWithoutFlawAndWithoutDistinction() {
        ScenarioResult unchanged = runs.get(0).results().stream()
                .filter(result -> result.scenario().name().equals("Vesting over four years is the standard"))
                .findFirst()
                .orElseThrow();
        assertThat(unchanged.decision().orElseThrow().findings())
                .extracting(Finding::code)
                .containsExactly("offer-within-band");
    }

    @Test
    void noTwoScenariosHaveOneName() {
        for (ScenarioRun run : runs) {
            assertThat(run.results())
                    .extracting(result -> result.scenario().name())
                    .doesNotHaveDuplicates();
        }
    }
}
