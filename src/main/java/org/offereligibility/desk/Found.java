package org.offereligibility.desk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.offereligibility.decision.Verdict;
import org.offereligibility.ledger.Entry;
import org.offereligibility.ledger.Ledger;
import org.offereligibility.ledger.LedgerUnusable;
import org.offereligibility.ledger.Part;

/**
 * A record as a list shows it.
 *
 * @param candidate whom it is about, unless that was erased
 * @param verdict a decision's own, or the one that people put in its place; none if it was erased
 */
public record Found(Entry entry, Optional<String> candidate, Optional<Verdict> verdict, Remains remains) {
    /** The same records in the same order, with what stands in them. */
    public static List<Found> of(Ledger ledger, List<Entry> entries) throws LedgerUnusable {
        List<Long> indexes = entries.stream().map(Entry::index).toList();
        Map<Long, Set<String>> sealed = ledger.sealed(indexes);
        Map<Long, Part> candidates = ledger.parts(indexes, Records.CANDIDATE);
        Map<Long, Part> outcomes = ledger.parts(indexes, Records.OUTCOME);
        List<Found> found = new ArrayList<>();
        for (Entry entry : entries) {
            found.add(new Found(
                    entry,
                    Optional.ofNullable(candidates.get(entry.index()))
                            .map(part -> new String(part.content(), StandardCharsets.UTF_8)),
                    Optional.ofNullable(outcomes.get(entry.index()))
                            .flatMap(part -> RecordedDecision.verdict(part.content())),
                    Remains.of(entry, sealed.getOrDefault(entry.index(), Set.of()))));
        }
        return found;
    }
}
