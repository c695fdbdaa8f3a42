package org.offereligibility.ledger;

/**
 * A rule set as it was, kept once however many decisions were made by it.
 *
 * @param hash the rule set's own hash, {@code sha256:...}
 */
public record RuleArchive(String hash, byte[] bytes) {}
