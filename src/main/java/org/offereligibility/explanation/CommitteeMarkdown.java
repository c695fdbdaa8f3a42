package org.offereligibility.explanation;

import java.util.List;
import java.util.Optional;
import org.offereligibility.decision.Decision;

/**
 * A decision as a page of CommonMark, with its sections as a table as GitHub and most others draw it; readable as it stands,
 * too. Nothing that comes from a dossier acts as markup. Safe for threads.
 */
public final class CommitteeMarkdown {
    /**
     * The page; its lines end with a line feed.
     *
     * @param candidateName for people to read, where it is known
     */
    public String page(Decision decision, Optional<String> candidateName) {
        Page page = Page.of(decision, candidateName);
        StringBuilder text = new StringBuilder();
        text.append("# ").append(Markdown.of(page.heading())).append("\n\n");
        text.append("**").append(Shape.andWord(page.verdict())).append(".** ");
        text.append(page.meaning()).append("\n");
        if (!page.sections().isEmpty()) {
            text.append("\n| Section | Verdict |\n| --- | --- |\n");
            page.sections()
                    .forEach(section -> text.append("| ")
                            .append(Markdown.of(section.title()))
                            .append(" | ")
                            .append(Shape.andWord(section.verdict()))
                            .append(" |\n"));
        }
        for (Page.Chapter chapter : page.chapters()) {
            text.append("\n## ").append(chapter.title()).append("\n\n");
            chapter.entries().forEach(entry -> entry(entry, text));
        }
        for (Page.Appendix appendix : page.appendices()) {
            text.append("\n## ").append(Markdown.of(appendix.title())).append("\n\n");
            statements(appendix.facts(), 0, text);
        }
        text.append("\n---\n\n");
        text.append(Markdown.of(String.join(" ", page.footer()))).append("\n");
        return text.toString();
    }

    private static void entry(Page.Entry entry, StringBuilder text) {
        text.append("- **").append(Markdown.of(entry.message())).append("** ");
        text.append(Markdown.code(entry.tag())).append("\n");
        statements(entry.because(), 1, text);
        if (!entry.origin().isEmpty()) {
            text.append("  - *").append(Markdown.of(entry.origin())).append("*\n");
        }
    }

    static void statements(List<Statement> statements, int depth, StringBuilder text) {
        for (Statement statement : statements) {
            text.append("  ".repeat(depth)).append("- ").append(Markdown.of(statement.words()));
            if (!statement.place().isEmpty()) {
                text.append(' ').append(Markdown.code(statement.place()));
            }
            text.append('\n');
            statements(statement.because(), depth + 1, text);
        }
    }
}
