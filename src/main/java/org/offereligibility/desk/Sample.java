package org.offereligibility.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.offereligibility.ledger.Entry;
import org.offereligibility.ledger.Filter;
import org.offereligibility.ledger.Ledger;
import org.offereligibility.ledger.LedgerUnusable;

/** Picks recorded decisions by chance: each is as likely as any other, and the same seed picks the same from the same ledger. */
public final class Sample {
    private Sample() {}

    /**
     * @param count how many are wanted; fewer come if there are fewer
     * @param seed any number
     * @return in the order of the ledger
     */
    public static List<Entry> of(Ledger ledger, int count, long seed) throws LedgerUnusable {
        long size = ledger.size();
        SplittableRandom random = new SplittableRandom(seed);
        Set<Long> tried = new HashSet<>();
        List<Entry> picked = new ArrayList<>();
        while (picked.size() < count && tried.size() < size) {
            long index = Math.floorMod(random.nextLong(), size);
            if (tried.add(index)) {
                at(ledger, index).filter(Sample::isDecision).ifPresent(picked::add);
            }
        }
        picked.sort(Comparator.comparingLong(Entry::index));
        return List.copyOf(picked);
    }

    /** The record at that place. */
    public static Optional<Entry> at(Ledger ledger, long index) throws LedgerUnusable {
        return ledger.page(Filter.ALL, index, 1).stream()
                .filter(entry -> entry.index() == index)
                .findFirst();
    }

    public static boolean isDecision(Entry entry) {
        return entry.kind().equals(Records.DECISION);
    }
}
