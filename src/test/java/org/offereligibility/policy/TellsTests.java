package org.offereligibility.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offereligibility.Evaluation;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Finding;

/** What the rules of every policy at hand tell the candidate. */
class TellsTests {
    private static Stream<RuleSource> told(String folder, String role) throws Exception {
        return Policies.read(Path.of(folder), Optional.empty()).rules(role, Evaluation.EVALUATED_AT).rules().stream()
                .filter(rule -> Set.of("BLOCK", "MISSING", "REFER").contains(rule.annotation("effect"))
                        || rule.annotation("effect").startsWith("{"));
    }

    @ParameterizedTest
    @CsvSource({"rules, pmm", "src/test/resources/second-role, violinist", "src/test/resources/shapes, shapes"})
    void everyRuleThatCanKeepAnOfferFromBeingMadeTellsWhyInASentenceOfItsOwn(String folder, String role)
            throws Exception {
        assertThat(told(folder, role))
                .allSatisfy(rule -> assertThat(rule.annotation("tells"))
                        .as(rule.name())
                        .matches("[A-Z].*\\.")
                        .doesNotContainPattern("\\d|(?i)candidate"));
        assertThat(told(folder, role).map(rule -> rule.annotation("tells"))).doesNotHaveDuplicates();
    }

    @Test
    void ofTheProcessItIsSaidThatItsFaultsAreNotTheCandidates() throws Exception {
        assertThat(told("rules", "pmm")
                        .filter(rule -> rule.annotation("section").equals("process"))
                        .filter(rule -> !rule.code().startsWith("background-check")))
                .hasSize(5)
                .allMatch(rule -> rule.annotation("tells").endsWith("up to us, not to you."));
    }

    @Test
    void theTermsOfTheOfferMayBeTold() {
        Decision decision = Evaluation.under("src/test/resources/second-role").decide("""
                        {"candidateId": "v-1", "role": "violinist", "level": "tutti", "asOf": "2025-02-01T00:00:00Z",
                         "offer": {"baseSalary": 68000.01, "currency": "EUR", "equity": {"annualValue": 0}, "vestingYears": 1}}""");
        assertThat(decision.findings())
                .flatExtracting(Finding::told)
                .containsExactly("The fee of EUR 68,000.01 lies outside what the agreement allows.");
    }
}
