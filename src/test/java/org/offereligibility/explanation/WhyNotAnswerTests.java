package org.offereligibility.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.offereligibility.Evaluation;
import org.offereligibility.Golden;
import org.offereligibility.decision.Evaluator;
import org.offereligibility.decision.WhyNot;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.JsonEdit;
import org.offereligibility.dossier.Reading;

class WhyNotAnswerTests {
    private static final Evaluation SHAPES = Evaluation.under("src/test/resources/shapes");

    private static String text(String heading, List<WhyNot> all) {
        return WhyNotAnswer.of(heading, List.of(), all).text(80, false);
    }

    private static List<WhyNot> whyNot(Dossier dossier) {
        return Guide.PMM.whyNot(dossier, dossier.asOf().orElse(Guide.JUDGED_AT));
    }

    @Test
    void saysWhyNotForTheGuidesDossiers() throws Exception {
        StringBuilder text = new StringBuilder();
        for (String number : List.of("01", "05", "10a")) {
            Dossier dossier = Guide.dossier(number);
            text.append(text("What was not found: " + dossier.candidateId(), whyNot(dossier)))
                    .append("\n\n");
        }
        Golden.assertEquals("explanation/why-not.txt", text.toString());
    }

    @Test
    void saysWhyNotForRulesOfEveryShape() throws Exception {
        StringBuilder text = new StringBuilder();
        for (String facts : List.of("", """
                , "scores": [
                    {"round": "one", "criterion": "a", "score": 3, "interviewer": "p"},
                    {"round": "two", "criterion": "b", "score": 1, "interviewer": "p"}],
                  "observations": [{"round": "one", "signal": "y", "observer": "p"},
                    {"round": "two", "signal": "x", "observer": "p"}]
                """, """
                , "scores": [{"round": "two", "criterion": "b", "score": 1, "interviewer": "p"}],
                  "observations": [{"round": "one", "signal": "z", "observer": "p"}]
                """)) {
            String json = "{\"candidateId\": \"c\", \"role\": \"shapes\", \"level\": \"any\"" + facts + "}";
            Reading reading = SHAPES.read(json);
            assertThat(reading).isInstanceOf(Reading.Accepted.class);
            Evaluator evaluator = SHAPES.evaluator("shapes", Evaluation.EVALUATED_AT);
            List<WhyNot> all = evaluator.whyNot(((Reading.Accepted) reading).dossier(), Evaluation.EVALUATED_AT);
            text.append(text("Of the facts: " + facts.replaceAll("\\s+", " "), all))
                    .append("\n\n");
        }
        Golden.assertEquals("explanation/why-not-shapes.txt", text.toString());
    }

    @Test
    void ofARuleThatHoldsForOneCriterionSaysWhyItDoesNotForEachOther() throws Exception {
        Edit.Set edit = (Edit.Set) Edit.set("/scores/0/score=1");
        Dossier dossier = Guide.read(JsonEdit.set(Guide.dossier("01").json(), edit.pointer(), edit.value())
                .orElseThrow());
        assertThat(Guide.HOUSE.decide(dossier).findings())
                .filteredOn(finding -> finding.code().equals("criterion-below-pass-mark"))
                .hasSize(1);
        List<WhyNot> all = Guide.PMM.whyNot(dossier, Guide.JUDGED_AT, "criterion-below-pass-mark");
        assertThat(all)
                .hasSize(13)
                .allSatisfy(why -> assertThat(why.obstacles()).hasSize(1));
        Golden.assertEquals("explanation/why-not-elsewhere.txt", text("Why not elsewhere", all));
    }

    @Test
    void followsAFactThatIsNotThereThroughTheRulesThatWouldDeriveIt() throws Exception {
        Dossier dossier = Guide.without(Guide.dossier("01"), "/rounds/4");
        List<WhyNot> all = Guide.PMM.whyNot(dossier, Guide.JUDGED_AT, "process-duration-off");
        Golden.assertEquals("explanation/why-not-deep.txt", text("Two rules deep", all));
    }

    @Test
    void ofARuleThatHoldsForOneRoundSaysWhyItDoesNotForEachOther() throws Exception {
        Edit.Set edit = (Edit.Set) Edit.set("/rounds/1/outcome=reject");
        Dossier dossier = Guide.read(JsonEdit.set(Guide.dossier("01").json(), edit.pointer(), edit.value())
                .orElseThrow());
        List<WhyNot> all = Guide.PMM.whyNot(dossier, Guide.JUDGED_AT, "round-not-passed");
        assertThat(all).hasSize(4);
        Golden.assertEquals("explanation/why-not-rounds.txt", text("Why not elsewhere", all));
    }

    @Test
    void markdownSaysTheSame() throws Exception {
        List<WhyNot> all = Guide.PMM.whyNot(Guide.dossier("01"), Guide.JUDGED_AT, "base-salary-above-band");
        assertThat(WhyNotAnswer.of("Why not?", List.of(), all).markdown())
                .startsWith("# Why not?")
                .contains("\n## A base salary over the band `base-salary-above-band`\n")
                .contains("base 205,000 is 25,000 under base maximum 230,000");
    }
}
