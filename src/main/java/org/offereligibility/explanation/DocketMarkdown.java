package org.offereligibility.explanation;

import org.offereligibility.decision.Verdict;
import org.offereligibility.explanation.DocketSummary.Row;

/** Draws a summary as CommonMark with tables. */
final class DocketMarkdown {
    private final StringBuilder text = new StringBuilder();

    DocketMarkdown(DocketSummary summary) {
        text.append("# ").append(Markdown.of(summary.heading())).append("\n\n");
        text.append("| Verdict | Decisions |\n| --- | ---: |\n");
        for (Verdict verdict : DocketSummary.bestFirst()) {
            text.append("| ").append(Shape.andWord(verdict)).append(" | ");
            text.append(Words.number(summary.count(verdict))).append(" |\n");
        }
        if (!summary.rows().isEmpty()) {
            rows(summary);
        }
        if (!summary.more().isEmpty()) {
            text.append('\n').append(summary.more()).append('\n');
        }
        if (!summary.rows().isEmpty()) {
            text.append("\nSigns: ").append(DocketSummary.legend()).append(".\n");
        }
    }

    private void rows(DocketSummary summary) {
        text.append("\n| Candidate | Verdict |");
        summary.sectionTitles()
                .values()
                .forEach(title -> text.append(' ').append(Markdown.of(title)).append(" |"));
        text.append(" What decides |\n| --- | --- |");
        text.append(" :-: |".repeat(summary.sectionTitles().size())).append(" --- |\n");
        for (Row row : summary.rows()) {
            text.append("| ").append(Markdown.of(row.candidate()));
            text.append(" | ").append(Shape.andWord(row.verdict())).append(" |");
            summary.sectionTitles()
                    .keySet()
                    .forEach(section -> text.append(' ')
                            .append(DocketSummary.sign(row, section))
                            .append(" |"));
            text.append(row.deciding().isEmpty() ? "" : " " + Markdown.of(row.deciding()))
                    .append(" |\n");
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
