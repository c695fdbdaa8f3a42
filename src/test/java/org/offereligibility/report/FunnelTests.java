package org.offereligibility.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.offereligibility.decision.Verdict;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Moment;
import org.offereligibility.policy.FunnelFigures;
import org.offereligibility.report.Judged.Held;

/** How many each round eliminates. */
class FunnelTests {
    private static final List<String> ROUNDS = List.of("first", "second", "third");
    private static final Moment AT = Moment.parse("2025-06-01T00:00:00Z");

    /** @param held such as {@code first+ second-}: passed, rejected */
    private static Judged candidate(String id, boolean offered, String held) {
        List<Held> rounds = new ArrayList<>();
        for (String one : held.split(" ")) {
            rounds.add(
                    new Held(one.substring(0, one.length() - 1), AT, one.endsWith("+") ? Held.ADVANCE : Held.REJECT));
        }
        return new Judged(id, "role", AT, 0, Verdict.REFER, rounds, offered, List.of(), Optional.empty());
    }

    /** As in the guide. */
    private static final FunnelFigures FIGURES = new FunnelFigures(
            Optional.of(new FunnelFigures.Range(Exact.of(30), Exact.of(40))),
            List.of(new FunnelFigures.Year(2025, 12, 6)));

    private static Funnel funnel(Judged... judged) {
        return Funnel.of(Cohort.of("role", List.of(judged)), ROUNDS, FIGURES);
    }

    @Test
    void countsWhoEnteredWhoIsOutAndWhoIsStillOpen() {
        Funnel funnel = funnel(
                candidate("out at once", false, "first-"),
                candidate("open", false, "first+"),
                candidate("out in the second", false, "first+ second-"),
                candidate("overruled", true, "first+ second- third+"),
                candidate("out in the end", false, "third- second+ first+"));
        assertThat(funnel.rounds())
                .containsExactly(
                        new Funnel.Round("first", 5, 1, 1),
                        new Funnel.Round("second", 3, 1, 0),
                        new Funnel.Round("third", 2, 1, 0));
        assertThat(funnel.rounds().get(0).rate()).isEqualTo(new Rate(1, 4));
        assertThat(funnel.rounds().get(0).passed()).isEqualTo(3);
        assertThat(funnel.years())
                .containsExactly(new Funnel.Year(
                        2025,
                        Optional.of(new FunnelFigures.Year(2025, 12, 6)),
                        Optional.of(new FunnelFigures.Year(2025, 2, 1))));
    }

    @Test
    void bothEndsBelongToTheRangeAndNothingIsRoundedBefore() {
        Funnel funnel = funnel();
        assertThat(funnel.standing(new Rate(30, 100))).isEqualTo(Funnel.Standing.WITHIN);
        assertThat(funnel.standing(new Rate(40, 100))).isEqualTo(Funnel.Standing.WITHIN);
        assertThat(funnel.standing(new Rate(400_001, 1_000_000))).isEqualTo(Funnel.Standing.ABOVE);
        assertThat(funnel.standing(new Rate(299_999, 1_000_000))).isEqualTo(Funnel.Standing.BELOW);
        assertThat(funnel.standing(new Rate(0, 0))).isEqualTo(Funnel.Standing.NONE);
        assertThat(funnel.mayBeChance(new Rate(6, 12))).isTrue();
        assertThat(funnel.mayBeChance(new Rate(600, 1_200))).isFalse();
    }

    @Test
    void showsThatTheYearsFiguresLieOutsideTheirOwnRange() {
        Report report =
                new FunnelReport(funnel(candidate("a", false, "first-")), round -> round, FairnessTests.DOSSIERS);
        assertThat(report.text(200, false))
                .contains("In 2025, by the policy's figures, twelve candidates reached the final round and six received"
                        + " offers; 50.0 % did not, which is outside the policy's own range");
        assertThat(report.page()).contains("<svg", "<title id=\"funnel-title\">", "30 to 40 %");
        assertThat(report.csv()).contains("first,1,0,1,1,100.0,20.7,100.0,30,40,above");
        assertThat(report.json()).contains("\"expectedPercent\":{\"atLeast\":\"30\",\"atMost\":\"40\"}");
    }

    @Test
    void withoutFiguresNothingIsExpected() {
        Funnel funnel = Funnel.of(Cohort.of("role", List.of()), ROUNDS, FunnelFigures.NONE);
        Report report = new FunnelReport(funnel, round -> round, new Basis(Basis.Source.DOSSIERS, 1, 1, 0, 0));
        assertThat(report.text(80, false))
                .contains(
                        "does not say how many are to be expected",
                        "There is no candidate",
                        "Two dossiers are left out: one about another role and one about somebody who")
                .doesNotContain("30");
        assertThat(report.page()).isNotEmpty();
    }
}
