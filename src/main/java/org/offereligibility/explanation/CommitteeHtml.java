package org.offereligibility.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Effect;
import org.offereligibility.decision.Finding;
import org.offereligibility.decision.Verdict;

/**
 * A decision as a printable page of HTML for the committee: the verdict, one sentence, the sections, the findings with their
 * reasons, and how the verdict follows from them. What is closed on a screen is printed open. Safe for threads.
 */
public final class CommitteeHtml {
    private CommitteeHtml() {}

    /**
     * The page; it ends with a line feed.
     *
     * @param candidateName for people to read, where it is known; it is never in the page's title
     * @param extra further sections, after the findings
     */
    public static String page(Decision decision, Optional<String> candidateName, List<HtmlPage.Section> extra) {
        Page page = Page.of(decision, candidateName);
        Hue hue = Hue.of(decision.verdict());
        Markup clauses = new Markup().open("div", "class", "clauses");
        int number = 1;
        for (Page.Chapter chapter : page.chapters()) {
            clauses.add(HtmlPage.clause(chapter.title(), findings(chapter, number)));
            number += chapter.entries().size();
        }
        for (Page.Appendix appendix : page.appendices()) {
            clauses.add(HtmlPage.clause(appendix.title(), statements(appendix.facts())));
        }
        extra.forEach(section -> clauses.add(HtmlPage.clause(section)));
        clauses.add(HtmlPage.clause("How the verdict follows", derivation(decision)))
                .close();
        Markup body = new Markup()
                .open("main", "class", "wrap")
                .add(holding(page, hue, decision))
                .open("div", "class", "decision")
                .add(clauses)
                .add(record(decision))
                .close()
                .close();
        return HtmlPage.of(
                decision.candidateId() + ": " + hue.word().toLowerCase(Locale.ROOT) + " · Offer eligibility", body);
    }

    private static Markup holding(Page page, Hue hue, Decision decision) {
        Markup head = new Markup()
                .open("header", "class", "holding " + hue.style())
                .open("div")
                .element(
                        "p",
                        "Offer eligibility / " + Printable.of(decision.role()) + " / judged as of "
                                + Words.time(decision.asOf().instant()),
                        "class",
                        "trail")
                .open("h1")
                .add(hue.drawn())
                .element("span", hue.capitalized())
                .text(" ")
                .element("small", page.heading(), "dir", "auto")
                .close()
                .close()
                .element("p", page.meaning(), "class", "read");
        if (!page.sections().isEmpty()) {
            head.open("dl", "class", "glance", "aria-label", "Sections");
            for (Page.SectionLine section : page.sections()) {
                Hue verdict = Hue.of(section.verdict());
                head.open("div")
                        .element("dt", section.title())
                        .open("dd")
                        .add(verdict.markedAs(verdict.capitalized()))
                        .close()
                        .close();
            }
            head.close();
        }
        return head.close();
    }

    /** What stands against an offer is open from the start; what speaks for it opens. */
    private static Markup findings(Page.Chapter chapter, int first) {
        boolean open = chapter.effect().verdict() != Verdict.ELIGIBLE;
        Hue hue = Hue.of(chapter.effect());
        Markup findings = new Markup().open("div", "class", "findings");
        int number = first;
        for (Page.Entry entry : chapter.entries()) {
            List<String> attributes = new ArrayList<>(List.of("class", "finding", "id", "finding-" + number++));
            if (open) {
                attributes.addAll(List.of("open", ""));
            }
            findings.open("details", attributes.toArray(String[]::new))
                    .open("summary")
                    .add(hue.markedAs(hue.word()))
                    .open("span", "class", "msg")
                    .text(entry.message())
                    .element("code", entry.code())
                    .close()
                    .element("span", entry.subject(), "class", "about")
                    .close()
                    .open("div", "class", "inside")
                    .add(statements(entry.because()));
            if (!entry.origin().isEmpty()) {
                findings.element("p", entry.origin(), "class", "fine");
            }
            findings.close().close();
        }
        return findings.close();
    }

    public static Markup statements(List<Statement> statements) {
        Markup list = new Markup();
        if (statements.isEmpty()) {
            return list;
        }
        list.open("ul", "class", "trace said");
        for (Statement statement : statements) {
            list.open("li").element("span", statement.words());
            if (!statement.place().isEmpty()) {
                list.text(" ").element("code", statement.place(), "class", "place");
            }
            list.add(statements(statement.because())).close();
        }
        return list.close();
    }

    /** The verdict, because of the sections, because of the findings. */
    private static Markup derivation(Decision decision) {
        Hue hue = Hue.of(decision.verdict());
        Markup tree = new Markup()
                .open("ul", "class", "trace")
                .open("li")
                .add(hue.markedAs(hue.word()))
                .text(" the verdict, because of")
                .open("ul");
        for (Decision.SectionVerdict section : decision.sections()) {
            Hue verdict = Hue.of(section.verdict());
            tree.open("li").add(verdict.markedAs(verdict.word())).text(" " + Page.title(section));
            tree.add(leadingTo(section, decision)).close();
        }
        return tree.close().close().close();
    }

    private static Markup leadingTo(Decision.SectionVerdict section, Decision decision) {
        Markup list = new Markup();
        List<Finding> all = decision.findings();
        boolean any = false;
        for (int i = 0; i < all.size(); i++) {
            Finding finding = all.get(i);
            if (finding.section().equals(section.section())
                    && finding.effect().verdict() == section.verdict()
                    && section.verdict() != Verdict.ELIGIBLE) {
                if (!any) {
                    list.text(", because").open("ul");
                    any = true;
                }
                list.open("li")
                        .element("a", Printable.of(finding.message()), "href", "#finding-" + (i + 1))
                        .close();
            }
        }
        return any ? list.close() : list.text(": " + nothingAgainst(section, decision));
    }

    private static String nothingAgainst(Decision.SectionVerdict section, Decision decision) {
        long notes = decision.findings(Effect.NOTE).stream()
                .filter(finding -> finding.section().equals(section.section()))
                .count();
        return "nothing stands against it"
                + (notes == 0 ? "" : "; " + Words.count(notes, "thing is noted", "things are noted"));
    }

    private static Markup record(Decision decision) {
        Markup record = new Markup()
                .open("aside", "class", "margin", "aria-label", "What was judged")
                .element("h2", "What was judged")
                .open("dl", "class", "facts");
        fact(record, "Candidate", decision.candidateId(), "");
        fact(record, "Role", decision.role(), "");
        fact(record, "Judged as of", Words.time(decision.asOf().instant()), "");
        fact(
                record,
                "Policy",
                decision.policy().role() + ", version " + decision.policy().version(),
                "");
        fact(record, "Policy hash", decision.policy().hash(), "hash");
        fact(record, "Dossier hash", decision.dossierHash(), "hash");
        return record.close().close();
    }

    private static void fact(Markup list, String name, String value, String style) {
        list.element("dt", name);
        list.element("dd", Printable.of(value), style.isEmpty() ? new String[0] : new String[] {"class", style});
    }
}
