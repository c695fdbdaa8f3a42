package org.offereligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Effect;
import org.offereligibility.decision.Finding;
import org.offereligibility.dossier.CanonicalJson;
import org.offereligibility.policy.Condition;
import org.offereligibility.policy.FactType;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RuleSource;
import org.offereligibility.policy.Scenario;

/** HR's scenarios, run through the front door, and whether they show enough of every rule. */
class ScenarioTests {
    private static final Evaluation PMM = Evaluation.under("rules");
    private static final RuleSet RULES =
            PMM.evaluator("pmm", Evaluation.EVALUATED_AT).rules();

    private static Decision decide(Scenario scenario) {
        return PMM.decide(new String(CanonicalJson.bytes(scenario.dossier()), StandardCharsets.UTF_8));
    }

    @TestFactory
    Stream<DynamicTest> everyScenarioComesOutAsItSays() {
        return RULES.scenarios().stream()
                .map(scenario -> dynamicTest(
                        scenario.name(),
                        URI.create("file:"
                                + Path.of("rules/pmm/2025-01-01", scenario.file())
                                        .toAbsolutePath() + "?line=" + scenario.line()),
                        () -> holds(scenario)));
    }

    private static void holds(Scenario scenario) {
        Decision decision = decide(scenario);
        String where = scenario.file() + ", line " + scenario.line() + ", \"" + scenario.name() + "\"; found: "
                + decision.findings().stream().map(Finding::message).toList();
        assertThat(RULES.rules()).extracting(RuleSource::code).as(where).contains(scenario.rule());
        assertThat(codes(decision, false)).as(where).isEqualTo(new TreeSet<>(scenario.codes()));
        assertThat(codes(decision, true)).as(where).containsAll(scenario.supports());
        Set<String> all = codes(decision, false);
        all.addAll(codes(decision, true));
        scenario.not().forEach(code -> assertThat(all).as(where).doesNotContain(code));
        assertThat(all.contains(scenario.rule())).as(where).isEqualTo(scenario.shows() == Scenario.Shows.HOLDS);
        assertThat(decision.verdict().name()).as(where).isEqualTo(scenario.verdict());
    }

    private static Set<String> codes(Decision decision, boolean support) {
        return decision.findings().stream()
                .filter(finding -> (finding.effect() == Effect.SUPPORT) == support)
                .map(Finding::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyRuleIsSeenToHoldToJustNotHoldAndToLackItsEvidence() {
        List<String> lacking = new ArrayList<>();
        for (RuleSource rule : RULES.rules()) {
            if (!rule.findsSomething()) {
                continue;
            }
            Set<Scenario.Shows> shown = RULES.scenarios().stream()
                    .filter(scenario -> scenario.rule().equals(rule.code()))
                    .map(Scenario::shows)
                    .collect(Collectors.toSet());
            for (Scenario.Shows needed : Scenario.Shows.values()) {
                if (!shown.contains(needed)
                        && (needed != Scenario.Shows.ABSENT || needsEvidence(rule, new HashSet<>()))) {
                    lacking.add(rule.code() + ": " + needed.word());
                }
            }
        }
        assertThat(lacking).isEmpty();
        assertThat(RULES.rules().stream().filter(RuleSource::findsSomething)).hasSize(73);
    }

    /** Whether the rule, or each rule that derives a fact it needs, asks for a fact of the dossier to be there. */
    private static boolean needsEvidence(RuleSource rule, Set<String> seen) {
        return rule.conditions().stream().anyMatch(condition -> needsEvidence(condition, seen));
    }

    private static boolean needsEvidence(Condition condition, Set<String> seen) {
        if (condition instanceof Condition.Exists exists) {
            return needsEvidence(exists.condition(), seen);
        }
        if (condition instanceof Condition.And and) {
            return and.conditions().stream().anyMatch(part -> needsEvidence(part, seen));
        }
        if (condition instanceof Condition.Accumulate accumulate) {
            return needsEvidence(accumulate.condition(), seen);
        }
        if (!(condition instanceof Condition.Pattern pattern)) {
            return false;
        }
        FactType.Origin origin = RULES.type(pattern.type()).orElseThrow().origin();
        if (origin != FactType.Origin.DERIVED) {
            return origin == FactType.Origin.DOSSIER;
        }
        return seen.add(pattern.type())
                && RULES.rules().stream()
                        .filter(rule -> rule.states().type().equals(pattern.type()))
                        .allMatch(rule -> needsEvidence(rule, seen));
    }

    @Test
    void theBaseDossierIsWithoutFlawAndWithoutDistinction() {
        Scenario unchanged = RULES.scenarios().stream()
                .filter(scenario -> scenario.name().equals("Vesting over four years is the standard"))
                .findFirst()
                .orElseThrow();
        assertThat(decide(unchanged).findings()).extracting(Finding::code).containsExactly("offer-within-band");
    }

    @Test
    void noTwoScenariosHaveOneName() {
        assertThat(RULES.scenarios())
                .extracting(Scenario::name)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(300);
    }
}
