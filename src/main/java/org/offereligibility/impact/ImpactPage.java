package org.offereligibility.impact;

import java.util.List;
import org.offereligibility.decision.Verdict;
import org.offereligibility.explanation.CommitteeHtml;
import org.offereligibility.explanation.HtmlPage;
import org.offereligibility.explanation.Hue;
import org.offereligibility.explanation.Markup;
import org.offereligibility.explanation.Printable;
import org.offereligibility.explanation.Words;

/** A comparison as a page that stands alone and prints well. */
public final class ImpactPage implements ImpactReport {
    private final long limit;

    /** @param limit how many of those that turn are told */
    public ImpactPage(long limit) {
        this.limit = limit;
    }

    @Override
    public long told() {
        return limit;
    }

    @Override
    public String ending(Impact impact) {
        ImpactSummary summary = impact.summary();
        Markup clauses = new Markup().open("div", "class", "clauses");
        if (summary.decided() > 0) {
            clauses.add(HtmlPage.clause("From old verdicts to new ones", flow(summary)));
            clauses.add(HtmlPage.clause("The same as a table", scrolling("Verdicts", matrix(summary.matrix()))));
        }
        if (summary.turned() > 0) {
            clauses.add(HtmlPage.clause("Verdicts that turn, and why", turned(impact, summary)));
        }
        if (!summary.findings().isEmpty()) {
            clauses.add(HtmlPage.clause("Findings that appear or vanish", scrolling("Findings", findings(summary))));
        }
        if (summary.sections().stream().anyMatch(section -> section.better() + section.worse() > 0)) {
            clauses.add(HtmlPage.clause("Sections whose own verdict turns", scrolling("Sections", sections(summary))));
        }
        if (summary.refusals().sum() > 0) {
            clauses.add(HtmlPage.clause("Refused", refused(impact, summary)));
        }
        clauses.close();
        return HtmlPage.of(
                Told.heading(summary) + " · Offer eligibility",
                new Markup()
                        .open("main", "class", "wrap")
                        .add(holding(summary))
                        .add(clauses)
                        .close());
    }

    private static Markup holding(ImpactSummary summary) {
        Markup head = new Markup()
                .open("header", "class", "holding")
                .open("div")
                .element("p", Told.versions(summary), "class", "trail")
                .element("h1", Told.heading(summary))
                .close()
                .element("p", String.join(" ", summary.sentences()), "class", "read")
                .open("dl", "class", "glance", "aria-label", "In numbers");
        number("Decided by both", summary.decided(), head);
        number("Verdicts that turn", summary.turned(), head);
        number("Better", summary.matrix().better(), head);
        number("Worse", summary.matrix().worse(), head);
        number("Refused", summary.refusals().sum(), head);
        return head.close().close();
    }

    private static void number(String name, long count, Markup list) {
        list.open("div")
                .element("dt", name)
                .element("dd", Words.number(count), "class", "num")
                .close();
    }

    private static Markup flow(ImpactSummary summary) {
        return new Markup()
                .open("figure", "class", "fig")
                .add(scrolling("The flow of verdicts", FlowPicture.of(summary)))
                .element(
                        "figcaption",
                        "A band is as thick as its dossiers are many, and never too thin to be seen. What stays is grey;"
                                + " what turns has the colour of the new verdict.")
                .close();
    }

    /** A wide thing scrolls in a region of its own. */
    private static Markup scrolling(String name, Markup wide) {
        return new Markup()
                .open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", name)
                .add(wide)
                .close();
    }

    private static Markup marked(Verdict verdict) {
        return Hue.of(verdict).markedAs(Hue.of(verdict).word());
    }

    private static void head(Markup table, List<String> names, int words) {
        table.open("thead").open("tr");
        for (int i = 0; i < names.size(); i++) {
            table.element("th", names.get(i), "scope", "col", "class", i < words ? "" : "num");
        }
        table.close().close();
    }

