package org.offereligibility.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.offereligibility.Evaluation;
import org.offereligibility.decision.Decision;
import org.offereligibility.policy.RuleSet;

/** All readings of a decision, for tests that hold for each of them. */
final class ReadingSamples {
    static final Evaluation PMM = Evaluation.under("rules");

    private ReadingSamples() {}

    static RuleSet rules() {
        return PMM.evaluator("pmm", Evaluation.EVALUATED_AT).rules();
    }

    static RuleSet rules(Decision decision) {
        return PMM.evaluator(decision.role(), decision.asOf()).rules();
    }

    /** What the committee reads, in each form, by the form's name. */
    static Map<String, String> forTheCommittee(Decision decision, Optional<String> name) {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("text", new CommitteeText().page(decision, name));
        pages.put("markdown", new CommitteeMarkdown().page(decision, name));
        pages.put("html", CommitteeHtml.page(decision, name, List.of()));
        return pages;
    }

    /** What an auditor reads, in each form, by the form's name. */
    static Map<String, String> forTheAuditor(Decision decision, RuleSet rules) {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("text", AuditorText.page(decision, rules));
        pages.put("markdown", AuditorMarkdown.page(decision, rules));
        pages.put("html", AuditorHtml.page(decision, rules, List.of()));
        pages.put("json", AuditorJson.text(decision, rules));
        return pages;
    }

    /** The decisions of the docket, in its order; decided once for all tests. */
    static Stream<Decision> docket() {
        return Docket.DECISIONS.stream();
    }

    private static final class Docket {
        private static final List<Decision> DECISIONS =
                docketLines().stream().map(PMM::decide).toList();
    }

    static List<String> docketLines() {
        try {
            return Files.readAllLines(Path.of("fixtures/docket.jsonl"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String guide(String name) throws IOException {
        return Files.readString(Path.of("fixtures/guide", name + ".json"));
    }

    /** The page as a browser's parser reads it, without a single error. */
    static Document parsed(String html) {
        Parser parser = Parser.htmlParser().setTrackErrors(100);
        Document document = Jsoup.parse(html, "", parser);
        assertThat(parser.getErrors()).isEmpty();
        return document;
    }

    /** What stands on the page, one space between words. */
    static String words(String form, String page) {
        return switch (form) {
            case "html" -> inWords(parsed(page).body().wholeText());
            case "markdown" -> inWords(markdown(page));
            default -> inWords(page);
        };
    }

    static String inWords(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static String markdown(String page) {
        StringBuilder words = new StringBuilder();
        Node document = org.commonmark.parser.Parser.builder().build().parse(page);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }

            @Override
            public void visit(FencedCodeBlock block) {
                words.append(' ').append(block.getLiteral()).append(' ');
            }

            @Override
            public void visit(SoftLineBreak line) {
                words.append(' ');
            }

            @Override
            public void visit(HardLineBreak line) {
                words.append(' ');
            }

            @Override
            protected void visitChildren(Node parent) {
                boolean block = parent instanceof org.commonmark.node.Block;
                words.append(block ? " " : "");
                super.visitChildren(parent);
                words.append(block ? " " : "");
            }
        });
        return words.toString();
    }
}
