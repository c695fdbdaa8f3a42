package org.offereligibility.trial;

import java.util.List;
import java.util.Optional;
import org.offereligibility.policy.RuleSet;

/**
 * What became of the mutants of a rule set.
 *
 * @param tried in the order of files and places
 */
public record MutationReport(RuleSet rules, List<Mutation.Tried> tried) {
    public long killed() {
        return count(Fate.Killed.class);
    }

    public long refused() {
        return count(Fate.Refused.class);
    }

    public long equivalent() {
        return count(Fate.Equivalent.class);
    }

    /** Those that nobody would notice, whether or not a dossier is known that tells them apart. */
    public long survivors() {
        return count(Fate.ToldApart.class) + count(Fate.Open.class);
    }

    private long count(Class<? extends Fate> fate) {
        return tried.stream().filter(one -> fate.isInstance(one.fate())).count();
    }

    /** How many of those that can be noticed are; in per cent, rounded down. None where there are none. */
    public Optional<Integer> percent() {
        long noticed = killed() + refused();
        long all = noticed + survivors();
        return all == 0 ? Optional.empty() : Optional.of((int) (noticed * 100 / all));
    }
}
