package org.offereligibility.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offereligibility.Golden;
import org.offereligibility.policy.Difference.RawLine;

/** In what two versions of a policy differ, edit by edit. */
class PolicyDiffTests {
    /** Without the longest of what no test here edits, which takes its time to read. */
    private static final Edited PMM = Edited.pmm()
            .without("scenarios/pass-criteria.yaml")
            .without("scenarios/narrative-alignment.yaml")
            .without("pass-criteria.drl");

    private static final LegiblePolicy READ = LegiblePolicy.read(PMM.folder());
    private static final String BAND = "compensation.drl";
    private static final String STORY = "narrative-alignment.drl";

    private static final String DEEPENS =
            "    not Observation(round == $round, signal == \"linked-to-user-psychology\")\n";

    private static final Map<String, UnaryOperator<Edited>> EDITS = edits();

    /** Each edit's outcome, read once for all tests. */
    private static final Map<String, LegiblePolicy> EDITED = edited();

    private static Map<String, LegiblePolicy> edited() {
        Map<String, LegiblePolicy> edited = new LinkedHashMap<>();
        EDITS.forEach((name, edit) ->
                edited.put(name, LegiblePolicy.read(edit.apply(PMM).folder())));
        return edited;
    }

    private static Map<String, UnaryOperator<Edited>> edits() {
        Map<String, UnaryOperator<Edited>> edits = new LinkedHashMap<>();
        edits.put("a number rises", pmm -> pmm.with("bands.csv", "230000", "240000"));
        edits.put(
                "a number with a unit falls",
                pmm -> pmm.with("figures.csv", "process-maximum,23", "process-maximum,22.5"));
        edits.put("several are named by their column", pmm -> pmm.with("bands.csv", "60000,4", "60000,3"));
        edits.put(
                "a word in a table",
                pmm -> pmm.with("domain-fit.csv", "consumer-ai,technical", "consumer-ai,commercial"));
        edits.put("an effect in a table", pmm -> pmm.with("pass-marks.csv", "role-fit,3,BLOCK", "role-fit,3,REFER"));
        edits.put("prose in a table", pmm -> pmm.with("bands.csv", "guide: bands", "house"));
        edits.put(
                "a new line",
                pmm -> pmm.with("bands.csv", "guide: bands", "guide: bands\npmm,senior,USD,1,2,3,4,4,house"));
        edits.put(
                "a line is gone",
                pmm -> pmm.with("strengths.csv", "operated-with-sparse-data,guide: who it is for\n", ""));
        edits.put("a line gets another key", pmm -> pmm.with("bands.csv", "pmm,mid", "pmm,senior"));
        edits.put(
                "a new column",
                pmm -> pmm.with(
                        "panel-functions.csv",
                        pmm.text("panel-functions.csv")
                                .lines()
                                .map(line -> line + (line.startsWith("function") ? ",unit" : ",x"))
                                .collect(Collectors.joining("\n", "", "\n"))));
        edits.put("a new table", pmm -> pmm.with("bonuses.csv", "level,bonus\nmid,10\n"));
        edits.put("a table is gone", pmm -> pmm.without("avoided-words.csv"));
        edits.put(
                "a word reads otherwise",
                pmm -> pmm.with("vocabulary.csv", ",curiosity,Wants", ",inquisitiveness,Wants"));
        edits.put("a word means otherwise", pmm -> pmm.with("vocabulary.csv", "Wants to know how", "Asks how"));
        edits.put(
                "a new word",
                pmm -> pmm.with(
                        "vocabulary.csv", "topic,market,,market,", "topic,market,,market,\ntopic,legal,,legal,"));
        edits.put("a word is gone", pmm -> pmm.with("vocabulary.csv", "function,executive,,executive,\n", ""));
        edits.put(
                "a criterion moves to another round",
                pmm -> pmm.with("vocabulary.csv", "curiosity,recruiter-screen", "curiosity,executive-review"));
        edits.put("a rule's effect", pmm -> pmm.with(STORY, "\"BLOCK\"", "\"REFER\""));
        edits.put("a rule's name", pmm -> pmm.with(STORY, "Challenging groupthink in", "Standing up to groupthink in"));
        edits.put("a rule's code", pmm -> pmm.with(STORY, "long-horizon", "thinks-far"));
        edits.put(
                "a rule's section",
                pmm -> pmm.with(STORY, "@section(\"narrative-alignment\")", "@section(\"process\")"));
        edits.put("a rule's source", pmm -> pmm.with(STORY, "guide: rounds", "house"));
        edits.put("a few words of a rule's sentence", pmm -> pmm.with(BAND, "The base salary of", "The yearly pay of"));
        edits.put("a rule's whole sentence", pmm -> pmm.with(BAND, "The dossier has no offer.", "Nothing is offered."));
        edits.put(
                "what the candidate is told", pmm -> pmm.with(BAND, "of an offer have not", "of this offer have not"));
        edits.put(
                "the candidate is told nothing",
                pmm -> pmm.with(BAND, "    @tells(\"The terms of an offer have not been set yet.\")\n", ""));
        edits.put(
                "the candidate is told something",
                pmm -> pmm.with(
                        STORY, "executives and argued it.\")", "executives and argued it.\") @tells(\"Thank you.\")"));
        edits.put("a condition is gone", pmm -> pmm.with(STORY, DEEPENS, ""));
        edits.put(
                "a condition is new",
                pmm -> pmm.with(BAND, "    not Offer()\n", "    not Offer()\n    not OfferExtended()\n"));
        edits.put("a comparison is another", pmm -> pmm.with(BAND, "base > baseMaximum", "base >= baseMaximum"));
        edits.put(
                "a comparison is gone",
                pmm -> pmm.with(
                        BAND,
                        ",\n        base >= baseMinimum, base <= baseMaximum,",
                        ",\n        base >= baseMinimum,"));
        edits.put(
                "a comparison is new",
                pmm -> pmm.with(BAND, "$years : years, years", "$years : years, years > $standard, years"));
        edits.put(
                "a word in a condition",
                pmm -> pmm.with(STORY, "\"challenged-groupthink\")\nthen", "\"thinks-in-years\")\nthen"));
        edits.put(
                "a word in what must be absent",
                pmm -> pmm.with(STORY, DEEPENS, DEEPENS.replace("linked-to-user-psychology", "updated-belief")));
        edits.put(
                "what must be there must be absent",
                pmm -> pmm.with(STORY, "exists CorrectedFraming", "not CorrectedFraming"));
        edits.put("a calculation", pmm -> pmm.with(BAND, "$annual.times($years)", "$annual.dividedBy($years)"));
        edits.put(
                "another fact is meant",
                pmm -> pmm.with("definitions.drl", "round == $round, signal == $signal)", "signal == $signal)"));
        edits.put(
                "what is accumulated",
                pmm -> pmm.with("definitions.drl", "$mean : mean($score)", "$mean : highest($score)"));
        edits.put("what is stated", pmm -> pmm.with("definitions-offer.drl", "$total.dividedBy($years)", "$total"));
        edits.put(
                "the subject of a finding", pmm -> pmm.with(BAND, "Finding($role + \"/\" + $level", "Finding($level"));
        edits.put("a new rule", pmm -> pmm.with(STORY, pmm.text(STORY) + """

                rule "A phased rollout speaks for the candidate"
                    @code("phased-rollout-proposed") @effect("SUPPORT") @section("narrative-alignment")
                    @source("house") @says("In the {$round} the candidate proposed to launch in steps.")
                when
                    Round($round : round)
                    exists Observation(round == $round, signal == "phased-rollout")
                then
                    insert(new Finding($round));
                end
                """));
        edits.put(
                "a rule is gone",
                pmm -> pmm.with(BAND, pmm.text(BAND).substring(0, pmm.text(BAND).indexOf("rule \"An offer inside"))));
        edits.put(
                "a new definition", pmm -> pmm.with("definitions-offer.drl", pmm.text("definitions-offer.drl") + """

                rule "An offer that is late is seen without a band"
                    @source("house") @says("the offer went out")
                when
                    OfferExtended()
                then
                    insert(new BreachEffect("base-salary-below-band", "NOTE"));
                end
                """));
        edits.put(
                "a new column of a table's facts",
                pmm -> pmm.with(
                        "tables.drl", "    vestingYears : Exact", "    bonus : Exact\n    vestingYears : Exact"));
        edits.put("a mark of a column", pmm -> pmm.with("tables.drl", " @over(\"baseMinimum\")", ""));
        edits.put("a kind of value", pmm -> pmm.with("tables.drl", "vestingYears : Exact", "vestingYears : String"));
        edits.put(
                "a new fact",
                pmm -> pmm.with("tables.drl", pmm.text("tables.drl") + "\ndeclare Seen\n    by : String\nend\n"));
        edits.put("the owner", pmm -> pmm.with("policy.yaml", "owner: People team", "owner: Talent team"));
        edits.put("a section's title", pmm -> pmm.with("policy.yaml", "title: Process", "title: Hiring process"));
        edits.put(
                "a new section",
                pmm -> pmm.with(
                        "policy.yaml", "title: Process\n", "title: Process\n  - section: legal\n    title: Law\n"));
        edits.put("a source's words", pmm -> pmm.with("policy.yaml", "Hiring guide, salary bands", "Pay guide"));
        edits.put("a new source", pmm -> pmm.with("policy.yaml", "  house: ", "  law: The law\n  house: "));
        edits.put("a step", pmm -> pmm.with("policy.yaml", "step: 1000}", "step: 500}"));
        edits.put("what may change no longer", pmm -> pmm.with("policy.yaml", "  - {fact: /profile}\n", ""));
        edits.put("from what a word may change", pmm -> pmm.with("policy.yaml", "[not-started, pending]", "[pending]"));
        edits.put(
                "an edge is no longer told",
                pmm -> pmm.with("policy.yaml", "  - {fact: /challenges/*/responseSeconds, step: 5}\n", ""));
        edits.put("the notes", pmm -> pmm.with("policy.yaml", "A new signal needs", "Each new signal needs"));
        edits.put("how long decisions are kept", pmm -> pmm.with("policy.yaml", "{years: 4}", "{years: 5}"));
        edits.put(
                "nothing is said of how long they are kept",
                pmm -> pmm.with("policy.yaml", "retention: {years: 4}\n", ""));
        edits.put("how long an override holds", pmm -> pmm.with("policy.yaml", "days: 90", "days: 30"));
        edits.put(
                "a reason is new",
                pmm -> pmm.with(
                        "policy.yaml", "    business-need:", "    board: The board asks for it\n    business-need:"));
        edits.put(
                "a reason is gone",
                pmm -> pmm.with("policy.yaml", "    business-need: A business need that cannot wait\n", ""));
        edits.put(
                "what a reason means",
                pmm -> pmm.with("policy.yaml", "business need that", "need of the business that"));
        edits.put(
                "any reason will do",
                pmm -> pmm.with(
                        "policy.yaml",
                        pmm.text("policy.yaml")
                                .substring(
                                        pmm.text("policy.yaml").indexOf("  reasons:"),
                                        pmm.text("policy.yaml").indexOf("\n# How long")),
                        ""));
        edits.put(
                "nothing is said of overrides",
                pmm -> pmm.with(
                        "policy.yaml",
                        pmm.text("policy.yaml")
                                .substring(
                                        pmm.text("policy.yaml").indexOf("overrides:"),
                                        pmm.text("policy.yaml").indexOf("\n# How long")),
                        ""));
        edits.put("how many are expected to be eliminated", pmm -> pmm.with("policy.yaml", "atMost: 40", "atMost: 45"));
        edits.put("the figures of a year", pmm -> pmm.with("policy.yaml", "offers: 6", "offers: 7"));
        edits.put(
                "the figures of a new year",
                pmm -> pmm.with("policy.yaml", "    2025: {", "    2024: {finalRound: 10, offers: 4}\n    2025: {"));
        edits.put(
                "nothing is expected", pmm -> pmm.with("policy.yaml", "  eliminated: {atLeast: 30, atMost: 40}\n", ""));
        edits.put(
                "an entry that nobody knows",
                pmm -> pmm.with("policy.yaml", "notes: |", "thresholds:\n  coverage: 90\nnotes: |"));
        edits.put(
                "a scenario's verdict",
                pmm -> pmm.with("scenarios/compensation.yaml", "verdict: INCOMPLETE", "verdict: REFER"));
        edits.put(
                "a scenario's codes",
                pmm -> pmm.with("scenarios/compensation.yaml", "codes: [band-missing]", "codes: [offer-late]"));
        edits.put("a scenario's dossier", pmm -> pmm.with("scenarios/compensation.yaml", "0.0001", "0.0002"));
        edits.put(
                "a scenario's name",
                pmm -> pmm.with("scenarios/compensation.yaml", "without an offer is", "with no offer is"));
        edits.put("a new scenario", pmm -> pmm.with("scenarios/compensation.yaml", "scenarios:\n", """
                scenarios:
                  - name: Nothing is wrong
                    rule: offer-missing
                    shows: just-not
                    verdict: ELIGIBLE

                """));
        edits.put(
                "the base dossier",
                pmm -> pmm.with("scenarios/base.yaml", "yearsOfExperience: 5", "yearsOfExperience: 6"));
        edits.put("a file that no rule reads", pmm -> pmm.with("NOTES.md", "Ask the people team.\n"));
        return edits;
    }

