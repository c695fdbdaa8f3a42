package org.offereligibility.explanation;

import java.util.List;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Finding;
import org.offereligibility.policy.RuleSet;

/**
 * Everything that a decision rests on, as a page of CommonMark for an auditor. Values stand in code spans, as they are; nothing
 * acts as markup. Safe for threads.
 */
public final class AuditorMarkdown {
    private AuditorMarkdown() {}

    /**
     * The page; its lines end with a line feed.
     *
     * @param rules those that decided
     * @throws IllegalArgumentException if the decision was made by other rules
     */
    public static String page(Decision decision, RuleSet rules) {
        Audit audit = Audit.of(decision, rules);
        StringBuilder text = new StringBuilder();
        text.append("# Audit of the decision on candidate ")
                .append(Markdown.of(audit.identity().get(0).value()))
                .append("\n\n**")
                .append(Shape.andWord(audit.verdict()))
                .append(".** ")
                .append(audit.meaning())
                .append("\n\n## What was judged\n\n");
        audit.identity()
                .forEach(fact -> text.append("- ")
                        .append(fact.name())
                        .append(' ')
                        .append(Markdown.span(fact.value()))
                        .append('\n'));
        if (!audit.sections().isEmpty()) {
            text.append("\n## Sections\n\n");
        }
        for (Audit.Section section : audit.sections()) {
            text.append("- ").append(Markdown.of(section.title())).append(' ');
            text.append(Markdown.span(section.section()))
                    .append(": ")
                    .append(Shape.andWord(section.verdict()))
                    .append('\n');
        }
        if (!audit.findings().isEmpty()) {
            text.append("\n## Findings\n\n");
        }
        audit.findings().forEach(finding -> finding(finding, text));
        for (Audit.Appendix shown : audit.shown()) {
            text.append("\n## ").append(Markdown.of(shown.title())).append("\n\n");
            proofs(0, shown.facts(), text);
        }
        if (!audit.rules().isEmpty()) {
            text.append("\n## Rules named above, as they were written\n");
        }
        audit.rules().forEach(rule -> rule(rule, text));
        return text.toString();
    }

    private static void finding(Audit.Entry finding, StringBuilder text) {
        text.append("- ").append(Shape.of(finding.effect())).append(" **").append(finding.effect());
        text.append("** ").append(Markdown.span(finding.code()));
        text.append(", section ").append(Markdown.span(finding.section()));
        text.append(", subject ").append(Markdown.span(finding.subject())).append('\n');
        item(1, "**" + Markdown.of(finding.message().strip()) + "**", text);
        item(1, rule(finding.rule()), text);
        proofs(1, finding.because(), text);
    }

    private static String rule(Finding.RuleReference rule) {
        return Markdown.of(AuditorText.rule(rule));
    }

    private static void proofs(int depth, List<Proof> proofs, StringBuilder text) {
        for (Proof proof : proofs) {
            if (proof.where().isEmpty()) {
                item(depth, proof.kind() + ": " + Markdown.of(proof.says()), text);
            } else if (proof.rule().isEmpty()) {
                item(
                        depth,
                        proof.kind() + " " + Markdown.span(proof.where()) + ": " + Markdown.span(proof.value()),
                        text);
            } else {
                item(depth, proof.kind() + " " + Markdown.span(proof.where()) + ": " + Markdown.of(proof.says()), text);
                item(depth + 1, Markdown.span(proof.value()), text);
                proof.rule().ifPresent(rule -> item(depth + 1, rule(rule), text));
                proofs(depth + 1, proof.because(), text);
            }
        }
    }

    private static void item(int depth, String words, StringBuilder text) {
        text.append("  ".repeat(depth)).append("- ").append(words).append('\n');
    }

    private static void rule(Audit.Rule rule, StringBuilder text) {
        text.append("\n### ").append(Markdown.of(rule.name())).append("\n\n");
        text.append(Markdown.span(rule.place()));
        for (Audit.Citation citation : rule.citations()) {
            text.append("; ").append(Markdown.of(citation.words()));
        }
        text.append("\n\n").append(Markdown.block(rule.text()));
    }
}
