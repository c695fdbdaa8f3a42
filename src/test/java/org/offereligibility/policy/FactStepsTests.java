package org.offereligibility.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.offereligibility.Evaluation;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.Problem;

/** What HR may write under {@code changeable:} and {@code knifeEdge:}, and what it is told when it does not fit. */
class FactStepsTests {
    private final List<String> told = new ArrayList<>();

    private PolicyHeader header(String lists) {
        String yaml = """
                role: violinist
                title: Contracts
                owner: Office
                document: Agreement
                sections: [{section: pay, title: Pay}]
                sources: {agreement: Agreement}
                """ + lists;
        List<Problem> problems = new ArrayList<>();
        Json json = YamlText.read("policy.yaml", yaml.getBytes(StandardCharsets.UTF_8), problems::add)
                .orElseThrow();
        PolicyHeader header = PolicyHeader.read("policy.yaml", json, "violinist", problems::add);
        problems.forEach(problem -> told.add(problem.toString()));
        return header;
    }

    @Test
    void readsStepsAsNumbersAndAsTextAndFactsThatHaveNone() {
        PolicyHeader header = header("""
                changeable:
                  - {fact: /offer/baseSalary, step: 1000}
                  - {fact: /offer/equity/annualValue, step: "0.5"}
                  - {fact: /level}
                  - {fact: /rounds}
                knifeEdge:
                  - {fact: /scores/*/score, step: 1}
                """);
        assertThat(told).isEmpty();
        assertThat(header.changeable())
                .containsExactly(
                        new PolicyHeader.Changeable("/offer/baseSalary", Optional.of(Exact.of(1000)), List.of()),
                        new PolicyHeader.Changeable(
                                "/offer/equity/annualValue",
                                Optional.of(Exact.of(1).dividedBy(Exact.of(2))),
                                List.of()),
                        new PolicyHeader.Changeable("/level", Optional.empty(), List.of()),
                        new PolicyHeader.Changeable("/rounds", Optional.empty(), List.of()));
        assertThat(header.knifeEdge()).containsExactly(new PolicyHeader.Edge("/scores/*/score", Exact.of(1)));
    }

    @Test
    void aPolicyNeedNameNone() {
        PolicyHeader header = header("");
        assertThat(told).isEmpty();
        assertThat(header.changeable()).isEmpty();
        assertThat(header.knifeEdge()).isEmpty();
    }

    @Test
    void tellsEveryMistakeWithItsLineAndTheNearestPlace() {
        PolicyHeader header = header("""
                changeable:
                  - {fact: /offer/baseSalry, step: 1}
                  - {fact: /scores/0/score, step: 1}
                  - {fact: /scores/*/score, step: 1}
                  - {fact: /offer/vestingYears}
                  - {fact: /offer/vestingYears, step: 0.5}
                  - {fact: /level, step: 1}
                  - {fact: /level}
                  - {fakt: /asOf}
                  - /asOf
                knifeEdge:
                  - {fact: /level, step: 1}
                  - {fact: /offer/baseSalary, step: a thousand}
                  - {fact: /offer/baseSalary, step: -1}
                """);
        assertThat(header.changeable())
                .containsExactly(new PolicyHeader.Changeable("/level", Optional.empty(), List.of()));
        assertThat(header.knifeEdge()).isEmpty();
        assertThat(told)
                .containsExactly(
                        "policy.yaml:8:12: unknown place of a dossier `/offer/baseSalry`: did you mean"
                                + " `/offer/baseSalary`?",
                        "policy.yaml:9:12: `/scores/0/score` means one entry of a list; write `/scores/*/score`",
                        "policy.yaml:10:12: `/scores/*/score` lies in an entry of a list, and an entry never changes;"
                                + " name the list `/scores`",
                        "policy.yaml:11:5: `/offer/vestingYears` is a number, so that it needs a `step:`",
                        "policy.yaml:12:12: `/offer/vestingYears` stands here twice",
                        "policy.yaml:13:26: `/level` is not a number, so that it has no `step:`",
                        "policy.yaml:14:12: `/level` stands here twice",
                        "policy.yaml:15:6: unknown property `fakt`: did you mean `fact`?",
                        "policy.yaml:15:5: expected `fact:` with a place of the dossier, such as `/level`",
                        "policy.yaml:16:5: expected a fact with `fact:`, and `step:` if it is a number",
                        "policy.yaml:18:12: `/level` is not a number; only a number has an edge",
                        "policy.yaml:19:37: expected a number greater than zero after `step:`, such as `0.5`",
                        "policy.yaml:20:12: `/offer/baseSalary` stands here twice");
    }

    @Test
    void refusesAListThatIsNone() {
        header("changeable: /level\n");
        assertThat(told).containsExactly("policy.yaml:7:13: expected a list of facts after `changeable:`");
    }

    @Test
    void thePolicyOfTheHouseNamesSome() {
        PolicyHeader header = Evaluation.under("rules")
                .evaluator("pmm", Evaluation.EVALUATED_AT)
                .rules()
                .header();
        assertThat(header.changeable()).hasSize(14);
        assertThat(header.knifeEdge()).hasSize(5);
    }
}
