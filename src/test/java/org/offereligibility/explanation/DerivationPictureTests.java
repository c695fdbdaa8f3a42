package org.offereligibility.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.offereligibility.explanation.ByHand.decision;
import static org.offereligibility.explanation.ByHand.finding;
import static org.offereligibility.explanation.ByHand.given;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offereligibility.Evaluation;
import org.offereligibility.Golden;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Effect;
import org.offereligibility.decision.Finding;
import org.offereligibility.decision.Reason;
import org.offereligibility.explanation.Box.Outline;

class DerivationPictureTests {
    private static final Evaluation PMM = Evaluation.under("rules");
    private static final Pattern NAMES = Pattern.compile("(?:class|id)='([^']*)'");

    @ParameterizedTest
    @CsvSource({
        "01-entertainment-first, picture-blocked",
        "03-fragile-assumptions-first, picture-eligible",
        "05-satisfaction-over-session-time, picture-derived"
    })
    void aWholePictureLooksAsItShould(String guide, String golden) throws Exception {
        Golden.assertEquals("explanation/" + golden + ".svg", DerivationPicture.svg(guide(guide)));
    }

    @Test
    void aBoxOverAnotherWouldBeNoticed() {
        String svg = DerivationPicture.svg(ByHand.ofEveryKind());
        String taller = svg.replaceFirst("(derivation-stop-wash' x='16' y='16' width='\\d+' height=')\\d+", "$1400");
        assertThat(taller).isNotEqualTo(svg);
        assertThatThrownBy(() -> DrawnPictureLaws.assertHold(taller)).hasMessageStartingWith("one over the other");
    }

    @Test
    void theSameDecisionGivesTheSameBytes() {
        assertThat(DerivationPicture.svg(ByHand.ofEveryKind())).isEqualTo(DerivationPicture.svg(ByHand.ofEveryKind()));
    }

    @Test
    void eachKindOfReasonHasItsOwnOutlineAndSaysWhatItIs() {
        DrawnPicture picture = DrawnPicture.of(DerivationPicture.svg(ByHand.ofEveryKind()));
        assertThat(picture.nodes(Outline.DERIVED))
                .isNotEmpty()
                .allMatch(node -> node.words().startsWith("worked out "));
        assertThat(picture.nodes(Outline.DOSSIER))
                .isNotEmpty()
                .allMatch(node -> node.words().startsWith("in the dossier /"));
        assertThat(picture.nodes(Outline.TABLE))
                .isNotEmpty()
                .allMatch(node -> node.words().matches("in the policy \\w+\\.csv, line \\d+: .*"));
        assertThat(picture.nodes(Outline.ABSENT))
                .extracting(DrawnPicture.Place::words)
                .containsExactly("absent there is no visa whose country is Austria");
    }

    @Test
    void onlyWhatIsAbsentIsDashed() {
        DrawnPicture picture = DrawnPicture.of(DerivationPicture.svg(ByHand.ofEveryKind()));
        assertThat(picture.elements("rect").stream().filter(rect -> rect.hasAttribute("stroke-dasharray")))
                .hasSize(1)
                .allMatch(rect -> rect.getAttribute("class").contains("derivation-absent"));
    }

    @ParameterizedTest
    @EnumSource(Effect.class)
    void verdictsAndEffectsAreWordsBesideTheirSigns(Effect effect) {
        DrawnPicture picture = DrawnPicture.of(
                DerivationPicture.svg(decision("c-1", finding(effect, "fee", "a-code", "offer", "It is so."))));
        String verdict = effect.verdict().name();
        assertThat(picture.words()).extracting(DrawnPicture.Words::words).contains(verdict, effect.name(), "It is so.");
        assertThat(picture.text("title")).isEqualTo("Candidate c-1: " + verdict);
        // One sign for the verdict, three for the sections and one for the finding.
        assertThat(picture.elements("svg")).hasSize(5);
    }

