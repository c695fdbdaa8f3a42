package org.offereligibility.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.offereligibility.decision.Evaluator;
import org.offereligibility.decision.Verdict;
import org.offereligibility.desk.Differences;
import org.offereligibility.desk.Kept;
import org.offereligibility.desk.Replay;
import org.offereligibility.desk.Replayed;
import org.offereligibility.explanation.Printable;
import org.offereligibility.ledger.Entry;

/** What came of evaluating again, in sentences; of many decisions only those that are not the same, and the counts. */
final class ReplayText implements ReplayRun.Report {
    private static final List<String> OWN = List.of("policy");

    private final boolean one;

    /** @param one whether a single decision was asked about */
    ReplayText(boolean one) {
        this.one = one;
    }

    @Override
    public String of(Entry entry, Kept kept, Replayed replayed) {
        if (replayed instanceof Replayed.Identical identical) {
            return one
                    ? named(entry) + ", was evaluated again: the same, byte for byte.\n  "
                            + identical.again().decision().verdict() + ", " + byWhat(kept) + "\n"
                    : "";
        }
        if (replayed instanceof Replayed.Erased erased) {
            return one
                    ? named(entry) + ", can no longer be evaluated again. What remains provable is " + erased.remains()
                            + ".\n"
                    : "";
        }
        Replayed.Different different = (Replayed.Different) replayed;
        StringBuilder text = new StringBuilder(named(entry))
                .append(
                        different.now().isPresent()
                                ? ", is not what was recorded.\n"
                                : ", cannot be evaluated again.\n");
        different
                .causes()
                .forEach(cause -> text.append("  ").append(Printable.of(cause)).append('\n'));
        text.append("  Recorded: ").append(said(different.recorded()));
        different.now().ifPresent(now -> text.append(". Evaluated now: ").append(now));
        text.append(".\n");
        different.differences().ifPresent(differences -> {
            differences(differences, "recorded", "now", text);
            if (!differences.properties().isEmpty()) {
                text.append("  Otherwise too: ")
                        .append(String.join(", ", differences.properties()))
                        .append(".\n");
            } else if (differences.sameFindings()) {
                text.append("  Only the way in which it is written differs.\n");
            }
        });
        return text.append(one ? "" : "\n").toString();
    }

    @Override
    public String of(Entry entry, Kept kept, Evaluator others, Replay.Otherwise otherwise) {
        boolean same = otherwise.verdict().equals(otherwise.recorded());
        if (!one && same) {
            return "";
        }
        StringBuilder text = new StringBuilder(named(entry))
                .append(": ")
                .append(said(otherwise.recorded()))
                .append(" as recorded, by ")
                .append(Printable.of(kept.field("role") + " " + kept.field("version")))
                .append(same ? "; likewise " : "; ")
                .append(otherwise.verdict().map(Verdict::name).orElse("undecided"))
                .append(" by ")
                .append(Printable.of(
                        others.rules().role() + " " + others.rules().version()))
                .append(".\n");
        otherwise
                .undecided()
                .forEach(why -> text.append("  ").append(Printable.of(why)).append('\n'));
        otherwise.differences().ifPresent(differences -> {
            differences(told(differences), "as recorded", "by the other rules", text);
            if (told(differences).sameFindings()) {
                text.append("  Both find the same.\n");
            }
        });
        return text.append(one ? "" : "\n").toString();
    }

    /** Of other rules it goes without saying that a rule stands elsewhere. */
    private static Differences told(Differences differences) {
        return new Differences(
                differences.properties().stream()
                        .filter(name -> !OWN.contains(name))
                        .toList(),
                differences.gone(),
                differences.come(),
                differences.changed().stream()
                        .filter(changed ->
                                changed.in().contains("effect") || changed.in().contains("message"))
                        .toList());
    }

    private static void differences(Differences differences, String first, String second, StringBuilder text) {
        differences
                .gone()
                .forEach(found ->
                        text.append("  Found only ").append(first).append(": ").append(found(found)));
        differences
                .come()
                .forEach(found ->
                        text.append("  Found only ").append(second).append(": ").append(found(found)));
        differences.changed().forEach(changed -> {
            if (changed.in().contains("effect") || changed.in().contains("message")) {
                text.append("  Found ").append(first).append(" as: ").append(found(changed.before()));
                text.append("    and ").append(second).append(" as: ").append(found(changed.after()));
            } else {
                text.append("  Found ")
                        .append(first)
                        .append(" and ")
                        .append(second)
                        .append(", with another `")
                        .append(String.join("` and `", changed.in()))
                        .append("`: ")
                        .append(found(changed.after()));
            }
        });
    }

    private static String found(Differences.Found found) {
        return found.effect() + ", " + Printable.of(found.message()) + " [" + Printable.of(found.code()) + ", "
                + Printable.of(found.subject()) + "; rule " + Printable.of(found.rule()) + "]\n";
    }

    @Override
    public String ending(ReplayRun.Counts counts) {
        if (one) {
            return "";
        }
        if (counts.all == 0) {
            return counts.byOthers
                    ? "No decision on the role of these rules is recorded in this ledger.\n"
                    : "No decision is recorded in this ledger.\n";
        }
        if (counts.byOthers) {
            return number(counts.all) + (counts.all == 1 ? " decision: " : " decisions: ") + number(counts.same)
                    + " with the same verdict, " + number(counts.different) + " with another, "
                    + number(counts.erased) + " that cannot be told.\n";
        }
        return number(counts.all) + (counts.all == 1 ? " decision: " : " decisions: ") + number(counts.same)
                + " the same byte for byte, " + number(counts.different) + " not what was recorded, "
                + number(counts.erased) + " erased and no longer to be repeated.\n";
    }

    private static String named(Entry entry) {
        return "The decision " + entry.id() + ", number " + entry.index();
    }

    private static String byWhat(Kept kept) {
        return Printable.of("judged as of " + kept.field("asOf") + " by " + kept.field("role") + " "
                + kept.field("version") + ", " + kept.field("engine") + " and version " + kept.field("program")
                + " of this program.");
    }

    private static String said(Optional<Verdict> verdict) {
        return verdict.map(Verdict::name).orElse("a verdict that can no longer be read");
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
