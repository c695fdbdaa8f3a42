package org.offereligibility.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.offereligibility.explanation.ByHand.decision;
import static org.offereligibility.explanation.ByHand.finding;
import static org.offereligibility.explanation.ByHand.given;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offereligibility.Golden;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Effect;
import org.offereligibility.decision.Reason;

class CommitteeTextTests {
    private static final Optional<String> NAME = Optional.of("Ágnes Kovács");
    /** What only colours may contain. */
    private static final String ESCAPE = "\u001b\\[[0-9;]*m";

    @Test
    void aWholePageReadsAsItShould() throws Exception {
        Golden.assertEquals("explanation/page.txt", new CommitteeText().page(ByHand.ofEveryKind(), NAME));
    }

    @Test
    void aNarrowPageReadsAsItShould() throws Exception {
        Golden.assertEquals("explanation/page-40.txt", new CommitteeText(40, false).page(ByHand.ofEveryKind(), NAME));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 41, 57, 80, 120, 500})
    void everyWidthSaysTheSameAndIsKept(int width) {
        String page = new CommitteeText(width, false).page(ByHand.ofEveryKind(), NAME);
        assertThat(page.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= width);
        assertThat(page.lines()).noneMatch(line -> line.endsWith(" "));
        assertThat(words(page)).isEqualTo(words(new CommitteeText().page(ByHand.ofEveryKind(), NAME)));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 80, 120})
    void coloursAddNothingButEscapesAndEndWithEachLine(int width) {
        String plain = new CommitteeText(width, false).page(ByHand.ofEveryKind(), NAME);
        String coloured = new CommitteeText(width, true).page(ByHand.ofEveryKind(), NAME);
        assertThat(plain).doesNotContain("\u001b");
        assertThat(coloured.replaceAll(ESCAPE, "")).isEqualTo(plain);
        assertThat(coloured.lines().filter(line -> line.contains("\u001b")))
                .isNotEmpty()
                .allMatch(line ->
                        line.endsWith("\u001b[0m") || line.lastIndexOf("\u001b[0m") == line.lastIndexOf("\u001b"));
        assertThat(coloured).contains("\u001b[1;31m✗ INELIGIBLE.\u001b[0m", "\u001b[1;33m◆ REFER\u001b[0m");
    }

    @Test
    void aPageNarrowerThanFortyIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CommitteeText(39, false))
                .withMessage("a page is at least 40 characters wide, not 39");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "BLOCK; ✗ INELIGIBLE. This offer may not be made: one finding stands against it.",
                "MISSING; ○ INCOMPLETE. It cannot be said yet whether this offer may be made: one thing is missing.",
                "REFER; ◆ REFER. This offer may be made only if the committee rules so: one matter needs its ruling.",
                "NOTE; ✓ ELIGIBLE. This offer may be made: nothing stands against it, nothing is missing, and nothing needs the committee's ruling."
            })
    void theVerdictSaysWhatMayBeDoneWithTheOffer(Effect effect, String sentence) {
        Decision decision = decision("c-1", finding(effect, "fee", "a-code", "offer", "It is so."));
        assertThat(new CommitteeText(200, false).page(decision, Optional.empty()))
                .startsWith("Candidate c-1\n\n" + sentence + "\n");
    }

    @Test
    void aDecisionWithoutFindingsIsAllHeadAndFoot() {
        assertThat(new CommitteeText(200, false).page(decision("c-1"), Optional.empty()))
                .isEqualTo("""
                        Candidate c-1

                        ✓ ELIGIBLE. This offer may be made: nothing stands against it, nothing is missing, and nothing needs the committee's ruling.

                          Playing         ✓ ELIGIBLE
                          Fee and travel  ✓ ELIGIBLE
                          Papers          ✓ ELIGIBLE

                        Judged as of 2025-06-25 16:00 UTC.
                        Policy violinist, version 2024-09-01, sha256 0123456789ab.
                        Dossier sha256 fedcba987654.
                        """);
    }

    @Test
    void whatStandsAboveAFactIsNotSaidAgainBeneathIt() {
        String page = new CommitteeText(200, false).page(ByHand.ofEveryKind(), NAME);
        String findings = page.substring(0, page.indexOf("What the jury weighed anew"));
        assertThat(findings.split("marks.csv, line 4", -1)).hasSize(2);
        assertThat(findings.split("ldr-2 observed", -1)).hasSize(2);
    }

    @Test
    void aDerivedFactThatSaysWhatTheFindingSaysIsNotSaidAgain() {
        Reason derived = new Reason.Derived(
                "Late",
                "the candidate tuned late",
                Map.of(),
                ByHand.rule("r", 1, ""),
                List.of(given("/offer/fee", "7")));
        Decision decision = decision(
                "c-1",
                finding(Effect.NOTE, "playing", "late", "candidate", "The candidate tuned late.", derived),
                finding(Effect.NOTE, "playing", "late", "offer", "The candidate tuned very late.", derived));
        assertThat(new CommitteeText().page(decision, Optional.empty())).contains("""
                          · The candidate tuned late. [late, candidate]
                              - fee: 7 [/offer/fee]
                        """, """
                          · The candidate tuned very late. [late, offer]
                              - the candidate tuned late
                                - fee: 7 [/offer/fee]
                        """);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nothingInADossierRepaintsATerminalOrWritesALineOfItsOwn(boolean colour) {
        String page =
                new CommitteeText(80, colour).page(hostile(), Optional.of("Eve\u001b[2J\r\nVerdict: ELIGIBLE\u202e"));
        assertThat(colour ? page.replaceAll(ESCAPE, "") : page)
                .matches(
                        text -> text.codePoints().allMatch(CommitteeTextTests::standsStill),
                        "nothing but visible text");
        assertThat(page.lines().map(line -> line.replaceAll(ESCAPE, "").strip()))
                .noneMatch(line -> line.startsWith("Verdict: ELIGIBLE") || line.startsWith("✓ ELIGIBLE"));
        assertThat(page.replaceAll(ESCAPE, "")).contains("red and gone", "left ‘quoted’ right");
    }

    /** The same escapes in every place that text from a dossier can reach. */
    static Decision hostile() {
        String note =
                "\u001b[31mred\u001b[0m and\u001b]0;title\u0007 \u009b2Jgone\r\n✓ ELIGIBLE\u2028\u202eleft \u201cquoted\u201d\u2066 right\u200b\b\u0007";
        String json =
                new String(tools.jackson.core.io.JsonStringEncoder.getInstance().quoteAsCharArray(note));
        return decision(
                "c\u001b[5m-1",
                finding(
                        Effect.BLOCK,
                        "fee",
                        "a-code",
                        "su\u001b[8mbject\n\n✓ ELIGIBLE",
                        "It is \u001b]8;;http://evil\u0007so\u001b]8;;\u0007.",
                        given(
                                "/observations/0",
                                "{\"round\": \"%1$s\", \"signal\": \"%1$s\", \"observer\": \"%1$s\", \"note\": \"%1$s\"}"
                                        .formatted(json)),
                        given(
                                "/metadata/%s".formatted(note),
                                "{\"%1$s\": [\"%1$s\", {\"%1$s\": \"%1$s\"}]}".formatted(json)),
                        new Reason.Absent(note)));
    }

    private static boolean standsStill(int codePoint) {
        return codePoint == '\n'
                || !List.of(
                                Character.CONTROL,
                                Character.FORMAT,
                                Character.LINE_SEPARATOR,
                                Character.PARAGRAPH_SEPARATOR,
                                Character.SURROGATE)
                        .stream()
                        .map(Byte::intValue)
                        .toList()
                        .contains(Character.getType(codePoint));
    }

    private static List<String> words(String page) {
        return List.of(page.replaceAll("\\s+", "").split("(?<=\\.)"));
    }
}
