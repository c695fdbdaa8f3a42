package org.offereligibility.explanation;

import java.util.List;
import org.offereligibility.decision.Verdict;
import org.offereligibility.explanation.DocketSummary.Row;
import org.offereligibility.explanation.Sheet.Run;
import org.offereligibility.explanation.Sheet.Style;

/** Draws a summary as plain text: a row a line where the page is wide enough, else a row on two. */
final class DocketText {
    private static final int VERDICT = 12;
    private static final int GAP = 2;
    /** Enough for most codes. */
    private static final int DECIDING = 28;

    private final DocketSummary summary;
    private final Sheet sheet;
    private final List<String> sections;
    private final int longestId;

    DocketText(DocketSummary summary, Sheet sheet) {
        this.summary = summary;
        this.sheet = sheet;
        this.sections = List.copyOf(summary.sectionTitles().keySet());
        this.longestId = Math.max(
                "Candidate".length(),
                summary.rows().stream()
                        .mapToInt(row -> Sheet.length(row.candidate()))
                        .max()
                        .orElse(0));
        sheet.paragraph(0, 0, new Run(summary.heading(), Style.STRONG)).blank();
        counts();
        if (!summary.rows().isEmpty()) {
            sheet.blank();
            rows();
        }
        if (!summary.more().isEmpty()) {
            sheet.paragraph(0, 0, Run.plain(summary.more()));
        }
        if (!summary.rows().isEmpty()) {
            sheet.blank();
            legend();
        }
    }

    private void counts() {
        int digits = Sheet.length(Words.number(DocketSummary.bestFirst().stream()
                .mapToLong(summary::count)
                .max()
                .orElse(0)));
        for (Verdict verdict : DocketSummary.bestFirst()) {
            String count = Words.number(summary.count(verdict));
            sheet.line(
                    Run.plain("  "),
                    new Run(padded(Shape.andWord(verdict), VERDICT), Style.of(verdict)),
                    Run.plain(" ".repeat(GAP + digits - Sheet.length(count)) + count));
        }
    }

    private void rows() {
        int signs = Math.max(0, 2 * sections.size() - 1);
        int before = longestId + GAP + VERDICT + GAP + signs + GAP;
        boolean wide = before + DECIDING <= sheet.width();
        if (wide) {
            StringBuilder numbers = new StringBuilder();
            for (int i = 0; i < sections.size(); i++) {
                numbers.append(i == 0 ? "" : " ").append((i + 1) % 10);
            }
            sheet.line(Run.dim(padded("Candidate", longestId + GAP) + padded("Verdict", VERDICT + GAP) + numbers
                    + " ".repeat(GAP) + "What decides"));
        }
        for (Row row : summary.rows()) {
            Run verdict = new Run(padded(Shape.andWord(row.verdict()), VERDICT), Style.of(row.verdict()));
            if (wide) {
                sheet.row(
                        before,
                        row.deciding(),
                        Run.plain(padded(row.candidate(), longestId + GAP)),
                        verdict,
                        Run.plain(" ".repeat(GAP) + signs(row)));
            } else {
                sheet.paragraph(
                        0,
                        2,
                        new Run(Shape.andWord(row.verdict()), Style.of(row.verdict())),
                        Run.plain(row.candidate()));
                sheet.paragraph(4, 2, Run.plain(signs(row)), Run.plain(row.deciding()));
            }
        }
    }

    private String signs(Row row) {
        return String.join(
                " ",
                sections.stream()
                        .map(section -> DocketSummary.sign(row, section))
                        .toList());
    }

    private void legend() {
        int number = 0;
        for (String title : summary.sectionTitles().values()) {
            number++;
            sheet.paragraph(0, 4, Run.dim("Section " + number + ": " + title));
        }
        sheet.paragraph(0, 2, Run.dim("Signs: " + DocketSummary.legend() + "."));
    }

    private static String padded(String words, int length) {
        return words + " ".repeat(Math.max(0, length - Sheet.length(words)));
    }

    @Override
    public String toString() {
        return sheet.toString();
    }
}
