package org.offereligibility.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offereligibility.explanation.ByHand.decision;
import static org.offereligibility.explanation.ByHand.finding;
import static org.offereligibility.explanation.ByHand.given;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.offereligibility.Golden;
import org.offereligibility.decision.Effect;
import org.offereligibility.decision.Reason;

class CommitteeMarkdownTests {
    private static final String MARKUP =
            "# x\\n\\n- **b** [l](http://evil) <img src=x onerror=y> `c` | d\\n\\n---\\n| a | b |\\n| - | - |\\n&lt;x";

    @Test
    void aWholePageReadsAsItShould() throws Exception {
        Golden.assertEquals(
                "explanation/page.md", new CommitteeMarkdown().page(ByHand.ofEveryKind(), Optional.of("Ágnes Kovács")));
    }

    @Test
    void nothingInADossierMakesMarkup() throws Exception {
        String raw = MARKUP.replace("\\n", "\n");
        String page = new CommitteeMarkdown()
                .page(
                        decision(
                                "c " + raw,
                                finding(
                                        Effect.BLOCK,
                                        "fee",
                                        "a-code",
                                        raw,
                                        raw,
                                        given(
                                                "/observations/0",
                                                "{\"observer\":\"%1$s\",\"round\":\"%1$s\",\"signal\":\"x\",\"note\":\"%1$s\"}"
                                                        .formatted(MARKUP)),
                                        given("/metadata/x", "{\"%1$s\": \"%1$s\"}".formatted(MARKUP)),
                                        new Reason.Absent(raw))),
                        Optional.of(raw));
        Golden.assertEquals("explanation/hostile.md", page);
        assertThat(page).doesNotContain("<img", "\n---\n|");
        assertThat(page.lines().filter(line -> line.startsWith("#"))).hasSize(2);
        assertThat(page.lines().filter(line -> line.startsWith("- "))).hasSize(1);
        assertThat(page.lines().filter(line -> line.startsWith("---"))).hasSize(1);
    }

    @Test
    void saysWhatTheTextSays() {
        String markdown = new CommitteeMarkdown().page(ByHand.ofEveryKind(), Optional.empty());
        String text = new CommitteeText(2_000, false).page(ByHand.ofEveryKind(), Optional.empty());
        assertThat(letters(markdown.replace("| Section | Verdict |", ""))).isEqualTo(letters(text));
    }

    private static String letters(String page) {
        return page.replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
