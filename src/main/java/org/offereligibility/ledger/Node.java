package org.offereligibility.ledger;

/** A complete subtree: its place, as {@link Nodes} counts it, and its hash. */
public record Node(int level, long index, Hash hash) {}
