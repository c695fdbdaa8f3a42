package org.offereligibility.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The boundaries that the policy draws for sentences and for the word. */
class PlainTextTests {
    /** {@code _} stands for a space, so that spaces at the ends can be seen. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "One. | 1",
                "One._Two. | 2",
                "One._Two | 2",
                "One | 1",
                "One._ | 1",
                "_One. | 1",
                "One.Two. | 1",
                "Wait..._what? | 2",
                "Wait... | 1",
                "What?!_Yes. | 2",
                "What?!?!?! | 1",
                "Wait…_what. | 1",
                "Wait…_what | 1",
                "こんにちは。_さようなら。 | 1",
                "e.g._this._That. | 3",
                "It_costs_3.5_dollars. | 1",
                "Yes.) | 1",
                "Yes.)_No. | 1",
                "\"Yes.\"_No. | 1",
                "One.\u00a0Two. | 2",
                "One.\u2028Two. | 2",
                "One.\u0085Two. | 2",
                "One.\u3000Two. | 2",
                "One.\u200bTwo. | 1",
                "One.\u180eTwo. | 1",
                "One.\u001cTwo. | 1",
                "One.\u000bTwo. | 2",
                ". | 1",
                "._. | 2",
                "!_x | 2",
                "One._\u200b | 2",
                "One._- | 2"
            })
    void countsSentences(String text, int count) {
        assertThat(new PlainText(text.replace('_', ' ')).sentences()).isEqualTo(Exact.of(count));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t\r", "\u00a0\u2003\u3000", "\u0085\u2028\u2029"})
    void findsNoSentenceInWhiteSpace(String text) {
        assertThat(new PlainText(text).sentences()).isEqualTo(Exact.ZERO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "efficiency",
                "Efficiency",
                "EFFICIENCY",
                "eFFiCieNcy",
                "an efficiency gain",
                "efficiency's",
                "efficiency-led",
                "cost-efficiency",
                "(efficiency)",
                "efficiency.",
                "…efficiency…",
                "\u00a0efficiency\u00a0",
                "efficiency\u200b",
                "inefficiency efficiency",
                "efficiency😀",
                "😀efficiency",
                "efficiency\u2019s",
                "+efficiency=",
                "efficiency\ud83d",
                "efficiencyx efficiency"
            })
    void findsTheWord(String text) {
        assertThat(new PlainText(text).containsWord("efficiency")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "efficient",
                "inefficiency",
                "efficiencyx",
                "_efficiency",
                "efficiency_",
                "efficiency2",
                "2efficiency",
                "efficiencyé",
                "éefficiency",
                "efficiency\u0301",
                "efficiency\u20dd",
                "\u0301efficiency",
                "efficiency\u0903",
                "efficiency\u00b2",
                "efficiency\u2160",
                "efficiency\u0663",
                "efficiency\ud835\udc00",
                "\ud835\udc00efficiency",
                "efficiency\ud835\udfce",
                "efficiency\u02bc",
                "ﬀiciency",
                "e\u200bfficiency",
                "efﬁciency",
                "effıciency",
                "EFFİCİENCY",
                "efficiencies",
                "еfficiency"
            })
    void findsItInNothingElse(String text) {
        assertThat(new PlainText(text).containsWord("efficiency")).isFalse();
    }

    /** Only ASCII letters are alike in any case: neither the Kelvin sign nor the long s is one. */
    @ParameterizedTest
    @CsvSource({"kiss, KISS, true", "kiss, \u212Aiss, false", "kiss, ki\u017F\u017F, false", "kiss, kISs, true"})
    void comparesAsciiLettersOnly(String word, String text, boolean found) {
        assertThat(new PlainText(text).containsWord(word)).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b", "\\E", "(", "a|b"})
    void takesTheWordAsItStands(String word) {
        assertThat(new PlainText("x " + word + " y").containsWord(word)).isTrue();
        assertThat(new PlainText("x axb y").containsWord(word)).isFalse();
    }
}
