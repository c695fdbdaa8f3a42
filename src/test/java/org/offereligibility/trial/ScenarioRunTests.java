package org.offereligibility.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offereligibility.policy.RulesUnusable;
import org.offereligibility.policy.Share;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What a scenario says of itself when it does not come out as it says. */
class ScenarioRunTests {
    private static String told(ScenarioRun run) {
        return new ScenarioText(100, false).failures(run);
    }

    @Test
    void aScenarioWithAWholeDossierAndNoRulePasses() throws Exception {
        ScenarioRun run = Violinists.run(4, "verdict: ELIGIBLE");
        assertThat(run.failed()).isEmpty();
        assertThat(new ScenarioText(100, false).summary(run, Coverage.of(run)))
                .startsWith("violinist 2024-09-01: 1 scenario passes · coverage of the rules ");
    }

    @Test
    void aCodeThatIsNotFoundIsExplainedByWhyNot() throws Exception {
        String told = told(Violinists.run(4, "verdict: INELIGIBLE\ncodes: [not-in-tune-with-us]"));
        assertThat(told)
                .contains("✗ A player in tune is engaged")
                .contains("some.yaml:2]")
                .contains("Because: the agreement says so")
                .contains("Expected the verdict INELIGIBLE, but it is ELIGIBLE.")
                .contains("Expected `not-in-tune-with-us`, but it was not found.")
                .contains("and a pass");
    }

    @Test
    void aCodeThatIsFoundAndNotExpectedIsExplainedByItsReasons() throws Exception {
        assertThat(told(Violinists.run(3, "verdict: INELIGIBLE")))
                .contains("`not-in-tune-with-us` was not expected, but it was found.")
                .contains("The mean score for intonation is 3, under 4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "verdict: ELIGIBEL | unknown verdict `ELIGIBEL`: did you mean `ELIGIBLE`?",
                "codes: [ran-ahaed] | unknown code `ran-ahaed`: did you mean `ran-ahead`?",
                "not: [ran-ahaed] | unknown code `ran-ahaed`: did you mean `ran-ahead`?",
                "rule: ran-ahaed | unknown code `ran-ahaed`: did you mean `ran-ahead`?"
            })
    void anUnknownWordGetsTheNearest(String line, String said) throws Exception {
        String expected = line.startsWith("verdict") ? line : line + "\nverdict: ELIGIBLE";
        RulesUnusable refused = catchThrowableOfType(RulesUnusable.class, () -> Violinists.run(4, expected));
        assertThat(refused.problems()).extracting(problem -> problem.message()).containsExactly(said);
    }

    @Test
    void aRefusedDossierIsToldWithItsProblems() throws Exception {
        ScenarioRun run = Violinists.run(9, "verdict: ELIGIBLE");
        assertThat(told(run)).contains("The dossier is refused: /scores/0/score: ");
        assertThat(run.results().get(0).decision()).isEmpty();
    }

    @Test
    void aDossierThatDoesNotSayWhenItIsJudgedIsNotJudged() throws Exception {
        String scenarios =
                Violinists.DOSSIER.replace("SCORE", "4").replaceAll(" +asOf.*\n", "") + "    verdict: ELIGIBLE\n";
        assertThat(told(ScenarioRun.of(Violinists.with(scenarios)))).contains("give it `asOf:`");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "verdikt: ELIGIBLE | unknown property `verdikt`: did you mean `verdict`?",
                "shows: holds | `rule:` is missing",
                "remove: /offer | expected a list: `remove:",
                "codes: one | expected a list: `codes:"
            })
    void aScenarioThatCannotBeReadIsRefusedInPlainWords(String line, String said) {
        String scenarios = Violinists.DOSSIER.replace("SCORE", "4") + "    verdict: ELIGIBLE\n    " + line + "\n";
        assertThatThrownBy(() -> Violinists.with(scenarios))
                .isInstanceOfSatisfying(
                        RulesUnusable.class,
                        unusable -> assertThat(unusable.problems().toString()).contains(said));
    }

    @Test
    void theXmlIsReadByAnyXmlReaderWhateverAScenarioIsCalled() throws Exception {
        String hostile = Violinists.DOSSIER
                        .replace("SCORE", "3")
                        .replace(
                                "A player in tune is engaged",
                                "\"a < b & \\\"c\\\" ]]> \\u0001 \\uFFFF \\uD83C\\uDFBB\"")
                + "    verdict: ELIGIBLE\n";
        String xml = JUnitXml.of(List.of(ScenarioRun.of(Violinists.with(hostile))));
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        Element testcase = (Element) document.getElementsByTagName("testcase").item(0);
        assertThat(testcase.getAttribute("name")).isEqualTo("a < b & \"c\" ]]> \ufffd \ufffd \uD83C\uDFBB");
        assertThat(testcase.getAttribute("classname")).isEqualTo("scenarios/some.yaml");
        assertThat(((Element) document.getElementsByTagName("testsuite").item(0)).getAttribute("failures"))
                .isEqualTo("1");
        assertThat(document.getElementsByTagName("failure").item(0).getTextContent())
                .contains("Expected the verdict ELIGIBLE, but it is INELIGIBLE.");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 3, 33.3 % (1 of 3)",
        "999, 1000, 99.9 % (999 of 1000)",
        "2999, 3000, 99.9 % (2999 of 3000)",
        "7, 7, 100.0 % (7 of 7)"
    })
    void aShareIsNeverToldAsMoreThanItIs(int covered, int all, String said) {
        assertThat(new Share(covered, all).inPercent()).isEqualTo(said);
    }
}
