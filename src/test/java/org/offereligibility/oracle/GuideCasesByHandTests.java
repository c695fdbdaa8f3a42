package org.offereligibility.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The sixteen cases that the page takes from the hiring guide. */
class GuideCasesByHandTests {
    private static final String MANAGER = "hiring-manager-interview";
    private static final String PANEL = "cross-functional-panel";
    private static final String CASE = "case-presentation";
    private static final String EXECUTIVES = "executive-review";

    private static SoundDossier sound() {
        return new SoundDossier();
    }

    /** Checks the verdict, and that these are all the findings beside the offer's being within the band. */
    private static void tells(SoundDossier dossier, String verdict, String... findings) {
        Judgement judgement = dossier.judged();
        assertThat(judgement.verdict()).isEqualTo(verdict);
        assertThat(judgement.findings())
                .contains("offer-within-band SUPPORT offer")
                .filteredOn(finding -> !finding.startsWith("offer-within-band"))
                .containsExactlyInAnyOrderElementsOf(List.of(findings));
    }

    @Test
    void case1EntertainmentFirstBeforeTheExecutives() {
        tells(
                sound().observe(EXECUTIVES, "entertainment-first-framing"),
                "INELIGIBLE",
                "narrative-misaligned BLOCK executive-review");
    }

    @Test
    void case2IntentTakenAsProof() {
        tells(
                sound().observe(CASE, "self-reported-intent-as-proof"),
                "INELIGIBLE",
                "intent-taken-as-proof BLOCK case-presentation");
    }

    @Test
    void case3ThreeFragileAssumptionsElevateTheScore() {
        SoundDossier dossier =
                sound().observe(CASE, "opened-with-fragile-assumptions").score(CASE, "assumption-testing", "32");
        tells(dossier, "ELIGIBLE", "assumptions-tested SUPPORT case-presentation");
        tells(
                sound().score(CASE, "assumption-testing", "32"),
                "INELIGIBLE",
                "criterion-below-pass-mark BLOCK case-presentation/assumption-testing");
    }

    @Test
    void case4TheTrainingConstraintUnmentioned() {
        SoundDossier dossier = sound().observe(PANEL, "claimed-continuous-learning");
        tells(dossier, "REFER", "technical-diligence-gap REFER cross-functional-panel");
        tells(
                dossier.observe(CASE, "acknowledged-training-constraints"),
                "REFER",
                "technical-diligence-gap REFER cross-functional-panel");
        tells(dossier.observe(PANEL, "acknowledged-training-constraints"), "ELIGIBLE");
    }

    @Test
    void case5SatisfactionOverEngagementIsDocked() {
        tells(
                sound().observe(MANAGER, "satisfaction-over-engagement")
                        .score(MANAGER, "judgment-under-ambiguity", "3"),
                "INELIGIBLE",
                "criterion-below-pass-mark BLOCK hiring-manager-interview/judgment-under-ambiguity",
                "satisfaction-over-engagement NOTE hiring-manager-interview");
    }

    @Test
    void case6ExploitationNotConsidered() {
        tells(sound().challenge("ethical", "not-considered", 30), "REFER", "ethical-foresight-gap REFER ch-1");
    }

    @Test
    void case7MemoryCappedWithinNinetySeconds() {
        tells(sound().challenge("ethical", "recalibrated", 89), "ELIGIBLE", "recalibrated-in-time SUPPORT ch-1");
        tells(sound().challenge("ethical", "recalibrated", 90), "ELIGIBLE", "recalibrated-slowly NOTE ch-1");
    }

    @Test
    void case8PeopleUseItToEscape() {
        SoundDossier dossier = sound().observe(MANAGER, "reductive-framing");
        tells(dossier, "INELIGIBLE", "reductive-framing BLOCK hiring-manager-interview");
        tells(
                dossier.observe(MANAGER, "linked-to-user-psychology"),
                "ELIGIBLE",
                "reductive-framing-qualified NOTE hiring-manager-interview");
    }

    @Test
    void case9RehearsingVersionsOfThemselves() {
        tells(
                sound().observe(CASE, "identity-exploration-framing"),
                "ELIGIBLE",
                "aligned-framing SUPPORT case-presentation");
    }