    @Test
    void signsDifferInForm() {
        assertThat(List.of(Sign.values()).stream().map(sign -> sign.drawing("p")))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatDoesNotDecideIsToldBrieflyUnlessThereIsNothingElse() {
        Reason fee = given("/offer/fee", "7");
        Finding support = finding(Effect.SUPPORT, "fee", "fair", "offer", "The fee is fair.", fee);
        Finding block = finding(Effect.BLOCK, "fee", "low", "offer", "The fee is low.");
        DrawnPicture eligible = DrawnPicture.of(DerivationPicture.svg(decision("c-1", support)));
        assertThat(eligible.nodes(Outline.DOSSIER)).hasSize(1);
        DrawnPicture ineligible = DrawnPicture.of(DerivationPicture.svg(decision("c-1", block, support)));
        assertThat(ineligible.nodes(Outline.DOSSIER)).isEmpty();
        assertThat(ineligible.nodes(Outline.BRIEF))
                .extracting(DrawnPicture.Place::words)
                .containsExactly("SUPPORT The fee is fair.");
    }

    @Test
    void aFindingOfNoSectionOfThePolicyIsDrawnAllTheSame() {
        String svg =
                DerivationPicture.svg(decision("c-1", finding(Effect.BLOCK, "", "low", "offer", "The fee is low.")));
        assertThat(all(DrawnPicture.of(svg))).contains("BLOCK The fee is low.");
    }

    @Test
    void noWordsOfADossierBreakThePicture() {
        Decision decision = hostile();
        String svg = DerivationPicture.svg(decision);
        DrawnPictureLaws.assertHold(svg);
        DrawnPicture picture = DrawnPicture.of(svg);
        assertThat(picture.elements("script")).isEmpty();
        assertThat(picture.elements("style")).hasSize(1);
        assertThat(all(picture)).contains("]]><script>alert(1)</script>", "</text></svg>", "שלום", "&lt;");
        assertThat(svg.codePoints().filter(c -> c != '\n'))
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
        DrawnPictureLaws.assertHold(DerivationPicture.svg(CommitteeTextTests.hostile()));
    }

    private static Decision hostile() {
        String words = "\u001b[31m\u0000]]><script>alert(1)</script>&lt; </style> <!-- " + "W".repeat(500)
                + " שלום\u202e"
                + " עולם".repeat(40) + " " + "👩‍👩‍👧".repeat(60) + " z" + "\u0301".repeat(200) + "\uffff\ud800 "
                + "漢字".repeat(90) + " مرحبا".repeat(40) + " </text></svg>";
        Reason absent = new Reason.Absent(words);
        return decision(
                "c-" + words,
                finding(
                        Effect.BLOCK,
                        "fee",
                        words,
                        words,
                        words,
                        absent,
                        derived(words, absent),
                        given("/a/" + words, "7")),
                finding(Effect.SUPPORT, words, words, words, words),
                finding(Effect.NOTE, "fee", "", "", ""));
    }

    private static Reason derived(String words, Reason because) {
        return new Reason.Derived("Fact", "so: " + words, Map.of(), ByHand.rule(words, 1, words), List.of(because));
    }

    @Test
    void aFactUnderTwoOthersIsDrawnUnderEach() {
        Reason fee = given("/offer/fee", "7");
        String svg = DerivationPicture.svg(decision(
                "c-1", finding(Effect.BLOCK, "fee", "c", "s", "It is so.", derived("one", fee), derived("two", fee))));
        DrawnPictureLaws.assertHold(svg);
        assertThat(DrawnPicture.of(svg).nodes(Outline.DOSSIER))
                .extracting(DrawnPicture.Place::words)
                .containsExactly("in the dossier /offer/fee fee: 7", "in the dossier /offer/fee fee: 7");
    }

    @Test
    void aLongChainOfReasonsMakesTheBoxesNoNarrowerThanOneCanRead() {
        Reason reason = given("/offer/fee", "7");
        for (int i = 0; i < 9; i++) {
            reason = derived("step " + i, reason);
        }
        String svg =
                DerivationPicture.svg(decision("c-1", finding(Effect.BLOCK, "fee", "c", "s", "It is so.", reason)));
        DrawnPictureLaws.assertHold(svg);
        assertThat(DrawnPicture.of(svg).nodes()).allMatch(node -> node.width() >= 220);
    }

    @Test
    void twoPicturesInOnePageShareNoIdAndNoClass() {
        assertThat(names(DerivationPicture.svg(ByHand.ofEveryKind(), "why-1")))
                .doesNotContainAnyElementsOf(names(DerivationPicture.svg(ByHand.ofEveryKind(), "why-2")))
                .allMatch(name -> name.startsWith("why-1"));
    }

    private static TreeSet<String> names(String svg) {
        return NAMES.matcher(svg)
                .results()
                .flatMap(found -> List.of(found.group(1).split(" ")).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyClassOfAPictureIsOneOfItsStyle() {
        String svg = DerivationPicture.svg(ByHand.ofEveryKind());
        String style = DrawnPicture.of(svg).text("style");
        assertThat(names(svg).stream().filter(name -> !svg.contains("id='" + name + "'")))
                .filteredOn(name -> !name.equals("derivation-box"))
                .allMatch(name -> style.contains("." + name + "{"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "Why", "a b", "a'", "a{}", "é", "-a"})
    void aPrefixThatCouldNotBeANameIsRefused(String prefix) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DerivationPicture.svg(ByHand.ofEveryKind(), prefix))
                .withMessageStartingWith("a picture's prefix is a small letter");
    }

    @Test
    void aPictureCanBeSeenByDayAndByNightAndIsPrintedAsByDay() {
        String style =
                DrawnPicture.of(DerivationPicture.svg(ByHand.ofEveryKind())).text("style");
        assertThat(style)
                .contains(".derivation-ink{fill:#16181b}", ".derivation-ink{fill:light-dark(#16181b,#ebe9e4)}")
                .contains("#derivation:root{color-scheme:light dark}")
                .containsSubsequence("@media print{", "color-scheme:light}");
    }

    @Test
    void aPictureNeverNamesTheCandidate() throws Exception {
        assertThat(Files.readString(Path.of("fixtures/guide/01-entertainment-first.json")))
                .contains("Robin Ashby");
        assertThat(DerivationPicture.svg(guide("01-entertainment-first"))).doesNotContain("Ashby");
    }

    private static String all(DrawnPicture picture) {
        return picture.words().stream().map(DrawnPicture.Words::words).collect(Collectors.joining(" "));
    }

    private static Decision guide(String name) throws IOException {
        return PMM.decide(Files.readString(Path.of("fixtures/guide/" + name + ".json")));
    }
}
