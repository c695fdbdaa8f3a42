package org.offereligibility.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class PolicyByHandTests {
    private static SoundDossier sound() {
        return new SoundDossier();
    }

    @Test
    void findsASoundDossierEligibleInEverySection() {
        Judgement judgement = sound().judged();
        assertThat(judgement.verdict()).isEqualTo("ELIGIBLE");
        assertThat(judgement.sections())
                .containsExactly(
                        Map.entry("pass-criteria", "ELIGIBLE"),
                        Map.entry("narrative-alignment", "ELIGIBLE"),
                        Map.entry("compensation", "ELIGIBLE"),
                        Map.entry("process", "ELIGIBLE"));
        assertThat(judgement.findings()).containsExactly("offer-within-band SUPPORT offer");
    }

    @Test
    void findsEverythingMissingFromADossierWithNothingInIt() {
        Judgement judgement = PolicyByHand.judge(
                PolicyByHand.read("{\"candidateId\":\"x\",\"role\":\"pmm\",\"level\":\"mid\"}"), Instant.EPOCH);
        assertThat(judgement.verdict()).isEqualTo("INCOMPLETE");
        assertThat(judgement.findings())
                .containsExactly(
                        "background-check-missing MISSING candidate",
                        "offer-missing MISSING offer",
                        "profile-missing MISSING candidate",
                        "round-missing MISSING case-presentation",
                        "round-missing MISSING cross-functional-panel",
                        "round-missing MISSING executive-review",
                        "round-missing MISSING hiring-manager-interview",
                        "round-missing MISSING recruiter-screen");
        assertThat(judgement.sections()).containsEntry("narrative-alignment", "ELIGIBLE");
    }

    @Test
    void faultsTheCompensationAloneWhereOnlyTheOfferIsOutsideTheBand() {
        Judgement judgement = sound().baseSalary("230000.0001").judged();
        assertThat(judgement.verdict()).isEqualTo("INELIGIBLE");
        assertThat(judgement.sections())
                .containsEntry("compensation", "INELIGIBLE")
                .containsEntry("pass-criteria", "ELIGIBLE")
                .containsEntry("process", "ELIGIBLE");
    }

    @ParameterizedTest
    @CsvSource({
        "185000, offer-within-band SUPPORT offer",
        "184999.9999, base-salary-below-band BLOCK offer",
        "2.3E+5, offer-within-band SUPPORT offer",
        "230000.0001, base-salary-above-band BLOCK offer"
    })
    void letsBothEndsOfTheBandBelongToIt(String base, String finding) {
        assertThat(sound().baseSalary(base).judged().findings()).containsExactly(finding);
    }

    @ParameterizedTest
    @CsvSource({
        "134999.9999, 3, equity-below-band BLOCK offer",
        "135000, 3, offer-within-band SUPPORT offer",
        "135001, 3, offer-within-band SUPPORT offer",
        "180000.0001, 3, equity-above-band BLOCK offer",
        "60000, 1, offer-within-band SUPPORT offer"
    })
    void dividesATotalByTheYearsOfTheOffer(String total, int years, String finding) {
        assertThat(sound().totalEquity(total, years).judged().findings())
                .containsExactlyInAnyOrder(finding, "vesting-off-standard REFER offer");
    }

    @Test
    void softensByAnExceptionOnlyWhatLiesOutsideTheBand() {
        SoundDossier dossier = sound().baseSalary("1").annualEquity("60000.0001");
        dossier.offer().putObject("exception").put("approvedBy", "x").put("reason", "y");
        assertThat(dossier.judged().findings())
                .containsExactly("base-salary-below-band REFER offer", "equity-above-band REFER offer");
    }

    @Test
    void seesThatATotalIsNotTheYearsTimesTheAnnualValueEvenWithoutABand() {
        SoundDossier dossier = sound().totalEquity("100000", 3);
        dossier.offer().putObject("equity").put("totalValue", 100_000).put("annualValue", 33_333);
        dossier.offer().put("currency", "EUR");
        assertThat(dossier.judged().findings())
                .containsExactly("band-missing MISSING pmm/mid/EUR", "equity-inconsistent REFER offer");
    }

    @ParameterizedTest
    @CsvSource({"3, true", "34, true", "24, true", "2333, false", "15, true", "144, true", "1, false"})
    void comparesTheExactMeanWithThePassMark(String digits, boolean passes) {
        assertThat(sound().score("recruiter-screen", "role-fit", digits)
                        .judged()
                        .verdict())
                .isEqualTo(passes ? "ELIGIBLE" : "INELIGIBLE");
    }

    @Test
    void addsAllAdjustmentsBeforeKeepingTheScoreWithinOneToFive() {
        String round = "hiring-manager-interview";
        SoundDossier dossier = sound().observe(round, "blamed-execution").observe(round, "named-cognitive-error");
        assertThat(dossier.score(round, "epistemic-humility", "43").judged().verdict())
                .isEqualTo("REFER");
        assertThat(dossier.score(round, "epistemic-humility", "3").judged().findings())
                .contains("criterion-below-pass-mark BLOCK " + round + "/epistemic-humility");
    }

    @ParameterizedTest
    @CsvSource({"25, true", "14, true", "24, false", "333, false"})
    void seesSpreadFromThreePointsOn(String digits, boolean spread) {
        String subject = "executive-review/long-term-thinking";
        assertThat(sound().score("executive-review", "long-term-thinking", digits)
                        .judged()
                        .findings())
                .matches(findings -> findings.contains("score-spread NOTE " + subject) == spread);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-13T10:00:00Z, ''",
        "2025-03-13T15:30:00.000000001+05:30, preparation-too-short",
        "2025-03-12T02:00:00-08:00, ''",
        "2025-03-12T09:59:59.999999999Z, preparation-too-long",
        "2025-03-16T00:00:00Z, preparation-too-short"
    })
    void measuresPreparationToTheNanosecondInAnyOffset(String briefSentAt, String code) {
        SoundDossier dossier = sound();
        dossier.json().withObject("/caseStudy").put("briefSentAt", briefSentAt);
        assertThat(codes(dossier)).isEqualTo(code.isEmpty() ? "offer-within-band" : "offer-within-band " + code);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-17T23:59:59.999999999Z, true",
        "2025-03-18T00:00:00Z, false",
        "2025-03-18T00:00:00+05:30, true",
        "2025-03-24T23:59:59.999999999Z, false",
        "2025-03-25T00:00:00Z, true",
        "2025-03-25T00:00:00+00:01, false"
    })
    void countsTheDaysOfTheProcessByDatesInUtc(String lastStart, boolean off) {
        SoundDossier dossier = sound().starting("executive-review", lastStart);
        assertThat(codes(dossier).contains("process-duration-off")).isEqualTo(off);
    }

    @Test
    void holdsEqualStartsToBeInOrderAndANanosecondEarlierNot() {
        SoundDossier dossier = sound().starting("hiring-manager-interview", "2025-03-01T15:30:00+05:30");
        assertThat(codes(dossier)).doesNotContain("rounds-out-of-order");
        dossier.starting("recruiter-screen", "2025-03-01T10:00:00.000000001Z");
        assertThat(dossier.judged().findings()).contains("rounds-out-of-order REFER hiring-manager-interview");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-23T10:30:00Z, ''",
        "2025-03-23T10:30:00.000000001Z, offer-late",
        "2025-03-21T10:30:00Z, ''",
        "2025-03-21T10:29:59.999999999Z, offer-early"
    })
    void countsFortyEightHoursFromTheEndOfTheRoundThatEndedLast(String extendedAt, String code) {
        SoundDossier dossier = sound();
        dossier.offer().put("extendedAt", extendedAt);
        assertThat(codes(dossier)).isEqualTo((code + " offer-within-band").strip());
    }

    @Test
    void holdsAnUnextendedOfferOverdueByTheDossiersAsOfOrElseTheGivenOne() {
        SoundDossier dossier = sound();
        dossier.offer().putNull("extendedAt");
        dossier.json().put("asOf", "2025-03-23T10:30:00.000000001Z");
        assertThat(codes(dossier)).contains("offer-overdue");
        dossier.json().put("asOf", "2025-03-23T10:30:00Z");
        assertThat(codes(dossier)).doesNotContain("offer-overdue");
        dossier.json().remove("asOf");
        assertThat(PolicyByHand.judge(dossier.json(), Instant.parse("2026-01-01T00:00:00Z"))
                        .findings())
                .contains("offer-overdue NOTE offer");
    }

    @Test
    void reckonsInstantsAsTheCalendarDoes() {
        for (String instant : new String[] {
            "1970-01-01T00:00:00Z",
            "1969-12-31T23:59:59.999999999Z",
            "2024-02-29T12:00:00.5Z",
            "2000-03-01T00:00:00Z",
            "1900-03-01T00:00:00Z",
            "0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59Z"
        }) {
            assertThat(Nanos.at(instant)).isEqualTo(Nanos.at(Instant.parse(instant)));
        }
        assertThat(Nanos.day(Nanos.at("1969-12-31T23:59:59.999999999Z"))).isEqualTo(-1);
        assertThat(Nanos.day(Nanos.at("1969-12-31T00:00:00Z"))).isEqualTo(-1);
        assertThat(Nanos.day(Nanos.at("1970-01-02T05:30:00+05:30"))).isEqualTo(1);
        assertThatThrownBy(() -> Nanos.at("2025-01-01T00:00:00.0000000001Z"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesToJudgeMoneyThatWasReadAsBinaryFloatingPoint() {
        SoundDossier dossier = sound();
        dossier.offer().put("baseSalary", 185_000.5);
        assertThatThrownBy(() -> PolicyByHand.judge(
                        JsonMapper.builder().build().readTree(dossier.json().toString()), Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("`baseSalary`");
    }

    /** The codes found, in their order, between blanks. */
    private static String codes(SoundDossier dossier) {
        return String.join(
                " ",
                dossier.judged().findings().stream()
                        .map(finding -> finding.substring(0, finding.indexOf(' ')))
                        .toList());
    }
}
