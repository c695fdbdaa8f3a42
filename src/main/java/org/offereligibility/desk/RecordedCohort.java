package org.offereligibility.desk;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.offereligibility.decision.Effect;
import org.offereligibility.decision.Verdict;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.Moment;
import org.offereligibility.ledger.Entry;
import org.offereligibility.ledger.Filter;
import org.offereligibility.ledger.Ledger;
import org.offereligibility.ledger.LedgerUnusable;
import org.offereligibility.ledger.Part;
import org.offereligibility.report.Basis;
import org.offereligibility.report.Cohort;
import org.offereligibility.report.Judged;

/**
 * Everybody on whom something is recorded, for a report. What was withdrawn counts for nothing, and neither does what was
 * erased so far that nobody knows any more whom it was about.
 */
public final class RecordedCohort {
    private static final int PAGE = 500;

    private final Ledger ledger;
    private final Optional<Moment> now;
    /** What people did, by the id of the record that it is about; oldest first. */
    private final Map<String, List<Entry>> deeds = new HashMap<>();

    private final Set<String> withdrawn = new HashSet<>();
    private long leftOutWithdrawn;
    private long leftOutErased;

    private RecordedCohort(Ledger ledger, Optional<Moment> now) {
        this.ledger = ledger;
        this.now = now;
    }

    /** The roles of all recorded decisions, by name. */
    public static SortedSet<String> roles(Ledger ledger) throws LedgerUnusable {
        SortedSet<String> roles = new TreeSet<>();
        new RecordedCohort(ledger, Optional.empty()).each(Records.DECISION, entry -> roles.add(entry.role()));
        return roles;
    }

    /**
     * Fills a cohort with all decisions on its role that were recorded in that time.
     *
     * @param now an override that has expired then does not count; if absent, every override does
     * @param from the first instant of recording
     * @param until the first instant after it
     * @return what was left out
     */
    public static Basis fill(
            Cohort cohort, Ledger ledger, Optional<Moment> now, Optional<Instant> from, Optional<Instant> until)
            throws LedgerUnusable {
        RecordedCohort recorded = new RecordedCohort(ledger, now);
        // what people did may come long after the decision
        recorded.each(Records.WITHDRAWAL, entry -> recorded.withdrawn.add(entry.about()));
        recorded.each(Records.RULING, recorded::deed);
        recorded.each(Records.OVERRIDE, recorded::deed);
        recorded.each(Records.DECISION, Optional.of(cohort.role()), from, until, entry -> recorded.add(entry, cohort));
        return new Basis(
                Basis.Source.LEDGER,
                cohort.otherRoles(),
                cohort.repeated(),
                recorded.leftOutWithdrawn,
                recorded.leftOutErased);
    }

    private interface Taker {
        void take(Entry entry) throws LedgerUnusable;
    }

    private void each(String kind, Taker taker) throws LedgerUnusable {
        each(kind, Optional.empty(), Optional.empty(), Optional.empty(), taker);
    }

    private void each(String kind, Optional<String> role, Optional<Instant> from, Optional<Instant> until, Taker taker)
            throws LedgerUnusable {
        Filter filter = new Filter(
                Optional.empty(),
                Optional.of(kind),
                Optional.empty(),
                Optional.empty(),
                role,
                Optional.empty(),
                Optional.empty(),
                from,
                until,
                Set.of());
        long next = 0;
        for (List<Entry> page = ledger.page(filter, next, PAGE);
                !page.isEmpty();
                page = ledger.page(filter, next, PAGE)) {
            for (Entry entry : page) {
                taker.take(entry);
            }
            next = page.get(page.size() - 1).index() + 1;
        }
    }

    private void deed(Entry entry) {
        deeds.computeIfAbsent(entry.about(), unseen -> new ArrayList<>()).add(entry);
    }

