package org.offereligibility.ledger;

/**
 * A checkpoint that was kept outside of the database.
 *
 * @param named how sentences call it, such as {@code the checkpoint kept.txt}
 * @param note as it was kept
 */
public record KeptCheckpoint(String named, SignedNote note) {}
