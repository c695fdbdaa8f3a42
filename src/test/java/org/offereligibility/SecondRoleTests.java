package org.offereligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Reason;
import org.offereligibility.decision.Verdict;
import org.offereligibility.dossier.Reading;

/** A second role with rounds, criteria, signals, tables and sections of its own is decided without a change of Java. */
class SecondRoleTests {
    private static final Evaluation HOUSE = Evaluation.under("src/test/resources/second-role");

    private static String dossier(String scores, String observations, String offer) {
        return """
                {"candidateId": "v-1", "role": "violinist", "level": "tutti", "asOf": "2025-02-01T00:00:00Z",
                 "scores": [%s], "observations": [%s], "offer": %s}""".formatted(scores, observations, offer);
    }

    private static String score(String round, String criterion, int score, String who) {
        return "{\"round\": \"%s\", \"criterion\": \"%s\", \"score\": %d, \"interviewer\": \"%s\"}"
                .formatted(round, criterion, score, who);
    }

    private static String fee(String amount) {
        return "{\"baseSalary\": %s, \"currency\": \"EUR\", \"equity\": {\"annualValue\": 0}, \"vestingYears\": 1}"
                .formatted(amount);
    }

    private static List<String> codes(Decision decision) {
        return decision.findings().stream()
                .map(finding -> finding.code() + " " + finding.subject())
                .toList();
    }

    @Test
    void findsAFlawlessPlayerEligible() {
        Decision decision = HOUSE.decide(dossier(score("blind-audition", "intonation", 4, "a"), "", fee("52000")));
        assertThat(decision.verdict()).isEqualTo(Verdict.ELIGIBLE);
        assertThat(decision.sections())
                .extracting(Decision.SectionVerdict::section)
                .containsExactly("artistry", "pay");
        assertThat(decision.policy().version()).isEqualTo("2024-09-01");
    }

    @Test
    void takesThePassMarkFromTheTableThatASpreadsheetSavedWithSemicolons() {
        String three = score("chamber-session", "listening", 3, "a");
        String four = score("chamber-session", "listening", 4, "b");
        assertThat(codes(HOUSE.decide(dossier(three + "," + four, "", fee("60000")))))
                .isEmpty();
        assertThat(codes(HOUSE.decide(dossier(
                        three + "," + four + "," + score("chamber-session", "listening", 3, "c"), "", fee("60000")))))
                .containsExactly("not-in-tune-with-us chamber-session/listening");
    }

    @Test
    void citesTheLineOfItsOwnTable() {
        Decision decision = HOUSE.decide(dossier("", "", fee("68000.01")));
        assertThat(codes(decision)).containsExactly("fee-outside-agreement offer");
        assertThat(decision.findings().get(0).message())
                .isEqualTo("The fee of EUR 68,000.01 is outside the agreement's 52,000 to 68,000.");
        assertThat(decision.findings().get(0).because())
                .filteredOn(Reason.FromPolicy.class::isInstance)
                .extracting(reason -> ((Reason.FromPolicy) reason).file() + " " + ((Reason.FromPolicy) reason).line())
                .containsExactly("fees.csv 2");
    }

    @Test
    void knowsOnlyItsOwnWords() {
        Reading reading = HOUSE.read(dossier(score("case-presentation", "intonation", 4, "a"), "", fee("52000")));
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        assertThat(((Reading.Refused) reading).problems())
                .anyMatch(problem -> problem.message().contains("case-presentation"));
    }
}
