package org.offereligibility.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Effect;
import org.offereligibility.decision.Finding;
import org.offereligibility.decision.Verdict;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RuleSource;
import org.offereligibility.policy.Versions;

/**
 * Everything that a decision rests on, in the order in which an auditor reads it; how it looks is the business of those who
 * draw it. The candidate is an id and never a name. All texts are {@linkplain Verbatim harmless}.
 *
 * @param identity what was judged, by what and when: names and values
 * @param meaning what may be done with the offer, in one sentence
 * @param sections in the policy's order
 * @param findings all of them, strongest effect first
 * @param shown what the policy wants to be seen whatever was found
 * @param rules every rule that is named above, by file and line
 */
record Audit(
        List<Named> identity,
        Verdict verdict,
        String meaning,
        List<Section> sections,
        List<Entry> findings,
        List<Appendix> shown,
        List<Rule> rules) {
    record Named(String name, String value) {}

    record Section(String section, String title, Verdict verdict) {}

    record Entry(
            Effect effect,
            String code,
            String section,
            String subject,
            String message,
            Finding.RuleReference rule,
            List<Proof> because) {}

    record Appendix(String title, List<Proof> facts) {}

    /** @param text as its author wrote it, each line with a line feed */
    record Rule(Finding.RuleReference reference, List<Citation> citations, String text) {
        String name() {
            return Verbatim.of(reference.name());
        }

        /** {@code process.drl, line 12}. */
        String place() {
            return Audit.place(reference);
        }
    }

    /** @param leadsTo what the policy says the citation stands for */
    record Citation(String cited, String leadsTo) {
        /** {@code guide: bands (Hiring guide, salary bands)}. */
        String words() {
            return cited + (leadsTo.isEmpty() ? "" : " (" + leadsTo + ")");
        }
    }

    /** @throws IllegalArgumentException if the rules are not those that decided */
    static Audit of(Decision decision, RuleSet rules) {
        if (!decision.policy().hash().equals(rules.hash())) {
            throw new IllegalArgumentException("the decision was made by other rules than these");
        }
        List<Entry> findings = decision.findings().stream().map(Audit::entry).toList();
        List<Appendix> shown = decision.shown().stream()
                .map(each -> new Appendix(Verbatim.of(each.title()), Proof.of(each.facts())))
                .toList();
        return new Audit(
                identity(decision),
                decision.verdict(),
                Page.meaning(decision),
                decision.sections().stream()
                        .map(section -> new Section(
                                Verbatim.of(section.section()), Verbatim.of(section.title()), section.verdict()))
                        .toList(),
                findings,
                shown,
                rules(findings, shown, rules));
    }

    private static List<Named> identity(Decision decision) {
        return List.of(
                new Named("candidate", Verbatim.of(decision.candidateId())),
                new Named("role", Verbatim.of(decision.role())),
                new Named("dossier hash", Verbatim.of(decision.dossierHash())),
                new Named("policy role", Verbatim.of(decision.policy().role())),
                new Named("policy version", Verbatim.of(decision.policy().version())),
                new Named("policy hash", Verbatim.of(decision.policy().hash())),
                new Named("judged as of", decision.asOf().toString()),
                new Named("program", Versions.program()),
                new Named("rule engine", Versions.engine()));
    }

    private static Entry entry(Finding finding) {
        return new Entry(
                finding.effect(),
                Verbatim.of(finding.code()),
                Verbatim.of(finding.section()),
                Verbatim.of(finding.subject()),
                Verbatim.of(finding.message()),
                finding.rule(),
                Proof.of(finding.because()));
    }

    /** {@code process.drl, line 12}. */
    static String place(Finding.RuleReference rule) {
        return Verbatim.of(rule.file()) + ", line " + rule.line();
    }

    private static List<Rule> rules(List<Entry> findings, List<Appendix> shown, RuleSet rules) {
        Map<String, Finding.RuleReference> named = new TreeMap<>();
        for (Entry finding : findings) {
            named.put(finding.rule().name(), finding.rule());
            collect(finding.because(), named);
        }
        shown.forEach(each -> collect(each.facts(), named));
        List<Rule> told = new ArrayList<>();
        for (RuleSource rule : rules.rules()) {
            Finding.RuleReference reference = named.remove(rule.name());
            if (reference != null) {
                told.add(new Rule(
                        reference, citations(reference, rules.header().sources()), Verbatim.lines(rule.text())));
            }
        }
        if (!named.isEmpty()) {
            throw new IllegalArgumentException("the rules have none that is called " + named.keySet());
        }
        return told;
    }

    private static void collect(List<Proof> proofs, Map<String, Finding.RuleReference> named) {
        for (Proof proof : proofs) {
            proof.rule().ifPresent(rule -> named.put(rule.name(), rule));
            collect(proof.because(), named);
        }
    }

    /** A rule may cite several sources, with semicolons between them. */
    private static List<Citation> citations(Finding.RuleReference rule, Map<String, String> sources) {
        List<Citation> citations = new ArrayList<>();
        for (String cited : rule.source().split(";", -1)) {
            if (!cited.isBlank()) {
                String leadsTo = sources.getOrDefault(cited.strip(), "");
                citations.add(new Citation(Verbatim.of(cited.strip()), Verbatim.of(leadsTo)));
            }
        }
        return citations;
    }
}
