package org.offereligibility.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.offereligibility.explanation.Sheet.Run;

class SheetTests {
    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.strings()
                .withChars("abø李")
                .ofMinLength(1)
                .ofMaxLength(90)
                .map(word -> word.replace("ø", "🎻"))
                .list()
                .ofMaxSize(30);
    }

    @Property
    void wrapsWithinTheWidthAndBreaksOnlyWordsThatAreWider(
            @ForAll("words") List<String> words,
            @ForAll @IntRange(min = 40, max = 60) int width,
            @ForAll @IntRange(max = 50) int indent,
            @ForAll @IntRange(max = 4) int hanging) {
        String text = new Sheet(width, false)
                .paragraph(indent, hanging, Run.plain(String.join(" ", words)))
                .toString();
        assertThat(text.lines()).allMatch(line -> Sheet.length(line) <= width);
        assertThat(text.replaceAll("\\s", "")).isEqualTo(String.join("", words));
        List<String> written = Arrays.asList(text.strip().split("\\s+"));
        assertThat(written)
                .containsAll(words.stream()
                        .filter(word -> Sheet.length(word) <= width)
                        .toList());
    }

    @Test
    void aWordThatWouldFitLosesItsIndentRatherThanAPart() {
        String word = "x".repeat(38);
        assertThat(new Sheet(40, false)
                        .paragraph(6, 2, Run.plain("- see " + word + " there"))
                        .toString())
                .isEqualTo("      - see\n  " + word + "\n        there\n");
    }

    @Test
    void aWordWiderThanThePageIsBrokenBetweenCharacters() {
        assertThat(new Sheet(40, false)
                        .paragraph(0, 10, Run.plain("🎻".repeat(41)))
                        .toString())
                .isEqualTo("          " + "🎻".repeat(30) + "\n          " + "🎻".repeat(11) + "\n");
    }
}
