package org.offereligibility.impact;

import java.util.ArrayList;
import java.util.List;
import org.offereligibility.decision.Verdict;
import org.offereligibility.explanation.CommitteeText;
import org.offereligibility.explanation.Printable;
import org.offereligibility.explanation.Shape;
import org.offereligibility.explanation.Sheet;
import org.offereligibility.explanation.Sheet.Run;
import org.offereligibility.explanation.Sheet.Style;
import org.offereligibility.explanation.Words;

/** A comparison to read aloud: in sentences, then as a table, then those that turn and why, then what is found otherwise. */
public final class ImpactText implements ImpactReport {
    private static final int GAP = 2;
    private static final String OLD = "Old rules";
    private static final String ALL = "together";

    private final int width;
    private final boolean colour;
    private final long limit;

    /**
     * @param width of a line in code points, at least {@value Sheet#NARROWEST}
     * @param limit how many of those that turn are told
     */
    public ImpactText(int width, boolean colour, long limit) {
        this.width = width;
        this.colour = colour;
        this.limit = limit;
    }

    @Override
    public long told() {
        return limit;
    }

    @Override
    public String ending(Impact impact) {
        ImpactSummary summary = impact.summary();
        Sheet sheet = new Sheet(width, colour);
        title(Told.heading(summary), sheet);
        sheet.paragraph(0, 0, Run.dim(Told.versions(summary))).blank();
        summary.sentences().forEach(sentence -> sheet.paragraph(0, 2, Run.plain(sentence)));
        if (summary.decided() > 0) {
            sheet.blank();
            matrix(summary.matrix(), sheet);
        }
        if (summary.turned() > 0) {
            sheet.blank();
            title("Verdicts that turn", sheet);
            impact.turned().forEach(turned -> turned(turned, sheet));
            more(summary.turned(), impact.turned().size(), sheet);
        }
        findings(summary, sheet);
        sections(summary, sheet);
        if (summary.refusals().sum() > 0) {
            sheet.blank();
            title("Refused", sheet);
            impact.refused().forEach(refusal -> sheet.paragraph(2, 2, Run.plain("- " + Told.refused(refusal))));
            more(summary.refusals().sum(), impact.refused().size(), sheet);
        }
        return sheet.toString();
    }

    private static void title(String title, Sheet sheet) {
        sheet.paragraph(0, 0, new Run(title, Style.STRONG));
    }

    private static void more(long all, int listed, Sheet sheet) {
        String more = Told.more(all, listed);
        if (!more.isEmpty()) {
            sheet.paragraph(2, 0, Run.plain(more));
        }
    }

    private static void matrix(Matrix matrix, Sheet sheet) {
        int first = Sheet.length(Shape.andWord(Verdict.INELIGIBLE)) + GAP;
        List<Integer> columns = new ArrayList<>();
        Told.BEST_FIRST.forEach(to -> columns.add(GAP
                + Math.max(
                        Sheet.length(Shape.andWord(to)),
                        Words.number(matrix.after(to)).length())));
        columns.add(GAP + Math.max(ALL.length(), Words.number(matrix.sum()).length()));
        if (GAP + first + columns.stream().mapToInt(Integer::intValue).sum() > sheet.width()) {
            inLines(matrix, sheet);
            return;
        }
        List<Run> head = new ArrayList<>(List.of(Run.dim("  " + padded(OLD, first))));
        for (int i = 0; i < Told.BEST_FIRST.size(); i++) {
            Verdict to = Told.BEST_FIRST.get(i);
            head.add(new Run(leftPadded(Shape.andWord(to), columns.get(i)), Style.of(to)));
        }
        head.add(Run.dim(leftPadded(ALL, columns.get(4))));
        sheet.line(Run.dim(" ".repeat(GAP + first + GAP) + "New rules")).line(head.toArray(Run[]::new));
        for (Verdict from : Told.BEST_FIRST) {
            List<Run> row = new ArrayList<>();
            row.add(new Run("  " + padded(Shape.andWord(from), first), Style.of(from)));
            for (int i = 0; i < Told.BEST_FIRST.size(); i++) {
                Verdict to = Told.BEST_FIRST.get(i);
                long count = matrix.count(from, to);
                row.add(new Run(
                        leftPadded(count == 0 ? "·" : Words.number(count), columns.get(i)),
                        from == to || count == 0 ? Style.DIM : Style.of(to)));
            }
            row.add(Run.dim(leftPadded(Words.number(matrix.before(from)), columns.get(4))));
            sheet.line(row.toArray(Run[]::new));
        }
        List<Run> foot = new ArrayList<>(List.of(Run.dim("  " + padded(ALL, first))));
        for (int i = 0; i < Told.BEST_FIRST.size(); i++) {
            foot.add(Run.dim(leftPadded(Words.number(matrix.after(Told.BEST_FIRST.get(i))), columns.get(i))));
        }
        foot.add(Run.dim(leftPadded(Words.number(matrix.sum()), columns.get(4))));
        sheet.line(foot.toArray(Run[]::new));
    }

