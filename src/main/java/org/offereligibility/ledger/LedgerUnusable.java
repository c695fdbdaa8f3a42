package org.offereligibility.ledger;

/** A ledger cannot be opened, read or written, or refuses what it was given; the message says why, for people to read. */
public final class LedgerUnusable extends Exception {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    /** @param message whole sentences without names of people, passwords or words of the database's own */
    public LedgerUnusable(String message) {
        super(message);
        sentence = message;
    }

    /** The message, which is never absent. */
    public String sentence() {
        return sentence;
    }
}
