package org.offereligibility.desk;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.offereligibility.desk.Deeds.Word;
import org.offereligibility.ledger.Entry;
import org.offereligibility.ledger.Filter;
import org.offereligibility.ledger.Ledger;
import org.offereligibility.ledger.LedgerUnusable;
import org.offereligibility.ledger.Part;
import org.offereligibility.policy.PolicyArchive;
import org.offereligibility.policy.PolicyHeader;

/**
 * Erases what was kept for as long as the policy says that decided it. Each record counts from its own time; what people did
 * with a decision is kept as long as the decision's policy says.
 */
public final class Retaining {
    private static final int PAGE = 500;
    private final Ledger ledger;
    private final Erasing erasing;
    private final Map<String, Integer> years = new HashMap<>();

    public Retaining(Ledger ledger) {
        this.ledger = ledger;
        this.erasing = new Erasing(ledger);
    }

    /**
     * A record whose time is over.
     *
     * @param years for how long it was to be kept
     * @param hold what forbids erasing it
     */
    public record Due(Erasing.Item item, int years, Optional<Entry> hold) {}

    /**
     * What is to be erased.
     *
     * @param due in the order of the records, with those that are held
     * @param size how many records there were when this was looked at
     */
    public record Plan(List<Due> due, long size) {
        /** Those that go. */
        public List<Due> going() {
            return due.stream().filter(one -> one.hold().isEmpty()).toList();
        }

        /** Those that are kept because they are held. */
        public List<Due> held() {
            return due.stream().filter(one -> one.hold().isPresent()).toList();
        }
    }

    /** Whatever is older than its years at that instant and not erased yet. */
    public Plan plan(Instant now, Erasing.Extent extent) throws LedgerUnusable {
        long size = ledger.size();
        Map<String, Entry> held = new Holds(ledger).all();
        int fewest = PolicyHeader.USUAL_RETENTION_YEARS;
        for (String hash : ledger.archived()) {
            fewest = Math.min(fewest, years(hash));
        }
        // a day more than the calendar says, for it knows no 29 February in most years
        Filter old = Filter.ALL.before(
                now.atOffset(ZoneOffset.UTC).minusYears(fewest).plusDays(1).toInstant());
        List<Due> due = new ArrayList<>();
        for (List<Entry> page = ledger.page(old, 0, PAGE); !page.isEmpty(); ) {
            due.addAll(due(page, now, extent, held));
            page = ledger.page(old, page.get(page.size() - 1).index() + 1, PAGE);
        }
        return new Plan(due, size);
    }

    private List<Due> due(List<Entry> page, Instant now, Erasing.Extent extent, Map<String, Entry> held)
            throws LedgerUnusable {
        List<Erasing.Item> items = erasing.items(page, extent);
        Map<Long, Part> candidates =
                ledger.parts(items.stream().map(item -> item.entry().index()).toList(), Records.CANDIDATE);
        List<Due> due = new ArrayList<>();
        for (Erasing.Item item : items) {
            int kept = years(decision(item.entry()).rules());
            Optional<Entry> hold = Optional.ofNullable(
                            candidates.get(item.entry().index()))
                    .map(part -> held.get(new String(part.content(), StandardCharsets.UTF_8)));
            boolean isOpenHold =
                    hold.filter(open -> open.id().equals(item.entry().id())).isPresent();
            if (!isOpenHold && !end(item.entry().at(), kept).isAfter(now)) {
                due.add(new Due(item, kept, hold));
            }
        }
        return due;
    }

    private Entry decision(Entry entry) throws LedgerUnusable {
        Entry at = entry;
        while (!at.about().isEmpty()) {
            Optional<Entry> next = ledger.find(at.about());
            if (next.isEmpty()) {
                return at;
            }
            at = next.get();
        }
        return at;
    }

    /** When so many years are over: on the same day at the same time (UTC), or on 1 March for a 29 February that is none. */
    static Instant end(Instant at, int years) {
        OffsetDateTime recorded = at.atOffset(ZoneOffset.UTC);
        OffsetDateTime end = recorded.plusYears(years);
        return (end.getDayOfMonth() == recorded.getDayOfMonth() ? end : end.plusDays(1)).toInstant();
    }

    private int years(String rules) throws LedgerUnusable {
        Integer known = years.get(rules);
        if (known == null) {
            known = ledger.rules(rules)
                    .flatMap(archive -> PolicyArchive.open(archive.bytes(), "", ""))
                    .map(folder -> PolicyHeader.of(folder).retentionYears())
                    .orElse(PolicyHeader.USUAL_RETENTION_YEARS);
            years.put(rules, known);
        }
        return known;
    }

    /** @throws LedgerUnusable.Conflict if somebody was held meanwhile: plan anew */
    public List<Entry> erase(Plan plan, Word word) throws LedgerUnusable {
        return erasing.erase(plan.going().stream().map(Due::item).toList(), plan.size(), word);
    }
}
