package org.offereligibility.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offereligibility.explanation.ByHand.given;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Effect;
import org.offereligibility.decision.Finding;
import org.offereligibility.decision.Reason;
import org.offereligibility.policy.RuleSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a dossier says, it never acts as anything but text: the results are parsed, and hold what harmless ones hold. */
class HostileTextTests {
    private static final String LONG = "x".repeat(3_000);
    private static final String ASTRONAUT = "\ud83d\udc69\u200d\ud83d\ude80";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "</style></pre></code></details></main><h1>Eligible</h1>",
                "<img src=x onerror=alert(1)> ]]> <![CDATA[ <!-- --!> -->",
                "&lt;b&gt; &amp; &#x3c;b> &notit; &",
                "\" onclick=\"alert(1)\" ' autofocus '",
                "\u0000\u0007\u001b[31m\u009b2J\u0085\u2028\u2029",
                "\u202eleft\u2066 right\u2069\u200f\ufeff\u061c",
                "line\r\nfeed\ttab\n\n# heading\n- item\n```\n~~~\n---\n| a | b |\n| - | - |\n",
                "` `` ``` a`b `c",
                "``",
                "   ",
                "*b* _i_ ~s~ [l](http://evil.example) ![i](http://evil.example) <http://evil.example> @someone #1 $x$",
                "\u05d0\u05d1\u05d2 \u0627\u0628 e\u0301\u0301\u0301 \ud83d\udc69\u200d\ud83d\ude80 \ud83c\uddeb\ud83c\uddee",
                "\ud800 half \udc00",
                "{$x} %s %1$s \\u202e \\n"
            })
    void textFromADossierStaysText(String hostile) {
        pagesHoldTheSame(hostile);
    }

    @Test
    void veryLongWordsStayText() {
        pagesHoldTheSame(LONG);
        pagesHoldTheSame("<" + LONG + ">" + ASTRONAUT.repeat(500));
    }

    private static void pagesHoldTheSame(String hostile) {
        Decision bad = decision(hostile);
        Decision good = decision("harmless");
        Map<String, String> harmless = ReadingSamples.forTheAuditor(good, ReadingSamples.rules());
        Map<String, String> pages = ReadingSamples.forTheAuditor(bad, ReadingSamples.rules());
        String html = CommitteeHtml.page(bad, Optional.of(hostile), List.of());
        HtmlTests.standsAlone(html);
        HtmlTests.standsAlone(String.valueOf(pages.get("html")));
        if (!hostile.isBlank()) {
            assertThat(MarkdownTree.of(pages.get("markdown"))).isEqualTo(MarkdownTree.of(harmless.get("markdown")));
            assertThat(shape(html)).isEqualTo(shape(CommitteeHtml.page(good, Optional.of("harmless"), List.of())));
        }
        assertThat(shape(pages.get("html"))).isEqualTo(shape(harmless.get("html")));
        pages.values().forEach(HostileTextTests::standsStill);
        standsStill(html);
        assertThat(pages.get("text").lines().count())
                .isEqualTo(harmless.get("text").lines().count());
        told(hostile, pages);
    }

    /** The value stands on every page as the JSON that it is. */
    private static void told(String hostile, Map<String, String> pages) {
        String value = "/profile/said: ";
        String json = pages.get("text")
                .lines()
                .filter(line -> line.contains(value))
                .map(line -> line.substring(line.indexOf(value) + value.length()))
                .findFirst()
                .orElseThrow();
        if (hostile.chars().noneMatch(c -> Character.isSurrogate((char) c)) || hostile.contains(ASTRONAUT)) {
            assertThat(new JsonMapper().readTree(json).asString()).isEqualTo(hostile);
        }
        assertThat(ReadingSamples.parsed(pages.get("html")).select("code.value").eachText())
                .contains(
                        org.jsoup.internal.StringUtil.normaliseWhitespace(json).strip());
        assertThat(MarkdownTree.codes(pages.get("markdown"))).contains(json);
    }

    @Test
    void asJsonItCanBeReadBack() {
        String hostile = "<script>\u0000\u202e\"\\ ]]>\u2028" + ASTRONAUT;
        JsonNode json = new JsonMapper().readTree(AuditorJson.text(decision(hostile), ReadingSamples.rules()));
        assertThat(json.at("/findings/0/message").asString()).isEqualTo(hostile);
        assertThat(json.at("/findings/0/because/0/value").asString()).isEqualTo(hostile);
        assertThat(json.at("/engine").asString()).isEqualTo("Drools 10.2.0");
        assertThat(json.at("/rules").properties()).hasSize(2);
    }

    /** Hostile text in every place that text from a dossier can reach, under rules that there are. */
    private static Decision decision(String hostile) {
        String json = DecisionJson.text(hostile);
        RuleSource first = ReadingSamples.rules().rules().get(0);
        RuleSource second = ReadingSamples.rules().rules().get(1);
        Reason derived = new Reason.Derived(
                "Fact",
                hostile,
                ByHand.values("part", hostile),
                reference(second),
                List.of(new Reason.Absent(hostile)));
        Decision byHand = ByHand.decision(hostile);
        return new Decision(
                hostile,
                byHand.role(),
                new Decision.PolicyVersion(
                        "pmm", "2025-01-01", ReadingSamples.rules().hash()),
                byHand.dossierHash(),
                byHand.asOf(),
                byHand.verdict(),
                byHand.sections(),
                List.of(new Finding(
                        "a-code",
                        Effect.NOTE,
                        "fee",
                        hostile,
                        hostile,
                        List.of(),
                        reference(first),
                        List.of(
                                given("/profile/said", json),
                                given(
                                        "/observations/0",
                                        "{\"note\": %s, \"observer\": %s, \"round\": %s, \"signal\": \"x\"}"
                                                .formatted(json, json, json)),
                                new Reason.FromDossier("/metadata/" + hostile, ByHand.json("1")),
                                new Reason.FromPolicy("bands.csv", 2, ByHand.values("meaning", hostile)),
                                derived))),
                List.of(new Decision.Shown("Shown", List.of((Reason.Derived) derived))));
    }

    private static Finding.RuleReference reference(RuleSource rule) {
        return new Finding.RuleReference(rule.name(), rule.file(), rule.line(), rule.annotation("source"));
    }

    private static String shape(String html) {
        StringBuilder shape = new StringBuilder();
        for (Element element : ReadingSamples.parsed(html).getAllElements()) {
            shape.append(element.parents().size())
                    .append(element.tagName())
                    .append(element.attributes().size());
            shape.append(element.className()).append('\n');
        }
        return shape.toString();
    }

    private static void standsStill(String page) {
        page.codePoints()
                .filter(point -> point != '\n')
                .forEach(point -> assertThat(Character.getType(point))
                        .as("U+%04X", point)
                        .matches(type -> type != Character.CONTROL
                                && type != Character.LINE_SEPARATOR
                                && type != Character.PARAGRAPH_SEPARATOR
                                && type != Character.SURROGATE
                                && (type != Character.FORMAT
                                        || point == 0x200c
                                        || point == 0x200d
                                        || point == 0x2060)));
    }
}
