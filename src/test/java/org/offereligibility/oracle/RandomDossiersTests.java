package org.offereligibility.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** That the made-up dossiers reach every row of the page, so that a comparison over them is one over all of it. */
class RandomDossiersTests {
    private static final int MANY = 20_000;

    /** Every code of the page with every effect that it may have. */
    private static final Set<String> ROWS = Set.of(
            "round-missing MISSING",
            "round-not-passed BLOCK",
            "panel-advises-against REFER",
            "score-missing MISSING",
            "criterion-below-pass-mark BLOCK",
            "criterion-below-pass-mark REFER",
            "criterion-below-pass-mark NOTE",
            "score-spread NOTE",
            "case-study-missing MISSING",
            "deliverable-missing BLOCK",
            "intent-taken-as-proof BLOCK",
            "intent-taken-as-proof REFER",
            "assumptions-tested SUPPORT",
            "behavioural-evidence SUPPORT",
            "technical-diligence-gap REFER",
            "precise-implication SUPPORT",
            "plain-explanation-off-brief NOTE",
            "plain-explanation SUPPORT",
            "technical-constraint-ignored REFER",
            "phased-rollout SUPPORT",
            "satisfaction-over-engagement NOTE",
            "blamed-execution REFER",
            "epistemic-humility-shown SUPPORT",
            "structured-skepticism-shown SUPPORT",
            "calibrated-confidence-shown SUPPORT",
            "defensive-under-pushback REFER",
            "technical-fluency-shown SUPPORT",
            "ethical-foresight-gap REFER",
            "constraint-not-considered NOTE",
            "inflexible-under-challenge REFER",
            "consistency-without-adaptability BLOCK",
            "recalibrated-in-time SUPPORT",
            "recalibrated-slowly NOTE",
            "profile-missing MISSING",
            "experience-outside-range NOTE",
            "profile-strength SUPPORT",
            "domain-gap REFER",
            "curiosity-bridges-domain-gap SUPPORT",
            "adaptability-unproven REFER",
            "narrative-misaligned BLOCK",
            "reductive-framing BLOCK",
            "reductive-framing-qualified NOTE",
            "entertainment-framing REFER",
            "entertainment-framing-corrected NOTE",
            "aligned-framing SUPPORT",
            "ungrounded-narrative REFER",
            "generic-trend-cited NOTE",
            "grounded-in-users SUPPORT",
            "challenged-groupthink SUPPORT",
            "short-horizon REFER",
            "long-horizon SUPPORT",
            "point-of-view-defended SUPPORT",
            "offer-missing MISSING",
            "band-missing MISSING",
            "base-salary-below-band BLOCK",
            "base-salary-below-band REFER",
            "base-salary-above-band BLOCK",
            "base-salary-above-band REFER",
            "equity-below-band BLOCK",
            "equity-below-band REFER",
            "equity-above-band BLOCK",
            "equity-above-band REFER",
            "vesting-off-standard REFER",
            "equity-inconsistent REFER",
            "offer-within-band SUPPORT",
            "rounds-out-of-order REFER",
            "fact-without-round NOTE",
            "round-duration-off NOTE",
            "panel-function-missing REFER",
            "panel-not-independent REFER",
            "hiring-team-unknown NOTE",
            "preparation-too-short REFER",
            "preparation-too-long NOTE",
            "process-duration-off NOTE",
            "background-check-missing MISSING",
            "background-check-pending MISSING",
            "background-check-adverse REFER",
            "offer-late NOTE",
            "offer-overdue NOTE",
            "offer-early REFER");

    private static final List<Judgement> JUDGEMENTS = new ArrayList<>();

    @BeforeAll
    static void judgeMany() {
        RandomDossiers dossiers = new RandomDossiers(20_250_101);
        for (int i = 0; i < MANY; i++) {
            JUDGEMENTS.add(PolicyByHand.judge(PolicyByHand.read(dossiers.next()), RandomDossiers.JUDGED_AT));
        }
    }

    @Test
    void reachEveryRowOfThePageAndNoOther() {
        Set<String> reached = new TreeSet<>();
        for (Judgement judgement : JUDGEMENTS) {
            judgement.findings().forEach(finding -> reached.add(row(finding)));
        }
        assertThat(reached).containsExactlyInAnyOrderElementsOf(ROWS);
    }

    @Test
    void letEveryRowThatDecidesDecideAloneSomewhere() {
        Set<String> aloneInDeciding = new TreeSet<>();
        for (Judgement judgement : JUDGEMENTS) {
            List<String> deciding = judgement.findings().stream()
                    .filter(finding -> row(finding).endsWith(decidedBy(judgement.verdict())))
                    .toList();
            if (deciding.size() == 1) {
                aloneInDeciding.add(row(deciding.get(0)));
            }
        }
        assertThat(aloneInDeciding)
                .containsAll(ROWS.stream()
                        .filter(row -> !row.endsWith(" NOTE") && !row.endsWith(" SUPPORT"))
                        .toList());
    }

    @Test
    void reachEveryVerdictOftenAndInEverySectionThatCanHaveIt() {
        for (String verdict : List.of("INELIGIBLE", "INCOMPLETE", "REFER", "ELIGIBLE")) {
            assertThat(JUDGEMENTS)
                    .filteredOn(judgement -> judgement.verdict().equals(verdict))
                    .as(verdict)
                    .hasSizeGreaterThan(MANY / 20);
        }
        assertThat(verdictsOf("pass-criteria")).containsExactly("ELIGIBLE", "INCOMPLETE", "INELIGIBLE", "REFER");
        assertThat(verdictsOf("narrative-alignment")).containsExactly("ELIGIBLE", "INELIGIBLE", "REFER");
        assertThat(verdictsOf("compensation")).containsExactly("ELIGIBLE", "INCOMPLETE", "INELIGIBLE", "REFER");
        assertThat(verdictsOf("process")).containsExactly("ELIGIBLE", "INCOMPLETE", "REFER");
    }

    @Test
    void areTheSameForTheSameSeedAndOthersForAnother() {
        RandomDossiers one = new RandomDossiers(7);
        RandomDossiers again = new RandomDossiers(7);
        RandomDossiers other = new RandomDossiers(8);
        for (int i = 0; i < 100; i++) {
            String dossier = one.next();
            assertThat(again.next()).isEqualTo(dossier);
            assertThat(other.next()).isNotEqualTo(dossier);
        }
    }

    private static Set<String> verdictsOf(String section) {
        Set<String> verdicts = new TreeSet<>();
        JUDGEMENTS.forEach(judgement -> verdicts.add(judgement.sections().get(section)));
        return verdicts;
    }

    /** The finding without its subject. */
    private static String row(String finding) {
        return finding.substring(0, finding.indexOf(' ', finding.indexOf(' ') + 1));
    }

    private static String decidedBy(String verdict) {
        return switch (verdict) {
            case "INELIGIBLE" -> " BLOCK";
            case "INCOMPLETE" -> " MISSING";
            case "REFER" -> " REFER";
            default -> " nothing";
        };
    }
}
