package org.offereligibility.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.offereligibility.decision.Verdict;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.Moment;
import org.offereligibility.ledger.Entry;

/**
 * What a record says openly.
 *
 * @param entry the record
 * @param leaf what its leaf says
 */
public record RecordedDecision(Entry entry, Json.Obj leaf) {
    /** Reads any record, not only those of decisions; of a leaf that is no JSON, everything is empty. */
    public static RecordedDecision of(Entry entry) {
        return new RecordedDecision(
                entry,
                Records.json(entry.leaf()).orElse(null) instanceof Json.Obj leaf
                        ? leaf
                        : new Json.Obj(new Json.Position(1, 1), List.of()));
    }

    /** What stands openly under that name; empty if nothing does. */
    public String field(String name) {
        return Records.text(leaf, name).orElse("");
    }

    /**
     * The instant at which the dossier was judged.
     *
     * @throws java.time.DateTimeException if the leaf says none, which no decision's does
     */
    public Moment asOf() {
        return Moment.parse(field(Records.AS_OF));
    }

    /** The verdict that a sealed outcome tells, whether reached or put in its place. */
    public static Optional<Verdict> verdict(byte[] outcome) {
        return Records.json(outcome)
                .filter(Json.Obj.class::isInstance)
                .flatMap(said -> Records.text((Json.Obj) said, Records.VERDICT))
                .flatMap(name -> Arrays.stream(Verdict.values())
                        .filter(verdict -> verdict.name().equals(name))
                        .findFirst());
    }
}
