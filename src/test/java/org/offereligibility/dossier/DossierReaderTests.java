package org.offereligibility.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DossierReaderTests {
    private static Exact exact(String decimal) {
        return Exact.of(new BigDecimal(decimal));
    }

    @Test
    void turnsEveryPartIntoFactsInTheOrderOfTheDossier() {
        Dossier dossier = Samples.accepted(Samples.text("whole.json"));
        assertThat(dossier.candidateId()).isEqualTo("c-001");
        assertThat(dossier.candidateName()).contains("Ada Example");
        assertThat(dossier.role()).isEqualTo("pmm");
        assertThat(dossier.level()).isEqualTo("mid");
        assertThat(dossier.asOf()).contains(Moment.parse("2025-04-10T12:00:00Z"));
        String caseRound = "case-presentation";
        assertThat(dossier.facts())
                .containsExactly(
                        new Fact.Role("/role", "pmm"),
                        new Fact.Level("/level", "mid"),
                        new Fact.HiringTeamMember("/hiringTeam/0", "h-1"),
                        new Fact.HiringTeamMember("/hiringTeam/1", "h-2"),
                        new Fact.Profile("/profile/yearsOfExperience", exact("4.5")),
                        new Fact.Domain("/profile/domains/0", "consumer-ai"),
                        new Fact.Domain("/profile/domains/1", "b2b-saas"),
                        new Fact.Accomplishment("/profile/accomplishments/0", "led-gtm-launch"),
                        new Fact.RoundHeld(
                                "/rounds/0",
                                "recruiter-screen",
                                Moment.parse("2025-03-03T09:00:00Z"),
                                Moment.parse("2025-03-03T09:30:00Z"),
                                Exact.of(30),
                                "advance"),
                        new Fact.Interviewer("/rounds/0/interviewers/0", "recruiter-screen", "r-1", "recruiter"),
                        new Fact.RoundHeld(
                                "/rounds/1",
                                caseRound,
                                Moment.parse("2025-03-20T13:00:00Z"),
                                Moment.parse("2025-03-20T14:15:00Z"),
                                Exact.of(75),
                                "advance"),
                        new Fact.Interviewer("/rounds/1/interviewers/0", caseRound, "g-1", "growth-marketer"),
                        new Fact.Interviewer("/rounds/1/interviewers/1", caseRound, "h-1", "hiring-manager"),
                        new Fact.Score("/scores/0", "recruiter-screen", "role-fit", Exact.of(4), "r-1"),
                        new Fact.Score("/scores/1", caseRound, "assumption-testing", Exact.of(3), "g-1"),
                        new Fact.Score("/scores/2", caseRound, "assumption-testing", Exact.of(5), "h-1"),
                        new Fact.Observation("/observations/0", caseRound, "behavioural-evidence", "g-1"),
                        new Fact.Challenge("/challenges/0", "ch-1", caseRound, "ethical", "recalibrated", Exact.of(45)),
                        new Fact.CaseBrief("/caseStudy/briefSentAt", Moment.parse("2025-03-17T14:00:00Z")),
                        new Fact.Deliverable("/caseStudy/deliverables/0", "gtm-strategy"),
                        new Fact.Deliverable("/caseStudy/deliverables/1", "positioning"),
                        new Fact.Exercise(
                                "/exercises/0",
                                caseRound,
                                "quantisation",
                                new PlainText("Smaller numbers. Faster answers.")),
                        new Fact.BackgroundCheck("/backgroundCheck", "clear"),
                        new Fact.Offer("/offer/currency", "USD"),
                        new Fact.BaseSalary("/offer/baseSalary", exact("205000.5")),
                        new Fact.AnnualEquityGiven("/offer/equity/annualValue", Exact.of(50_000)),
                        new Fact.TotalEquityGiven("/offer/equity/totalValue", Exact.of(200_000)),
                        new Fact.Vesting("/offer/vestingYears", Exact.of(4)),
                        new Fact.OfferExtended("/offer/extendedAt", Moment.parse("2025-04-09T13:00:00.123456789Z")),
                        new Fact.OfferException("/offer/exception"));
    }

    @Test
    void givesEveryFactAPointerThatLeadsSomewhere() {
        Dossier dossier = Samples.accepted(Samples.text("whole.json"));
        assertThat(dossier.facts())
                .allSatisfy(fact -> assertThat(dossier.json().at(fact.pointer()))
                        .as(fact.toString())
                        .isPresent());
    }

    @Test
    void readsTheSmallestDossier() {
        Dossier dossier = Samples.accepted("{\"level\": \"\", \"role\": \"pmm\", \"candidateId\": \"c\"}");
        assertThat(dossier.asOf()).isEmpty();
        assertThat(dossier.candidateName()).isEmpty();
        assertThat(dossier.facts()).containsExactly(new Fact.Level("/level", ""), new Fact.Role("/role", "pmm"));
    }

    @Test
    void takesAnOfferWithoutAnInstantAsNotYetExtended() {
        String offer = Samples.wholeWith("\"2025-04-09T08:00:00.123456789-05:00\"", "null");
        assertThat(Samples.accepted(offer).facts()).noneMatch(Fact.OfferExtended.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "score": 4,       | "score": 4.0,
                    "score": 4,       | "score": 40e-1,
                    "score": 4,       | "score": 0.4E1,
                    "minutes": 75     | "minutes": 75.000
                    205000.5          | 205000.50000000
                    205000.5          | 205000.5001
                    205000.5          | 1000000000
                    205000.5          | 1e9
                    205000.5          | 0.0001
                    50000,            | 0,
                    50000,            | 0e999999999,
                    50000,            | -0.0,
                    4.5               | 0
                    4.5               | 70
                    4.5               | 3.3333333333333335
                    "USD"             | "EUR"
                    {"ats"            | {"huge": 1e999999999, "ats"
                    """)
    void acceptsWhatHasTheSameValueOrLiesOnTheBound(String before, String after) {
        assertThat(Samples.problems(Samples.wholeWith(before, after))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    205000.5     | 205000.00001    | /offer/baseSalary: `205000.00001` has more than four decimals
                    205000.5     | 1000000000.0001 | /offer/baseSalary: `1000000000.0001` is over 1,000,000,000: expected an amount over 0 to 1,000,000,000
                    205000.5     | -1              | /offer/baseSalary: `-1` is under 0: expected an amount over 0 to 1,000,000,000
                    205000.5     | 0.0             | /offer/baseSalary: `0.0` is not over 0: expected an amount over 0 to 1,000,000,000
                    205000.5     | 1e999999999     | /offer/baseSalary: `1E+999999999` is over 1,000,000,000: expected an amount over 0 to 1,000,000,000
                    205000.5     | 1e-999999999    | /offer/baseSalary: `1E-999999999` has more than four decimals
                    205000.5     | "$205,000"      | /offer/baseSalary: expected an amount over 0 to 1,000,000,000, but a text stands here
                    205000.5     | "205,000"       | /offer/baseSalary: expected an amount over 0 to 1,000,000,000, but the text `205,000` stands here: write a number, without quotes
                    4.5          | 70.1            | /profile/yearsOfExperience: `70.1` is over 70: expected a number from 0 to 70
                    4.5          | 1e-999999999    | /profile/yearsOfExperience: `1E-999999999` has more than 100 decimals
                    "USD"        | "US"            | /offer/currency: `US` is not a currency code (ISO 4217): expected three capital letters such as `USD`
                    "USD"        | "USD\\n"        | /offer/currency: this text is not a currency code (ISO 4217): expected three capital letters such as `USD`
                    "minutes": 30 | "minutes": 1e999999999 | /rounds/0/minutes: `1E+999999999` is over 1,440: expected a whole number from 1 to 1,440
                    "score": 4,  | "score": 4.0000001, | /scores/0/score: `4.0000001` is not a whole number: expected a whole number from 1 to 5
                    "c-001"      | 17              | /candidateId: expected a text in quotes, but a number stands here
                    "level": "mid" | "level": true | /level: expected a text in quotes, but `true` stands here
                    ["h-1", "h-2"] | ["h-1", null] | /hiringTeam/1: expected a text in quotes, but `null` stands here
                    {"annualValue": 50000, "totalValue": 200000} | {} | /offer/equity: the equity is empty: expected `annualValue`, `totalValue` or both
                    """)
    void refusesWhatLiesBeyond(String before, String after, String told) {
        List<String> problems = assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> Samples.problems(Samples.wholeWith(before, after)));
        assertThat(problems).singleElement().asString().endsWith(": " + told);
    }

    @Test
    void countsTheCharactersOfAnId() {
        String smiley = "😀";
        assertThat(Samples.problems(Samples.wholeWith("c-001", smiley.repeat(128))))
                .isEmpty();
        assertThat(Samples.problems(Samples.wholeWith("c-001", smiley.repeat(129))))
                .containsExactly("a.json:3:18: /candidateId: the text has 129 characters: expected at most 128");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "role-fit"          | "role-fits"           | /scores/0/criterion: `role-fits` is not a criterion of recruiter-screen: did you mean `role-fit`?
                    "role-fit"          | "assumption-testing"  | /scores/0/criterion: `assumption-testing` is not a criterion of recruiter-screen but of case-presentation
                    "behavioural-evidence" | "Behavioural-Evidence" | /observations/0/signal: `Behavioural-Evidence` is not a signal: did you mean `behavioural-evidence`?
                    "behavioural-evidence" | "behavioural evidence" | /observations/0/signal: this text is not a signal: did you mean `behavioural-evidence`?
                    "behavioural-evidence" | "x"                | /observations/0/signal: `x` is not a signal: expected a word of the policy's vocabulary
                    "consumer-ai"       | ""                    | /profile/domains/0: this text is not a domain: expected one of `ai-ml-products`, `developer-platforms`, `consumer-ai`, `b2b-saas`, `other`
                    "led-gtm-launch"    | "led-gtm-launches"    | /profile/accomplishments/0: `led-gtm-launches` is not an accomplishment: did you mean `led-gtm-launch`?
                    "growth-marketer"   | "growth-marketeer"    | /rounds/1/interviewers/0/function: `growth-marketeer` is not a function: did you mean `growth-marketer`?
                    "positioning"       | "postioning"          | /caseStudy/deliverables/1: `postioning` is not a deliverable: did you mean `positioning`?
                    "recalibrated"      | "recalibarted"        | /challenges/0/response: `recalibarted` is not a response: did you mean `recalibrated`?
                    "clear"             | "pendign"             | /backgroundCheck: `pendign` is not a background check: did you mean `pending`?
                    """)
    void namesTheNearestWord(String before, String after, String told) {
        assertThat(Samples.problems(Samples.wholeWith(before, after)))
                .singleElement()
                .asString()
                .endsWith(": " + told);
    }

    @Test
    void refusesWhatMayStandOnceButStandsTwice() {
        assertThat(Samples.problems(Samples.wholeWith(
                        "\"round\": \"case-presentation\", \"startedAt\"",
                        "\"round\": \"recruiter-screen\", \"startedAt\"")))
                .containsExactly(
                        "a.json:17:15: /rounds/1/round: this round was given already, at /rounds/0/round (line 15)");
        assertThat(Samples.problems(Samples.wholeWith("5, \"interviewer\": \"h-1\"", "5, \"interviewer\": \"g-1\"")))
                .containsExactly(
                        "a.json:23:5: /scores/2: a score of this criterion in this round by the same interviewer "
                                + "was given already, at /scores/1 (line 22)");
        assertThat(Samples.problems(
                        Samples.wholeWith("{\"id\": \"h-1\", \"function\"", "{\"id\": \"g-1\", \"function\"")))
                .containsExactly(
                        "a.json:18:76: /rounds/1/interviewers/1/id: an interviewer of this id was given already, "
                                + "at /rounds/1/interviewers/0/id (line 18)");
    }

    @Test
    void letsOneInterviewerSitInTwoRounds() {
        assertThat(Samples.problems(Samples.wholeWith("\"g-1\", \"function\"", "\"r-1\", \"function\"")))
                .isEmpty();
    }

    @Test
    void reportsTheShapeEvenWhereNoPolicyIsInForce() {
        assertThat(Samples.problems(Samples.wholeWith("\"pmm\"", "\"ppm\"").replace("\"score\": 3", "\"score\": 9")))
                .containsExactly(
                        "a.json:5:11: /role: there is no policy for the role `ppm`",
                        "a.json:22:80: /scores/1/score: `9` is over 5: expected a whole number from 1 to 5");
        assertThat(Samples.problems(Samples.wholeWith("2025-04-10T12:00:00Z", "2024-04-10T12:00:00Z")
                        .replace("\"ethical\"", "\"ethics\"")))
                .containsExactly(
                        "a.json:7:11: /asOf: no version is in force on that day",
                        "a.json:29:59: /challenges/0/topic: `ethics` is not a topic: did you mean `ethical`?");
        assertThat(Samples.problems(Samples.wholeWith("2025-04-10T12:00:00Z", "soon")))
                .containsExactly("a.json:7:11: /asOf: this text is not an instant: expected an instant such as "
                        + "`2025-03-01T09:30:00Z`");
    }

    @Test
    void judgesADossierWithoutAsOfByTheTimeOfTheEvaluation() {
        String timeless = Samples.wholeWith("\"asOf\": \"2025-04-10T12:00:00Z\",", "");
        Entry entry = Samples.entry(timeless);
        Reading now = DossierReader.read(entry, Samples::inForce, Samples.EVALUATION);
        assertThat(((Reading.Accepted) now).dossier().asOf()).isEqualTo(Optional.empty());
        Reading before = DossierReader.read(entry, Samples::inForce, Moment.parse("2024-12-31T23:59:59Z"));
        assertThat(((Reading.Refused) before).problems())
                .containsExactly(new Problem("a.json", 1, 1, "/asOf", "no version is in force on that day"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    []     | a.json:1:1: expected one dossier, which is an object (for several, write JSON Lines: one dossier a line), but an array stands here
                    "x"    | a.json:1:1: expected a dossier, which is an object, but a text stands here
                    null   | a.json:1:1: expected a dossier, which is an object, but `null` stands here
                    """)
    void wantsAnObject(String text, String told) {
        assertThat(Samples.problems(text)).containsExactly(told);
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(Samples.problems("{}"))
                .containsExactly(
                        "a.json:1:1: `candidateId` is missing: a dossier needs it",
                        "a.json:1:1: `level` is missing: a dossier needs it",
                        "a.json:1:1: `role` is missing: a dossier needs it");
    }

    @Test
    void listsNoMoreThanAHundredProblems() {
        String scores = "{\"round\": \"lunch\"},\n".repeat(5_000) + "{}";
        List<String> problems = Samples.problems(
                "{\"candidateId\": \"c\", \"role\": \"pmm\", \"level\": \"mid\", \"scores\": [" + scores + "]}");
        assertThat(problems).hasSize(101);
        assertThat(problems.get(0)).startsWith("a.json:1:64: /scores/0: `criterion` is missing");
        assertThat(problems.get(100)).endsWith(": and 19,904 more");
    }

    @Test
    void countsLinesFromWhereTheEntryBegins() {
        byte[] text = "{\"candidateId\": \"c\", \"level\": \"mid\", \"role\": 3}".getBytes(StandardCharsets.UTF_8);
        Reading reading = DossierReader.read(new Entry("b.jsonl", 12, text), Samples::inForce, Samples.EVALUATION);
        assertThat(((Reading.Refused) reading).problems())
                .extracting(Problem::toString)
                .containsExactly("b.jsonl:12:46: /role: expected a text in quotes, but a number stands here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"candidateName", "reason", "note", "text", "constraint", "evidence", "feature", "observer"})
    void quotesNothingThatPeopleWroteAboutPeople(String name) {
        for (String wrong : List.of("[\"secret words\"]", "{\"x\": \"secret words\"}", "4711")) {
            String broken = Samples.text("whole.json").replaceFirst("(\"" + name + "\": )\"[^\"]*\"", "$1" + wrong);
            assertThat(Samples.problems(broken)).isNotEmpty().noneMatch(told -> told.contains("secret"));
            assertThat(Samples.problems(broken)).noneMatch(told -> told.contains("4711"));
        }
    }

    @Test
    void shortensWhatItQuotes() {
        assertThat(Samples.problems(Samples.wholeWith("behavioural-evidence", "s".repeat(100_000))))
                .singleElement()
                .asString()
                .contains("`" + "s".repeat(60) + "…`")
                .hasSizeLessThan(200);
        assertThat(Quoted.of("a`b\nc\u202ed")).isEqualTo("`a'b?c?d`");
    }
}
