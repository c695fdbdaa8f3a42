package org.offereligibility.explanation;

import java.util.ArrayList;
import java.util.List;

/**
 * The answer to a question about one dossier, as what is said and in which order; the same for every form that it is drawn in.
 *
 * @param heading the question, as a title
 * @param lead the answer in short
 */
public record Answer(String heading, List<String> lead, List<Chapter> chapters) {
    /**
     * A part of the answer.
     *
     * @param tag what machines and rule files call it; or empty
     * @param statements what is to be said, with what lies beneath
     */
    record Chapter(String title, String tag, List<Statement> statements) {}

    /** The answer on a page of plain text that is so many code points wide. */
    public String text(int width, boolean colour) {
        Sheet sheet = new Sheet(width, colour);
        sheet.paragraph(0, 0, new Sheet.Run(heading, Sheet.Style.STRONG));
        lead.forEach(line -> sheet.blank().paragraph(0, 0, Sheet.Run.plain(line)));
        for (Chapter chapter : chapters) {
            List<Sheet.Run> title = new ArrayList<>(List.of(new Sheet.Run(chapter.title(), Sheet.Style.STRONG)));
            if (!chapter.tag().isEmpty()) {
                title.add(Sheet.Run.dim("[" + chapter.tag() + "]"));
            }
            sheet.blank().paragraph(0, 2, title.toArray(Sheet.Run[]::new));
            CommitteeText.statements(chapter.statements(), 2, sheet);
        }
        return sheet.toString();
    }

    /** The answer as CommonMark. */
    public String markdown() {
        StringBuilder text =
                new StringBuilder("# ").append(Markdown.of(heading)).append("\n");
        lead.forEach(line -> text.append("\n").append(Markdown.of(line)).append("\n"));
        for (Chapter chapter : chapters) {
            text.append("\n## ").append(Markdown.of(chapter.title()));
            text.append(chapter.tag().isEmpty() ? "" : " " + Markdown.code(chapter.tag()));
            text.append("\n\n");
            CommitteeMarkdown.statements(chapter.statements(), 0, text);
        }
        return text.toString();
    }
}
