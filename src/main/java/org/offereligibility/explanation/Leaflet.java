package org.offereligibility.explanation;

import java.util.ArrayList;
import java.util.List;
import org.offereligibility.decision.Effect;
import org.offereligibility.decision.Finding;
import org.offereligibility.decision.Verdict;
import org.offereligibility.explanation.Sheet.Run;
import org.offereligibility.explanation.Sheet.Style;

/** A short answer in blocks, drawn as plain text or as CommonMark; the words are {@linkplain Printable printable} already. */
record Leaflet(List<Block> blocks) {
    sealed interface Block {
        record Heading(String words) implements Block {}

        record Title(String words) implements Block {}

        /** A paragraph; a verdict may stand before its words. */
        record Said(List<Verdict> verdict, String words) implements Block {}

        /**
         * An entry of a list.
         *
         * @param sign what stands before it in plain text
         * @param tag small, after the words
         */
        record Item(String sign, Style style, String words, String tag) implements Block {}

        /** Rows of a title and two verdicts each, under the names of the two columns. */
        record Table(String first, String second, List<Row> rows) implements Block {}

        record Small(String words) implements Block {}
    }

    record Row(String title, Verdict first, Verdict second) {}

    static Block.Said said(Verdict verdict, String words) {
        return new Block.Said(List.of(verdict), words);
    }

    static Block.Said said(String words) {
        return new Block.Said(List.of(), words);
    }

    static Block.Item item(String words) {
        return new Block.Item("-", Style.PLAIN, words, "");
    }

    static Block.Item item(Finding finding) {
        return new Block.Item(
                Shape.of(finding.effect()),
                Style.of(finding.effect()),
                Printable.of(finding.message()),
                tag(finding.code(), finding.subject()));
    }

    static Block.Item item(Effect effect, String words, String tag) {
        return new Block.Item(Shape.of(effect), Style.of(effect), words, tag);
    }

    static String tag(String code, String subject) {
        return Printable.of(code) + ", " + Printable.of(subject);
    }

    /** @throws IllegalArgumentException if the width is under {@value Sheet#NARROWEST} */
    String text(int width, boolean colour) {
        Sheet sheet = new Sheet(width, colour);
        List<Class<?>> before = new ArrayList<>();
        for (Block block : blocks) {
            boolean together = !before.isEmpty()
                    && (block instanceof Block.Item
                            || before.get(0) == block.getClass() && block instanceof Block.Small);
            if (!before.isEmpty() && !together) {
                sheet.blank();
            }
            draw(block, sheet);
            before.clear();
            before.add(block.getClass());
        }
        return sheet.toString();
    }

    private static void draw(Block block, Sheet sheet) {
        if (block instanceof Block.Heading heading) {
            sheet.paragraph(0, 0, new Run(heading.words(), Style.STRONG));
        } else if (block instanceof Block.Title title) {
            sheet.paragraph(0, 0, new Run(title.words(), Style.STRONG));
        } else if (block instanceof Block.Said said) {
            List<Run> runs = new ArrayList<>();
            said.verdict().forEach(verdict -> runs.add(new Run(Shape.andWord(verdict) + ".", Style.of(verdict))));
            runs.add(Run.plain(said.words()));
            sheet.paragraph(0, 0, runs.toArray(Run[]::new));
        } else if (block instanceof Block.Item item) {
            Run tag = Run.dim(item.tag().isEmpty() ? "" : "[" + item.tag() + "]");
            sheet.paragraph(2, 2, new Run(item.sign(), item.style()), Run.plain(item.words()), tag);
        } else if (block instanceof Block.Table table) {
            draw(table, sheet);
        } else if (block instanceof Block.Small small) {
            sheet.paragraph(0, 0, Run.dim(small.words()));
        }
    }

    private static void draw(Block.Table table, Sheet sheet) {
        int titles = table.rows().stream()
                        .mapToInt(row -> Sheet.length(row.title()))
                        .max()
                        .orElse(0)
                + 4;
        int verdicts = Math.max(Sheet.length(table.first()), Sheet.length(Shape.andWord(Verdict.INELIGIBLE))) + 2;
        if (titles + 2 * verdicts > sheet.width()) {
            table.rows()
                    .forEach(row -> sheet.paragraph(
                            2,
                            2,
                            Run.plain(row.title() + ":"),
                            new Run(Shape.andWord(row.first()) + ",", Style.of(row.first())),
                            Run.plain("then"),
                            new Run(Shape.andWord(row.second()), Style.of(row.second()))));
            return;
        }
        sheet.line(Run.plain(" ".repeat(titles)), Run.dim(padded(table.first(), verdicts)), Run.dim(table.second()));
        table.rows()
                .forEach(row -> sheet.line(
                        Run.plain(padded("  " + row.title(), titles)),
                        new Run(Shape.andWord(row.first()), Style.of(row.first())),
                        Run.plain(" ".repeat(verdicts - Sheet.length(Shape.andWord(row.first())))),
                        new Run(Shape.andWord(row.second()), Style.of(row.second()))));
    }

    private static String padded(String words, int width) {
        return words + " ".repeat(width - Sheet.length(words));
    }

    String markdown() {
        StringBuilder text = new StringBuilder();
        Class<?> before = Block.class;
        for (Block block : blocks) {
            if (!text.isEmpty() && !(block instanceof Block.Item && before == Block.Item.class)) {
                text.append('\n');
            }
            before = block.getClass();
            if (block instanceof Block.Heading heading) {
                text.append("# ").append(Markdown.of(heading.words())).append('\n');
            } else if (block instanceof Block.Title title) {
                text.append("## ").append(Markdown.of(title.words())).append('\n');
            } else if (block instanceof Block.Said said) {
                said.verdict()
                        .forEach(verdict ->
                                text.append("**").append(Shape.andWord(verdict)).append(".** "));
                text.append(Markdown.of(said.words())).append('\n');
            } else if (block instanceof Block.Item item) {
                text.append("- ").append(Markdown.of(item.words()));
                text.append(item.tag().isEmpty() ? "" : " " + Markdown.code(item.tag()))
                        .append('\n');
            } else if (block instanceof Block.Table table) {
                text.append("| | ")
                        .append(table.first())
                        .append(" | ")
                        .append(table.second())
                        .append(" |\n");
                text.append("| --- | --- | --- |\n");
                table.rows()
                        .forEach(row -> text.append("| ")
                                .append(Markdown.of(row.title()))
                                .append(" | ")
                                .append(Shape.andWord(row.first()))
                                .append(" | ")
                                .append(Shape.andWord(row.second()))
                                .append(" |\n"));
            } else if (block instanceof Block.Small small) {
                text.append('*').append(Markdown.of(small.words())).append("*\n");
            }
        }
        return text.toString();
    }
}
