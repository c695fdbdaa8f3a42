package org.offereligibility.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DossierWordsTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/offer/baseSalary | 240000 | base salary: 240,000",
                "/offer/baseSalary | 2.4e5 | base salary: 240,000",
                "/offer/baseSalary | 185000.25 | base salary: 185,000.25",
                "/offer/equity/annualValue | 50000 | equity annual value: 50,000",
                "/offer/extendedAt | null | extended at: not given",
                "/offer/extendedAt | \"2025-06-01T11:30:00+02:00\" | extended at: 2025-06-01 09:30 UTC",
                "/offer/extendedAt | \"2025-06-01t11:30:05.25Z\" | extended at: 2025-06-01 11:30:05.250 UTC",
                "/offer/extendedAt | \"2025-13-01T11:30:00Z\" | extended at: 2025-13-01T11:30:00Z",
                "/asOf | \"2025-06-25T09:00:00-07:00\" | as of: 2025-06-25 16:00 UTC",
                "/backgroundCheck | \"not-started\" | background check: not started",
                "/profile/domains/1 | \"b2b-saas\" | domain: b2b saas",
                "/hiringTeam/0 | \"anna-lena\" | hiring team: anna-lena",
                "/rounds/2/interviewers/0 | {\"id\":\"ml-3\",\"function\":\"machine-learning-lead\"} | interviewer: ml-3 (machine learning lead)",
                "/profile | {\"yearsOfExperience\":7.5,\"domains\":[]} | profile: years of experience 7.5, domains none",
                "/caseStudy | {\"feature\":\"Voice cloning\",\"deliverables\":[\"gtm-strategy\",\"positioning\"]} | case study: feature “Voice cloning”, deliverables (gtm strategy, positioning)",
                "/offer/exception | {\"approvedBy\":\"vp-sales\",\"reason\":\"Rare.\"} | exception: approved by vp-sales, reason “Rare.”",
                "/metadata/deep~1er/x~0y | {\"a\":{\"b\":[1,{\"c\":true}]},\"e\":{}} | deep/er x~y: a (b (1, (c yes))), e nothing",
                "/observations/0 | {\"observer\":\"hm-3\",\"round\":\"last-talk\",\"signal\":\"spoke-up\"} | hm-3 observed in the last talk: spoke up",
                "/observations/0 | {\"observer\":\"hm-3\",\"round\":\"last-talk\",\"signal\":\"spoke-up\",\"mood\":\"calm\"} | hm-3 observed in the last talk: spoke up; mood calm",
                "/observations/0 | {\"observer\":\"hm-3\",\"signal\":\"spoke-up\"} | observation: observer hm-3, signal spoke up",
                "/scores/0 | {\"interviewer\":\"hm-3\",\"round\":\"last-talk\",\"criterion\":\"tact\",\"score\":4} | hm-3 gave tact a 4 in the last talk",
                "/challenges/0 | {\"id\":\"c-1\",\"round\":\"last-talk\",\"topic\":\"market\",\"response\":\"not-considered\",\"responseSeconds\":1} | market challenge c-1 in the last talk; the answer after 1 second: not considered",
                "`` | {\"level\":\"mid\"} | level mid"
            })
    void readsWhatStandsThereInTheWordsOfItsProperties(String pointer, String json, String words) {
        assertThat(DossierWords.of(pointer, ByHand.json(json))).isEqualTo(words);
    }
}
