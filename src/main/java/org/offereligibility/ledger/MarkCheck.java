package org.offereligibility.ledger;

import java.util.Set;

/** Knows under which words a record is found; the ledger does not know what an outcome says. */
@FunctionalInterface
public interface MarkCheck {
    /**
     * The words of a record.
     *
     * @param kind of the record
     * @param outcome its sealed outcome; no bytes where it has none
     */
    Set<Mark> of(String kind, byte[] outcome);
}
