package org.offereligibility.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offereligibility.Evaluation;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Problem;

/** What HR may write under {@code funnel:}, {@code overrides:} and {@code retention:}, and what it is told when it does not fit. */
class PracticeTests {
    private final List<String> told = new ArrayList<>();

    private PolicyHeader header(String parts) {
        String yaml = """
                role: violinist
                title: Contracts
                owner: Office
                document: Agreement
                sections: [{section: pay, title: Pay}]
                sources: {agreement: Agreement}
                """ + parts;
        List<Problem> problems = new ArrayList<>();
        PolicyHeader header = YamlText.read("policy.yaml", yaml.getBytes(StandardCharsets.UTF_8), problems::add)
                .map(json -> PolicyHeader.read("policy.yaml", json, "violinist", problems::add))
                .orElseGet(() -> PolicyHeader.empty("violinist"));
        problems.stream().sorted(Problem.BY_PLACE).forEach(problem -> told.add(problem.toString()));
        return header;
    }

    @Test
    void aPolicyNeedSayNothingOfIt() {
        PolicyHeader header = header("");
        assertThat(told).isEmpty();
        assertThat(header.funnel()).isEqualTo(FunnelFigures.NONE);
        assertThat(header.retentionYears()).isEqualTo(4);
        assertThat(header.overrides()).isEqualTo(new Overriding(90, new TreeMap<>()));
        assertThat(header.overrides().refusal("any-reason-2")).isEmpty();
        assertThat(header.overrides().refusal("Any reason").orElseThrow())
                .isEqualTo("`Any reason` is no reason code: it needs small letters, digits and hyphens, such as"
                        + " `new-evidence`");
    }

    @Test
    void readsWhatThePolicyOfTheHouseSays() {
        PolicyHeader header = Evaluation.under("rules")
                .evaluator("pmm", Evaluation.EVALUATED_AT)
                .rules()
                .header();
        assertThat(header.funnel())
                .isEqualTo(new FunnelFigures(
                        Optional.of(new FunnelFigures.Range(Exact.of(30), Exact.of(40))),
                        List.of(new FunnelFigures.Year(2025, 12, 6))));
        assertThat(header.retentionYears()).isEqualTo(4);
        assertThat(header.overrides().days()).isEqualTo(90);
        assertThat(header.overrides().reasons())
                .containsOnlyKeys("business-need", "error-in-dossier", "new-evidence", "policy-exception");
        assertThat(header.overrides().refusal("new-evidence")).isEmpty();
        assertThat(header.overrides().refusal("new-evidnce").orElseThrow())
                .isEqualTo("unknown reason `new-evidnce`: did you mean `new-evidence`?");
    }

    @Test
    void tellsEveryMistakeWithItsLineAndTheNearestName() {
        PolicyHeader header = header("""
                retention: {year: 4}
                overrides:
                  days: 0
                  reasons:
                    New Evidence: It came in
                    need:
                    need-2: 7
                    exception: Granted
                funnel:
                  eliminated: {atLeast: 50, atMost: 40}
                  years:
                    2024: {finalRound: 6, offers: 12}
                    2025: {finalRound: 6.5}
                    '25': {finalRound: 6, offers: 3}
                    2023: {finalRound: 6, offer: 3}
                """);
        assertThat(header.overrides()).isEqualTo(new Overriding(90, new TreeMap<>(Map.of("exception", "Granted"))));
        assertThat(header.funnel()).isEqualTo(FunnelFigures.NONE);
        assertThat(told)
                .containsExactly(
                        "policy.yaml:7:13: unknown property `year`: did you mean `years`?",
                        "policy.yaml:9:9: expected a whole number from 1 to 3650 after `days:`, for which an override holds at most",
                        "policy.yaml:11:5: `New Evidence` is no reason code: it needs small letters, digits and hyphens, such as `new-evidence`",
                        "policy.yaml:12:10: expected a text after `need:` that says what this reason means",
                        "policy.yaml:13:13: expected a text after `need-2:` that says what this reason means",
                        "policy.yaml:16:15: `atLeast:` is over `atMost:`",
                        "policy.yaml:18:11: more candidates received offers than reached the final round",
                        "policy.yaml:19:11: `offers:` is missing, how many of them received offers",
                        "policy.yaml:19:24: expected a whole number from 0 to 1000000000 after `finalRound:`, which means so many candidates",
                        "policy.yaml:20:5: `25` is not a year such as `2025`",
                        "policy.yaml:21:27: unknown property `offer`: did you mean `offers`?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "retention: 4 | 7:12: expected `years:` after `retention:`, indented",
                "retention: {years: 0} | 7:20: expected a whole number from 1 to 50 after `years:`, after which a recorded decision may go",
                "retention: {years: 51} | 7:20: expected a whole number from 1 to 50",
                "retention: {years: 4.5} | 7:20: expected a whole number from 1 to 50",
                "retention: {years: four} | 7:20: expected a whole number from 1 to 50",
                "retention: {years: 99999999999} | 7:20: expected a whole number from 1 to 50",
                "retention: {} | 7:12: `years:` is missing, after which a recorded decision may go",
                "retenton: {years: 4} | 7:1: unknown property `retenton`: did you mean `retention`?",
                "overrides: 90 | 7:12: expected `days:` or `reasons:` after `overrides:`, indented",
                "overrides: {day: 90} | 7:13: unknown property `day`: did you mean `days`?",
                "overrides: {reasons: []} | 7:22: expected reasons after `reasons:`, each a code with what it means",
                "overrides: {reasons: {}} | 7:22: expected reasons after `reasons:`, each a code with what it means",
                "funnel: 30 | 7:9: expected `eliminated:` or `years:` after `funnel:`, indented",
                "funnel: {eliminated: 30} | 7:22: expected `atLeast:` or `atMost:` after `eliminated:`, indented",
                "funnel: {eliminated: {atLeast: 30}} | 7:22: `atMost:` is missing, the most that a round is expected to eliminate",
                "funnel: {eliminated: {atLeast: 30, atMost: 140}} | 7:44: expected a number from 0 to 100 after `atMost:`",
                "funnel: {years: 2025} | 7:17: expected years after `years:`, such as `2025: {finalRound: 12, offers: 6}`"
            })
    void tellsWhatIsWrong(String line, String said) {
        header(line + "\n");
        assertThat(told).hasSize(1);
        assertThat(told.get(0)).startsWith("policy.yaml:" + said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"retention: {years: 1}", "retention: {years: 50}", "overrides: {days: 3650}", "funnel: {}"})
    void takesWhatIsAtTheEdge(String line) {
        header(line + "\n");
        assertThat(told).isEmpty();
    }
}
