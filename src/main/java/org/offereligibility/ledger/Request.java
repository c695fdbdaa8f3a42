package org.offereligibility.ledger;

import java.util.List;
import java.util.Optional;

/** Drafts that are recorded together or not at all, and what became of them; used under the writer's lock. */
final class Request {
    private final List<Draft> drafts;
    private final Optional<Unless> unless;
    private Optional<List<Entry>> recorded = Optional.empty();
    private Optional<LedgerUnusable> refusal = Optional.empty();

    Request(List<Draft> drafts) {
        this(drafts, Optional.empty());
    }

    Request(List<Draft> drafts, Optional<Unless> unless) {
        this.drafts = List.copyOf(drafts);
        this.unless = unless;
    }

    Optional<Unless> unless() {
        return unless;
    }

    List<Draft> drafts() {
        return drafts;
    }

    boolean erases() {
        return drafts.stream().anyMatch(draft -> draft.kind().equals(Entry.TOMBSTONE));
    }

    boolean isAnswered() {
        return recorded.isPresent() || refusal.isPresent();
    }

    void recorded(List<Entry> entries) {
        recorded = Optional.of(entries);
    }

    void refused(LedgerUnusable why) {
        refusal = Optional.of(why);
    }

    List<Entry> answer() throws LedgerUnusable {
        if (refusal.isPresent()) {
            // each caller gets one of its own: the stack it was made on may be another's
            String why = refusal.get().sentence();
            throw refusal.get() instanceof LedgerUnusable.Conflict
                    ? new LedgerUnusable.Conflict(why)
                    : new LedgerUnusable(why);
        }
        return recorded.orElseThrow();
    }
}
