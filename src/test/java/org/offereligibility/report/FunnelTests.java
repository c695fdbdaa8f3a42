package org.offereligibility.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offereligibility.decision.Verdict;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.Problem;
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
        return new Judged(id, "role", AT, Verdict.REFER, rounds, offered, List.of(), Optional.empty());
    }

    private static FunnelFigures figures() throws Exception {
        List<Problem> problems = new ArrayList<>();
        FunnelFigures figures = FunnelFigures.read(
                "funnel.csv", Files.readAllBytes(Path.of("src/test/resources/report/funnel.csv")), problems::add);
        assertThat(problems).isEmpty();
        return figures;
    }

    private static Funnel funnel(Judged... judged) throws Exception {
        return Funnel.of(Cohort.of("role", List.of(judged)), ROUNDS, figures());
    }

    @Test
    void countsWhoEnteredWhoIsOutAndWhoIsStillOpen() throws Exception {
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
    void bothEndsBelongToTheRangeAndNothingIsRoundedBefore() throws Exception {
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
    void showsThatTheYearsFiguresLieOutsideTheirOwnRange() throws Exception {
        Report report = new FunnelReport(funnel(candidate("a", false, "first-")), round -> round, 0);
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
        Report report = new FunnelReport(funnel, round -> round, 2);
        assertThat(report.text(80, false))
                .contains(
                        "tables say nothing of what is expected", "There is no candidate", "Two dossiers are left out")
                .doesNotContain("30");
        assertThat(report.page()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'eliminated-at-most,every,140', is not from 0 to 100",
        "'eliminated-at-most,2025,40', is not `every`",
        "'final-round,soon,12', is not a year",
        "'final-round,2025,1.5', is not a whole number",
        "'final-round,2025,12', do not stand for the same years",
        "'dropouts,2025,12', is none of",
        "'offers,2025,x', ''"
    })
    void saysWhatIsWrongWithTheFigures(String line, String said) {
        List<Problem> problems = new ArrayList<>();
        FunnelFigures figures = FunnelFigures.read(
                "f.csv", ("figure,year,value\n" + line + "\n").getBytes(StandardCharsets.UTF_8), problems::add);
        assertThat(figures).isEqualTo(FunnelFigures.NONE);
        assertThat(problems).anyMatch(problem -> problem.message().contains(said));
    }

    @Test
    void rulesThatAreOverriddenOftenAreShown() {
        List<Judged> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Judged judged = FairnessTests.judged(
                    "c" + i, org.offereligibility.decision.Effect.REFER, org.offereligibility.decision.Effect.NOTE);
            all.add(
                    i == 0
                            ? judged
                            : judged.overridden(new Judged.Overruling(Verdict.ELIGIBLE, "known-risk", "hr-" + i % 2)));
        }
        Judged other = FairnessTests.judged("d", org.offereligibility.decision.Effect.BLOCK);
        all.add(other.overridden(new Judged.Overruling(Verdict.INELIGIBLE, "noted", "hr-1")));
        Overrides overrides = Overrides.of(
                Cohort.of("role", all), new Overrides.Often(3, Exact.of(1).dividedBy(Exact.of(4))));
        assertThat(overrides.overridden()).isEqualTo(4);
        assertThat(overrides.rules()).hasSize(1);
        assertThat(overrides.rules().get(0).rate()).isEqualTo(new Rate(3, 5));
        assertThat(overrides.overriddenOften()).hasSize(1);
        Report report = new OverridesReport(overrides);
        assertThat(report.text(120, false))
                .contains(
                        "Four decisions were overridden, of five.",
                        "known-risk 3 times",
                        "hr-0 and hr-1 2 times",
                        "◆ often");
        assertThat(report.csv()).contains("code-0,rule 0,section,5,3,0.6,60.0,yes");
        assertThat(report.json()).contains("\"reasons\":{\"known-risk\":3}");
        assertThat(report.page()).contains("overrides-title");
    }
}
