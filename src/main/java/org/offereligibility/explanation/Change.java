package org.offereligibility.explanation;

import java.util.List;
import java.util.Optional;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.JsonEdit;

/**
 * One thing that may change before a decision, and what it would become.
 *
 * @param opening what changes: a pointer into the dossier, for an entry that comes into a list with what the entry is about
 * @param puts what the dossier would say then
 * @param size how large the change is: for figures in relation to what stands there, for dates in months, for what is scored
 *     by the score that it takes, in relation to the best; else 1
 * @param words the change as one does it: {@code change the base salary from 240,000 to 230,000}
 * @param figure what a figure, a date or a score would become, in its own measure; none for any other change
 */
public record Change(String opening, List<Put> puts, Exact size, String words, Optional<Exact> figure) {
    /** @param pointer where (RFC 6901); {@code -} as the last step adds an entry to a list */
    public record Put(String pointer, Json value) {}

    static Change other(String opening, String words, List<Put> puts) {
        return new Change(opening, puts, Exact.of(1), words, Optional.empty());
    }

    static Change scored(String opening, String words, List<Put> puts, int score, int best) {
        return new Change(
                opening, puts, Exact.of(score).dividedBy(Exact.of(best)), words, Optional.of(Exact.of(score)));
    }

    /** The dossier as it would be; empty if the change does not fit it. */
    Optional<Json> in(Dossier dossier) {
        Optional<Json> changed = Optional.of(dossier.json());
        for (Put put : puts) {
            changed = changed.flatMap(json -> JsonEdit.set(json, put.pointer(), put.value()));
        }
        return changed;
    }
}
