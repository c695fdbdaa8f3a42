package org.offereligibility.desk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.offereligibility.decision.Engines;
import org.offereligibility.decision.Evaluator;
import org.offereligibility.decision.RuleFailed;
import org.offereligibility.decision.Verdict;
import org.offereligibility.dossier.Moment;
import org.offereligibility.impact.Compared;
import org.offereligibility.impact.Comparison;
import org.offereligibility.ledger.Entry;
import org.offereligibility.ledger.Filter;
import org.offereligibility.ledger.Ledger;
import org.offereligibility.ledger.LedgerUnusable;
import org.offereligibility.ledger.RuleArchive;
import org.offereligibility.policy.Policies;
import org.offereligibility.policy.PolicyArchive;
import org.offereligibility.policy.PolicyFolder;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RulesUnusable;

/**
 * Which of all versions of a role's rules turns the verdict on a recorded dossier.
 *
 * @param steps every version that is known, by its day; of one day in the order in which they first decided
 * @param recorded the place of the one that decided
 * @param turn the first later version that decides otherwise, or else the last earlier one; none if no version does
 */
public record Bisect(List<Step> steps, int recorded, Optional<Turn> turn) {
    /**
     * A version of the rules.
     *
     * @param archived whether decisions of this ledger were made by it
     * @param verdict none if it cannot decide this dossier
     */
    public record Step(String version, String hash, boolean archived, Optional<Verdict> verdict) {}

    /**
     * Two neighbouring versions between which the verdict turns; one of them decides as recorded.
     *
     * @param older its place among the steps
     * @param newer likewise
     * @param why none if the two do not read the dossier alike
     */
    public record Turn(int older, int newer, Optional<Compared.Decided> why) {
        /** Whether the newer one decides otherwise than was recorded. */
        public boolean isLater(int recorded) {
            return newer > recorded;
        }
    }

    private record Version(PolicyFolder folder, boolean archived, long firstUse) {}

    private record Tried(Step step, Optional<RuleSet> rules) {}

    /**
     * @param kept of a decision whose dossier is there
     * @param folders further versions; those of other roles and drafts take no part
     * @return none if the rules that decided are not in the archive, or the dossier is erased
     */
    public static Optional<Bisect> of(Ledger ledger, Kept kept, List<PolicyFolder> folders, Optional<Path> cache)
            throws LedgerUnusable {
        Optional<byte[]> dossier = kept.content(Records.DOSSIER);
        Optional<Verdict> verdict = kept.content(Records.OUTCOME).flatMap(RecordedDecision::verdict);
        if (dossier.isEmpty() || verdict.isEmpty()) {
            return Optional.empty();
        }
        Moment asOf = Moment.parse(kept.field(Records.AS_OF));
        List<Tried> tried = new ArrayList<>();
        for (Version version : versions(ledger, kept.field(Records.ROLE), folders)) {
            tried.add(tried(version, dossier.get(), asOf, cache));
        }
        List<Step> steps = tried.stream().map(Tried::step).toList();
        int recorded = steps.stream().map(Step::hash).toList().indexOf(kept.field(Records.RULES));
        if (recorded < 0) {
            return Optional.empty();
        }
        Optional<Turn> turn = turn(steps, recorded, verdict.get(), 1)
                .or(() -> turn(steps, recorded, verdict.get(), -1))
                .map(between -> why(between, tried, dossier.get(), asOf, cache));
        return Optional.of(new Bisect(steps, recorded, turn));
    }

    private static Optional<Turn> turn(List<Step> steps, int recorded, Verdict verdict, int direction) {
        int last = recorded;
        for (int i = recorded + direction; i >= 0 && i < steps.size(); i += direction) {
            Optional<Verdict> other = steps.get(i).verdict();
            if (other.isPresent() && other.get() != verdict) {
                return Optional.of(new Turn(Math.min(last, i), Math.max(last, i), Optional.empty()));
            }
            last = other.isPresent() ? i : last;
        }
        return Optional.empty();
    }

    private static Turn why(Turn turn, List<Tried> tried, byte[] dossier, Moment asOf, Optional<Path> cache) {
        Comparison comparison = new Comparison(
                tried.get(turn.older()).rules().orElseThrow(),
                tried.get(turn.newer()).rules().orElseThrow(),
                cache);
        return new Turn(
                turn.older(),
                turn.newer(),
                comparison.compare(Elsewhere.entry(dossier), asOf, true) instanceof Compared.Decided decided
                        ? Optional.of(decided)
                        : Optional.empty());
    }

    private static List<Version> versions(Ledger ledger, String role, List<PolicyFolder> folders)
            throws LedgerUnusable {
        Map<String, Version> versions = new LinkedHashMap<>();
        for (String hash : ledger.archived()) {
            Optional<Entry> first = ledger.page(byRules(hash), 0, 1).stream().findFirst();
            Optional<RuleArchive> archive = ledger.rules(hash).filter(Records::holds);
            if (first.isPresent() && archive.isPresent() && first.get().role().equals(role)) {
                Entry use = first.get();
                PolicyArchive.open(archive.get().bytes(), role, use.version())
                        .ifPresent(folder -> versions.put(hash, new Version(folder, true, use.index())));
            }
        }
        for (PolicyFolder folder : folders) {
            if (folder.role().equals(role) && Policies.day(folder.version()).isPresent()) {
                versions.putIfAbsent(folder.hash(), new Version(folder, false, Long.MAX_VALUE));
            }
        }
        return versions.values().stream()
                .sorted(Comparator.comparing(
                                (Version version) -> version.folder().version())
                        .thenComparing(Version::firstUse)
                        .thenComparing(version -> version.folder().hash()))
                .toList();
    }

    private static Filter byRules(String hash) {
        return new Filter(
                Optional.empty(),
                Optional.of(Records.DECISION),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(hash),
                Optional.empty(),
                Optional.empty(),
                Set.of());
    }

    private static Tried tried(Version version, byte[] dossier, Moment asOf, Optional<Path> cache) {
        PolicyFolder folder = version.folder();
        Optional<RuleSet> rules = Optional.empty();
        Optional<Verdict> verdict = Optional.empty();
        try {
            rules = Optional.of(RuleSet.of(folder, cache));
            if (Elsewhere.consider(new Evaluator(rules.get(), Engines.MATCHER_ALONE), dossier, asOf)
                    instanceof Consideration.Case asked) {
                verdict = Optional.of(asked.evaluator()
                        .conclude(asked.dossier(), asked.asOf())
                        .verdict());
            }
        } catch (RulesUnusable | RuleFailed undecided) {
            // this version says nothing of this dossier
        }
        return new Tried(new Step(folder.version(), folder.hash(), version.archived(), verdict), rules);
    }
}
