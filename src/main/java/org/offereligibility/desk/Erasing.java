package org.offereligibility.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.offereligibility.desk.Deeds.NotPossible;
import org.offereligibility.desk.Deeds.Word;
import org.offereligibility.ledger.Entry;
import org.offereligibility.ledger.Erasure;
import org.offereligibility.ledger.Filter;
import org.offereligibility.ledger.Ledger;
import org.offereligibility.ledger.LedgerUnusable;
import org.offereligibility.ledger.Unless;

/** Takes what is sealed of a candidate out of the ledger. What was decided when, and every proof, stays. */
public final class Erasing {
    private final Ledger ledger;
    private final Holds holds;

    public Erasing(Ledger ledger) {
        this.ledger = ledger;
        this.holds = new Holds(ledger);
    }

    /** How much goes. */
    public enum Extent {
        /** Whatever says of whom a record is and why; the verdict and the codes of the findings stay. */
        PERSON,
        /** The outcome too. */
        EVERYTHING;

        boolean takes(String part) {
            return this == EVERYTHING || !part.equals(Records.OUTCOME);
        }
    }

    /** A record, and the names of its parts that go. */
    public record Item(Entry entry, SortedSet<String> parts) {}

    /**
     * What would be erased.
     *
     * @param items in the order of the records
     * @param holds what forbids it
     * @param size how many records there were when this was looked at
     */
    public record Plan(List<Item> items, List<Entry> holds, long size) {}

    /** What would be erased of a candidate. */
    public Plan plan(String candidate, Extent extent) throws LedgerUnusable {
        long size = ledger.size();
        Map<Long, Entry> entries = new TreeMap<>();
        for (Entry entry : Holds.every(ledger, Filter.candidate(candidate))) {
            entries.put(entry.index(), entry);
            for (Entry about : Holds.every(ledger, Filter.about(entry.id()))) {
                entries.put(about.index(), about);
            }
        }
        return new Plan(items(entries.values(), extent), holds.on(candidate), size);
    }

    /** The records of which anything is left to go; a tombstone keeps its reason. */
    List<Item> items(Collection<Entry> entries, Extent extent) throws LedgerUnusable {
        Map<Long, Set<String>> sealed =
                ledger.sealed(entries.stream().map(Entry::index).toList());
        List<Item> items = new ArrayList<>();
        for (Entry entry : entries) {
            SortedSet<String> parts = new TreeSet<>(sealed.getOrDefault(entry.index(), Set.of()));
            parts.removeIf(part -> !extent.takes(part));
            if (!parts.isEmpty() && !entry.kind().equals(Entry.TOMBSTONE)) {
                items.add(new Item(entry, parts));
            }
        }
        return items;
    }

    /**
     * Erases what is sealed of a candidate, from the tables and from the files.
     *
     * @param word the reason is sealed in the tombstones, and stays
     * @return the tombstones, one for each record; none if nothing was left to erase
     * @throws NotPossible if the candidate is held, or the reason names the candidate
     */
    public List<Entry> erase(String candidate, Extent extent, Word word) throws LedgerUnusable, NotPossible {
        List<String> reasons = Holds.objections(candidate, word);
        if (!candidate.isBlank() && word.note().contains(candidate)) {
            reasons.add("the reason is kept: leave the candidate's id out of it");
        }
        Holds.refuse(reasons);
        List<Entry> tombstones = new ArrayList<>();
        for (boolean more = true; more; ) {
            Plan plan = plan(candidate, extent);
            for (Entry hold : plan.holds()) {
                reasons.add("the candidate is held: record " + hold.id() + ", number " + hold.index() + ", of "
                        + hold.at() + " by " + hold.by());
            }
            Holds.refuse(reasons);
            // once more after something was erased: of the same candidate something may have arrived meanwhile
            tombstones.addAll(erase(plan.items(), plan.size(), word));
            more = !plan.items().isEmpty();
        }
        return tombstones;
    }

    /** @param size how many records there were when it was found out that nobody is held of whom these are */
    List<Entry> erase(List<Item> items, long size, Word word) throws LedgerUnusable {
        return ledger.erase(
                word.requestId(),
                word.by(),
                word.note(),
                items.stream()
                        .map(item -> new Erasure(item.entry().id(), item.parts()))
                        .toList(),
                Optional.of(new Unless(Records.HOLD, size)));
    }
}
