package org.offereligibility.desk;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.offereligibility.decision.EnginesDisagree;
import org.offereligibility.decision.Evaluator;
import org.offereligibility.decision.RuleFailed;
import org.offereligibility.decision.Verdict;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.Problem;
import org.offereligibility.explanation.DecisionJson;
import org.offereligibility.ledger.RuleArchive;
import org.offereligibility.policy.PolicyArchive;
import org.offereligibility.policy.PolicyFolder;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RulesUnusable;
import org.offereligibility.policy.Versions;

/**
 * Evaluates recorded decisions again, by the rules that were archived with them and by both engines, and compares byte for
 * byte. Safe for threads.
 */
public final class Replay {
    /** Compiled rules take some megabytes; decisions come roughly in the order of their rules. */
    private static final int MOST = 8;

    private static final String SAME =
            "Neither the dossier nor the rules, the engine or the program changed: this is a fault in the program, or"
                    + " someone altered the record before it was sealed.";

    private record Ruled(Optional<Evaluator> evaluator, List<String> faults) {}

    private final Optional<Path> cache;
    private final Map<List<String>, Ruled> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<String>, Ruled> eldest) {
            return size() > MOST;
        }
    };

    /** @param cache where compiled rules are kept; none to compile anew */
    public Replay(Optional<Path> cache) {
        this.cache = cache;
    }

    /** @param kept of a decision */
    public Replayed of(Kept kept) {
        Optional<Verdict> recorded = kept.content(Records.OUTCOME).flatMap(RecordedDecision::verdict);
        List<String> causes = new ArrayList<>();
        kept.altered()
                .forEach(name -> causes.add("The " + called(name)
                        + " is not the one that was recorded: it does not fit the record's commitment."));
        kept.missing()
                .forEach(name ->
                        causes.add("The " + called(name) + " is missing, though nothing says that it was erased."));
        Optional<byte[]> dossier = kept.content(Records.DOSSIER);
        Optional<byte[]> trace = kept.content(Records.TRACE);
        if (dossier.isEmpty() || trace.isEmpty()) {
            return causes.isEmpty()
                    ? new Replayed.Erased(recorded, remains(kept))
                    : new Replayed.Different(recorded, Optional.empty(), causes, Optional.empty());
        }
        Ruled ruled = rules(kept);
        causes.addAll(ruled.faults());
        if (ruled.evaluator().isEmpty()) {
            return new Replayed.Different(recorded, Optional.empty(), causes, Optional.empty());
        }
        List<String> undecided = new ArrayList<>();
        Optional<Replayed.Again> again = again(ruled.evaluator().get(), kept, dossier.get(), undecided);
        if (again.isEmpty()) {
            causes.addAll(undecided);
            causes.addAll(surroundings(kept));
            return new Replayed.Different(recorded, Optional.empty(), causes, Optional.empty());
        }
        byte[] now = Records.bytes(DecisionJson.text(again.get().decision()));
        Verdict verdict = again.get().decision().verdict();
        boolean same = Arrays.equals(now, trace.get());
        if (!recorded.equals(Optional.of(verdict)) && same && kept.parts().containsKey(Records.OUTCOME)) {
            causes.add("The recorded outcome does not say what the recorded decision says.");
        }
        if (same && causes.isEmpty()) {
            return new Replayed.Identical(again.get());
        }
        if (!same) {
            causes.addAll(surroundings(kept));
            if (causes.isEmpty()) {
                causes.add(SAME);
            }
        }
        return new Replayed.Different(
                recorded,
                Optional.of(verdict),
                causes,
                same ? Optional.empty() : Optional.of(Differences.between(trace.get(), now)));
    }

    /**
     * What other rules would have decided.
     *
     * @param kept of a decision
     * @throws EnginesDisagree as {@link Evaluator#evaluate} does
     */
    public static Otherwise with(Evaluator others, Kept kept) {
        Optional<Verdict> recorded = kept.content(Records.OUTCOME).flatMap(RecordedDecision::verdict);
        Optional<byte[]> dossier = kept.content(Records.DOSSIER);
        Optional<byte[]> trace = kept.content(Records.TRACE);
        if (dossier.isEmpty() || trace.isEmpty()) {
            return new Otherwise(
                    recorded, Optional.empty(), Optional.empty(), List.of(capital(erased(kept)) + " erased."));
        }
        List<String> undecided = new ArrayList<>();
        return again(others, kept, dossier.get(), undecided)
                .map(Replayed.Again::decision)
                .map(decision -> new Otherwise(
                        recorded,
                        Optional.of(decision.verdict()),
                        Optional.of(Differences.between(trace.get(), Records.bytes(DecisionJson.text(decision)))),
                        List.of()))
                .orElseGet(() -> new Otherwise(recorded, Optional.empty(), Optional.empty(), undecided));
    }

    /**
     * What other rules would have decided.
     *
     * @param recorded the recorded verdict, if it can still be read
     * @param verdict that of the other rules, if they decide the dossier
     * @param differences between the recorded decision and the other one
     * @param undecided why not, if they do not
     */
    public record Otherwise(
            Optional<Verdict> recorded,
            Optional<Verdict> verdict,
            Optional<Differences> differences,
            List<String> undecided) {}

    /** @param undecided takes why not, in sentences, if there is no decision */
    private static Optional<Replayed.Again> again(
            Evaluator evaluator, Kept kept, byte[] dossier, List<String> undecided) {
        try {
            Moment asOf = Moment.parse(kept.field(Records.AS_OF));
            Consideration considered = Elsewhere.consider(evaluator, dossier, asOf);
            if (considered instanceof Consideration.Case asked) {
                return Optional.of(
                        new Replayed.Again(asked, asked.evaluator().evaluate(asked.dossier(), asked.asOf())));
            }
            undecided.add("The recorded dossier is refused now:");
            ((Consideration.Refused) considered).problems().forEach(problem -> undecided.add(said(problem)));
        } catch (DateTimeException none) {
            undecided.add("The record does not say at which instant the dossier was judged.");
        } catch (EnginesDisagree disagreement) {
            undecided.add("The two engines do not agree on this dossier now.");
        } catch (RuleFailed failed) {
            undecided.add("A rule cannot be applied to this dossier now: " + failed.getMessage());
        }
        return Optional.empty();
    }

    /** Of engine and program, what is not what it was. */
    private static List<String> surroundings(Kept kept) {
        List<String> changed = new ArrayList<>();
        String engine = Versions.engine();
        if (!kept.field(Records.ENGINE).equals(engine)) {
            changed.add("The engine changed: it was " + kept.field(Records.ENGINE) + " and is now " + engine + ".");
        }
        if (!kept.field(Records.PROGRAM).equals(Versions.program())) {
            changed.add("The program changed: its version was " + kept.field(Records.PROGRAM) + " and is now "
                    + Versions.program() + ".");
        }
        return changed;
    }

    private synchronized Ruled rules(Kept kept) {
        String hash = kept.field(Records.RULES);
        if (kept.rules().isEmpty()) {
            return fault("The rules that decided it are not in the archive: " + hash + ".");
        }
        RuleArchive archive = kept.rules().get();
        String version = kept.field(Records.VERSION);
        Optional<PolicyFolder> folder = opened(archive, kept.field(Records.ROLE), version);
        if (folder.isEmpty()) {
            return fault("The rules changed: what the archive holds in their place is no rule set.");
        }
        String found = folder.get().hash();
        Ruled ruled = known.get(List.of(found, kept.field(Records.ROLE), version));
        if (ruled == null) {
            ruled = compiled(folder.get());
            known.put(List.of(found, kept.field(Records.ROLE), version), ruled);
        }
        if (found.equals(hash)) {
            return ruled;
        }
        List<String> faults = new ArrayList<>();
        faults.add("The rules changed: the archived ones have the hash " + found + ", those that decided had " + hash
                + ".");
        faults.addAll(ruled.faults());
        return new Ruled(ruled.evaluator(), faults);
    }

    private static Optional<PolicyFolder> opened(RuleArchive archive, String role, String version) {
        try {
            return PolicyArchive.open(archive.bytes(), role, version);
        } catch (InvalidPathException noNames) {
            return Optional.empty(); // whoever made up this record gave it a role that no folder can have
        }
    }

    private Ruled compiled(PolicyFolder folder) {
        try {
            return new Ruled(Optional.of(new Evaluator(RuleSet.of(folder, cache))), List.of());
        } catch (RulesUnusable unusable) {
            List<String> faults = new ArrayList<>(List.of("The archived rules cannot be used any more:"));
            unusable.problems().forEach(problem -> faults.add(problem.toString()));
            return new Ruled(Optional.empty(), faults);
        }
    }

    private static Ruled fault(String sentence) {
        return new Ruled(Optional.empty(), List.of(sentence));
    }

    private static String said(Problem problem) {
        return problem.pointer() + ": " + problem.message();
    }

    /** What remains provable of a decision of which something was erased. */
    static String remains(Kept kept) {
        return kept.parts().containsKey(Records.OUTCOME)
                ? "the outcome only: its verdict and findings are still proved, but not repeated, since " + erased(kept)
                        + " erased"
                : "its existence only: that something was decided then, by these rules, is still proved; what, was"
                        + " erased";
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String erased(Kept kept) {
        boolean dossier = !kept.parts().containsKey(Records.DOSSIER);
        boolean trace = !kept.parts().containsKey(Records.TRACE);
        return dossier && trace
                ? "dossier and decision were"
                : dossier ? "the dossier was" : "the decision's trace was";
    }

    /** How people call a sealed part. */
    static String called(String part) {
        return switch (part) {
            case Records.CANDIDATE -> "candidate's id";
            case Records.DOSSIER -> "dossier";
            case Records.TRACE -> "decision";
            case Records.OUTCOME -> "outcome";
            case Records.NOTE -> "note";
            default -> "part `" + part + "`";
        };
    }
}
