package org.offereligibility.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.offereligibility.Golden;
import org.offereligibility.decision.Verdict;

/** What is wrong with scenarios, and with the folder as a whole. */
class BrokenFoldersTests {
    private static final String SCENARIOS = "scenarios/compensation.yaml";

    @Test
    void saysOfEachScenarioWhatCannotBe() throws Exception {
        Golden.assertEquals(
                "policy/broken-scenarios.txt",
                new Mistakes(true)
                        .change("a code is unknown", SCENARIOS, "codes: [offer-missing]", "codes: [offer-mising]")
                        .change("the rule is unknown", SCENARIOS, "rule: band-missing", "rule: band-misng")
                        .change("a verdict is unknown", SCENARIOS, "verdict: INCOMPLETE", "verdict: INCOMPLET")
                        .change("what it shows is unknown", SCENARIOS, "shows: just-not", "shows: justnot")
                        .change(
                                "a name is missing",
                                SCENARIOS,
                                "  - name: A dossier without an offer is missing it\n    rule",
                                "  - rule")
                        .change(
                                "a name stands twice",
                                SCENARIOS,
                                "An offer at mid level in USD has a band",
                                "Without an offer no band is missed")
                        .change(
                                "a word of the dossier is unknown",
                                "scenarios/process.yaml",
                                "backgroundCheck: pending",
                                "backgroundCheck: pendng")
                        .change(
                                "a place of the dossier is unknown",
                                SCENARIOS,
                                "/offer/baseSalary: 0.0001",
                                "/offer/baseSalry: 0.0001")
                        .change("a number is a text", SCENARIOS, "/offer/baseSalary: 0.0001", "/offer/baseSalary: high")
                        .change("a place has no slash", SCENARIOS, "/level: senior", "level: senior")
                        .change("nothing to remove", SCENARIOS, "remove: [/offer]", "remove: [/ofer]")
                        .change("removed what must be there", SCENARIOS, "remove: [/offer]", "remove: [/role]")
                        .change(
                                "a day of the base dossier is none",
                                "scenarios/base.yaml",
                                "2025-03-",
                                "2025-02-31T10:00:00Z # ")
                        .change(
                                "a word of the base dossier is unknown",
                                "scenarios/base.yaml",
                                "role: pmm",
                                "role: pmn")
                        .change("the file is no YAML", SCENARIOS, "  - name: A dossier", "  - name: \"A dossier")
                        .change("the base is misspelt", SCENARIOS, "base: base.yaml", "base: bse.yaml")
                        .add("scenarios without rules", "scenarios/more.yaml", "base: base.yaml\nscenarios: 3\n")
                        .told());
    }

    @Test
    void saysWhatIsWrongWithTheFolder() throws Exception {
        PolicyFolder rules = Mistakes.RULES;
        Golden.assertEquals(
                "policy/broken-folders.txt",
                new Mistakes(false)
                        .add("a table that nobody reads", "bands2.csv", "a,b\n1,2\n")
                        .add("another file that nobody reads", "notes.txt", "to do\n")
                        .add("a rule file with capital letters", "Process.DRL", "rule\n")
                        .add("a table with capital letters", "Bands.csv", "a\n1\n")
                        .add("a scenario in another folder", "scenario/more.yaml", "a: b\n")
                        .add("a spreadsheet beside its table", "bands.xlsx", "PK")
                        .add("an empty rule file", "more.drl", "\n  \n")
                        .add("an empty policy header", "policy.yaml", "")
                        .add("a policy header that is no YAML", "policy.yaml", "role: pmm\n title: x\n")
                        .change(
                                "a name stands in two files",
                                "compensation.drl",
                                "rule \"A base salary under the band\"",
                                "rule \"A dossier without an offer is missing it\"")
                        .change(
                                "a code stands in two files",
                                "compensation.drl",
                                "@code(\"base-salary-below-band\")",
                                "@code(\"offer-late\")")
                        .without("a rule has no scenario", "scenarios/narrative-alignment.yaml")
                        .of(
                                "a day that there is not",
                                new PolicyFolder(Path.of("rules/pmm/2025-02-30"), "pmm", "2025-02-30", rules.files()))
                        .of(
                                "an empty folder",
                                new PolicyFolder(
                                        Path.of("rules/pmm/2025-01-01"),
                                        "pmm",
                                        "2025-01-01",
                                        new java.util.TreeMap<>()))
                        .told());
    }

    @Test
    void readmesAreForPeople() {
        PolicyFolder folder = Mistakes.with("README.md", "# For HR\n").with("scenarios/README.txt", new byte[] {'x'});
        assertThat(Checking.ofReading(folder, false)).isEmpty();
    }

    @Test
    void scenariosMayExpectEveryVerdict() {
        assertThat(Scenarios.VERDICTS)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Verdict.values()).map(Enum::name).toList());
    }
}
