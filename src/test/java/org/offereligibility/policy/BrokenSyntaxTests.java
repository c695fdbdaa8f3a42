package org.offereligibility.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.offereligibility.Golden;

/** What stands where nothing may stand, or is missing, in a rule file: pointed at where it is, and nothing else is blamed. */
class BrokenSyntaxTests {
    @Test
    void pointsWhereSomethingIsMissing() throws Exception {
        String pending = "BackgroundCheck(status == \"pending\")";
        Golden.assertEquals(
                "policy/broken-syntax.txt",
                new Mistakes(false)
                        .change("a quote is missing at the end of a word", "process.drl", "\"pending\")", "\"pending)")
                        .change(
                                "a quote is missing before another text",
                                "process.drl",
                                "round == \"cross-functional-panel\", function",
                                "round == \"cross-functional-panel, function")
                        .change(
                                "a quote is missing between two texts of a line",
                                "process.drl",
                                "@code(\"offer-late\") @effect",
                                "@code(\"offer-late) @effect")
                        .change(
                                "a quote is missing in a sentence",
                                "process.drl",
                                "The panel had no {$function}.\")",
                                "The panel had no {$function}.)")
                        .change(
                                "a rule's name has no closing quote",
                                "process.drl",
                                "An offer extended late is worth a note\"",
                                "An offer extended late is worth a note")
                        .change("quotes for print", "process.drl", "\"pending\"", "\u201Cpending\u201D")
                        .change("a no-break space", "process.drl", "    " + pending, "\u00A0   " + pending)
                        .change("a no-break space in a word", "process.drl", "\"pending\"", "\"pending\u00A0\"")
                        .change(
                                "tabs and wide letters before the place",
                                "process.drl",
                                pending,
                                "\t/* 保留 */ BackgroundCheck(stat == \"pending\")")
                        .change(
                                "an end is missing in a declaration",
                                "definitions-process.drl",
                                "    at : Moment\nend",
                                "    at : Moment")
                        .change(
                                "an end is misspelt",
                                "process.drl",
                                "    insert(new Finding($function));\nend",
                                "    insert(new Finding($function));\nedn")
                        .change(
                                "a then is misspelt",
                                "process.drl",
                                "    not HiringTeamMember()\nthen",
                                "    not HiringTeamMember()\nthne")
                        .change(
                                "a when is misspelt",
                                "process.drl",
                                "when\n    BackgroundCheckOutstanding()",
                                "whn\n    BackgroundCheckOutstanding()")
                        .change(
                                "an attribute is misspelt",
                                "process.drl",
                                "when\n    BackgroundCheckOutstanding()",
                                "saliense 10 when\n    BackgroundCheckOutstanding()")
                        .change(
                                "a semicolon is missing",
                                "process.drl",
                                "insert(new Finding($function));",
                                "insert(new Finding($function))")
                        .change(
                                "a parenthesis is missing in the consequence",
                                "process.drl",
                                "insert(new Finding($function));",
                                "insert(new Finding($function);")
                        .change(
                                "a parenthesis is missing before the next condition",
                                "process.drl",
                                "RoundHeld(round == \"cross-functional-panel\")\n",
                                "RoundHeld(round == \"cross-functional-panel\"\n")
                        .change("a parenthesis too many", "process.drl", pending, pending + ")")
                        .change(
                                "an opening parenthesis is missing",
                                "process.drl",
                                pending,
                                "BackgroundCheck status == \"pending\")")
                        .change("a comma too many", "process.drl", pending, "BackgroundCheck(status == \"pending\",)")
                        .change(
                                "a comma is missing between two lines",
                                "process.drl",
                                "RoundHeld($round : round, $minutes : minutes)",
                                "RoundHeld($round : round\n        $minutes : minutes)")
                        .change(
                                "rule is misspelt",
                                "process.drl",
                                "rule \"An offer extended late",
                                "rul \"An offer extended late")
                        .change(
                                "declare is misspelt",
                                "definitions-process.drl",
                                "declare LastRoundEnd",
                                "declaer LastRoundEnd")
                        .change("a comment has no end", "process.drl", "// What went wrong", "/* What went wrong")
                        .change(
                                "an annotation is unknown, another is missing",
                                "process.drl",
                                "@code(\"offer-late\") @effect(\"NOTE\")",
                                "@kode(\"offer-late\")")
                        .change(
                                "a fact is unknown where it is stated",
                                "process.drl",
                                "insert(new Finding($function));",
                                "insert(new Findng($function));")
                        .change(
                                "a number is compared with a word",
                                "process.drl",
                                "Round($earlier : round, order < $order)",
                                "Round($earlier : round, order < $round)")
                        .change(
                                "an instant is compared with a number",
                                "definitions-process.drl",
                                "RoundHeld(endedAt > $end)",
                                "RoundHeld(endedAt > $end.hoursSince($end))")
                        .change(
                                "a value stands where something is asked",
                                "process.drl",
                                pending,
                                "BackgroundCheck(status)")
                        .change(
                                "parentheses without end",
                                "process.drl",
                                pending,
                                "BackgroundCheck(" + "(".repeat(5_000) + "status == \"pending\"" + ")".repeat(5_001))
                        .change(
                                "conditions without end",
                                "process.drl",
                                pending,
                                "not (".repeat(5_000) + pending + ")".repeat(5_000))
                        .change(
                                "a fact has the name of a function",
                                "definitions-process.drl",
                                "declare OpenWait",
                                "declare Mean\nend\n\ndeclare OpenWait")
                        .change(
                                "a fact has the name of another but for a capital",
                                "definitions-process.drl",
                                "declare OpenWait",
                                "declare Openwait\nend\n\ndeclare OpenWait")
                        .change(
                                "a fact has a small letter",
                                "definitions-process.drl",
                                "declare OpenWait",
                                "declare wait\nend\n\ndeclare OpenWait")
                        .change(
                                "a kind of value is unknown",
                                "definitions-process.drl",
                                "    at : Moment",
                                "    at : Date")
                        .change("a mark is unknown", "tables.drl", "mark : Exact", "mark : Exact @form(\"1\")")
                        .change("a package", "process.drl", "// What went", "package hr.process\n\n// What went")
                        .told());
    }