    private void add(Entry entry, Cohort cohort) throws LedgerUnusable {
        if (withdrawn.contains(entry.id())) {
            leftOutWithdrawn++;
            return;
        }
        Map<String, byte[]> parts = new HashMap<>();
        for (Part part : ledger.parts(entry.index())) {
            parts.put(part.name(), part.content());
        }
        Optional<Judged> judged = judged(entry, parts);
        if (judged.isEmpty()) {
            leftOutErased++;
            return;
        }
        cohort.add(overruling(entry).map(judged.get()::overridden).orElse(judged.get()));
    }

    private static Optional<Judged> judged(Entry entry, Map<String, byte[]> parts) {
        byte[] candidate = parts.get(Records.CANDIDATE);
        byte[] outcome = parts.get(Records.OUTCOME);
        byte[] dossier = parts.get(Records.DOSSIER);
        if (candidate == null || outcome == null || dossier == null) {
            return Optional.empty();
        }
        Json read = Records.json(dossier).orElseGet(() -> new Json.Null(new Json.Position(1, 1)));
        return RecordedDecision.verdict(outcome)
                .map(verdict -> new Judged(
                        new String(candidate, StandardCharsets.UTF_8),
                        entry.role(),
                        RecordedDecision.of(entry).asOf(),
                        entry.index(),
                        verdict,
                        rounds(read),
                        read.at("/offer/extendedAt")
                                .filter(Json.Str.class::isInstance)
                                .isPresent(),
                        findings(outcome),
                        Optional.empty()));
    }

    private static List<Judged.Held> rounds(Json dossier) {
        List<Judged.Held> rounds = new ArrayList<>();
        for (Json.Obj round : objects(dossier.at("/rounds"))) {
            rounds.add(new Judged.Held(
                    Records.text(round, "round").orElse(""),
                    Moment.parse(Records.text(round, "startedAt").orElse("")),
                    Records.text(round, "outcome").orElse("")));
        }
        return rounds;
    }

    private static List<Judged.Found> findings(byte[] outcome) {
        List<Judged.Found> findings = new ArrayList<>();
        for (Json.Obj finding : objects(Records.json(outcome).flatMap(json -> json.at("/findings")))) {
            Arrays.stream(Effect.values())
                    .filter(effect -> Records.text(finding, "effect").equals(Optional.of(effect.name())))
                    .findFirst()
                    .ifPresent(effect -> findings.add(new Judged.Found(
                            Records.text(finding, Records.CODE).orElse(""),
                            Records.text(finding, Records.RULE).orElse(""),
                            effect,
                            Records.text(finding, "section").orElse(""))));
        }
        return findings;
    }

    private static List<Json.Obj> objects(Optional<Json> list) {
        return list.orElse(null) instanceof Json.Arr array
                ? array.items().stream()
                        .filter(Json.Obj.class::isInstance)
                        .map(Json.Obj.class::cast)
                        .toList()
                : List.of();
    }

    /** The last thing that people put in the verdict's place and that holds. */
    private Optional<Judged.Overruling> overruling(Entry decision) throws LedgerUnusable {
        List<Entry> done = deeds.getOrDefault(decision.id(), List.of()).stream()
                .filter(deed -> !withdrawn.contains(deed.id()))
                .sorted(Comparator.comparingLong(Entry::index).reversed())
                .toList();
        for (Entry deed : done) {
            RecordedDecision said = RecordedDecision.of(deed);
            Optional<Verdict> to = ledger.part(deed.index(), Records.OUTCOME)
                    .flatMap(part -> RecordedDecision.verdict(part.content()));
            if (to.isPresent() && holds(said.field(Records.EXPIRES))) {
                String reason = said.field(Records.REASON);
                return Optional.of(new Judged.Overruling(
                        to.get(), reason.isEmpty() ? Optional.empty() : Optional.of(reason), deed.by()));
            }
        }
        return Optional.empty();
    }

    private boolean holds(String expires) {
        return expires.isEmpty() || now.isEmpty() || Moment.parse(expires).compareTo(now.get()) > 0;
    }
}
