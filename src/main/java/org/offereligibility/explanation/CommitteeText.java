package org.offereligibility.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.offereligibility.decision.Decision;
import org.offereligibility.explanation.Sheet.Run;
import org.offereligibility.explanation.Sheet.Style;

/** A decision as a page of plain text that a committee can read aloud. Safe for threads. */
public final class CommitteeText {
    public static final int DEFAULT_WIDTH = 80;
    public static final int NARROWEST = Sheet.NARROWEST;

    private final int width;
    private final boolean colour;

    /**
     * @param width of a line in code points, at least {@value #NARROWEST}
     * @param colour whether to colour for a terminal; without it the same text stands without escapes
     * @throws IllegalArgumentException if the width is too small
     */
    public CommitteeText(int width, boolean colour) {
        this.width = new Sheet(width, colour).width();
        this.colour = colour;
    }

    /** A page of {@value #DEFAULT_WIDTH} code points without colour. */
    public CommitteeText() {
        this(DEFAULT_WIDTH, false);
    }

    /**
     * The page; its lines end with a line feed.
     *
     * @param candidateName for people to read, where it is known
     */
    public String page(Decision decision, Optional<String> candidateName) {
        Page page = Page.of(decision, candidateName);
        Sheet sheet = new Sheet(width, colour);
        sheet.paragraph(0, 0, new Run(page.heading(), Style.STRONG)).blank();
        sheet.paragraph(
                0,
                0,
                new Run(Shape.andWord(page.verdict()) + ".", Style.of(page.verdict())),
                Run.plain(page.meaning()));
        sections(page.sections(), sheet);
        for (Page.Chapter chapter : page.chapters()) {
            sheet.blank().paragraph(0, 0, new Run(chapter.title(), Style.STRONG));
            chapter.entries().forEach(entry -> entry(chapter, entry, sheet));
        }
        for (Page.Appendix appendix : page.appendices()) {
            sheet.blank().paragraph(0, 0, new Run(appendix.title(), Style.STRONG));
            statements(appendix.facts(), 2, sheet);
        }
        sheet.blank();
        page.footer().forEach(line -> sheet.paragraph(0, 0, Run.dim(line)));
        return sheet.toString();
    }

    private static void sections(List<Page.SectionLine> sections, Sheet sheet) {
        if (sections.isEmpty()) {
            return;
        }
        sheet.blank();
        int longest = sections.stream()
                .mapToInt(section -> Sheet.length(section.title()))
                .max()
                .orElse(0);
        int widest = sections.stream()
                .mapToInt(section -> Sheet.length(Shape.andWord(section.verdict())))
                .max()
                .orElse(0);
        for (Page.SectionLine section : sections) {
            Run verdict = new Run(Shape.andWord(section.verdict()), Style.of(section.verdict()));
            if (2 + longest + 2 + widest <= sheet.width()) {
                String gap = " ".repeat(longest - Sheet.length(section.title()) + 2);
                sheet.line(Run.plain("  " + section.title() + gap), verdict);
            } else {
                sheet.paragraph(2, 2, Run.plain(section.title() + ":"), verdict);
            }
        }
    }

    private static void entry(Page.Chapter chapter, Page.Entry entry, Sheet sheet) {
        sheet.paragraph(
                2,
                2,
                new Run(Shape.of(chapter.effect()), Style.of(chapter.effect())),
                Run.plain(entry.message()),
                Run.dim("[" + entry.tag() + "]"));
        statements(entry.because(), 6, sheet);
        if (!entry.origin().isEmpty()) {
            sheet.paragraph(4, 2, Run.dim(entry.origin()));
        }
    }

    public static void statements(List<Statement> statements, int indent, Sheet sheet) {
        for (Statement statement : statements) {
            List<Run> runs = new ArrayList<>(List.of(Run.plain("-"), Run.plain(statement.words())));
            if (!statement.place().isEmpty()) {
                runs.add(Run.dim("[" + statement.place() + "]"));
            }
            sheet.paragraph(indent, 2, runs.toArray(Run[]::new));
            statements(statement.because(), indent + 2, sheet);
        }
    }
}
