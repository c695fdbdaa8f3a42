package org.offereligibility.ledger;

/**
 * What stands against an erasure: that meanwhile somebody recorded something which may forbid it.
 *
 * @param kind of such a record
 * @param from the first index that whoever wants to erase did not look at
 */
public record Unless(String kind, long from) {}
