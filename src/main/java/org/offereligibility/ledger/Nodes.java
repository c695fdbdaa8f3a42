package org.offereligibility.ledger;

/** All that the tree needs of a store: the hashes of its complete subtrees. */
@FunctionalInterface
public interface Nodes {
    /**
     * The hash of one complete subtree.
     *
     * @param level 0 for the leaves; a subtree at level n covers 2^n of them
     * @param index which of that level, from 0: it covers the leaves {@code index * 2^level} up to, not including,
     *     {@code (index + 1) * 2^level}
     * @throws IllegalStateException if the store does not have it
     */
    Hash at(int level, long index);
}
