package org.offereligibility.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.offereligibility.Golden;
import org.offereligibility.decision.Effect;
import org.offereligibility.decision.Verdict;
import org.offereligibility.dossier.Exact;

/** Which rules people set aside, how often, why, and who does. */
class OverridesTests {
    private static final Basis LEDGER = new Basis(Basis.Source.LEDGER, 0, 0, 1, 2);

    private static final Overrides.Often OFTEN =
            new Overrides.Often(3, Exact.of(1).dividedBy(Exact.of(4)));

    /** Forty decisions; the first rule is overridden in nine of twelve, the second in two of twenty. */
    private static List<Judged> decisions() {
        List<Judged> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Judged judged = i < 12
                    ? FairnessTests.judged("c" + i, Effect.REFER)
                    : i < 32 ? FairnessTests.judged("c" + i, Effect.NOTE, Effect.BLOCK) : FairnessTests.judged("c" + i);
            all.add(
                    i < 9
                            ? judged.overridden(new Judged.Overruling(
                                    Verdict.ELIGIBLE,
                                    Optional.of(i < 6 ? "policy-exception" : "business-need"),
                                    "hr-" + i % 2))
                            : i < 14 && i >= 12
                                    ? judged.overridden(
                                            new Judged.Overruling(Verdict.REFER, Optional.of("new-evidence"), "head-1"))
                                    : judged);
        }
        return all;
    }

    private static Overrides overrides(List<Judged> all) {
        return Overrides.of(Cohort.of("role", all), OFTEN);
    }

    @Test
    void tellsWhichRulesAreOverriddenOftenAndWhatToDo() throws Exception {
        OverridesReport report = new OverridesReport(overrides(decisions()), LEDGER);
        Golden.assertEquals("report/overrides.txt", report.text(80, false));
        Golden.assertEquals("report/overrides.csv", report.csv());
        Golden.assertEquals("report/overrides.json", report.json());
        Golden.assertEquals("report/overrides.html", report.page());
    }

    @Test
    void isTheSameInAnyOrder() {
        List<Judged> shuffled = decisions();
        Collections.shuffle(shuffled, new Random(3));
        assertThat(new OverridesReport(overrides(shuffled), LEDGER).page())
                .isEqualTo(new OverridesReport(overrides(decisions()), LEDGER).page());
    }

    @Test
    void anOverrideSpeaksOnlyAgainstRulesThatStoodInTheWayOfWhatPeopleMadeOfIt() {
        Judged blocked = FairnessTests.judged("a", Effect.BLOCK, Effect.REFER, Effect.SUPPORT)
                .overridden(new Judged.Overruling(Verdict.REFER, Optional.of("new-evidence"), "hr"));
        Judged harder = FairnessTests.judged("b", Effect.REFER)
                .overridden(new Judged.Overruling(Verdict.INELIGIBLE, Optional.of("new-evidence"), "hr"));
        Overrides overrides = overrides(List.of(blocked, harder));
        assertThat(overrides.overridden()).isEqualTo(2);
        assertThat(overrides.rules())
                .extracting(rule -> rule.rule() + " " + rule.rate().fraction())
                .containsExactly("rule 0 0.5", "rule 1 0");
        assertThat(overrides.overriddenOften()).isEmpty();
    }

    @Test
    void exactlyTheShareIsOftenAndOneTimeTooFewIsNot() {
        List<Judged> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Judged judged = FairnessTests.judged("c" + i, Effect.REFER);
            all.add(
                    i < 3
                            ? judged.overridden(
                                    new Judged.Overruling(Verdict.ELIGIBLE, Optional.of("new-evidence"), "hr"))
                            : judged);
        }
        assertThat(overrides(all).overriddenOften()).hasSize(1);
        assertThat(overrides(all.subList(1, 12)).overriddenOften()).isEmpty();
        all.add(FairnessTests.judged("one more", Effect.REFER));
        assertThat(overrides(all).overriddenOften()).isEmpty();
    }

    @Test
    void withoutAnyDecisionThereIsNothingToShow() {
        OverridesReport report = new OverridesReport(overrides(List.of()), LEDGER);
        assertThat(report.text(80, false))
                .contains("No decision was overridden.")
                .doesNotContain("Rule by rule");
        assertThat(report.page()).contains("No decision was overridden.");
        assertThat(report.csv().lines()).hasSize(1);
    }
}