    @Test
    void saysOfEachEditWhatItChanges() throws IOException {
        StringBuilder told = new StringBuilder();
        EDITED.forEach((name, edited) -> {
            PolicyDiff diff = PolicyDiff.of(READ, edited);
            assertThat(diff.differences()).as(name).isNotEmpty();
            assertThat(diff.unread()).as(name).isEmpty();
            told.append("# ").append(name).append('\n');
            diff.differences().forEach(difference -> {
                told.append("[")
                        .append(difference.section())
                        .append("] ")
                        .append(difference.sentence())
                        .append('\n');
                difference.before().stream()
                        .limit(3)
                        .forEach(line -> told.append("  - ").append(raw(line)));
                difference.after().stream()
                        .limit(3)
                        .forEach(line -> told.append("  + ").append(raw(line)));
            });
            told.append('\n');
        });
        Golden.assertEquals("policy/differences.txt", told.toString());
    }

    private static String raw(RawLine line) {
        return line.file() + ":" + line.line() + ": " + line.text() + "\n";
    }

    @Test
    void saysAsMuchTheOtherWayRound() {
        EDITED.forEach((name, edited) -> {
            List<Difference> there = PolicyDiff.of(READ, edited).differences();
            List<Difference> back = PolicyDiff.of(edited, READ).differences();
            assertThat(back.stream().map(difference -> List.of(difference.after(), difference.before())))
                    .as(name)
                    .containsExactlyInAnyOrderElementsOf(there.stream()
                            .map(difference -> List.of(difference.before(), difference.after()))
                            .toList());
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rules/pmm/2025-01-01",
                "src/test/resources/shapes/shapes/2025-01-01",
                "src/test/resources/nasty/nasty/2025-01-01"
            })
    void nothingDiffersFromItself(String folder) {
        PolicyFolder itself = Edited.of(folder).folder();
        PolicyDiff diff = PolicyDiff.of(itself, itself);
        assertThat(diff.differences()).isEmpty();
        assertThat(diff.reworded()).isEmpty();
        assertThat(diff.isIdentical()).isTrue();
        assertThat(diff.summary()).isEqualTo("The two are the same, to the last byte.");
    }

    @Test
    void whatDecidesNothingIsNoDifference() {
        Map<String, UnaryOperator<Edited>> edits = Map.ofEntries(
                Map.entry("a comment", pmm -> pmm.with(BAND, "// The offer", "// How the offer stands")),
                Map.entry("white space", pmm -> pmm.with(BAND, "not Offer()", "not   Offer( )")),
                Map.entry("a comment in YAML", pmm -> pmm.with("policy.yaml", "# Numbers that", "# Figures that")),
                Map.entry(
                        "line ends",
                        pmm -> pmm.with("bands.csv", pmm.text("bands.csv").replace("\n", "\r\n"))),
                Map.entry(
                        "semicolons",
                        pmm -> pmm.with(
                                "strengths.csv", pmm.text("strengths.csv").replace(',', ';'))),
                Map.entry("grouped digits", pmm -> pmm.with("bands.csv", "230000", "\"230,000\"")),
                Map.entry("a column's spelling", pmm -> pmm.with("bands.csv", "base minimum", "Base_Minimum")),
                Map.entry("the order of lines", pmm -> pmm.with("pass-marks.csv", turned(pmm.text("pass-marks.csv")))),
                Map.entry(
                        "the order of columns", pmm -> pmm.with("strengths.csv", mirrored(pmm.text("strengths.csv")))),
                Map.entry(
                        "a variable's name",
                        pmm -> pmm.with(STORY, pmm.text(STORY).replace("$round", "$where"))),
                Map.entry(
                        "variables that change their names",
                        pmm -> pmm.with(
                                BAND,
                                pmm.text(BAND)
                                        .replace("$role", "$swap")
                                        .replace("$level", "$role")
                                        .replace("$swap", "$level"))),
                Map.entry(
                        "the order of conditions",
                        pmm -> pmm.with(
                                BAND,
                                "    Role($role : role)\n    Level($level : level)\n",
                                "    Level($level : level)\n    Role($role : role)\n")),
                Map.entry(
                        "a name that nobody uses",
                        pmm -> pmm.with(BAND, "    not Offer()\nthen", "    not Offer($any : currency)\nthen")),
                Map.entry(
                        "the order of declarations",
                        pmm -> pmm.with(
                                "tables.drl",
                                "    level : String @key\n    currency : String @key\n",
                                "    currency : String @key\n    level : String @key\n")),
                Map.entry(
                        "rules in another file",
                        pmm -> pmm.with("more.drl", pmm.text(BAND)).without(BAND)),
                Map.entry(
                        "a scenario in another file",
                        pmm -> pmm.with("scenarios/more.yaml", pmm.text("scenarios/process.yaml"))
                                .without("scenarios/process.yaml")),
                Map.entry(
                        "a property's place",
                        pmm -> pmm.with(
                                "scenarios/compensation.yaml",
                                "    rule: offer-missing\n    shows: holds\n",
                                "    shows: holds\n    rule: offer-missing\n")));
        edits.forEach((name, edit) -> {
            Edited edited = edit.apply(PMM);
            PolicyDiff diff = PolicyDiff.of(READ, LegiblePolicy.read(edited.folder()));
            assertThat(diff.differences()).as(name).isEmpty();
            assertThat(diff.isIdentical()).as(name).isFalse();
            assertThat(diff.reworded()).as(name).isNotEmpty();
            assertThat(diff.summary())
                    .as(name)
                    .isEqualTo(
                            "Nothing that decides has changed: the files differ in comments, white space or order alone.");
        });
    }

    private static String turned(String table) {
        List<String> lines = new ArrayList<>(table.lines().toList());
        Collections.reverse(lines.subList(1, lines.size()));
        return String.join("\n", lines) + "\n";
    }

    private static String mirrored(String table) {
        return table.lines()
                .map(line -> line.replaceFirst("([^,]*),(.*)", "$2,$1"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void twoVariablesOfTheSameKindThatChangePlacesAreADifference() {
        String rule = """
                rule "One round before another"
                    @source("house") @says("{$first} was before {$second}")
                when
                    Round($first : round, $at : order)
                    Round($second : round, order > $at)
                then
                    insert(new Before($first, $second));
                end
                declare Before
                    first : String
                    second : String
                end
                """;
        PolicyFolder one = PMM.with("more.drl", rule).folder();
        PolicyFolder other = PMM.with("more.drl", rule.replace("Before($first, $second)", "Before($second, $first)"))
                .folder();
        assertThat(PolicyDiff.sentences(one, other))
                .containsExactly(
                        new PolicyDiff.Sentence(
                                "Definitions",
                                "“One round before another” now states `Before($second, $first)` instead of `Before($first, $second)`."));
    }

    @Test
    void aTableAndItsColumnsAreCalledAsTheirDeclarationSays() throws Exception {
        Edited called = Edited.pmm().with("tables.drl", " @reads(\"annual equity maximum\")", "");
        assertThat(PolicySource.read(called.folder()).rules()).isNotEmpty();
        PolicyFolder edited = called.with("bands.csv", "230000", "240000")
                .with("bands.csv", "60000", "65000")
                .with("figures.csv", "process-maximum,23", "process-maximum,24")
                .with("bands.csv", "guide: bands", "house")
                .folder();
        assertThat(PolicyDiff.sentences(called.folder(), edited))
                .extracting(PolicyDiff.Sentence::sentence)
                .containsExactly(
                        "Base salary maximum for mid-level in USD rises from 230,000 to 240,000.",
                        "The equity maximum for mid-level in USD rises from 60,000 to 65,000.",
                        "The source of mid-level in USD changes from “guide: bands” to “house”.",
                        "Process maximum rises from 23 to 24 days.");
    }

    @Test
    void wordsForALineNameFieldsThatItHas() {
        Edited wrong = Edited.pmm()
                .with("tables.drl", "{level}-level in {currency}", "{levl}-level in {currency}")
                .with("tables.drl", "vestingYears : Exact", "vestingYears : Exact @reads(\"years of {rol}\")");
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                RulesUnusable.class, () -> PolicySource.read(wrong.folder()))
                        .problems())
                .extracting(problem -> problem.message())
                .containsExactly(
                        "unknown field `levl`: did you mean `level`?", "unknown field `rol`: did you mean `role`?");
    }

    @Test
    void ofABrokenDraftEverythingElseIsCompared() {
        Edited broken = PMM.with("bands.csv", "230000", "240000")
                .with(
                        "process.drl",
                        "    insert(new Finding($function));\nend",
                        "    insert(new Finding($function));\n")
                .with("process.drl", "@effect(\"REFER\")", "@effect(\"NOTE\")")
                .with(BAND, "rule \"Annual equity over the band\"", "rule \"Annual equity over the band")
                .with("figures.csv", "process-maximum,23,days", "process-maximum,23")
                .with("scenarios/process.yaml", "verdict: ", "verdict ")
                .with("rounds.csv", "")
                .with("junk.drl", "\u0000\u0001\uffff")
                .without("vocabulary.csv");
        PolicyDiff diff = PolicyDiff.of(PMM.folder(), broken.folder());
        assertThat(diff.differences())
                .extracting(Difference::sentence)
                .satisfiesExactlyInAnyOrder(
                        sentence -> assertThat(sentence).endsWith("now has the effect NOTE instead of REFER."),
                        sentence -> assertThat(sentence)
                                .isEqualTo("Base salary maximum for mid-level in USD rises from 230,000 to 240,000."),
                        sentence -> assertThat(sentence).isEqualTo("File removed: vocabulary.csv."));
        assertThat(diff.unread().stream()
                        .map(problem -> problem.file()
                                .substring(PMM.folder().path().toString().length() + 1))
                        .distinct())
                .containsExactly(
                        BAND, "figures.csv", "junk.drl", "process.drl", "rounds.csv", "scenarios/process.yaml");
        assertThat(diff.summary())
                .isEqualTo("1 rule, 1 table cell and 1 other file differ. Not everything could be read, and compared.");
    }

    @Test
    void anEmptyFolderLacksEverything() {
        PolicyFolder nothing = new PolicyFolder(PMM.folder().path(), "pmm", "draft", new java.util.TreeMap<>());
        PolicyDiff diff = PolicyDiff.of(PMM.folder(), nothing);
        assertThat(diff.unread()).isEmpty();
        assertThat(diff.differences())
                .hasSizeGreaterThan(150)
                .allSatisfy(difference -> assertThat(difference.after()).isEmpty());
        assertThat(PolicyDiff.of(nothing, nothing).differences()).isEmpty();
    }
}
