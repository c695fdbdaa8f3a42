package org.offereligibility.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Effect;
import org.offereligibility.decision.Finding;
import org.offereligibility.decision.Verdict;

/**
 * What a page says about one candidate, in the order in which it says it; how it looks is the business of those who draw it.
 *
 * @param heading the candidate
 * @param meaning what may be done with the offer, in one sentence
 * @param sections titles and verdicts, in the policy's order
 * @param chapters those that have something to say, strongest effect first
 * @param appendices after the chapters
 * @param footer one plain sentence a line
 */
record Page(
        String heading,
        Verdict verdict,
        String meaning,
        List<SectionLine> sections,
        List<Chapter> chapters,
        List<Appendix> appendices,
        List<String> footer) {
    /** So much of a hash is enough to tell two by eye. */
    private static final int SHORT_HASH = 12;

    record SectionLine(String title, Verdict verdict) {}

    /** What the policy wants to be seen whatever was found. */
    record Appendix(String title, List<Statement> facts) {}

    record Chapter(Effect effect, String title, List<Entry> entries) {}

    /**
     * A finding.
     *
     * @param origin the rule and its source, or empty where the finding is told briefly
     */
    record Entry(String message, String code, String subject, List<Statement> because, String origin) {
        /** Its code and subject. */
        String tag() {
            return code + ", " + subject;
        }
    }

    static Page of(Decision decision, Optional<String> candidateName) {
        String id = Printable.of(decision.candidateId());
        String name = candidateName.map(Printable::of).orElse("");
        return new Page(
                name.isEmpty() ? "Candidate " + id : name + " (" + id + ")",
                decision.verdict(),
                meaning(decision),
                decision.sections().stream()
                        .map(section -> new SectionLine(title(section), section.verdict()))
                        .toList(),
                chapters(decision),
                decision.shown().stream()
                        .map(shown -> new Appendix(
                                Printable.of(shown.title()),
                                Statement.onceEach(shown.facts().stream()
                                        .map(Statement::of)
                                        .toList())))
                        .toList(),
                List.of(
                        "Judged as of " + Words.time(decision.asOf().instant()) + ".",
                        "Policy " + Printable.of(decision.policy().role()) + ", version "
                                + Printable.of(decision.policy().version()) + ", "
                                + shortened(decision.policy().hash()) + ".",
                        "Dossier " + shortened(decision.dossierHash()) + "."));
    }

    static String title(Decision.SectionVerdict section) {
        String title = Printable.of(section.title());
        return title.isEmpty() ? Words.name(section.section()) : title;
    }

    /** What may be done with the offer, in one sentence. */
    static String meaning(Decision decision) {
        int several = decision.findings(decisive(decision.verdict())).size();
        return switch (decision.verdict()) {
            case INELIGIBLE ->
                "This offer may not be made: "
                        + Words.count(several, "finding stands against it.", "findings stand against it.");
            case INCOMPLETE ->
                "It cannot be said yet whether this offer may be made: "
                        + Words.count(several, "thing is missing.", "things are missing.");
            case REFER ->
                "This offer may be made only if the committee rules so: "
                        + Words.count(several, "matter needs its ruling.", "matters need its ruling.");
            case ELIGIBLE ->
                "This offer may be made: nothing stands against it, nothing is missing, and nothing needs the"
                        + " committee's ruling.";
        };
    }

    /** The effect that leads to a verdict; for the best verdict, the one that cannot take it away. */
    static Effect decisive(Verdict verdict) {
        return switch (verdict) {
            case INELIGIBLE -> Effect.BLOCK;
            case INCOMPLETE -> Effect.MISSING;
            case REFER -> Effect.REFER;
            case ELIGIBLE -> Effect.SUPPORT;
        };
    }

    /** The codes of the findings that decided, each once; none for the best verdict, which is what is left without any. */
    static List<String> deciding(Decision decision) {
        return decision.verdict() == Verdict.ELIGIBLE
                ? List.of()
                : decision.findings(decisive(decision.verdict())).stream()
                        .map(finding -> Printable.of(finding.code()))
                        .distinct()
                        .toList();
    }

    private static List<Chapter> chapters(Decision decision) {
        List<Chapter> chapters = new ArrayList<>();
        for (Effect effect : Effect.values()) {
            List<Entry> entries =
                    decision.findings(effect).stream().map(Page::entry).toList();
            if (!entries.isEmpty()) {
                chapters.add(new Chapter(effect, title(effect), entries));
            }
        }
        return chapters;
    }

    private static String title(Effect effect) {
        return switch (effect) {
            case BLOCK -> "What blocks";
            case MISSING -> "What is missing";
            case REFER -> "What needs the committee's ruling";
            case NOTE -> "Worth noting";
            case SUPPORT -> "What speaks for the candidate";
        };
    }

    /** What speaks for a candidate is told briefly: nobody has to follow it up before an offer. */
    private static Entry entry(Finding finding) {
        boolean brief = finding.effect() == Effect.SUPPORT;
        List<Statement> because = finding.because().stream()
                .map(Statement::of)
                .flatMap(statement -> statement.under(finding.message()))
                .toList();
        return new Entry(
                Printable.of(finding.message()),
                Printable.of(finding.code()),
                Printable.of(finding.subject()),
                brief ? because.stream().map(Statement::alone).toList() : Statement.onceEach(because),
                brief ? "" : origin(finding.rule()));
    }

    static String origin(Finding.RuleReference rule) {
        String source = Printable.of(rule.source());
        return "rule \"" + Printable.of(rule.name()) + "\", " + Printable.of(rule.file()) + " line " + rule.line()
                + (source.isEmpty() ? "" : "; " + source);
    }

    private static String shortened(String hash) {
        String printable = Printable.of(hash);
        int digits = printable.indexOf(':') + 1;
        return printable
                .substring(0, Math.min(printable.length(), digits + SHORT_HASH))
                .replace(':', ' ');
    }
}
