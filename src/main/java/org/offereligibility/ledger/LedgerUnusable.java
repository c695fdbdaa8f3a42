package org.offereligibility.ledger;

/** A ledger cannot be opened, read or written, or refuses what it was given; the message says why, for people to read. */
public class LedgerUnusable extends Exception {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    /** @param message whole sentences without names of people, passwords or words of the database's own */
    public LedgerUnusable(String message) {
        super(message);
        sentence = message;
    }

    /** What was asked cannot be, though the ledger is well: something else was recorded under that request id. */
    public static final class Conflict extends LedgerUnusable {
        private static final long serialVersionUID = 1L;

        /** @param message as {@link LedgerUnusable}'s */
        public Conflict(String message) {
            super(message);
        }
    }

    /** The message, which is never absent. */
    public String sentence() {
        return sentence;
    }
}
