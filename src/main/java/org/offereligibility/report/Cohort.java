package org.offereligibility.report;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.offereligibility.decision.Verdict;

/**
 * Everybody whom a report is about, each once: of someone judged several times the latest judgement counts, which is the one
 * recorded last, and of those not recorded the one as of the latest instant; of several such the one that is worst for the
 * candidate. In whatever order they come, the cohort is the same. Not safe for
 * threads.
 */
public final class Cohort {
    private static final Comparator<Judged> COUNTS_FIRST = Comparator.comparingLong(Judged::recorded)
            .thenComparing(Judged::asOf)
            .reversed()
            .thenComparing(Judged::verdict)
            .thenComparing(Judged::toString);

    private final String role;
    private final Map<String, Judged> latest = new TreeMap<>();
    private final Map<Judged.Found, Judged.Found> known = new HashMap<>();
    private long repeated;
    private long otherRoles;

    /** @param role the one that the report is about; judgements of others are left out and counted */
    public Cohort(String role) {
        this.role = role;
    }

    public static Cohort of(String role, Collection<Judged> judged) {
        Cohort cohort = new Cohort(role);
        judged.forEach(cohort::add);
        return cohort;
    }

    public void add(Judged judged) {
        if (!judged.role().equals(role)) {
            otherRoles++;
            return;
        }
        Judged kept = shared(judged);
        Judged before = latest.get(kept.candidateId());
        if (before != null) {
            repeated++;
        }
        if (before == null || COUNTS_FIRST.compare(kept, before) < 0) {
            latest.put(kept.candidateId(), kept);
        }
    }

    /** With findings that all judgements share, so that many take little room. */
    private Judged shared(Judged judged) {
        return new Judged(
                judged.candidateId(),
                role,
                judged.asOf(),
                judged.recorded(),
                judged.verdict(),
                judged.rounds(),
                judged.offered(),
                judged.findings().stream()
                        .map(found -> known.computeIfAbsent(found, unseen -> unseen))
                        .toList(),
                judged.ruledOtherwise());
    }

    public String role() {
        return role;
    }

    /** By candidate id. */
    public Collection<Judged> judged() {
        return latest.values();
    }

    public Optional<Judged> judged(String candidateId) {
        return Optional.ofNullable(latest.get(candidateId));
    }

    public long size() {
        return latest.size();
    }

    public long count(Verdict verdict) {
        return latest.values().stream()
                .filter(judged -> judged.verdict() == verdict)
                .count();
    }

    /** Every finding that was made of anybody, strongest effect first, once for each rule and effect. */
    public List<Judged.Found> found() {
        return latest.values().stream()
                .flatMap(judged -> judged.findings().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** How many judgements do not count because a later one does. */
    public long repeated() {
        return repeated;
    }

    /** How many judgements are about another role. */
    public long otherRoles() {
        return otherRoles;
    }
}
