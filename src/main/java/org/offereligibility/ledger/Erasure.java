package org.offereligibility.ledger;

import java.util.List;
import java.util.SortedSet;

/**
 * What of one record is to go.
 *
 * @param id the record's
 * @param parts the names of the parts that go with their salts. With {@code outcome} go the words under which the record is
 *     found
 */
public record Erasure(String id, SortedSet<String> parts) {
    static final String OUTCOME = "outcome";
    private static final String FIELD = "erased";

    /** The field in which a tombstone says what went, parted by commas. */
    String field() {
        return String.join(",", parts);
    }

    static String fieldName() {
        return FIELD;
    }

    static List<String> partsOf(Draft tombstone) {
        return partsOf(tombstone.fields().getOrDefault(FIELD, ""));
    }

    /** The parts that a tombstone's field names. */
    static List<String> partsOf(String field) {
        return field.isEmpty() ? List.of() : List.of(field.split(","));
    }
}