    private static Markup matrix(Matrix matrix) {
        Markup table = new Markup().open("table", "class", "t").open("thead").open("tr");
        table.element("th", "Old rules", "scope", "col");
        for (Verdict to : Told.BEST_FIRST) {
            table.open("th", "scope", "col", "class", "num")
                    .add(marked(to))
                    .element("span", "new rules", "class", "sub")
                    .close();
        }
        table.element("th", "together", "scope", "col", "class", "num")
                .close()
                .close()
                .open("tbody");
        for (Verdict from : Told.BEST_FIRST) {
            table.open("tr").open("th", "scope", "row").add(marked(from)).close();
            for (Verdict to : Told.BEST_FIRST) {
                cell(matrix.count(from, to), from == to, table);
            }
            cell(matrix.before(from), true, table);
            table.close();
        }
        table.open("tr").element("th", "together", "scope", "row");
        Told.BEST_FIRST.forEach(to -> cell(matrix.after(to), true, table));
        cell(matrix.sum(), true, table);
        return table.close().close().close();
    }

    private static void cell(long count, boolean calm, Markup table) {
        table.open("td", "class", "num");
        if (calm || count == 0) {
            table.text(Words.number(count));
        } else {
            table.element("strong", Words.number(count));
        }
        table.close();
    }

    private static Markup turned(Impact impact, ImpactSummary summary) {
        Markup all = new Markup().open("div").open("div", "class", "findings");
        for (Compared.Decided turned : impact.turned()) {
            all.open("details", "class", "finding", "open", "")
                    .open("summary")
                    .add(marked(turned.after()))
                    .open("span", "class", "msg", "dir", "auto")
                    .text(Printable.of(turned.candidateId()))
                    .close()
                    .open("span", "class", "about")
                    .text("until now ")
                    .add(marked(turned.before()))
                    .close()
                    .close()
                    .open("div", "class", "inside")
                    .add(CommitteeHtml.statements(
                            turned.causes().stream().map(Told::cause).toList()));
            String undone = Told.undone(turned.undoneBy());
            if (!undone.isEmpty()) {
                all.element("p", undone);
            }
            all.element("p", Told.where(turned.place()), "class", "fine")
                    .close()
                    .close();
        }
        all.close();
        return more(summary.turned(), impact.turned().size(), all).close();
    }

    private static Markup more(long count, int listed, Markup html) {
        String more = Told.more(count, listed);
        return more.isEmpty() ? html : html.element("p", more);
    }

    private static Markup findings(ImpactSummary summary) {
        Markup table = new Markup().open("table", "class", "t");
        head(table, List.of("Finding", "Effect", "Appears", "Vanishes", "Verdicts it turns"), 2);
        table.open("tbody");
        for (ImpactSummary.FindingCount count : summary.findings()) {
            Hue hue = Hue.of(count.effect());
            table.open("tr")
                    .open("th", "scope", "row")
                    .element("code", Printable.of(count.code()))
                    .element("span", title(summary, count.section()), "class", "sub")
                    .close()
                    .open("td")
                    .add(hue.markedAs(hue.word()))
                    .close()
                    .element("td", Words.number(count.appears()), "class", "num")
                    .element("td", Words.number(count.vanishes()), "class", "num")
                    .element("td", Words.number(count.turns()), "class", "num")
                    .close();
        }
        return table.close().close();
    }

    private static String title(ImpactSummary summary, String section) {
        return summary.sections().stream()
                .filter(known -> known.section().equals(section))
                .map(known -> Printable.of(known.title()))
                .findFirst()
                .orElse(Printable.of(section));
    }

    private static Markup sections(ImpactSummary summary) {
        Markup table = new Markup().open("table", "class", "t");
        head(table, List.of("Section", "Better", "Worse"), 1);
        table.open("tbody");
        for (ImpactSummary.SectionCount section : summary.sections()) {
            table.open("tr")
                    .element("th", Printable.of(section.title()), "scope", "row")
                    .element("td", Words.number(section.better()), "class", "num")
                    .element("td", Words.number(section.worse()), "class", "num")
                    .close();
        }
        return table.close().close();
    }

    private static Markup refused(Impact impact, ImpactSummary summary) {
        Markup list = new Markup().open("div").open("ul", "class", "trace said");
        impact.refused().forEach(refusal -> list.element("li", Told.refused(refusal)));
        list.close();
        return more(summary.refusals().sum(), impact.refused().size(), list).close();
    }
}
