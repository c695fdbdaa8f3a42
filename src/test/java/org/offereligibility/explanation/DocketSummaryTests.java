package org.offereligibility.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.offereligibility.explanation.ByHand.decision;
import static org.offereligibility.explanation.ByHand.finding;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offereligibility.Golden;
import org.offereligibility.decision.Effect;
import org.offereligibility.decision.Finding;

class DocketSummaryTests {
    private static Finding found(Effect effect, String section, String code) {
        return finding(effect, section, code, "offer", "It is so.");
    }

    private static DocketSummary docket() {
        DocketSummary docket = new DocketSummary(5);
        docket.add(ByHand.ofEveryKind());
        docket.add(decision("vn-08"));
        docket.add(decision(
                "vn-09-李",
                found(Effect.MISSING, "papers", "no-visa"),
                found(Effect.REFER, "fee", "fee-over-the-usual")));
        docket.add(decision(
                "vn-10", found(Effect.REFER, "fee", "fee-over-the-usual"), found(Effect.NOTE, "papers", "slow")));
        docket.add(decision(
                "vn-11",
                found(Effect.BLOCK, "fee", "fee-under-the-tariff"),
                found(Effect.BLOCK, "papers", "no-passport"),
                found(Effect.BLOCK, "papers", "no-passport"),
                found(Effect.BLOCK, "playing", "stopped-in-the-middle"),
                found(Effect.BLOCK, "playing", "under-the-mark"),
                found(Effect.BLOCK, "playing", "wrong-instrument")));
        docket.add(decision("vn-12"));
        docket.add(decision("vn-13", found(Effect.REFER, "fee", "fee-over-the-usual")));
        docket.addRefused();
        return docket;
    }

    @Test
    void aWholeSummaryReadsAsItShould() throws Exception {
        Golden.assertEquals("explanation/docket.txt", docket().text(80, false));
        Golden.assertEquals("explanation/docket-40.txt", docket().text(40, false));
        Golden.assertEquals("explanation/docket.md", docket().markdown());
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 66, 80, 120})
    void keepsTheWidthAndColoursOnlyByEscapes(int width) {
        String plain = docket().text(width, false);
        assertThat(plain.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= width);
        assertThat(plain.lines()).noneMatch(line -> line.endsWith(" "));
        assertThat(docket().text(width, true).replaceAll("\u001b\\[[0-9;]*m", ""))
                .isEqualTo(plain);
        assertThat(docket().text(width, true)).contains("\u001b[1;32m✓ ELIGIBLE");
    }

    @Test
    void countsAllButListsOnlySoMany() {
        DocketSummary docket = new DocketSummary();
        for (int i = 0; i < 2_345; i++) {
            docket.add(decision("c-" + i));
        }
        assertThat(docket.text(80, false))
                .startsWith("2,345 decisions\n")
                .contains(
                        "  ✓ ELIGIBLE    2,345\n",
                        "\nc-999 ",
                        "\n... and 1,345 more decisions, counted above but not listed.\n")
                .doesNotContain("c-1000");
        assertThat(docket.markdown()).contains("\n| c-999 |").doesNotContain("c-1000");
    }

    @Test
    void aDocketOfNothingSaysSo() {
        assertThat(new DocketSummary().text(80, false)).isEqualTo("""
                        0 decisions

                          ✓ ELIGIBLE    0
                          ◆ REFER       0
                          ○ INCOMPLETE  0
                          ✗ INELIGIBLE  0
                        """);
    }

    @Test
    void mayListNothingButNotLess() {
        DocketSummary docket = new DocketSummary(0);
        docket.add(decision("c-1"));
        assertThat(docket.text(80, false))
                .contains("... and 1 more decision, counted")
                .doesNotContain("c-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DocketSummary(-1))
                .withMessage("a summary lists 0 decisions or more, not -1");
    }

    @Test
    void aCandidatesIdIsOnlyText() {
        DocketSummary docket = new DocketSummary();
        docket.add(decision("a|b\u001b[31m\n<i>" + "x".repeat(100)));
        assertThat(docket.text(80, false))
                .contains("✓ ELIGIBLE a|b\n", "<i>xxx")
                .doesNotContain("\u001b");
        assertThat(docket.text(80, false).lines()).allMatch(line -> Sheet.length(line) <= 80);
        assertThat(docket.markdown()).contains("| a\\|b &lt;i&gt;xxx");
    }
}
