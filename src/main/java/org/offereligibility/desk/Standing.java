package org.offereligibility.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.offereligibility.decision.Verdict;
import org.offereligibility.dossier.Moment;
import org.offereligibility.ledger.Entry;
import org.offereligibility.ledger.Filter;
import org.offereligibility.ledger.Ledger;
import org.offereligibility.ledger.LedgerUnusable;

/**
 * How a recorded decision stands, after what people did with it.
 *
 * @param reached the decision's own verdict, unless its outcome was erased
 * @param deeds rulings, overrides and withdrawals of the decision, oldest first
 * @param withdrawn whether the decision itself was withdrawn
 */
public record Standing(Entry decision, Optional<Verdict> reached, List<Deed> deeds, boolean withdrawn) {
    private static final int MANY = 1000;

    /**
     * Something that people did with a decision.
     *
     * @param to the verdict that they put in its place; none for a withdrawal, or if it was erased
     * @param expires from when on it no longer holds; overrides only
     * @param takenBack whether it was itself withdrawn
     */
    public record Deed(Entry entry, Optional<Verdict> to, Optional<Moment> expires, boolean takenBack) {
        boolean holds(Moment now) {
            return !takenBack
                    && to.isPresent()
                    && expires.filter(end -> end.compareTo(now) <= 0).isEmpty();
        }
    }

    /** @param decision a record of that kind */
    public static Standing of(Ledger ledger, Entry decision) throws LedgerUnusable {
        List<Deed> deeds = new ArrayList<>();
        boolean withdrawn = false;
        for (Entry entry : ledger.page(Filter.about(decision.id()), 0, MANY)) {
            if (entry.kind().equals(Records.WITHDRAWAL)) {
                withdrawn = true;
            }
            if (List.of(Records.RULING, Records.OVERRIDE, Records.WITHDRAWAL).contains(entry.kind())) {
                String expires = RecordedDecision.of(entry).field(Records.EXPIRES);
                deeds.add(new Deed(
                        entry,
                        verdict(ledger, entry),
                        expires.isEmpty() ? Optional.empty() : Optional.of(Moment.parse(expires)),
                        ledger.page(Filter.about(entry.id()), 0, MANY).stream()
                                .anyMatch(about -> about.kind().equals(Records.WITHDRAWAL))));
            }
        }
        return new Standing(decision, verdict(ledger, decision), List.copyOf(deeds), withdrawn);
    }

    private static Optional<Verdict> verdict(Ledger ledger, Entry entry) throws LedgerUnusable {
        return ledger.part(entry.index(), Records.OUTCOME).flatMap(part -> RecordedDecision.verdict(part.content()));
    }

    /** The last ruling or override that holds at that instant. */
    public Optional<Deed> holding(Moment now) {
        return deeds.stream().filter(deed -> deed.holds(now)).reduce((earlier, later) -> later);
    }

    /** What counts at that instant; none once the decision was withdrawn or its outcome erased. */
    public Optional<Verdict> verdict(Moment now) {
        return withdrawn ? Optional.empty() : holding(now).flatMap(Deed::to).or(() -> reached);
    }
}
