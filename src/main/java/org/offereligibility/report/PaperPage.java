package org.offereligibility.report;

import java.util.List;
import org.offereligibility.explanation.HtmlPage;
import org.offereligibility.explanation.Markup;
import org.offereligibility.explanation.Printable;

/** A report as a page that stands alone and prints well. */
final class PaperPage {
    private PaperPage() {}

    static String of(Paper paper) {
        Markup clauses = new Markup().open("div", "class", "clauses");
        paper.parts().forEach(part -> clauses.add(HtmlPage.clause(part.title(), part(part))));
        clauses.add(HtmlPage.clause("How this was computed", list(paper.method())));
        clauses.add(HtmlPage.clause("What this does not say", list(paper.limits())));
        clauses.close();
        return HtmlPage.of(
                paper.heading() + " · Offer eligibility",
                new Markup()
                        .open("main", "class", "wrap")
                        .add(holding(paper))
                        .add(clauses)
                        .close());
    }

    private static Markup holding(Paper paper) {
        Markup head = new Markup()
                .open("header", "class", "holding")
                .open("div")
                .element("p", Printable.of(paper.trail()), "class", "trail")
                .element("h1", Printable.of(paper.heading()))
                .close()
                .element("p", Printable.of(String.join(" ", paper.sentences())), "class", "read")
                .open("dl", "class", "glance", "aria-label", "In numbers");
        for (Paper.Number number : paper.glance()) {
            head.open("div")
                    .element("dt", number.name())
                    .element("dd", number.value(), "class", "num")
                    .close();
        }
        return head.close().close();
    }

    private static Markup part(Paper.Part part) {
        Markup all = new Markup().open("div", "class", "fig");
        part.picture()
                .ifPresent(picture -> all.open("figure", "class", "fig")
                        .add(scrolling(picture.name(), picture.svg()))
                        .element("figcaption", picture.caption())
                        .close());
        if (!part.table().rows().isEmpty()) {
            all.add(scrolling(part.title(), table(part.table())));
        }
        if (!part.notes().isEmpty()) {
            all.add(list(part.notes()));
        }
        return all.close();
    }

    /** A wide thing scrolls in a region of its own. */
    private static Markup scrolling(String name, Markup wide) {
        return new Markup()
                .open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", name)
                .add(wide)
                .close();
    }

    private static Markup list(List<String> items) {
        Markup list = new Markup().open("ul", "class", "trace said");
        items.forEach(item -> list.element("li", Printable.of(item)));
        return list.close();
    }

    private static Markup table(Paper.Table table) {
        Markup html = new Markup().open("table", "class", "t").open("thead").open("tr");
        table.columns()
                .forEach(column ->
                        html.element("th", column.name(), "scope", "col", "class", column.isNumber() ? "num" : ""));
        html.close().close().open("tbody");
        for (List<Paper.Cell> row : table.rows()) {
            html.open("tr");
            for (int i = 0; i < row.size(); i++) {
                cell(row.get(i), i == 0, table.columns().get(i).isNumber(), html);
            }
            html.close();
        }
        return html.close().close();
    }

    private static void cell(Paper.Cell cell, boolean first, boolean number, Markup html) {
        if (first) {
            // on a narrow screen the table scrolls, rather than break its names at every letter
            html.open("th", "scope", "row", "dir", "auto", "style", "min-width:8em");
        } else {
            html.open("td", "class", number ? "num" : "");
        }
        String words = Printable.of(cell.words());
        if (cell.hue().isPresent()) {
            html.add(cell.hue().get().markedAs(words));
        } else {
            html.text(words);
        }
        html.close();
    }
}
