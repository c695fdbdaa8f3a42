package org.offereligibility.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offereligibility.Golden;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Evaluator;
import org.offereligibility.dossier.CanonicalJson;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.DossierReader;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.Reading;
import org.offereligibility.policy.PolicyFolder;
import org.offereligibility.policy.Remark;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RulesUnusable;

/** What HR is told of rules that probably do not mean what was meant: the whole text, and an example that shows it. */
class MeaningTests {
    static final String PMM = "rules/pmm/2025-01-01";
    static final String FLAWED = "src/test/resources/flawed/gardener/2025-01-01";
    private static final ConcurrentMap<String, RuleSet> READ = new ConcurrentHashMap<>();

    static RuleSet rules(String folder) {
        return READ.computeIfAbsent(folder, path -> {
            try {
                return RuleSet.of(PolicyFolder.read(Path.of(path)), Optional.of(Path.of("target/rules-cache")));
            } catch (RulesUnusable unusable) {
                throw new AssertionError(unusable.problems().toString(), unusable);
            } catch (java.io.IOException unreadable) {
                throw new AssertionError(unreadable);
            }
        });
    }

    static Dossier read(RuleSet rules, Json json) {
        Reading reading = DossierReader.read(
                "example", json, (role, at) -> rules.vocabulary(), Moment.parse("2025-06-01T00:00:00Z"));
        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        return ((Reading.Accepted) reading).dossier();
    }

    private static String told(RuleSet rules, List<Remark> remarks) {
        Evaluator evaluator = new Evaluator(rules);
        StringBuilder text = new StringBuilder();
        for (Remark remark : remarks) {
            text.append(remark.kind()).append('\n');
            text.append("  ").append(remark.problem()).append('\n');
            remark.example().ifPresent(example -> {
                Dossier dossier = read(rules, example);
                Decision decision = evaluator.evaluate(dossier, dossier.asOf().orElseThrow());
                text.append("  for example ")
                        .append(new String(CanonicalJson.bytes(example), StandardCharsets.UTF_8))
                        .append('\n');
                text.append("  is ").append(decision.verdict());
                decision.findings()
                        .forEach(finding -> text.append(", ")
                                .append(finding.effect())
                                .append(' ')
                                .append(finding.code())
                                .append(" of ")
                                .append(finding.subject()));
                text.append('\n');
            });
            text.append('\n');
        }
        return text.toString();
    }

    @Test
    void eachFlawIsToldWithItsLineAndWhereACaseShowsItWithOne() throws Exception {
        RuleSet rules = rules(FLAWED);
        Golden.assertEquals("trial/meaning.txt", told(rules, Meaning.of(rules)));
    }

    @Test
    void thereIsAFlawOfEachKind() {
        assertThat(Meaning.of(rules(FLAWED)).stream().map(Remark::kind).collect(Collectors.toSet()))
                .contains(
                        "condition-always-holds",
                        "condition-never-holds",
                        "definition-unused",
                        "finding-without-scenario",
                        "rule-always-holds",
                        "rule-never-holds",
                        "rule-subsumed",
                        "rules-opposed",
                        "table-column-unused",
                        "table-limit-always-met",
                        "table-limit-never-met",
                        "table-ranges-gap",
                        "table-ranges-overlap",
                        "table-row-repeated",
                        "table-row-unused",
                        "table-rows-contradict",
                        "table-unused",
                        "word-unused");
    }

    @Test
    void thePolicyOfProductMarketingManagersMeansWhatItSays() {
        RuleSet rules = rules(PMM);
        assertThat(told(rules, Meaning.of(rules))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "small-changes/baker/2025-01-01",
                "small-open/porter/2025-01-01",
                "second-role/violinist/2024-09-01"
            })
    void policiesWithoutAFlawAreOnlyToldThatTheyHaveNoScenarios(String folder) {
        assertThat(Meaning.of(rules("src/test/resources/" + folder)).stream().map(Remark::kind))
                .containsExactly("no-scenarios");
    }

    @Test
    void theSameRulesGiveTheSameTextAndOnlyWarnings() {
        RuleSet rules = rules(FLAWED);
        List<Remark> remarks = Meaning.of(rules);
        assertThat(told(rules, Meaning.of(rules))).isEqualTo(told(rules, remarks));
        assertThat(remarks).allSatisfy(remark -> assertThat(remark.severity()).isEqualTo(Remark.Severity.WARNING));
        assertThat(remarks).isSortedAccordingTo(Remark.BY_PLACE);
    }
}
