package org.offereligibility.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class PrintableTests {
    @Test
    void takesOutWholeControlSequences() {
        assertThat(Printable.of("a\u001b[1;31mb\u001b[0mc")).isEqualTo("abc");
        assertThat(Printable.of("a\u009b2Jb")).isEqualTo("ab");
        assertThat(Printable.of("a\u001b]0;a title\u0007b\u001b]8;;http://x\u001b\\c"))
                .isEqualTo("abc");
        assertThat(Printable.of("a\u001bPq#0\u001b\\b\u001bcd")).isEqualTo("abd");
    }

    @Test
    void whatIsLeftOfABrokenSequenceIsHarmless() {
        assertThat(Printable.of("\u001b\u001b[31m[32mx")).isEqualTo("[32mx");
        assertThat(Printable.of("a\u001b")).isEqualTo("a");
        assertThat(Printable.of("\u001b]0;never closed")).isEqualTo("0;never closed");
    }

    @Test
    void makesOneLineOfMany() {
        assertThat(Printable.of(" one\r\n\ttwo\u2028three\u00a0four\u0085 ")).isEqualTo("one two three four");
    }

    @Test
    void takesOutDirectionsAndInvisibleCharacters() {
        assertThat(Printable.of("\u202eabc\u202c \u2066d\u2069\u200be\ufeff\u00ad"))
                .isEqualTo("abc de");
    }

    @Test
    void leavesScriptsAndEmojiAlone() {
        assertThat(Printable.of("Ágnes 李 می\u200cخواهم 👩\u200d🔬")).isEqualTo("Ágnes 李 می\u200cخواهم 👩\u200d🔬");
    }

    @Test
    void marksHalfACharacter() {
        assertThat(Printable.of("a\ud800b")).isEqualTo("a\ufffdb");
    }

    @Property
    void holdsNoControlWhateverComes(
            @ForAll
                    @StringLength(max = 40)
                    @CharRange(from = '\u0000', to = '\u00a0')
                    @CharRange(from = '\u2000', to = '\u2070')
                    String text) {
        String printable = Printable.of(text);
        assertThat(printable.codePoints()).noneMatch(Character::isISOControl);
        assertThat(printable).doesNotContain("  ").isEqualTo(printable.strip());
        assertThat(Printable.of(printable)).isEqualTo(printable);
    }

    @Test
    void quotesWithoutLettingTheQuotedEndTheQuotation() {
        assertThat(Printable.quoted("she said “no” and \"yes\"")).isEqualTo("“she said ‘no’ and \"yes\"”");
    }
}