    /** For a page too narrow for the table. */
    private static void inLines(Matrix matrix, Sheet sheet) {
        for (Verdict from : Told.BEST_FIRST) {
            for (Verdict to : Told.BEST_FIRST) {
                if (matrix.count(from, to) > 0) {
                    sheet.paragraph(2, 2, Run.plain(Told.turn(from, to) + ": " + Words.number(matrix.count(from, to))));
                }
            }
        }
    }

    private static void turned(Compared.Decided turned, Sheet sheet) {
        sheet.paragraph(
                2,
                2,
                new Run(Printable.of(turned.candidateId()), Style.STRONG),
                new Run(Shape.andWord(turned.before()), Style.of(turned.before())),
                Run.plain("→"),
                new Run(Shape.andWord(turned.after()), Style.of(turned.after())),
                Run.dim("[" + Told.where(turned.place()) + "]"));
        CommitteeText.statements(turned.causes().stream().map(Told::cause).toList(), 4, sheet);
        String undone = Told.undone(turned.undoneBy());
        if (!undone.isEmpty()) {
            sheet.paragraph(4, 2, Run.plain(undone));
        }
    }

    /** Why one verdict turned, and which changed file is behind it; its lines end with a line feed. */
    public static String why(Compared.Decided turned, int width, boolean colour) {
        Sheet sheet = new Sheet(width, colour);
        CommitteeText.statements(turned.causes().stream().map(Told::cause).toList(), 2, sheet);
        String undone = Told.undone(turned.undoneBy());
        if (!undone.isEmpty()) {
            sheet.paragraph(2, 0, Run.plain(undone));
        }
        return sheet.toString();
    }

    private static void findings(ImpactSummary summary, Sheet sheet) {
        if (summary.findings().isEmpty()) {
            return;
        }
        sheet.blank();
        title("Findings that appear or vanish, and how many verdicts they turn", sheet);
        List<List<String>> rows = summary.findings().stream()
                .map(count -> List.of(
                        Words.number(count.appears()), Words.number(count.vanishes()), Words.number(count.turns())))
                .toList();
        List<Integer> columns = numbers(List.of("appears", "vanishes", "turns"), rows, sheet);
        for (int i = 0; i < rows.size(); i++) {
            ImpactSummary.FindingCount count = summary.findings().get(i);
            row(
                    rows.get(i),
                    columns,
                    Shape.of(count.effect()) + " " + Printable.of(count.code()) + " (" + count.effect() + ")",
                    sheet);
        }
    }

    private static void sections(ImpactSummary summary, Sheet sheet) {
        List<ImpactSummary.SectionCount> sections = summary.sections().stream()
                .filter(section -> section.better() + section.worse() > 0)
                .toList();
        if (sections.isEmpty()) {
            return;
        }
        sheet.blank();
        title("Sections whose own verdict turns", sheet);
        List<List<String>> rows = sections.stream()
                .map(section -> List.of(Words.number(section.better()), Words.number(section.worse())))
                .toList();
        List<Integer> columns = numbers(List.of("better", "worse"), rows, sheet);
        for (int i = 0; i < rows.size(); i++) {
            row(rows.get(i), columns, Printable.of(sections.get(i).title()), sheet);
        }
    }

    private static List<Integer> numbers(List<String> names, List<List<String>> rows, Sheet sheet) {
        List<Integer> columns = new ArrayList<>();
        StringBuilder head = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            int column = i;
            columns.add(GAP
                    + Math.max(
                            names.get(i).length(),
                            rows.stream()
                                    .mapToInt(row -> row.get(column).length())
                                    .max()
                                    .orElse(0)));
            head.append(leftPadded(names.get(i), columns.get(i)));
        }
        sheet.line(Run.dim(head.toString()));
        return columns;
    }

    private static void row(List<String> numbers, List<Integer> columns, String words, Sheet sheet) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < numbers.size(); i++) {
            row.append(leftPadded(numbers.get(i), columns.get(i)));
        }
        sheet.row(row.length() + GAP, words, Run.plain(row.toString()));
    }

    private static String padded(String words, int length) {
        return words + " ".repeat(Math.max(0, length - Sheet.length(words)));
    }

    private static String leftPadded(String words, int length) {
        return " ".repeat(Math.max(0, length - Sheet.length(words))) + words;
    }
}
