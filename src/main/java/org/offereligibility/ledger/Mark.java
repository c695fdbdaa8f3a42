package org.offereligibility.ledger;

/**
 * A word under which a record is found, such as its verdict, the code of a finding or the name of a rule. It is no part of
 * the proof, and goes when the outcome of its record is erased.
 *
 * @param name the kind of word, such as {@code verdict}, {@code code} or {@code rule}
 */
public record Mark(String name, String value) {}
