package org.offereligibility.impact;

import java.util.ArrayList;
import java.util.List;
import org.offereligibility.decision.Decision.PolicyVersion;
import org.offereligibility.decision.Finding;
import org.offereligibility.decision.Verdict;
import org.offereligibility.explanation.Printable;
import org.offereligibility.explanation.Shape;
import org.offereligibility.explanation.Statement;
import org.offereligibility.explanation.Statement.Kind;
import org.offereligibility.explanation.WhyNotAnswer;
import org.offereligibility.explanation.Words;

/** What is said of a comparison, in whatever form; of the dossier itself only where something stands in it, not what. */
final class Told {
    static final List<Verdict> BEST_FIRST =
            List.of(Verdict.ELIGIBLE, Verdict.REFER, Verdict.INCOMPLETE, Verdict.INELIGIBLE);

    private static final String CONDITION = "asked: ";
    private static final String NEAREST = "nearest";
    private static final String DRAFT = "draft";

    private Told() {}

    static String heading(ImpactSummary summary) {
        return "What new rules would have done: "
                + Printable.of(summary.before().role());
    }

    /** {@code version 2025-01-01 (sha256 1f2e3d4c5b6a)}. */
    static String version(PolicyVersion rules) {
        String version = Printable.of(rules.version());
        return (version.equals(DRAFT) ? "the draft" : "version " + version) + " ("
                + rules.hash()
                        .substring(0, Math.min(rules.hash().length(), "sha256:".length() + 12))
                        .replace(':', ' ')
                + ")";
    }

    static String versions(ImpactSummary summary) {
        return "Old rules: " + version(summary.before()) + ". New rules: " + version(summary.after()) + ".";
    }

    /** A cause with why it is one beneath it. */
    static Statement cause(Cause cause) {
        Finding finding = cause.finding();
        List<Statement> beneath = new ArrayList<>();
        beneath.add(Statement.said(
                "rule “" + Printable.of(finding.rule().name()) + "” of the " + (cause.appears() ? "new" : "old")
                        + " rules",
                place(finding.rule().file(), finding.rule().line()),
                List.of()));
        String others = cause.appears() ? "the old rules" : "the new rules";
        if (!cause.known()) {
            beneath.add(Statement.said(others + " have no rule with this code", "", List.of()));
        }
        cause.otherwise()
                .ifPresent(other -> beneath.add(Statement.said(
                        others + " find it by rule “"
                                + Printable.of(other.rule().name()) + "”",
                        place(other.rule().file(), other.rule().line()),
                        List.of())));
        cause.whyNot()
                .forEach(why -> beneath.add(Statement.said(
                        others + " do not find it, because",
                        "",
                        WhyNotAnswer.statements(why).stream().map(Told::brief).toList())));
        return Statement.said(
                what(cause), Printable.of(finding.code()) + ", " + Printable.of(finding.subject()), beneath);
    }

    private static String what(Cause cause) {
        Finding found = cause.finding();
        if (cause.otherwise().isEmpty()) {
            return (cause.appears() ? "now found: " : "no longer found: ") + Printable.of(found.message());
        }
        Finding now = cause.appears() ? found : cause.otherwise().get();
        Finding before = cause.appears() ? cause.otherwise().get() : found;
        return "found as " + now.effect() + ", no longer as " + before.effect() + ": " + Printable.of(now.message());
    }

    /** Why not in brief: without the condition's own text, and without the facts under those that came nearest. */
    private static Statement brief(Statement statement) {
        boolean near =
                statement.because().stream().anyMatch(below -> below.words().startsWith(NEAREST));
        List<Statement> below = new ArrayList<>();
        for (Statement inner : statement.because()) {
            if (inner.kind() == Kind.SAID) {
                if (!inner.words().startsWith(CONDITION)) {
                    below.add(inner.words().startsWith(NEAREST) ? inner.alone() : brief(inner));
                }
            } else if (!near) {
                below.add(
                        inner.kind() == Kind.DOSSIER
                                ? Statement.said("what stands in the dossier", inner.place(), List.of())
                                : inner.alone());
            }
        }
        return new Statement(statement.kind(), statement.words(), statement.place(), below);
    }

    private static String place(String file, int line) {
        return Printable.of(file) + " line " + line;
    }

    /** What the changed files have to do with it; empty if nothing is proven. */
    static String undone(List<String> files) {
        if (files.isEmpty()) {
            return "";
        }
        List<String> names = files.stream().map(Printable::of).toList();
        int last = names.size() - 1;
        String listed = last == 0
                ? names.get(0)
                : (last == 1 ? "either " : "any of ") + String.join(", ", names.subList(0, last)) + " or "
                        + names.get(last);
        return "With " + listed + " as before, the verdict would not have turned.";
    }

    static String refused(Compared.Refused refusal) {
        String who = refusal.candidateId().map(id -> Printable.of(id) + ", ").orElse("");
        return who + where(refusal.place()) + ": "
                + (refusal.byBoth()
                        ? "refused by both"
                        : refusal.before()
                                .verdict()
                                .map(verdict -> verdict + " by the old rules, refused by the new ones")
                                .orElseGet(() -> "refused by the old rules, "
                                        + refusal.after().verdict().orElseThrow() + " by the new ones"));
    }

    static String where(Compared.Place place) {
        return Printable.of(place.file()) + (place.line() > 0 ? " line " + place.line() : "");
    }

    /** {@code ... and 1,234 more, counted above but not listed.}; empty if there are none. */
    static String more(long all, int listed) {
        return all <= listed ? "" : "... and " + Words.number(all - listed) + " more, counted above but not listed.";
    }

    static String turn(Verdict before, Verdict after) {
        return Shape.andWord(before) + " → " + Shape.andWord(after);
    }
}
