package org.offereligibility.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LetteringTests {
    private static final String FAMILY = "👩‍👩‍👧";

    @Property(tries = 500)
    void noLineIsWiderThanItMayBeAndNothingIsLost(
            @ForAll("sentences") String words,
            @ForAll Lettering lettering,
            @ForAll @IntRange(min = 60, max = 500) int width) {
        List<String> lines = lettering.wrapped(words, width, Integer.MAX_VALUE);
        assertThat(lines).isNotEmpty().allMatch(line -> lettering.width(line) <= width);
        assertThat(String.join("", lines).replace(" ", "")).isEqualTo(words.replace(" ", ""));
    }

    @Property(tries = 500)
    void whatIsTooLongIsCutAndSaysSo(
            @ForAll("sentences") String words,
            @ForAll @IntRange(min = 60, max = 300) int width,
            @ForAll @IntRange(min = 1, max = 4) int most) {
        List<String> whole = Lettering.FACT.wrapped(words, width, Integer.MAX_VALUE);
        List<String> cut = Lettering.FACT.wrapped(words, width, most);
        if (whole.size() <= most) {
            assertThat(cut).isEqualTo(whole);
        } else {
            assertThat(cut).hasSize(most).allMatch(line -> Lettering.FACT.width(line) <= width);
            assertThat(cut.subList(0, most - 1)).isEqualTo(whole.subList(0, most - 1));
            assertThat(cut.get(most - 1)).endsWith("…");
        }
    }

    /** Short and very long words of many scripts. */
    @Provide
    Arbitrary<String> sentences() {
        Arbitrary<String> letters = Arbitraries.of("a", "W", "i", "é", "ש", "漢", "😀", "-", "9", "Ж");
        return letters.list()
                .ofMinSize(1)
                .ofMaxSize(60)
                .map(list -> String.join("", list))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(list -> String.join(" ", list));
    }

    @Test
    void aLineEndsBetweenWords() {
        assertThat(Lettering.MESSAGE.wrapped("The fee of the evening is over the usual one.", 150, 9))
                .containsExactly("The fee of the", "evening is over the", "usual one.");
    }

    @Test
    void aCharacterOfSeveralIsNeverTornApart() {
        List<String> lines = Lettering.FACT.wrapped(FAMILY.repeat(20), 100, Integer.MAX_VALUE);
        assertThat(lines)
                .hasSizeGreaterThan(5)
                .allMatch(line -> line.replace(FAMILY, "").isEmpty());
        assertThat(Lettering.FACT.wrapped("e\u0301".repeat(40), 60, Integer.MAX_VALUE))
                .allMatch(line -> line.length() % 2 == 0);
    }

    @Test
    void wordsOfNoLettersAreOneEmptyLine() {
        assertThat(Lettering.FACT.wrapped("", 100, 3)).containsExactly("");
    }

    @Test
    void aWideLetterTakesMoreRoomThanANarrowOneAndABoldOneMoreThanARegularOne() {
        assertThat(Lettering.FACT.width("W")).isGreaterThan(Lettering.FACT.width("i"));
        assertThat(Lettering.LABEL.width("Wide")).isGreaterThan(Lettering.FINE.width("Wide"));
        assertThat(Lettering.FACT.width("i".repeat(100))).isLessThan(Lettering.FACT.width("i") * 100);
    }
}
