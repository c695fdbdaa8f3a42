package org.offereligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offereligibility.Evaluation;
import org.offereligibility.Golden;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Effect;
import org.offereligibility.decision.Finding;

/** The guide's sixteen cases, decided as the guide tells of them, and their whole explanations as people read them. */
class GuideCasesTests {
    @ParameterizedTest
    @CsvSource({
        "01-entertainment-first, INELIGIBLE, narrative-misaligned",
        "02-stated-intent-as-proof, INELIGIBLE, intent-taken-as-proof",
        "03-fragile-assumptions-first, ELIGIBLE, ''",
        "04-continuous-learning-claimed, REFER, technical-diligence-gap",
        "05-satisfaction-over-session-time, INELIGIBLE, criterion-below-pass-mark",
        "06-exploitation-risk-not-considered, REFER, ethical-foresight-gap",
        "07-memory-capped-with-opt-in, ELIGIBLE, ''",
        "08-escape-reductive, INELIGIBLE, reductive-framing",
        "09-rehearsing-versions, ELIGIBLE, ''",
        "10a-voice-cloning-defended-twice, INELIGIBLE, consistency-without-adaptability",
        "10b-voice-cloning-defended-once, REFER, inflexible-under-challenge",
        "11-voice-waitlist, ELIGIBLE, ''",
        "12-generic-trend, REFER, ungrounded-narrative",
        "13-hard-conversations, ELIGIBLE, ''",
        "14-from-robotics, ELIGIBLE, ''",
        "15-utility-first-overruled, ELIGIBLE, ''",
        "16-perplexity-to-claim, ELIGIBLE, ''",
    })
    void decidesAsTheGuideTells(String file, String verdict, String decidingCode) throws Exception {
        Decision decision = decide(file);
        assertThat(decision.verdict()).hasToString(verdict);
        List<String> deciding = decision.findings().stream()
                .filter(finding -> finding.effect().verdict() == decision.verdict()
                        && finding.effect().compareTo(Effect.NOTE) < 0)
                .map(Finding::code)
                .toList();
        assertThat(deciding).isEqualTo(decidingCode.isEmpty() ? List.of() : List.of(decidingCode));
    }

    @ParameterizedTest
    @CsvSource({
        "07-memory-capped-with-opt-in, recalibrated-in-time",
        "09-rehearsing-versions, aligned-framing",
        "11-voice-waitlist, phased-rollout",
        "13-hard-conversations, grounded-in-users",
        "14-from-robotics, curiosity-bridges-domain-gap",
        "15-utility-first-overruled, challenged-groupthink",
        "16-perplexity-to-claim, precise-implication",
    })
    void saysWhatSpeaksForTheCandidate(String file, String code) throws Exception {
        assertThat(decide(file).findings(Effect.SUPPORT))
                .extracting(Finding::code)
                .contains(code);
    }

    @Test
    void showsTheElevatedScoreOfTheThirdCase() throws Exception {
        String page = Program.runs("evaluate", "fixtures/guide/03-fragile-assumptions-first.json")
                .out();
        assertThat(page.replaceAll("\\s+", " "))
                .contains("the score for assumption testing in the case presentation counts as 4.5 instead of 4");
    }

    @Test
    void docksTheScoreOfTheFifthCaseFromThreeToTwoAndAHalf() throws Exception {
        assertThat(decide("05-satisfaction-over-session-time").findings(Effect.BLOCK))
                .extracting(Finding::message)
                .containsExactly(
                        "The score for judgment under ambiguity in the hiring manager interview is 2.5, under the pass mark of 3.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "markdown", "json"})
    void explainsThemAllAsAccepted(String format) throws Exception {
        String extension =
                Map.of("text", "txt", "markdown", "md", "json", "jsonl").get(format);
        Program.Run run = Program.runs("evaluate", "fixtures/guide", "--format", format);
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        Golden.assertEquals("guide/all." + extension, run.out());
    }

    @Test
    void decidesTheDocketWithAFunnelLikeTheGuides() throws Exception {
        Map<String, Integer> verdicts = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("fixtures/docket.jsonl"))) {
            verdicts.merge(Evaluation.under("rules").decide(line).verdict().name(), 1, Integer::sum);
        }
        assertThat(verdicts).isEqualTo(Map.of("ELIGIBLE", 11, "REFER", 6, "INCOMPLETE", 35, "INELIGIBLE", 148));
    }

    private static Decision decide(String file) throws Exception {
        return Evaluation.under("rules").decide(Files.readString(Path.of("fixtures/guide", file + ".json")));
    }
}
