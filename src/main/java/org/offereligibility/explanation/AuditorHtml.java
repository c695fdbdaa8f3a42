package org.offereligibility.explanation;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Finding;
import org.offereligibility.policy.RuleSet;

/**
 * Everything that a decision rests on, as a printable page of HTML for an auditor: what was judged by what, every finding with
 * the whole tree of its reasons down to the dossier, the tables and what was absent, and every rule that had a part in it, as
 * it was written. Safe for threads.
 */
public final class AuditorHtml {
    private AuditorHtml() {}

    /**
     * The page; it ends with a line feed.
     *
     * @param rules those that decided
     * @param extra further sections, after the rules
     * @throws IllegalArgumentException if the decision was made by other rules
     */
    public static String page(Decision decision, RuleSet rules, List<HtmlPage.Section> extra) {
        Audit audit = Audit.of(decision, rules);
        Hue hue = Hue.of(audit.verdict());
        String candidate = audit.identity().get(0).value();
        Map<String, String> anchors = anchors(audit.rules());
        Markup body = new Markup()
                .open("main", "class", "wrap")
                .open("header", "class", "holding whole " + hue.style())
                .open("div")
                .element("p", "Offer eligibility / audit of a decision", "class", "trail")
                .open("h1")
                .add(hue.drawn())
                .element("span", hue.capitalized())
                .text(" ")
                .element("small", candidate, "dir", "auto")
                .close()
                .close()
                .element("p", audit.meaning(), "class", "read")
                .close()
                .open("div", "class", "clauses")
                .add(HtmlPage.clause("What was judged", identity(audit)))
                .add(HtmlPage.clause("Sections", sections(audit)))
                .add(HtmlPage.clause("Findings", findings(audit.findings(), anchors)));
        for (Audit.Appendix shown : audit.shown()) {
            body.add(HtmlPage.clause(shown.title(), proofs(shown.facts(), anchors)));
        }
        body.add(HtmlPage.clause("Rules named above, as they were written", rules(audit.rules(), anchors)));
        extra.forEach(section -> body.add(HtmlPage.clause(section)));
        return HtmlPage.of(
                candidate + ": " + hue.word().toLowerCase(Locale.ROOT) + ", audit · Offer eligibility",
                body.close().close());
    }

    private static Map<String, String> anchors(List<Audit.Rule> rules) {
        Map<String, String> anchors = new HashMap<>();
        rules.forEach(rule -> anchors.put(rule.reference().name(), "rule-" + (anchors.size() + 1)));
        return anchors;
    }

    private static Markup identity(Audit audit) {
        Markup list = new Markup().open("dl", "class", "facts");
        for (Audit.Named fact : audit.identity()) {
            list.element("dt", fact.name())
                    .open("dd")
                    .element("code", fact.value())
                    .close();
        }
        return list.close();
    }

    private static Markup sections(Audit audit) {
        Markup table = new Markup().open("table", "class", "t").open("thead").open("tr");
        List.of("Section", "Title", "Verdict").forEach(column -> table.element("th", column, "scope", "col"));
        table.close().close().open("tbody");
        for (Audit.Section section : audit.sections()) {
            Hue hue = Hue.of(section.verdict());
            table.open("tr")
                    .open("th", "scope", "row")
                    .element("code", section.section())
                    .close()
                    .element("td", section.title())
                    .open("td")
                    .add(hue.markedAs(hue.word()))
                    .close()
                    .close();
        }
        return table.close().close();
    }

    private static Markup findings(List<Audit.Entry> findings, Map<String, String> anchors) {
        if (findings.isEmpty()) {
            return new Markup().element("p", "No rule found anything.");
        }
        Markup list = new Markup().open("div", "class", "findings");
        int number = 1;
        for (Audit.Entry finding : findings) {
            Hue hue = Hue.of(finding.effect());
            list.open("details", "class", "finding", "id", "finding-" + number++, "open", "")
                    .open("summary")
                    .add(hue.markedAs(hue.word()))
                    .open("span", "class", "msg")
                    .text(finding.message())
                    .element("code", finding.code())
                    .close()
                    .open("span", "class", "about")
                    .element("code", finding.subject())
                    .trusted("<br>")
                    .text("section " + finding.section())
                    .close()
                    .close()
                    .open("div", "class", "inside")
                    .open("p", "class", "fine")
                    .add(rule(finding.rule(), anchors))
                    .close()
                    .add(proofs(finding.because(), anchors))
                    .close()
                    .close();
        }
        return list.close();
    }

    private static Markup rule(Finding.RuleReference rule, Map<String, String> anchors) {
        return new Markup()
                .text("rule ")
                .element("a", Verbatim.of(rule.name()), "href", "#" + anchors.get(rule.name()))
                .text(", " + Audit.place(rule) + (rule.source().isBlank() ? "" : "; " + Verbatim.of(rule.source())));
    }

    private static Markup proofs(List<Proof> proofs, Map<String, String> anchors) {
        Markup list = new Markup();
        if (proofs.isEmpty()) {
            return list;
        }
        list.open("ul", "class", "trace");
        for (Proof proof : proofs) {
            list.open("li", "class", "proof").element("span", proof.kind(), "class", "kind");
            list.open("div").add(said(proof));
            proof.rule()
                    .ifPresent(rule -> list.open("p", "class", "fine")
                            .add(rule(rule, anchors))
                            .close());
            list.add(proofs(proof.because(), anchors)).close().close();
        }
        return list.close();
    }

    /** Where it stands and what stands there; of a derived fact, what it says and its parts. */
    private static Markup said(Proof proof) {
        Markup line = new Markup();
        if (!proof.where().isEmpty()) {
            line.element("code", proof.where(), "class", "place").text(" ");
        }
        line.text(proof.says());
        Markup value = new Markup();
        if (!proof.value().isEmpty()) {
            value.element("code", proof.value(), "class", "value");
        }
        return proof.rule().isEmpty()
                ? line.add(value)
                : line.open("p").add(value).close();
    }

    private static Markup rules(List<Audit.Rule> rules, Map<String, String> anchors) {
        Markup list = new Markup().open("div");
        for (Audit.Rule rule : rules) {
            list.open(
                            "article",
                            "class",
                            "rule",
                            "id",
                            String.valueOf(anchors.get(rule.reference().name())))
                    .element("h3", rule.name())
                    .open("p", "class", "fine")
                    .text(rule.place());
            for (Audit.Citation citation : rule.citations()) {
                list.text("; " + citation.words());
            }
            list.close()
                    .element(
                            "pre",
                            "\n" + rule.text(),
                            "class",
                            "code",
                            "tabindex",
                            "0",
                            "role",
                            "group",
                            "aria-label",
                            "Text of the rule " + rule.name())
                    .close();
        }
        return list.close();
    }
}
