package org.offereligibility.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.offereligibility.decision.Decision;
import org.offereligibility.dossier.Entry;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.Problem;
import org.offereligibility.explanation.DecisionJson;
import org.offereligibility.ledger.Draft;
import org.offereligibility.ledger.Ledger;
import org.offereligibility.ledger.LedgerUnusable;
import org.offereligibility.ledger.Part;
import org.offereligibility.ledger.RuleArchive;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RulesUnusable;

/**
 * Decides dossiers and records the decisions. What is decided is the dossier's canonical form (RFC 8785), so that the very
 * bytes that are recorded give the decision again. Safe for threads.
 */
public final class Recording {
    private final Desk desk;
    private final Ledger ledger;
    private final String by;
    private final Map<RuleSet, RuleArchive> archives = new ConcurrentHashMap<>();

    /** @param by who asks */
    public Recording(Desk desk, Ledger ledger, String by) {
        this.desk = desk;
        this.ledger = ledger;
        this.by = by;
    }

    /** A decision that is to be recorded, or was already under the same request id. */
    public record Reached(Outcome.Decided decided, Draft draft) {}

    /** What became of a dossier: a decision, recorded, or what was wrong. */
    public sealed interface Result {
        /** @param entry the record, which is on the disk */
        record Recorded(Outcome.Decided decided, org.offereligibility.ledger.Entry entry) implements Result {}

        /** @param problems in the order of their places; never empty. Nothing was recorded */
        record Refused(List<Problem> problems) implements Result {}
    }

    /**
     * Decides a dossier and records the decision.
     *
     * @param requestId whoever asks again with the same one and the same dossier gets the same record
     * @param evaluationTime the instant at which a dossier is judged that names none
     * @throws LedgerUnusable if it was not recorded, or nobody can know: ask again with the same request id
     * @throws RulesUnusable as {@link Desk#evaluate} does
     * @throws org.offereligibility.decision.EnginesDisagree as {@link Desk#evaluate} does
     */
    public Result record(Entry entry, String requestId, Moment evaluationTime) throws LedgerUnusable, RulesUnusable {
        Tried tried = decide(entry, requestId, evaluationTime);
        return tried.reached().isPresent()
                ? keep(List.of(new Asked(entry, tried.reached().get()))).get(0)
                : new Result.Refused(tried.problems());
    }

    /** A dossier's decision, not yet recorded; or what is wrong with it. */
    public record Tried(Optional<Reached> reached, List<Problem> problems) {}

    /** A decision and the dossier that it is about, to be recorded. */
    public record Asked(Entry entry, Reached reached) {}

    /** Does all of {@link #record} but the recording, so that many can be recorded at once. */
    public Tried decide(Entry entry, String requestId, Moment evaluationTime) throws LedgerUnusable, RulesUnusable {
        Consideration considered = desk.consider(entry, evaluationTime);
        if (considered instanceof Consideration.Refused refused) {
            return new Tried(Optional.empty(), refused.problems());
        }
        Consideration.Case asked = (Consideration.Case) considered;
        byte[] canonical = Records.canonical(asked.dossier());
        Optional<org.offereligibility.ledger.Entry> before = ledger.ofRequest(requestId);
        Moment asOf = asked.asOf();
        if (before.isPresent()) {
            Optional<Part> dossier = ledger.part(before.get().index(), Records.DOSSIER);
            if (dossier.filter(part -> Arrays.equals(part.content(), canonical)).isEmpty()) {
                return refused(entry, ANOTHER);
            }
            // a dossier that names no instant is judged at that of the first time it was asked
            asOf = asked.dossier()
                    .asOf()
                    .orElse(RecordedDecision.of(before.get()).asOf());
        }
        Entry kept = new Entry(entry.file(), entry.line(), canonical);
        Consideration again = desk.consider(kept, asOf);
        Outcome outcome = Desk.decide(kept, again);
        if (outcome instanceof Outcome.Refused refused) {
            return new Tried(Optional.empty(), refused.problems());
        }
        Outcome.Decided decided = (Outcome.Decided) outcome;
        RuleSet rules = ((Consideration.Case) again).evaluator().rules();
        if (before.isPresent()) {
            byte[] now = Records.bytes(DecisionJson.text(decided.decision()));
            Optional<Part> then = ledger.part(before.get().index(), Records.TRACE);
            if (then.filter(part -> Arrays.equals(part.content(), now)).isEmpty()) {
                return refused(
                        entry,
                        "this request was recorded before, by rules that have changed since: `audit show "
                                + before.get().id() + "` shows what was decided");
            }
        }
        Decision decision = decided.decision();
        RuleArchive archive = archives.computeIfAbsent(rules, set -> Records.archive(set.folder()));
        return new Tried(
                Optional.of(new Reached(decided, Records.decision(requestId, by, canonical, decision, archive))),
                List.of());
    }

    private static final String ANOTHER =
            "another dossier was recorded under this request id, or it was erased since: give each request an id of its own";

    private static Tried refused(Entry entry, String message) {
        return new Tried(Optional.empty(), List.of(new Problem(entry.file(), entry.line(), 0, "", message)));
    }

    /**
     * Records decisions, in their order.
     *
     * @return as many results; a decision whose request id was taken meanwhile is refused, and the others recorded
     * @throws LedgerUnusable if the ledger cannot be written to; then none of these, or an unknown part of them, is recorded
     */
    public List<Result> keep(List<Asked> all) throws LedgerUnusable {
        try {
            List<org.offereligibility.ledger.Entry> entries = ledger.append(
                    all.stream().map(asked -> asked.reached().draft()).toList());
            List<Result> results = new ArrayList<>();
            for (int i = 0; i < entries.size(); i++) {
                results.add(new Result.Recorded(all.get(i).reached().decided(), entries.get(i)));
            }
            return results;
        } catch (LedgerUnusable.Conflict taken) {
            if (all.size() == 1) {
                return List.of(
                        new Result.Refused(refused(all.get(0).entry(), ANOTHER).problems()));
            }
            List<Result> results = new ArrayList<>();
            for (Asked asked : all) {
                results.addAll(keep(List.of(asked)));
            }
            return results;
        }
    }
}
