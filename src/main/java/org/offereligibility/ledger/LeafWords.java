package org.offereligibility.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.JsonText;

/**
 * What a leaf says, read back.
 *
 * @param fields every word that stands openly
 * @param sealed the commitments by the names of their parts
 */
record LeafWords(Instant at, Map<String, String> fields, SortedMap<String, Commitment> sealed) {
    /** What a leaf says; empty unless it is written exactly as {@link Leaf#of} writes. */
    static Optional<LeafWords> of(byte[] leaf) {
        if (!(JsonText.parse(new org.offereligibility.dossier.Entry("", 1, leaf)) instanceof JsonText.Parsed.Tree tree)
                || !(tree.json() instanceof Json.Obj object)
                || !LedgerJson.refusals(object).isEmpty()
                || !Arrays.equals(LedgerJson.bytes(object), leaf)) {
            return Optional.empty();
        }
        try {
            Map<String, String> fields = new HashMap<>();
            SortedMap<String, Commitment> sealed = new TreeMap<>();
            for (Json.Member member : object.members()) {
                if (member.value() instanceof Json.Str text) {
                    fields.put(member.name(), text.value());
                } else if (member.name().equals("sealed") && member.value() instanceof Json.Obj parts) {
                    for (Json.Member part : parts.members()) {
                        sealed.put(
                                part.name(),
                                Commitment.parse(part.value() instanceof Json.Str text ? text.value() : ""));
                    }
                } else {
                    return Optional.empty();
                }
            }
            return Optional.of(new LeafWords(Instant.parse(fields.getOrDefault("at", "")), fields, sealed));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** A word of the leaf; empty if it has none of that name. */
    String word(String name) {
        return fields.getOrDefault(name, "");
    }

    /** The parts that this tombstone says were erased of the record; none if it is no tombstone of it. */
    List<String> erasedOf(String id) {
        return word("kind").equals(Entry.TOMBSTONE) && word("about").equals(id) ? erased() : List.of();
    }

    /** The parts that this tombstone says were erased. */
    List<String> erased() {
        return Erasure.partsOf(word(Erasure.fieldName()));
    }
}
