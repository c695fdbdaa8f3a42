package org.offereligibility.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.offereligibility.decision.Engines;
import org.offereligibility.decision.Evaluator;
import org.offereligibility.policy.PolicyFolder;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.Scenario;

/** Suggested scenarios load, pass, and try out what was not tried out before. */
class SuggestionsTests {
    private static final Path PMM = Path.of("rules/pmm/2025-01-01");

    private static Optional<Path> cache() {
        return Optional.of(Path.of("target/rules-cache"));
    }

    private static ScenarioRun adopted(RuleSet rules, Suggestions suggestions) throws Exception {
        RuleSet with = RuleSet.of(
                rules.folder()
                        .with("scenarios/suggested.yaml", suggestions.yaml().getBytes(StandardCharsets.UTF_8)),
                cache());
        return ScenarioRun.of(with);
    }

    @Test
    void ofAPolicyWithoutScenariosTheyTryOutAllThatCanBe() throws Exception {
        RuleSet rules = Violinists.with("scenarios: []\n");
        Suggestions suggestions = Suggestions.of(rules, List.of(), List.of(), () -> {});
        ScenarioRun run = adopted(rules, suggestions);
        assertThat(run.failed()).isEmpty();
        Coverage coverage = Coverage.of(run);
        assertThat(coverage.rules()).allMatch(Coverage.OfRule::held).allMatch(Coverage.OfRule::heldNot);
        // nothing more is suggested, and what is not tried out is what was looked for in vain
        RuleSet with = run.evaluator().rules();
        Suggestions again = Suggestions.of(with, with.scenarios(), List.of(), () -> {});
        assertThat(again.size()).isZero();
        assertThat(coverage.incomplete().mapToLong(rule -> rule.never().size()).sum())
                .isEqualTo(suggestions.notFound().size());
    }

    @Test
    void theSameIsSuggestedEveryTime() throws Exception {
        RuleSet rules = Violinists.with("scenarios: []\n");
        assertThat(Suggestions.of(rules, List.of(), List.of(), () -> {}).yaml())
                .isEqualTo(Suggestions.of(rules, List.of(), List.of(), () -> {}).yaml());
    }

    @Test
    void aRuleWhoseScenariosAreTakenAwayGetsThemBack() throws Exception {
        RuleSet rules = RuleSet.of(PolicyFolder.read(PMM), cache());
        String code = "base-salary-above-band";
        List<Scenario> others = rules.scenarios().stream()
                .filter(scenario ->
                        !scenario.rule().equals(code) && !scenario.codes().contains(code))
                .toList();
        Evaluator evaluator = new Evaluator(rules, Engines.MATCHER_ALONE);
        Coverage before = of(evaluator, rules.scenarios(), code);
        Coverage without = of(evaluator, others, code);
        assertThat(without.share().part()).isLessThan(before.share().part());

        Suggestions suggestions = Suggestions.of(rules, others, List.of(code), () -> {});
        ScenarioRun run = adopted(rules, suggestions);
        assertThat(run.failed()).isEmpty();
        List<Scenario> adopted = run.results().stream()
                .map(ScenarioResult::scenario)
                .filter(scenario -> scenario.file().equals("scenarios/suggested.yaml") || others.contains(scenario))
                .toList();
        assertThat(of(evaluator, adopted, code).share().part())
                .isGreaterThanOrEqualTo(before.share().part());
    }

    /** Of the rule of one code. */
    private static Coverage of(Evaluator evaluator, List<Scenario> scenarios, String code) {
        Coverage all = Coverage.of(ScenarioRun.of(evaluator, scenarios, () -> {}));
        return new Coverage(all.rules().stream()
                .filter(rule -> rule.rule().code().equals(code))
                .toList());
    }
}
