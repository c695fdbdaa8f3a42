package org.offereligibility.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.offereligibility.decision.Effect;
import org.offereligibility.decision.Finding;
import org.offereligibility.decision.Verdict;
import org.offereligibility.explanation.Sheet.Run;
import org.offereligibility.explanation.Sheet.Style;

/** A short answer in blocks, drawn as plain text or as CommonMark; the words are {@linkplain Printable printable} already. */
record Leaflet(List<Block> blocks) {
    sealed interface Block {
        record Heading(String words) implements Block {}

        /** @param tag small, after the words; or empty */
        record Title(String words, String tag) implements Block {}

        /** Statements with what lies beneath them, close to the title before them. */
        record Tree(List<Statement> statements) implements Block {}

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

        /** Lines as they stand in a file, with what is gone and what has come instead; they are not wrapped. */
        record Raw(List<String> gone, List<String> come) implements Block {
            List<String> lines() {
                return Stream.concat(
                                gone.stream().map("- "::concat), come.stream().map("+ "::concat))
                        .toList();
            }
        }
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
                            || block instanceof Block.Raw
                            || block instanceof Block.Tree
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
            sheet.paragraph(0, 2, new Run(title.words(), Style.STRONG), tag(title.tag()));
        } else if (block instanceof Block.Tree tree) {
            CommitteeText.statements(tree.statements(), 2, sheet);
        } else if (block instanceof Block.Said said) {
            List<Run> runs = new ArrayList<>();
            said.verdict().forEach(verdict -> runs.add(new Run(Shape.andWord(verdict) + ".", Style.of(verdict))));
            runs.add(Run.plain(said.words()));
            sheet.paragraph(0, 0, runs.toArray(Run[]::new));
        } else if (block instanceof Block.Item item) {
            sheet.paragraph(2, 2, new Run(item.sign(), item.style()), Run.plain(item.words()), tag(item.tag()));
        } else if (block instanceof Block.Table table) {
            draw(table, sheet);
        } else if (block instanceof Block.Small small) {
            sheet.paragraph(0, 0, Run.dim(small.words()));
        } else if (block instanceof Block.Raw raw) {
            raw.gone().forEach(line -> sheet.line(new Run("      - " + line, Style.RED)));
            raw.come().forEach(line -> sheet.line(new Run("      + " + line, Style.GREEN)));
        }
    }

    private static Run tag(String tag) {
        return Run.dim(tag.isEmpty() ? "" : "[" + tag + "]");
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
                text.append("## ").append(Markdown.of(title.words()));
                text.append(title.tag().isEmpty() ? "" : " " + Markdown.code(title.tag()))
                        .append('\n');
            } else if (block instanceof Block.Tree tree) {
                CommitteeMarkdown.statements(tree.statements(), 0, text);
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
            } else if (block instanceof Block.Raw raw) {
                text.append(Markdown.block(String.join("\n", raw.lines()) + "\n"));
            }
        }
        return text.toString();
    }

    /** A whole page. */
    String html() {
        String heading = blocks.stream()
                .flatMap(block -> block instanceof Block.Heading named ? Stream.of(named.words()) : Stream.empty())
                .findFirst()
                .orElse("");
        Markup main = new Markup().open("main", "class", "wrap read leaflet");
        fragment(main);
        return HtmlPage.of(heading + " · Offer eligibility", main.close());
    }

    private void fragment(Markup html) {
        boolean listed = false;
        for (Block block : blocks) {
            if (listed && !(block instanceof Block.Item)) {
                html.close();
                listed = false;
            }
            if (block instanceof Block.Heading heading) {
                html.element("h1", heading.words());
            } else if (block instanceof Block.Title title) {
                html.open("h2").text(title.words());
                (title.tag().isEmpty() ? html : html.text(" ").element("code", title.tag(), "class", "place")).close();
            } else if (block instanceof Block.Tree tree) {
                html.add(CommitteeHtml.statements(tree.statements()));
            } else if (block instanceof Block.Said said) {
                html.open("p");
                said.verdict()
                        .forEach(verdict -> html.add(
                                        Hue.of(verdict).markedAs(Hue.of(verdict).word()))
                                .text(" "));
                html.text(said.words()).close();
            } else if (block instanceof Block.Item item) {
                if (!listed) {
                    html.open("ul", "class", "said");
                    listed = true;
                }
                html.open("li")
                        .text(item.sign().equals("-") ? "" : item.sign() + " ")
                        .text(item.words());
                (item.tag().isEmpty() ? html : html.text(" ").element("code", item.tag(), "class", "place")).close();
            } else if (block instanceof Block.Table table) {
                html(table, html);
            } else if (block instanceof Block.Small small) {
                html.open("p").element("small", small.words()).close();
            } else if (block instanceof Block.Raw raw) {
                html.element("pre", String.join("\n", raw.lines()), "class", "value");
            }
        }
        if (listed) {
            html.close();
        }
    }

    private static void html(Block.Table table, Markup html) {
        html.open("table", "class", "t").open("thead").open("tr").element("td", "");
        html.element("th", table.first(), "scope", "col").element("th", table.second(), "scope", "col");
        html.close().close().open("tbody");
        for (Row row : table.rows()) {
            html.open("tr").element("th", row.title(), "scope", "row");
            for (Verdict verdict : List.of(row.first(), row.second())) {
                html.open("td")
                        .add(Hue.of(verdict).markedAs(Hue.of(verdict).word()))
                        .close();
            }
            html.close();
        }
        html.close().close();
    }
}
