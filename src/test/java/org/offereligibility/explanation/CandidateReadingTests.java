package org.offereligibility.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.offereligibility.explanation.ByHand.decision;
import static org.offereligibility.explanation.ByHand.finding;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offereligibility.Evaluation;
import org.offereligibility.Golden;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Effect;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class CandidateReadingTests {
    private static final Optional<String> NAME = Optional.of("Ágnes Kovács");

    private static CandidateReading reading(Decision decision) {
        return new CandidateReading(decision, NAME);
    }

    @Test
    void theGuidesCasesReadAsAccepted() throws Exception {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(Path.of("fixtures/guide"))) {
            for (Path file : files.sorted().toList()) {
                Decision decision = Evaluation.under("rules").decide(Files.readString(file));
                all.append("# ").append(file.getFileName()).append("\n\n");
                all.append(new CandidateReading(decision, Optional.empty()).text(80))
                        .append('\n');
            }
        }
        Golden.assertEquals("explanation/candidate.txt", all.toString());
    }

    @Test
    void allFourFormsReadAsAccepted() throws Exception {
        CandidateReading reading = reading(decision(
                "vn-07",
                finding(
                        Effect.BLOCK,
                        "playing",
                        "under-the-mark",
                        "second-audition",
                        "What we heard of intonation in your second audition fell short of what this seat asks for."),
                finding(Effect.MISSING, "papers", "no-visa", "candidate", "We have no copy of your visa yet."),
                finding(Effect.REFER, "fee", "fee-high", "offer", "The fee in the offer lies above what is usual."),
                finding(Effect.REFER, "papers", "visa-old", "candidate", "Your papers come from two countries.")));
        Golden.assertEquals(
                "explanation/candidate-forms.txt",
                String.join("\n", reading.text(60), reading.markdown(), reading.html(), reading.json() + "\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "BLOCK; We cannot make you this offer.",
                "MISSING; We cannot say yet whether we can make you an offer, because something is still missing.",
                "REFER; Nothing has been decided yet: whether we can make you this offer is for the hiring committee to say.",
                "NOTE; Nothing in our hiring policy stands in the way of this offer."
            })
    void saysWhatBecomesOfTheOfferInPlainWords(Effect effect, String sentence) {
        Decision decision = decision("c-1", finding(effect, "fee", "a-code", "offer", "It is so."));
        assertThat(reading(decision).text(200)).startsWith("Ágnes Kovács\nYour reference: c-1\n\n" + sentence + "\n\n");
    }

    @Test
    void namesTheCandidateOnlyWhereTheNameIsGiven() {
        Decision decision = ByHand.ofEveryKind();
        assertThat(new CandidateReading(decision, Optional.empty()).html()).doesNotContain("<h1>");
        assertThat(new CandidateReading(decision, Optional.of(" \t")).json()).doesNotContain("\"name\"");
        assertThat(reading(decision).html()).contains("<h1>Ágnes Kovács</h1>");
    }

    @Test
    void tellsEqualSentencesOnceAndCountsTheirFindingsWhereTheStrongestStands() {
        Decision decision = decision(
                "c-1",
                finding(Effect.BLOCK, "fee", "one", "offer", "The fee is low."),
                finding(Effect.REFER, "fee", "two", "offer", "The fee is low."),
                finding(Effect.REFER, "fee", "three", "offer", "The hotel is far."));
        assertThat(reading(decision).json())
                .contains(
                        "\"findings\":3,\"reasons\":[{\"sentence\":\"The fee is low.\",\"group\":\"Why we cannot make this offer\",\"findings\":2},"
                                + "{\"sentence\":\"The hotel is far.\",\"group\":\"What the hiring committee would also have to weigh\",\"findings\":1}]");
    }

    @Test
    void tellsReasonsInTheOrderOfThePolicysSections() {
        Decision decision = decision(
                "c-1",
                finding(Effect.REFER, "papers", "a", "candidate", "Of papers."),
                finding(Effect.REFER, "playing", "b", "candidate", "Of playing."),
                finding(Effect.REFER, "fee", "c", "offer", "Of the fee."));
        assertThat(reading(decision).text(80)).contains("  - Of playing.\n  - Of the fee.\n  - Of papers.\n");
    }

    @Test
    void leavesOutNotesAndWhatSpeaksForTheCandidate() {
        Decision decision = decision(
                "c-1",
                finding(Effect.NOTE, "fee", "one", "offer", "A note."),
                finding(Effect.SUPPORT, "fee", "two", "offer", "A strength."));
        assertThat(reading(decision).text(80)).doesNotContain("A note", "A strength");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 57, 80, 500})
    void everyWidthSaysTheSameAndIsKept(int width) {
        String text = reading(ByHand.ofEveryKind()).text(width);
        assertThat(text.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= width);
        assertThat(text.split("\\s+"))
                .containsExactly(reading(ByHand.ofEveryKind()).text(80).split("\\s+"));
    }

    @Test
    void aPageNarrowerThanFortyIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reading(ByHand.ofEveryKind()).text(39));
    }

    @Test
    void nothingThatIsWrittenActsAsMarkup() throws Exception {
        String hostile = "<script>alert('1')</script> & \"[x](http://y)\" # *b*\u001b[31m\u202e\n- z";
        CandidateReading reading = new CandidateReading(
                decision(hostile, finding(Effect.BLOCK, "fee", "one", "offer", hostile)), Optional.of(hostile));
        Document html = parsed(reading.html());
        assertThat(names(html)).containsExactly("article", "footer", "h1", "h2", "header", "li", "p", "section", "ul");
        assertThat(html.getElementsByTagName("li").item(0).getTextContent())
                .isEqualTo("<script>alert('1')</script> & \"[x](http://y)\" # *b* - z");
        assertThat(reading.html()).doesNotContain("style=", "class=", "<script");
        assertThat(reading.markdown())
                .doesNotContain("<script", "](http:", " *b* ")
                .contains("\\[x\\]");
        for (String form : List.of(reading.text(80), reading.markdown(), reading.html(), reading.json())) {
            assertThat(form).doesNotContain("\u001b", "\u202e");
        }
    }

    @Test
    void htmlIsAWellFormedArticleWithAHeadingForEachGroup() throws Exception {
        Document html = parsed(reading(ByHand.ofEveryKind()).html());
        assertThat(html.getDocumentElement().getTagName()).isEqualTo("article");
        List<String> headings = new ArrayList<>();
        NodeList titles = html.getElementsByTagName("h2");
        for (int i = 0; i < titles.getLength(); i++) {
            headings.add(titles.item(i).getTextContent());
        }
        assertThat(headings)
                .containsExactly(
                        "Why we cannot make this offer",
                        "What was missing besides",
                        "What the hiring committee would also have to weigh");
    }

    private static Document parsed(String html) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    }

    private static Set<String> names(Document html) {
        Set<String> names = new TreeSet<>();
        NodeList elements = html.getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            names.add(elements.item(i).getNodeName());
        }
        return names;
    }
}
