package org.offereligibility.explanation;

import java.util.List;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Finding;
import org.offereligibility.policy.RuleSet;

/**
 * Everything that a decision rests on, as plain text for an auditor: one thing a line, however long, so that it can be searched
 * and compared, and every value as it stands. Safe for threads.
 */
public final class AuditorText {
    private AuditorText() {}

    /**
     * The page; its lines end with a line feed.
     *
     * @param rules those that decided
     * @throws IllegalArgumentException if the decision was made by other rules
     */
    public static String page(Decision decision, RuleSet rules) {
        Audit audit = Audit.of(decision, rules);
        StringBuilder text = new StringBuilder();
        text.append("Audit of the decision on candidate ")
                .append(audit.identity().get(0).value())
                .append("\n\n");
        text.append(Shape.andWord(audit.verdict()))
                .append(". ")
                .append(audit.meaning())
                .append("\n");
        text.append("\nWhat was judged\n");
        audit.identity().forEach(fact -> line(1, padded(fact.name(), 16) + fact.value(), text));
        sections(audit.sections(), text);
        if (!audit.findings().isEmpty()) {
            text.append("\nFindings\n");
        }
        int number = 1;
        for (Audit.Entry finding : audit.findings()) {
            text.append(number == 1 ? "" : "\n");
            finding(number++, finding, text);
        }
        for (Audit.Appendix shown : audit.shown()) {
            text.append('\n').append(shown.title()).append('\n');
            proofs(1, shown.facts(), text);
        }
        if (!audit.rules().isEmpty()) {
            text.append("\nRules named above, as they were written\n");
        }
        for (Audit.Rule rule : audit.rules()) {
            text.append(rule == audit.rules().get(0) ? "" : "\n");
            rule(rule, text);
        }
        return text.toString();
    }

    private static void sections(List<Audit.Section> sections, StringBuilder text) {
        if (sections.isEmpty()) {
            return;
        }
        text.append("\nSections\n");
        int longest = sections.stream()
                .mapToInt(section -> Sheet.length(section.section()))
                .max()
                .orElse(0);
        int widest = sections.stream()
                .mapToInt(section -> Sheet.length(section.title()))
                .max()
                .orElse(0);
        for (Audit.Section section : sections) {
            line(
                    1,
                    padded(section.section(), longest + 2)
                            + padded(section.title(), widest + 2)
                            + Shape.andWord(section.verdict()),
                    text);
        }
    }

    private static void finding(int number, Audit.Entry finding, StringBuilder text) {
        line(
                1,
                number + ". " + Shape.of(finding.effect()) + " " + finding.effect() + " " + finding.code()
                        + ", section " + finding.section() + ", subject " + finding.subject(),
                text);
        line(2, finding.message(), text);
        line(2, rule(finding.rule()), text);
        line(2, "because", text);
        proofs(3, finding.because(), text);
    }

    static String rule(Finding.RuleReference rule) {
        return "rule \"" + Verbatim.of(rule.name()) + "\", " + Audit.place(rule)
                + (rule.source().isBlank() ? "" : "; " + Verbatim.of(rule.source()));
    }

    private static void proofs(int depth, List<Proof> proofs, StringBuilder text) {
        for (Proof proof : proofs) {
            String head = proof.where().isEmpty() ? proof.says() : proof.where();
            boolean derived = proof.rule().isPresent();
            String after = derived ? ": " + proof.says() : value(proof);
            line(depth, "- " + proof.kind() + (proof.where().isEmpty() ? ": " : " ") + head + after, text);
            proof.rule().ifPresent(rule -> {
                line(depth + 1, proof.value(), text);
                line(depth + 1, rule(rule), text);
                line(depth + 1, "because", text);
                proofs(depth + 2, proof.because(), text);
            });
        }
    }

    private static String value(Proof proof) {
        return proof.value().isEmpty() ? "" : ": " + proof.value();
    }

    private static void rule(Audit.Rule rule, StringBuilder text) {
        line(1, "\"" + rule.name() + "\", " + rule.place(), text);
        for (Audit.Citation citation : rule.citations()) {
            line(1, "source " + citation.words(), text);
        }
        rule.text().lines().forEach(written -> line(3, written, text));
    }

    private static String padded(String word, int width) {
        return word + " ".repeat(Math.max(1, width - Sheet.length(word)));
    }

    private static void line(int depth, String words, StringBuilder text) {
        text.append(words.isEmpty() ? "" : "  ".repeat(depth)).append(words).append('\n');
    }
}
