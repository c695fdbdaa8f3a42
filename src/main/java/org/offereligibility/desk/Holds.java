package org.offereligibility.desk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.offereligibility.desk.Deeds.NotPossible;
import org.offereligibility.desk.Deeds.Word;
import org.offereligibility.ledger.Draft;
import org.offereligibility.ledger.Entry;
import org.offereligibility.ledger.Filter;
import org.offereligibility.ledger.Ledger;
import org.offereligibility.ledger.LedgerUnusable;
import org.offereligibility.ledger.Part;

/**
 * Holds on candidates of whom nothing may be erased, such as for a lawsuit. Holding and releasing are records of their own;
 * whom they are about is sealed.
 */
public final class Holds {
    private static final int PAGE = 500;
    private final Ledger ledger;

    public Holds(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The holds on a candidate that were not released, oldest first. */
    public List<Entry> on(String candidate) throws LedgerUnusable {
        return open(Filter.candidate(candidate).ofKind(Records.HOLD));
    }

    /** Every candidate who is held, with the first of the holds. */
    Map<String, Entry> all() throws LedgerUnusable {
        List<Entry> holds = open(Filter.ALL.ofKind(Records.HOLD));
        Map<Long, Part> candidates =
                ledger.parts(holds.stream().map(Entry::index).toList(), Records.CANDIDATE);
        Map<String, Entry> held = new TreeMap<>();
        for (Entry hold : holds) {
            Optional.ofNullable(candidates.get(hold.index()))
                    .ifPresent(part -> held.putIfAbsent(new String(part.content(), StandardCharsets.UTF_8), hold));
        }
        return held;
    }

    private List<Entry> open(Filter filter) throws LedgerUnusable {
        List<Entry> open = new ArrayList<>();
        for (Entry hold : every(ledger, filter)) {
            if (ledger.page(Filter.about(hold.id()).ofKind(Records.RELEASE), 0, 1)
                    .isEmpty()) {
                open.add(hold);
            }
        }
        return open;
    }

    /** All records that are wanted, oldest first. */
    static List<Entry> every(Ledger ledger, Filter filter) throws LedgerUnusable {
        List<Entry> all = new ArrayList<>();
        for (List<Entry> page = ledger.page(filter, 0, PAGE); !page.isEmpty(); ) {
            all.addAll(page);
            page = ledger.page(filter, page.get(page.size() - 1).index() + 1, PAGE);
        }
        return all;
    }

    /**
     * From now on nothing of the candidate may be erased.
     *
     * @throws NotPossible if nothing is recorded of the candidate, or no reason is given
     */
    public Entry hold(String candidate, Word word) throws LedgerUnusable, NotPossible {
        List<String> reasons = objections(candidate, word);
        if (ledger.page(Filter.candidate(candidate), 0, 1).isEmpty()) {
            reasons.add("nothing is recorded of this candidate");
        }
        refuse(reasons);
        return ledger.append(draft(Records.HOLD, candidate, "", word.requestId(), word));
    }

    /**
     * Ends every hold on a candidate.
     *
     * @return a record for each of the holds
     * @throws NotPossible if there is none, or no reason is given
     */
    public List<Entry> release(String candidate, Word word) throws LedgerUnusable, NotPossible {
        List<String> reasons = objections(candidate, word);
        List<Draft> drafts = new ArrayList<>();
        for (Entry hold : every(ledger, Filter.candidate(candidate).ofKind(Records.HOLD))) {
            String request = word.requestId() + "/" + hold.id();
            if (ledger.page(Filter.about(hold.id()).ofKind(Records.RELEASE), 0, 1)
                            .isEmpty()
                    || ledger.ofRequest(request).isPresent()) {
                drafts.add(draft(Records.RELEASE, candidate, hold.id(), request, word));
            }
        }
        if (drafts.isEmpty()) {
            reasons.add("this candidate is not held");
        }
        refuse(reasons);
        return ledger.append(drafts);
    }

    /** What speaks against words that go with something said of a candidate: some of them stand openly, for good. */
    static List<String> objections(String candidate, Word word) {
        List<String> reasons = new ArrayList<>();
        if (candidate.isBlank()) {
            reasons.add("say which candidate");
        } else if (word.requestId().contains(candidate) || word.by().contains(candidate)) {
            reasons.add(
                    "the candidate's id stands in the request id or in the name of who asks, which are recorded openly"
                            + " and stay for good");
        }
        if (word.note().isBlank()) {
            reasons.add("a reason is needed");
        }
        return reasons;
    }

    static void refuse(List<String> reasons) throws NotPossible {
        if (!reasons.isEmpty()) {
            throw new NotPossible(reasons);
        }
    }

    private static Draft draft(String kind, String candidate, String about, String requestId, Word word) {
        return new Draft(
                kind,
                requestId,
                word.by(),
                about,
                Map.of(),
                new TreeMap<>(
                        Map.of(Records.CANDIDATE, Records.bytes(candidate), Records.NOTE, Records.bytes(word.note()))),
                Set.of(),
                Optional.empty());
    }
}
