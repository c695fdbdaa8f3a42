package org.offereligibility.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTests {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '^',
            value = {
                "a *b* _c_ `d` => a \\*b\\* \\_c\\_ \\`d\\`",
                "[x](http://evil) => \\[x\\](http\\://evil)",
                "![x](data:x) => !\\[x\\](data:x)",
                "<script>alert(1)</script> => &lt;script&gt;alert(1)&lt;/script&gt;",
                "a | b => a \\| b",
                "back\\slash => back\\\\slash",
                "see WWW.evil.example and https://x => see WWW\\.evil.example and https\\://x",
                "R&D at AT&T => R&D at AT&T",
                "~~gone~~ $x$ => \\~\\~gone\\~\\~ \\$x\\$",
                "# heading => \\# heading",
                "- item => \\- item",
                "+ item => \\+ item",
                "> quote => &gt; quote",
                "1. item => 1\\. item",
                "12) item => 12\\) item",
                "2.5 points - good (so far) + more #1 => 2.5 points - good (so far) + more #1",
                "===== => \\=====",
                "-0.5 => \\-0.5",
                "Candidate ## => Candidate \\#\\#"
            })
    void showsTextAsItIsAndEscapesNoMoreThanItMust(String text, String markdown) {
        assertThat(Markdown.of(text)).isEqualTo(markdown);
    }

    @Test
    void entitiesAreShownAndNotRead() {
        assertThat(Markdown.of("&lt;b&gt; &#60; &x")).isEqualTo("&amp;lt;b&amp;gt; &amp;#60; &x");
    }

    @Test
    void anAtSignMakesNoMailLinkAndNoMention() {
        assertThat(Markdown.of("ask @anna or a@b.example")).isEqualTo("ask @\u2060anna or a@\u2060b.example");
    }

    @Test
    void aCodeSpanHoldsNamesAndNothingElse() {
        assertThat(Markdown.code("/a/b")).isEqualTo("`/a/b`");
        assertThat(Markdown.code("a-code, second_round/touché")).isEqualTo("`a-code, second_round/touché`");
        assertThat(Markdown.code("a`b")).isEqualTo("a\\`b");
        assertThat(Markdown.code("a, <b>")).isEqualTo("a, &lt;b&gt;");
    }
}