    @Test
    void oneMistakeDoesNotHideAnother() {
        String rules = Mistakes.text("process.drl")
                .replace("status == \"pending\"", "status == \"pending")
                .replace("{$hours} hours to prepare the case, under", "{$hourz} hours to prepare the case, under")
                .replace("@code(\"offer-late\") @effect(\"NOTE\")", "@code(\"offer-late\") @effect(\"NOT\")");
        PolicyFolder folder = Mistakes.with("process.drl", rules)
                .with(
                        "bands.csv",
                        Mistakes.text("bands.csv").replace("185000", "tbd").getBytes(StandardCharsets.UTF_8))
                .with(
                        "policy.yaml",
                        Mistakes.text("policy.yaml").replace("owner:", "ownr:").getBytes(StandardCharsets.UTF_8));
        assertThat(Checking.ofReading(folder)).hasSize(5);
    }

    @Test
    void aRuleFileThatCannotBeReadIsBlamedAlone() {
        for (String file : List.of("tables.drl", "definitions.drl", "process.drl")) {
            byte[] utf16 = ("\uFEFF" + Mistakes.text(file)).getBytes(StandardCharsets.UTF_16LE);
            byte[] latin1 = ("// \u00E9\n" + Mistakes.text(file)).getBytes(StandardCharsets.ISO_8859_1);
            for (byte[] bytes : List.of(utf16, latin1, new byte[0], new byte[] {'P', 'K', 3, 4, 20})) {
                List<Remark> remarks = Checking.ofReading(Mistakes.RULES.with(file, bytes), false);
                assertThat(remarks)
                        .extracting(remark -> remark.problem().toString())
                        .hasSize(1);
                assertThat(remarks.get(0).problem().file()).endsWith(file);
            }
        }
    }

    @Test
    void linesOfWindowsAndAByteOrderMarkAreInOrder() {
        for (String file : List.of("process.drl", "tables.drl", "bands.csv", "policy.yaml")) {
            String windows = "\uFEFF" + Mistakes.text(file).replace("\n", "\r\n");
            assertThat(Checking.ofReading(Mistakes.with(file, windows), false)).isEmpty();
        }
    }

    @Test
    void aHugeFileOfRubbishIsToldInShort() {
        String rubbish = "x y ( \" é ".repeat(500_000);
        assertThat(Checking.ofReading(Mistakes.with("process.drl", rubbish), false))
                .hasSizeBetween(1, 101);
        assertThat(Checking.ofReading(Mistakes.with("process.drl", rubbish.replace(' ', '\n')), false))
                .hasSizeBetween(1, 101);
    }
}
