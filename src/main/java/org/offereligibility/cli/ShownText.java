package org.offereligibility.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.offereligibility.decision.Verdict;
import org.offereligibility.desk.RecordedDecision;
import org.offereligibility.desk.Records;
import org.offereligibility.desk.Shown;
import org.offereligibility.desk.Standing;
import org.offereligibility.dossier.Moment;
import org.offereligibility.explanation.Printable;
import org.offereligibility.explanation.Sheet;
import org.offereligibility.explanation.Sheet.Run;
import org.offereligibility.explanation.Sheet.Style;
import org.offereligibility.ledger.Entry;

/** One record in plain words. */
final class ShownText {
    private static final int COLUMN = 15;
    private static final String ERASED = "erased";

    private final Sheet sheet;
    private final Moment now;

    ShownText(int width, boolean colour, Moment now) {
        this.sheet = new Sheet(width, colour);
        this.now = now;
    }

    String of(Shown shown) {
        Entry entry = shown.entry();
        sheet.line(new Run("Record #" + entry.index() + ": " + Printable.of(entry.kind()), Style.STRONG));
        sheet.blank();
        row("id", entry.id());
        row("recorded", FoundForm.minute(entry.at()) + " UTC, by " + entry.by());
        row("request", entry.requestId());
        shown.about().ifPresent(about -> row("about", "the " + about.kind() + " " + number(about)));
        shown.text(Records.CANDIDATE).ifPresent(candidate -> row("candidate", candidate));
        openly(shown.said());
        shown.text(Records.NOTE).ifPresent(note -> row("in words", Printable.quoted(note)));
        verdict(shown);
        shown.standing().ifPresent(this::standing);
        followers(shown.followers());
        remains(shown);
        proof(shown);
        return sheet.toString();
    }

    private void row(String name, String words) {
        sheet.row(COLUMN, Printable.of(words), Run.dim("  " + name));
    }

    private void openly(RecordedDecision said) {
        Entry entry = said.entry();
        if (!entry.version().isEmpty()) {
            row("rules", entry.role() + "/" + entry.version() + ", hash " + shortened(entry.rules()));
        }
        for (List<String> field : List.of(
                List.of(Records.AS_OF, "judged as of"),
                List.of(Records.ENGINE, "engine"),
                List.of(Records.PROGRAM, "program"),
                List.of(Records.REASON, "reason"),
                List.of(Records.SECOND, "agreed by"),
                List.of(Records.EXPIRES, "holds until"),
                List.of(ERASED, ERASED))) {
            String value = said.field(field.get(0));
            if (!value.isEmpty()) {
                row(field.get(1), value.replace(",", ", "));
            }
        }
    }

    private void verdict(Shown shown) {
        Optional<Verdict> verdict = shown.verdict();
        if (verdict.isEmpty()) {
            return;
        }
        sheet.blank();
        String before = shown.entry().kind().equals(Records.DECISION) ? "It was decided:" : "Instead it is to count:";
        sheet.paragraph(0, 0, Run.plain(before), new Run(verdict.get().name(), Style.of(verdict.get())));
        Map<Shown.FoundThen, Integer> times = new LinkedHashMap<>();
        shown.findings().forEach(finding -> times.merge(finding, 1, Integer::sum));
        times.forEach((finding, count) -> sheet.paragraph(
                2,
                2,
                new Run(Printable.of(finding.code()), Style.STRONG),
                Run.plain((count > 1 ? "(" + count + " times) " : "") + Printable.of(finding.effect())
                        + ", by the rule " + Printable.quoted(finding.rule())),
                Run.dim(finding.section().isEmpty() ? "" : "(" + Printable.of(finding.section()) + ")")));
    }

    private void standing(Standing standing) {
        sheet.blank();
        Optional<Standing.Deed> deed = standing.holding(now);
        if (standing.withdrawn()) {
            say("The decision counts no longer: it was withdrawn.");
        } else if (standing.verdict(now).isEmpty()) {
            say("How the decision stands cannot be said: its outcome was erased.");
        } else {
            Verdict verdict = standing.verdict(now).get();
            sheet.paragraph(
                    0,
                    0,
                    Run.plain("It stands as"),
                    new Run(verdict.name() + ",", Style.of(verdict)),
                    Run.plain(deed.map(one -> "by the " + one.entry().kind() + " " + number(one.entry()) + ".")
                            .orElse("as it was decided.")));
        }
    }

    private void followers(List<Shown.Follower> followers) {
        if (followers.isEmpty()) {
            return;
        }
        sheet.blank();
        say("What was recorded about it:");
        for (Shown.Follower follower : followers) {
            Entry entry = follower.said().entry();
            String erased = follower.said().field(ERASED);
            sheet.paragraph(
                    2,
                    2,
                    Run.plain(Printable.of("#" + entry.index() + " " + FoundForm.minute(entry.at()) + " UTC: "
                            + (erased.isEmpty() ? entry.kind() : "erased " + erased.replace(",", ", ")) + ", by "
                            + entry.by()
                            + follower.note()
                                    .map(note -> ": " + Printable.quoted(note))
                                    .orElse(""))));
        }
    }

    private void remains(Shown shown) {
        sheet.blank();
        sheet.paragraph(
                0,
                0,
                Run.plain("What remains:"),
                new Run(shown.remains().words() + ":", Style.STRONG),
                Run.plain(shown.remains().meaning() + "."));
        if (!shown.erased().isEmpty()) {
            say("Erased, and nobody can bring it back: " + String.join(", ", shown.erased()) + ".");
        }
    }

    private void proof(Shown shown) {
        sheet.blank();
        if (shown.proof().isIntact()) {
            say("Proof: intact. It is number " + shown.entry().index() + " in the tree of "
                    + shown.proof().size() + (shown.proof().size() == 1 ? " record" : " records") + " that "
                    + Printable.of(shown.proof().signedBy()) + " signed.");
            return;
        }
        if (!shown.proof().inTree()) {
            sheet.paragraph(
                    0,
                    0,
                    new Run("Proof: NOT intact.", Style.RED),
                    Run.plain(
                            shown.proof().size() == 0
                                    ? "There is no checkpoint that the ledger's key signed."
                                    : "What stands in the ledger is not what was signed."));
        }
        shown.proof()
                .altered()
                .forEach(part -> sheet.paragraph(
                        0,
                        0,
                        new Run("Proof: NOT intact.", Style.RED),
                        Run.plain("Its part " + Printable.quoted(part) + " is not what was sealed.")));
    }

    private static String shortened(String hash) {
        return hash.substring(0, Math.min(hash.length(), "sha256:".length() + 12));
    }

    private void say(String sentence) {
        sheet.paragraph(0, 0, Run.plain(sentence));
    }

    private static String number(Entry entry) {
        return "#" + entry.index() + " (" + entry.id() + ")";
    }
}
