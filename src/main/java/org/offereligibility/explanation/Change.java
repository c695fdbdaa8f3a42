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
 * @param kind what it becomes, but for figures, dates and scores: two changes of one kind differ in those alone
 * @param puts what the dossier would say then
 * @param size how large the change is: for figures in relation to what stands there, for dates in months, for what is scored
 *     by the score that it takes, in relation to the best; else 1
 * @param words the change as one does it: {@code lower the base salary from 240,000 to 230,000}
 * @param figure what a figure, a date (in hours since 1970-01-01 UTC) or a score would become; none for any other change
 * @param span what else the figure could become to the same end; none if not known, or for any other change
 */
public record Change(
        String opening,
        String kind,
        List<Put> puts,
        Exact size,
        String words,
        Optional<Exact> figure,
        Optional<Span> span) {
    /** @param pointer where (RFC 6901); {@code -} as the last step adds an entry to a list */
    public record Put(String pointer, Json value) {}

    static Change other(String opening, String words, List<Put> puts) {
        return new Change(opening, words, puts, Exact.of(1), words, Optional.empty(), Optional.empty());
    }

    static Change figure(String opening, String kind, String words, List<Put> puts, Exact size, Exact figure) {
        return new Change(opening, kind, puts, size, words, Optional.of(figure), Optional.empty());
    }

    /** With the range of figures that would do as well. */
    Change within(Span range) {
        return new Change(opening, kind, puts, size, words, figure, Optional.of(range));
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
