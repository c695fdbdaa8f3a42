package org.offereligibility.report;

import java.util.ArrayList;
import java.util.List;
import org.offereligibility.explanation.Printable;
import org.offereligibility.explanation.Sheet;
import org.offereligibility.explanation.Sheet.Run;
import org.offereligibility.explanation.Sheet.Style;

/** A report to read aloud: in sentences, then as tables that become lines where the page is too narrow. */
final class PaperText {
    private static final int INDENT = 2;
    private static final int GAP = 2;

    private final Sheet sheet;

    private PaperText(Sheet sheet) {
        this.sheet = sheet;
    }

    static String of(Paper paper, int width, boolean colour) {
        PaperText text = new PaperText(new Sheet(width, colour));
        text.write(paper);
        return text.sheet.toString();
    }

    private void write(Paper paper) {
        title(paper.heading());
        sheet.paragraph(0, 0, Run.dim(Printable.of(paper.trail()))).blank();
        paper.sentences().forEach(sentence -> sheet.paragraph(0, 2, Run.plain(Printable.of(sentence))));
        for (Paper.Part part : paper.parts()) {
            sheet.blank();
            title(part.title());
            table(part.table());
            part.notes().forEach(note -> sheet.paragraph(INDENT, 2, Run.plain("- " + Printable.of(note))));
        }
        list("How this was computed", paper.method());
        list("What this does not say", paper.limits());
    }

    private void title(String title) {
        sheet.paragraph(0, 0, new Run(Printable.of(title), Style.STRONG));
    }

    private void list(String title, List<String> items) {
        sheet.blank();
        title(title);
        items.forEach(item -> sheet.paragraph(INDENT, 2, Run.plain("- " + Printable.of(item))));
    }

    private static String shown(Paper.Cell cell) {
        String words = Printable.of(cell.words());
        return cell.hue().map(hue -> Flags.shape(hue) + " " + words).orElse(words);
    }

    private static Style style(Paper.Cell cell) {
        return cell.hue()
                .map(hue -> switch (hue.style()) {
                    case "refer" -> Style.YELLOW;
                    case "open" -> Style.CYAN;
                    default -> Style.PLAIN;
                })
                .orElse(Style.PLAIN);
    }

    private void table(Paper.Table table) {
        if (table.rows().isEmpty()) {
            return;
        }
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            int width = Sheet.length(table.columns().get(i).name());
            for (List<Paper.Cell> row : table.rows()) {
                width = Math.max(width, Sheet.length(shown(row.get(i))));
            }
            widths.add(width);
        }
        int all = INDENT + widths.stream().mapToInt(width -> width + GAP).sum() - GAP;
        if (all > sheet.width()) {
            table.rows().forEach(row -> inLines(table.columns(), row));
            return;
        }
        List<Run> head = new ArrayList<>();
        for (int i = 0; i < widths.size(); i++) {
            Paper.Column column = table.columns().get(i);
            head.add(Run.dim(before(i) + padded(column.name(), room(table, widths, i), column.isNumber())));
        }
        sheet.line(head.toArray(Run[]::new));
        for (List<Paper.Cell> row : table.rows()) {
            List<Run> runs = new ArrayList<>();
            for (int i = 0; i < widths.size(); i++) {
                Paper.Cell cell = row.get(i);
                runs.add(Run.plain(before(i)));
                runs.add(new Run(
                        padded(
                                shown(cell),
                                room(table, widths, i),
                                table.columns().get(i).isNumber()),
                        style(cell)));
            }
            sheet.line(runs.toArray(Run[]::new));
        }
    }

    private static String before(int column) {
        return " ".repeat(column == 0 ? INDENT : GAP);
    }

    /** For a page too narrow for the table. */
    private void inLines(List<Paper.Column> columns, List<Paper.Cell> row) {
        sheet.paragraph(INDENT, 2, new Run(shown(row.get(0)), Style.STRONG));
        List<Run> rest = new ArrayList<>();
        for (int i = 1; i < columns.size(); i++) {
            boolean last = i == columns.size() - 1;
            Paper.Cell cell = row.get(i);
            rest.add(Run.dim(columns.get(i).name() + ":"));
            rest.add(new Run(shown(cell) + (last ? "" : ";"), style(cell)));
        }
        sheet.paragraph(INDENT + 2, 2, rest.toArray(Run[]::new));
    }

    /** Words that end a line are not padded. */
    private static int room(Paper.Table table, List<Integer> widths, int column) {
        boolean isLast = column == widths.size() - 1;
        return isLast && !table.columns().get(column).isNumber() ? 0 : widths.get(column);
    }

    private static String padded(String words, int width, boolean right) {
        String space = " ".repeat(Math.max(0, width - Sheet.length(words)));
        return right ? space + words : words + space;
    }
}
