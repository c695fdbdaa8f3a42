package org.offereligibility.policy;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.offereligibility.Golden;

/** What HR is told of a mistake in the rules: the whole text, each mistake by itself. */
class BrokenRulesTests {
    /** @param from a text that stands in the file; an empty one means the whole file */
    private record Mistake(String name, String file, String from, String to) {}

    private static Mistake mistake(String name, String file, String from, String to) {
        return new Mistake(name, file, from, to);
    }

    private static Stream<Mistake> mistakes() {
        return Stream.of(
                mistake("a column is missing", "bands.csv", "base maximum,", ""),
                mistake("a column is misspelt", "bands.csv", "base maximum", "base maximun"),
                mistake("a column is there twice", "bands.csv", "base maximum", "base minimum"),
                mistake("a cell is empty", "bands.csv", "185000", ""),
                mistake("a number is none", "bands.csv", "185000", "tbd"),
                mistake("a decimal comma", "pass-marks.csv", "3.5", "\"3,5\""),
                mistake("a minimum over its maximum", "bands.csv", "185000", "285000"),
                mistake("a row has a cell too few", "rounds.csv", "recruiter-screen,1,30,", "recruiter-screen,1,"),
                mistake(
                        "a row stands twice",
                        "bands.csv",
                        "pmm,mid,USD,185000",
                        "pmm,mid,USD,1,2,3,4,4,house\npmm,mid,USD,185000"),
                mistake("a row is missing", "rounds.csv", "executive-review,5,30,deciding,guide: rounds\n", ""),
                mistake("a word is unknown in a table", "score-adjustments.csv", "blamed-execution", "blamed-exection"),
                mistake("a code is unknown in a table", "band-breaches.csv", "equity-above-band", "equity-over-band"),
                mistake("an effect is unknown in a table", "pass-marks.csv", "role-fit,3,BLOCK", "role-fit,3,BLOK"),
                mistake(
                        "a word stands twice",
                        "vocabulary.csv",
                        "signal,phased-rollout,",
                        "signal,phased-rollout,,again,\nsignal,phased-rollout,"),
                mistake("a table is missing", "bands.csv", "", ""),
                mistake("a policy header is missing", "policy.yaml", "", ""),
                mistake("a section has no title", "policy.yaml", "    title: Compensation\n", ""),
                mistake("the role is another", "policy.yaml", "role: pmm", "role: pm"),
                mistake("decisions are kept for no time", "policy.yaml", "{years: 4}", "{years: 0}"),
                mistake("the time for which decisions are kept is misspelt", "policy.yaml", "retention:", "retenton:"),
                mistake("a reason is no code", "policy.yaml", "    business-need:", "    Business need:"),
                mistake("overrides hold for ever", "policy.yaml", "days: 90", "days: for ever"),
                mistake("a range is the wrong way round", "policy.yaml", "atLeast: 30", "atLeast: 50"),
                mistake("a figure of the funnel is misspelt", "policy.yaml", "finalRound: 12", "finalRoud: 12"),
                mistake("a word is unknown in a rule", "process.drl", "status == \"pending\"", "status == \"pendng\""),
                mistake(
                        "a word is unknown in a list",
                        "pass-criteria.drl",
                        "\"stated-falsification-test\"",
                        "\"stated-falsification\""),
                mistake("a fact is unknown", "process.drl", "Interviewer(round", "Interviwer(round"),
                mistake(
                        "a field is unknown",
                        "process.drl",
                        "BackgroundCheck(status == \"pending\")",
                        "BackgroundCheck(state == \"pending\")"),
                mistake(
                        "a variable is unknown",
                        "pass-criteria.drl",
                        "not Score(round == $round, criterion == $criterion)",
                        "not Score(round == $round, criterion == $criterium)"),
                mistake("a figure is unknown", "process.drl", "\"preparation-minimum\"", "\"preparation-min\""),
                mistake("a number stands in a rule", "process.drl", "hours < $minimum", "hours < 48"),
                mistake("a text is compared with a number", "process.drl", "hours < $minimum", "hours < \"48\""),
                mistake("a rule without a code", "process.drl", "@code(\"offer-late\") ", ""),
                mistake("a rule without a source", "process.drl", "    @source(\"guide: summary\")\n", ""),
                mistake(
                        "a rule without a message",
                        "process.drl",
                        "    @says(\"The offer went out before the last round had ended.\")\n",
                        ""),
                mistake("an annotation is unknown", "process.drl", "@code(\"offer-late\")", "@kode(\"offer-late\")"),
                mistake(
                        "an accumulate over a not",
                        "definitions.drl",
                        "accumulate(AppliedAdjustment(",
                        "accumulate(not AppliedAdjustment("),
                mistake(
                        "an accumulate over two patterns",
                        "definitions.drl",
                        "accumulate(AppliedAdjustment(",
                        "accumulate(Role() and AppliedAdjustment("),
                mistake(
                        "a forall over some facts of a type",
                        "process.drl",
                        "BackgroundCheck(status == \"pending\")",
                        "forall($check : BackgroundCheck(status == \"pending\") BackgroundCheck(this == $check))"),
                mistake(
                        "a forall that needs what its rule states",
                        "definitions.drl",
                        "not TechnicalDomain()",
                        "forall(DomainGap(domain == \"none\"))"),
                mistake(
                        "a regular expression that is none",
                        "process.drl",
                        "BackgroundCheck(status == \"pending\")",
                        "BackgroundCheck(status matches \"[pending\")"),
                mistake(
                        "a regular expression that no word matches",
                        "process.drl",
                        "BackgroundCheck(status == \"pending\")",
                        "BackgroundCheck(status not matches \"pendng.*\")"),
                mistake(
                        "an eval of something else than a variable",
                        "process.drl",
                        "BackgroundCheck(status == \"pending\")",
                        "eval(status == \"pending\")"),
                mistake(
                        "a pattern from a list",
                        "process.drl",
                        "BackgroundCheck(status == \"pending\")",
                        "BackgroundCheck(status == \"pending\") from $checks"),
                mistake(
                        "an operator that is not used here",
                        "process.drl",
                        "BackgroundCheck(status == \"pending\")",
                        "BackgroundCheck(status contains \"pending\")"),
                mistake(
                        "an effect that is none",
                        "pass-criteria.drl",
                        "@code(\"intent-taken-as-proof\") @effect(\"{$effect}\")",
                        "@code(\"intent-taken-as-proof\") @effect(\"{$round}\")"),
                mistake(
                        "a section is unknown",
                        "process.drl",
                        "@code(\"offer-late\") @effect(\"NOTE\") @section(\"process\")",
                        "@code(\"offer-late\") @effect(\"NOTE\") @section(\"proces\")"),
                mistake(
                        "an effect is unknown",
                        "process.drl",
                        "@code(\"offer-late\") @effect(\"NOTE\")",
                        "@code(\"offer-late\") @effect(\"NOTICE\")"),
                mistake(
                        "a source is unknown",
                        "process.drl",
                        "@source(\"guide: summary\")",
                        "@source(\"guide: sumary\")"),
                mistake(
                        "a placeholder is unknown",
                        "process.drl",
                        "The panel had no {$function}.",
                        "The panel had no {$funktion}."),
                mistake(
                        "a rule tells the candidate nothing",
                        "process.drl",
                        "    @tells(\"Your background check is still under way.\")\n",
                        ""),
                mistake(
                        "a rule whose effect stands in a table tells the candidate nothing",
                        "compensation.drl",
                        "    @tells(\"The base salary in the offer lies below the range for this level.\")\n",
                        ""),
                mistake(
                        "a fact is told to the candidate",
                        "definitions-process.drl",
                        "    @says(\"all rounds were held\")",
                        "    @says(\"all rounds were held\") @tells(\"All rounds were held.\")"),
                mistake(
                        "the candidate is told of an unknown variable",
                        "process.drl",
                        "Your panel had no {$function}",
                        "Your panel had no {$funktion}"),
                mistake(
                        "the candidate is told of an interviewer",
                        "process.drl",
                        "At least one member of your panel",
                        "{$id} of your panel"),
                mistake(
                        "the candidate is told of a challenge",
                        "pass-criteria.drl",
                        "an ethical question came up",
                        "the ethical question {$id} came up"),
                mistake(
                        "the candidate is told of a free text",
                        "pass-criteria.drl",
                        "    @says(\"The explanation of {$topic} for a lay audience is off its brief.\")",
                        "    @says(\"The explanation of {$topic} for a lay audience is off its brief.\")\n    @tells(\"Your explanation of {$topic} was off its brief.\")"),
                mistake(
                        "the candidate is told of a score",
                        "pass-criteria.drl",
                        "fell short of what this role asks for",
                        "was {$value}"),
                mistake(
                        "the candidate is told of a pass mark",
                        "pass-criteria.drl",
                        "fell short of what this role asks for",
                        "was under {$mark}"),
                mistake(
                        "the candidate is told of a limit",
                        "process.drl",
                        "less time to prepare your case than",
                        "less than {$minimum} hours to prepare your case, which"),
                mistake(
                        "the candidate is told of an effect",
                        "pass-criteria.drl",
                        "fell short of what this role asks for",
                        "led to {$effect}"),
                mistake(
                        "the candidate is told of a level",
                        "compensation.drl",
                        "for this level in {$currency}",
                        "for the level {$level} in {$currency}"),
                mistake(
                        "the candidate is told of what was counted",
                        "pass-criteria.drl",
                        "You kept to your proposals when",
                        "You kept to your proposals {$times} times when"),
                mistake(
                        "the candidate is told of a number",
                        "pass-criteria.drl",
                        "fell short of what this role asks for",
                        "was under 3.5"),
                mistake(
                        "the candidate is told with half a brace",
                        "process.drl",
                        "Your panel had no {$function}",
                        "Your panel had no {$function"),
                mistake(
                        "a word is stated where another kind is due",
                        "definitions.drl",
                        "insert(new AppliedAdjustment($round, $criterion,",
                        "insert(new AppliedAdjustment($criterion, $round,"),
                mistake(
                        "what is no word is stated for one",
                        "definitions.drl",
                        "insert(new CorrectedFraming($round));",
                        "insert(new CorrectedFraming($round + \"/again\"));"),
                mistake(
                        "two rules have one name",
                        "process.drl",
                        "\"An adverse background check is for the committee\"",
                        "\"A round that was not held is missing\""),
                mistake("two rules have one code", "process.drl", "@code(\"offer-late\")", "@code(\"offer-early\")"),
                mistake(
                        "a fact is declared twice",
                        "definitions.drl",
                        "declare OffBrief",
                        "declare AppliedAdjustment\nend\n\ndeclare OffBrief"),
                mistake("a quote is missing", "process.drl", "status == \"pending\"", "status == \"pending"),
                mistake(
                        "a parenthesis is missing",
                        "process.drl",
                        "PanelFunction($function : function)",
                        "PanelFunction($function : function"),
                mistake(
                        "a comma is missing",
                        "process.drl",
                        "Round($earlier : round, order < $order)",
                        "Round($earlier : round order < $order)"),
                mistake(
                        "an end is missing",
                        "process.drl",
                        "    insert(new Finding($function));\nend",
                        "    insert(new Finding($function));\n"),
                mistake(
                        "a then is missing",
                        "process.drl",
                        "    not HiringTeamMember()\nthen",
                        "    not HiringTeamMember()\n"),
                mistake(
                        "a when is missing",
                        "process.drl",
                        "when\n    BackgroundCheckOutstanding()",
                        "    BackgroundCheckOutstanding()"),
                mistake(
                        "an attribute",
                        "process.drl",
                        "when\n    BackgroundCheckOutstanding()",
                        "salience 10 when\n    BackgroundCheckOutstanding()"),
                mistake("an import", "process.drl", "// What went wrong", "import java.util.*\n// What went wrong"),
                mistake(
                        "a function",
                        "process.drl",
                        "// What went wrong",
                        "function int f() { return 1; }\n// What went wrong"),
                mistake(
                        "a consequence that does more",
                        "process.drl",
                        "insert(new Finding($function));",
                        "insert(new Finding($function)); System.exit(1);"),
                mistake(
                        "a consequence that does something else",
                        "process.drl",
                        "insert(new Finding($function));",
                        "System.exit(1);"),
                mistake(
                        "a call in a condition",
                        "process.drl",
                        "BackgroundCheck(status == \"pending\")",
                        "BackgroundCheck(java.lang.Runtime.getRuntime() != null)"),
                mistake(
                        "an operation is unknown",
                        "definitions-process.drl",
                        "$started.hoursSince($sent)",
                        "$started.hourSince($sent)"),
                mistake(
                        "a part too many is stated",
                        "definitions.drl",
                        "insert(new OffBrief($topic, $word))",
                        "insert(new OffBrief($topic, $word, $word))"),
                mistake(
                        "a part of another kind is stated",
                        "definitions.drl",
                        "insert(new OffBrief($topic, $word))",
                        "insert(new Preparation($topic))"),
                mistake("a rule that needs itself", "definitions.drl", "not TechnicalDomain()", "not DomainGap()"),
                mistake("a unicode escape", "process.drl", "status == \"pending\"", "status == \"\\u0070ending\""),
                mistake(
                        "a scenario of another base",
                        "scenarios/compensation.yaml",
                        "base: base.yaml",
                        "base: bases.yaml"),
                mistake(
                        "a scenario's property is unknown",
                        "scenarios/compensation.yaml",
                        "verdict: ELIGIBLE",
                        "verdikt: ELIGIBLE"));
    }

    @Test
    void saysOfEachMistakeWhereItIsAndWhatToDo() throws IOException {
        Mistakes all = new Mistakes(false);
        mistakes().forEach(mistake -> {
            if (mistake.from().isEmpty()) {
                all.without(mistake.name(), mistake.file());
            } else {
                all.change(mistake.name(), mistake.file(), mistake.from(), mistake.to());
            }
        });
        Golden.assertEquals("policy/broken-rules.txt", all.told());
    }
}
