package org.offereligibility.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Effect;

/** What holds for every page of HTML. */
class HtmlTests {
    private static final Optional<String> NAME = Optional.of("Ágnes Kovács");

    @Test
    void everyPageIsValidStandsAloneAndRunsNothing() {
        ReadingSamples.docket().forEach(decision -> {
            standsAlone(CommitteeHtml.page(decision, NAME, List.of()));
            standsAlone(AuditorHtml.page(decision, ReadingSamples.rules(decision), List.of()));
        });
    }

    static void standsAlone(String html) {
        Document page = ReadingSamples.parsed(html);
        assertThat(html).startsWith("<!DOCTYPE html>\n<html lang=\"en\">\n").endsWith("</html>\n");
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .isEqualTo("default-src 'none'; style-src 'unsafe-inline'");
        assertThat(page.select("script, link, img, iframe, object, embed, form, base, [src], [style]"))
                .isEmpty();
        assertThat(page.getAllElements())
                .allMatch(element -> element.attributes().asList().stream()
                        .noneMatch(attribute -> attribute.getKey().startsWith("on")));
        assertThat(page.select("style").html()).isNotBlank().doesNotContain("url(", "@import");
        List<String> ids = page.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(page.select("[href]").eachAttr("href"))
                .allMatch(href -> href.startsWith("#") && ids.contains(href.substring(1)));
        assertThat(page.select("main")).hasSize(1);
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("details > summary:first-child")).hasSameSizeAs(page.select("details"));
    }

    @ParameterizedTest
    @EnumSource(Effect.class)
    void aVerdictIsAWordAShapeAndAColourAndSoIsAnEffect(Effect effect) {
        Decision decision = ByHand.decision("c-1", ByHand.finding(effect, "fee", "a-code", "offer", "It is so."));
        Document page = ReadingSamples.parsed(CommitteeHtml.page(decision, NAME, List.of()));
        assertThat(page.select("h1").text()).startsWith(Hue.of(effect.verdict()).capitalized());
        assertThat(page.select("h1 svg use").attr("href"))
                .isEqualTo("#mark-" + Hue.of(effect.verdict()).mark());
        assertThat(page.select("header").attr("class"))
                .endsWith(Hue.of(effect.verdict()).style());
        Element summary = page.select("summary").get(0);
        assertThat(summary.text()).startsWith(effect.name());
        assertThat(summary.select(".v." + Hue.of(effect).style() + " use").attr("href"))
                .isEqualTo("#mark-" + Hue.of(effect).mark());
    }

    @Test
    void theVerdictComesFirstThenOneSentenceTheSectionsTheFindingsAndTheDerivation() {
        Document page = ReadingSamples.parsed(CommitteeHtml.page(
                ByHand.ofEveryKind(), NAME, List.of(new HtmlPage.Section("A <question>", "<p>An answer.</p>"))));
        assertThat(page.body().text())
                .startsWith(
                        "Offer eligibility / violinist / judged as of 2025-06-25 16:00 UTC Ineligible Ágnes Kovács (vn-07)"
                                + " This offer may not be made: one finding stands against it. Playing Ineligible");
        assertThat(page.select("h2").eachText())
                .containsExactly(
                        "What blocks",
                        "What is missing",
                        "What needs the committee's ruling",
                        "Worth noting",
                        "What speaks for the candidate",
                        "What the jury weighed anew",
                        "A <question>",
                        "How the verdict follows",
                        "What was judged");
        assertThat(page.select("details[open] .msg").eachText()).hasSize(3);
        assertThat(page.select("details:not([open]) .msg").eachText()).hasSize(2);
    }

    @Test
    void thePageSaysWhatTheTextSays() {
        Document page = ReadingSamples.parsed(CommitteeHtml.page(ByHand.ofEveryKind(), NAME, List.of()));
        String words = letters(page.body().text());
        for (Page.Chapter chapter : Page.of(ByHand.ofEveryKind(), NAME).chapters()) {
            for (Page.Entry entry : chapter.entries()) {
                assertThat(words).contains(letters(entry.message()), letters(entry.origin()));
                said(entry.because(), words);
            }
        }
    }

    private static void said(List<Statement> statements, String words) {
        for (Statement statement : statements) {
            assertThat(words).contains(letters(statement.words() + statement.place()));
            said(statement.because(), words);
        }
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "");
    }

    @Test
    void theTitleNamesTheCandidateByIdAlone() {
        Document page = ReadingSamples.parsed(CommitteeHtml.page(ByHand.ofEveryKind(), NAME, List.of()));
        assertThat(page.title()).isEqualTo("vn-07: ineligible · Offer eligibility");
    }

    @Test
    void whatIsClosedOnAScreenIsPrintedOpen() {
        String look = ReadingSamples.parsed(CommitteeHtml.page(ByHand.ofEveryKind(), NAME, List.of()))
                .select("style")
                .html();
        assertThat(look.substring(look.indexOf("@media print")))
                .contains(
                        "details::details-content { display: block; block-size: auto; content-visibility: visible; }");
    }

    @Test
    void aDecisionWithoutFindingsHasAPage() {
        standsAlone(CommitteeHtml.page(ByHand.decision("c-1"), Optional.empty(), List.of()));
    }

    @Test
    void markupThatIsNotClosedIsNotWritten() {
        Markup open = new Markup().open("p").text("so");
        assertThatIllegalStateException().isThrownBy(open::toString).withMessage("<p> is still open");
        assertThat(open.close().toString()).isEqualTo("<p>so</p>");
    }
}