    @Test
    void case10DoubledDownOnceAndTwice() {
        SoundDossier dossier = sound().challenge("technical", "defended", 20);
        tells(dossier, "REFER", "inflexible-under-challenge REFER ch-1");
        tells(
                dossier.challenge("technical", "defended", 20),
                "INELIGIBLE",
                "consistency-without-adaptability BLOCK candidate",
                "inflexible-under-challenge REFER ch-1",
                "inflexible-under-challenge REFER ch-2");
        tells(
                dossier.challenge("market", "recalibrated", 86_400),
                "REFER",
                "inflexible-under-challenge REFER ch-1",
                "inflexible-under-challenge REFER ch-2",
                "recalibrated-slowly NOTE ch-3");
    }

    @Test
    void case11VoiceForAWaitlist() {
        tells(sound().observe(CASE, "phased-rollout"), "ELIGIBLE", "phased-rollout SUPPORT case-presentation");
    }

    @Test
    void case12SeventyPercentOfEnterprises() {
        SoundDossier dossier = sound().observe(MANAGER, "generic-trend-citation");
        tells(dossier, "REFER", "ungrounded-narrative REFER candidate");
        tells(
                dossier.observe("recruiter-screen", "direct-user-observation"),
                "ELIGIBLE",
                "generic-trend-cited NOTE candidate",
                "grounded-in-users SUPPORT recruiter-screen");
    }

    @Test
    void case13AUserWhoPractisesHardConversations() {
        tells(
                sound().observe(MANAGER, "direct-user-observation"),
                "ELIGIBLE",
                "grounded-in-users SUPPORT hiring-manager-interview");
    }

    @Test
    void case14FromRobotics() {
        SoundDossier dossier = sound().domains("other");
        tells(dossier, "REFER", "domain-gap REFER candidate");
        tells(
                dossier.observe("recruiter-screen", "demonstrated-curiosity"),
                "ELIGIBLE",
                "curiosity-bridges-domain-gap SUPPORT candidate");
    }

    @Test
    void case15UtilityFirstBeforeTheExecutives() {
        tells(
                sound().observe(EXECUTIVES, "challenged-groupthink").observe(CASE, "challenged-groupthink"),
                "ELIGIBLE",
                "challenged-groupthink SUPPORT executive-review");
    }

    @Test
    void case16TwelvePointsOfPerplexity() {
        tells(
                sound().observe(PANEL, "metric-to-implication"),
                "ELIGIBLE",
                "precise-implication SUPPORT cross-functional-panel");
    }

    @Test
    void entertainmentFramingIsCorrectedOnlyInTheSameRoundOrByALaterFraming() {
        SoundDossier dossier = sound().observe(PANEL, "entertainment-first-framing");
        tells(
                dossier.observe(PANEL, "interface-layer-framing"),
                "REFER",
                "aligned-framing SUPPORT cross-functional-panel",
                "entertainment-framing REFER cross-functional-panel");
        tells(
                dossier.observe(EXECUTIVES, "emotional-practice-framing"),
                "ELIGIBLE",
                "aligned-framing SUPPORT cross-functional-panel",
                "aligned-framing SUPPORT executive-review",
                "entertainment-framing-corrected NOTE cross-functional-panel");
    }

    @Test
    void adaptabilityOfOneFromAdjacentFieldsIsProvenByTheScoreOrAQuickChange() {
        SoundDossier dossier = sound().domains("b2b-saas").observe(PANEL, "demonstrated-curiosity");
        String bridged = "curiosity-bridges-domain-gap SUPPORT candidate";
        String unproven = "adaptability-unproven REFER candidate";
        tells(dossier, "ELIGIBLE", bridged);
        tells(dossier.score(PANEL, "adaptability", "344"), "REFER", bridged, unproven);
        tells(
                dossier.challenge("market", "recalibrated", 90),
                "REFER",
                bridged,
                unproven,
                "recalibrated-slowly NOTE ch-1");
        tells(
                dossier.challenge("market", "recalibrated", 89),
                "ELIGIBLE",
                bridged,
                "recalibrated-slowly NOTE ch-1",
                "recalibrated-in-time SUPPORT ch-2");
    }
}
