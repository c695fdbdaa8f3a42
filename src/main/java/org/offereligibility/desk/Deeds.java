package org.offereligibility.desk;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.offereligibility.decision.Verdict;
import org.offereligibility.dossier.Moment;
import org.offereligibility.ledger.Draft;
import org.offereligibility.ledger.Entry;
import org.offereligibility.ledger.Ledger;
import org.offereligibility.ledger.LedgerUnusable;
import org.offereligibility.ledger.Part;
import org.offereligibility.policy.Overriding;
import org.offereligibility.policy.PolicyArchive;
import org.offereligibility.policy.PolicyHeader;

/**
 * What people do with a recorded decision: rule on it, override it, withdraw it. Each is a record of its own that points at
 * the decision; the decision stays as it is. Safe for threads.
 */
public final class Deeds {
    private final Ledger ledger;
    private final InstantSource clock;

    public Deeds(Ledger ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What was asked cannot be done with this decision; nothing was recorded. */
    public static final class NotPossible extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient List<String> reasons;

        NotPossible(List<String> reasons) {
            super(String.join("; ", reasons));
            this.reasons = List.copyOf(reasons);
        }

        /** Every reason, as sentences without their full stops. */
        public List<String> reasons() {
            return reasons;
        }
    }

    /**
     * Who does it, and what they say.
     *
     * @param requestId whoever asks again with the same one gets the same record
     * @param note sealed, for it may name a person
     */
    public record Word(String requestId, String by, String note) {}

    /**
     * Why a decision is overridden.
     *
     * @param reason its code, one of those that the policy lists
     * @param second who agrees
     * @param expires from when on it no longer holds; if none is given, it holds as long as it may
     */
    public record Grounds(String reason, String second, Optional<Moment> expires) {}

    /**
     * The committee rules on a decision that is for it to rule on.
     *
     * @throws NotPossible if it is not, or was ruled on
     */
    public Entry ruling(Entry decision, Verdict to, Word word) throws LedgerUnusable, NotPossible {
        Optional<Entry> before = ledger.ofRequest(word.requestId());
        List<String> reasons = new ArrayList<>();
        if (before.isEmpty()) {
            Standing standing = standing(decision, reasons);
            if (standing.reached().filter(verdict -> verdict != Verdict.REFER).isPresent()) {
                reasons.add("only a decision of REFER is for the committee to rule on; this one is "
                        + standing.reached().get() + ", which an override can set aside");
            }
            standing.deeds().stream()
                    .filter(deed -> deed.entry().kind().equals(Records.RULING) && !deed.takenBack())
                    .forEach(deed -> reasons.add("it was ruled on already, in the record "
                            + deed.entry().id() + ": withdraw that one first"));
        }
        if (to == Verdict.REFER || to == Verdict.INCOMPLETE) {
            reasons.add("a ruling is ELIGIBLE or INELIGIBLE");
        }
        return add(Records.RULING, decision, Optional.of(to), Map.of(), word, reasons);
    }

    /**
     * People put another verdict in the place of a decision's, for a time.
     *
     * @throws NotPossible if one of the grounds is missing or nothing would change
     */
    public Entry override(Entry decision, Verdict to, Grounds grounds, Word word) throws LedgerUnusable, NotPossible {
        Overriding allowed = allowed(decision);
        Moment now = new Moment(clock.instant());
        Moment latest =
                new Moment(now.instant().plus(Duration.ofDays(allowed.days())).truncatedTo(ChronoUnit.DAYS));
        Moment expires = grounds.expires().orElse(latest);
        List<String> reasons = new ArrayList<>();
        if (ledger.ofRequest(word.requestId()).isEmpty()) {
            Standing standing = standing(decision, reasons);
            if (standing.verdict(now).filter(verdict -> verdict == to).isPresent()) {
                reasons.add("the decision stands as " + to + " already");
            }
            allowed.refusal(grounds.reason()).ifPresent(reasons::add);
            if (expires.compareTo(now) <= 0) {
                reasons.add("an override must hold for a while: its last day has passed already");
            }
            if (expires.compareTo(latest) > 0) {
                reasons.add("an override may hold for " + allowed.days() + " days at most, which is until "
                        + latest.instant().atOffset(ZoneOffset.UTC).toLocalDate());
            }
        }
        if (grounds.second().isBlank() || new Signatories(word.by(), grounds.second()).areOne()) {
            reasons.add("a second person must agree to an override");
        }
        if (word.note().isBlank()) {
            reasons.add("an override needs a text that says why");
        }
        return add(
                Records.OVERRIDE,
                decision,
                Optional.of(to),
                Map.of(
                        Records.REASON, grounds.reason(),
                        Records.SECOND, grounds.second(),
                        Records.EXPIRES, expires.toString()),
                word,
                reasons);
    }

    /**
     * A decision, a ruling or an override is taken back.
     *
     * @throws NotPossible if it was already, or is none of these
     */
    public Entry withdrawal(Entry what, Word word) throws LedgerUnusable, NotPossible {
        List<String> reasons = new ArrayList<>();
        if (!List.of(Records.DECISION, Records.RULING, Records.OVERRIDE).contains(what.kind())) {
            reasons.add("only a decision, a ruling or an override can be withdrawn; this is a " + what.kind());
        } else if (ledger.ofRequest(word.requestId()).isEmpty()
                && Standing.of(ledger, what).withdrawn()) {
            reasons.add("it was withdrawn already");
        }
        return add(Records.WITHDRAWAL, what, Optional.empty(), Map.of(), word, reasons);
    }

    /** As the rules say by which it was decided. */
    private Overriding allowed(Entry decision) throws LedgerUnusable {
        return ledger.rules(decision.rules())
                .flatMap(rules -> PolicyArchive.open(rules.bytes(), decision.role(), decision.version()))
                .map(folder -> PolicyHeader.of(folder).overrides())
                .orElse(Overriding.DEFAULT);
    }

    private Standing standing(Entry decision, List<String> reasons) throws LedgerUnusable {
        Standing standing = Standing.of(ledger, decision);
        if (!decision.kind().equals(Records.DECISION)) {
            reasons.add("this is not a decision but a " + decision.kind());
        } else if (standing.withdrawn()) {
            reasons.add("the decision was withdrawn");
        } else if (standing.reached().isEmpty()) {
            reasons.add("the decision's outcome was erased");
        }
        return standing;
    }

    private Entry add(
            String kind, Entry about, Optional<Verdict> to, Map<String, String> fields, Word word, List<String> reasons)
            throws LedgerUnusable, NotPossible {
        if (!reasons.isEmpty()) {
            throw new NotPossible(reasons);
        }
        SortedMap<String, byte[]> parts = new TreeMap<>();
        Optional<Part> candidate = ledger.part(about.index(), Records.CANDIDATE);
        candidate.ifPresent(part -> parts.put(Records.CANDIDATE, part.content()));
        to.ifPresent(verdict -> parts.put(Records.OUTCOME, Records.outcome(verdict.name())));
        if (!word.note().isBlank()) {
            parts.put(Records.NOTE, Records.bytes(word.note()));
        }
        return ledger.append(new Draft(
                kind,
                word.requestId(),
                word.by(),
                about.id(),
                fields,
                parts,
                Records.marks(kind, parts.getOrDefault(Records.OUTCOME, new byte[0])),
                Optional.empty()));
    }
}
