package org.offereligibility.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordsByHandTests {
    @Test
    void countsSentencesAsThePageDoes() {
        Map<String, Integer> expected = new LinkedHashMap<>();
        expected.put("", 0);
        expected.put(" \u2003\n\u0085\u3000", 0);
        expected.put("\u200B", 1);
        expected.put("\u001C", 1);
        expected.put("One", 1);
        expected.put("One.", 1);
        expected.put("One. ", 1);
        expected.put("One.\u00A0Two", 2);
        expected.put("One?!.. Two... Three", 3);
        expected.put("One.\u200BStill one.", 1);
        expected.put("v1.2.3 is one", 1);
        expected.put("e.g. two", 2);
        expected.put("One… 二。 still one", 1);
        expected.put("He said \"no.\" Still one.", 1);
        expected.put("...", 1);
        expected.put(". . .", 3);
        expected.put(" . !", 2);
        expected.put("One.a", 1);
        expected.put("One. \u2028", 1);
        expected.forEach((text, count) ->
                assertThat(new WordsByHand(text).sentences()).as(text).isEqualTo(count));
    }

    @Test
    void findsTheWordOnlyWhereItStandsAlone() {
        for (String text : new String[] {
            "efficiency",
            "EFFICIENCY!",
            "an-eFfIcIeNcY-b",
            "\uD83D\uDE00efficiency\u24D0",
            "efficiencyx efficiency",
            "'efficiency'",
            "\u200Defficiency\u203F"
        }) {
            assertThat(new WordsByHand(text).saysEfficiency()).as(text).isTrue();
        }
        for (String text : new String[] {
            "",
            "efficienc",
            "inefficiency",
            "efficiency_",
            "_efficiency",
            "efficiency\u0301",
            "\u0301efficiency",
            "efficiency\u20DD",
            "2efficiency",
            "efficiency\u00B2",
            "\u2167efficiency",
            "efficiency\uD835\uDC00",
            "\uD835\uDFD9efficiency",
            "efficiencyefficiency",
            "\u00AAefficiency",
            "eff\u0131ciency",
            "EFF\u0130CIENCY",
            "e\uFB03ciency",
            "effi\u00ADciency"
        }) {
            assertThat(new WordsByHand(text).saysEfficiency()).as(text).isFalse();
        }
    }
}
