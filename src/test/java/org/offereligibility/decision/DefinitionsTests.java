package org.offereligibility.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Fact;
import org.offereligibility.dossier.Moment;

/** What the PMM policy's definitions make of the facts, exactly. */
class DefinitionsTests {
    @RegisterExtension
    static final RulesExtension rules = new RulesExtension("rules", "pmm", "2025-06-01T00:00:00Z");

    private static Fact score(int score, String interviewer) {
        return new Fact.Score(
                "/scores/" + interviewer, "case-presentation", "assumption-testing", Exact.of(score), interviewer);
    }

    private static Fact observed(String round, String signal) {
        return new Fact.Observation("/observations/" + signal, round, signal, "someone");
    }

    @Test
    void aMeanOfThreeScoresIsAThirdAndStaysOne() throws Exception {
        assertThat(rules.given(score(3, "a"), score(3, "b"), score(4, "c")).derived("AdjustedScore"))
                .containsExactly(
                        "AdjustedScore[round=case-presentation, criterion=assumption-testing, mean=10/3, adjustment=0, value=10/3]");
    }

    @Test
    void anAdjustmentCountsOnceHoweverOftenItsSignalWasObserved() throws Exception {
        assertThat(rules.given(
                                score(4, "a"),
                                observed("case-presentation", "opened-with-fragile-assumptions"),
                                new Fact.Observation(
                                        "/observations/again",
                                        "case-presentation",
                                        "opened-with-fragile-assumptions",
                                        "b"))
                        .derived("AdjustedScore"))
                .containsExactly(
                        "AdjustedScore[round=case-presentation, criterion=assumption-testing, mean=4, adjustment=0.5, value=4.5]");
    }

    @Test
    void anAdjustedScoreStaysWithinTheScale() throws Exception {
        assertThat(rules.given(score(5, "a"), observed("case-presentation", "opened-with-fragile-assumptions"))
                        .derived("AdjustedScore"))
                .containsExactly(
                        "AdjustedScore[round=case-presentation, criterion=assumption-testing, mean=5, adjustment=0.5, value=5]");
    }

    @Test
    void anAdjustmentOfAnotherRoundDoesNotApply() throws Exception {
        rules.given(score(2, "a"), observed("executive-review", "opened-with-fragile-assumptions"))
                .fires("criterion-below-pass-mark", "assumptions-tested")
                .doesNotFire("score-spread");
    }

    @Test
    void aTotalThatTheYearsDoNotDivideStaysAFraction() throws Exception {
        assertThat(rules.given(new Fact.TotalEquityGiven("/t", Exact.of(200000)), new Fact.Vesting("/v", Exact.of(3)))
                        .derived("AnnualEquity"))
                .containsExactly("AnnualEquity[amount=200000/3]");
    }

    @Test
    void twoRoundsThatEndTogetherHaveOneEnd() throws Exception {
        Moment ten = Moment.parse("2025-03-01T10:00:00Z");
        Moment eleven = Moment.parse("2025-03-01T11:00:00Z");
        assertThat(rules.given(
                                new Fact.RoundHeld(
                                        "/rounds/0", "recruiter-screen", ten, eleven, Exact.of(60), "advance"),
                                new Fact.RoundHeld(
                                        "/rounds/1", "executive-review", ten, eleven, Exact.of(60), "advance"))
                        .derived("LastRoundEnd"))
                .containsExactly("LastRoundEnd[at=2025-03-01T11:00:00Z]");
    }
}
