package org.offereligibility.ledger;

/** Knows how rules are hashed; the ledger only knows their bytes. */
@FunctionalInterface
public interface ArchiveCheck {
    /** Whether these are the very rules that the hash names. */
    boolean holds(RuleArchive archive);
}
