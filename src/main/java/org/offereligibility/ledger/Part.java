package org.offereligibility.ledger;

/**
 * Something sealed: what a commitment in a record is over.
 *
 * @param salt 32 bytes, without which the commitment says nothing of the content
 */
public record Part(String name, byte[] salt, byte[] content) {}
