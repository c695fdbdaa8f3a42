package org.offereligibility.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * The Merkle tree of RFC 9162, section 2.1, over whatever stores its complete subtrees. A size is a number of leaves, from
 * 0; an index is a leaf's place, from 0. Every function asks for O(log n) nodes.
 */
public final class Tree {
    private Tree() {}

    /**
     * The nodes to store when a leaf is appended: the leaf itself, then each subtree that it completes, upwards.
     *
     * @param index how many leaves there were before, from 0
     * @param nodes holds what earlier leaves added
     * @throws IllegalArgumentException for a negative index
     */
    public static List<Node> grown(Nodes nodes, long index, Hash leaf) {
        require(index >= 0 && index < Long.MAX_VALUE, "a leaf's index is a whole number from 0");
        List<Node> added = new ArrayList<>();
        Hash hash = leaf;
        int level = 0;
        long place = index;
        added.add(new Node(level, place, hash));
        while ((place & 1) == 1) {
            hash = Hash.node(nodes.at(level, place - 1), hash);
            level++;
            place >>= 1;
            added.add(new Node(level, place, hash));
        }
        return added;
    }

    /**
     * The root over the first leaves.
     *
     * @param size from 0; {@link Hash#EMPTY} for none
     * @throws IllegalArgumentException for a negative size
     */
    public static Hash root(Nodes nodes, long size) {
        require(size >= 0, "a size is a whole number from 0");
        return size == 0 ? Hash.EMPTY : over(nodes, 0, size);
    }

    /**
     * Proves that a leaf stands in the tree (RFC 9162, 2.1.3.1).
     *
     * @throws IllegalArgumentException unless 0 ≤ index &lt; size
     */
    public static Inclusion inclusion(Nodes nodes, long index, long size) {
        require(index >= 0 && index < size, "only a leaf within the tree can be proved to be in it");
        return new Inclusion(index, size, path(nodes, size, (begin, end) -> false, index));
    }

    /**
     * Proves that the larger tree begins with all leaves of the smaller (RFC 9162, 2.1.4.1).
     *
     * @throws IllegalArgumentException unless 0 &lt; older ≤ newer: that nothing stands at the beginning proves nothing
     */
    public static Consistency consistency(Nodes nodes, long older, long newer) {
        require(older > 0 && older <= newer, "only a smaller tree with leaves can be proved to begin a larger");
        if (older == newer) {
            return new Consistency(older, newer, List.of());
        }
        return new Consistency(older, newer, path(nodes, newer, (begin, end) -> end == older, older - 1));
    }

    /**
     * Walks from the root down to a leaf and takes the hash of the other side at each fork, nearest the leaf first; stops
     * at the first subtree that need not be opened, and takes it too unless the smaller tree's root is that very subtree.
     */
    private static List<Hash> path(Nodes nodes, long size, BiPredicate<Long, Long> closed, long leaf) {
        List<Hash> downwards = new ArrayList<>();
        long begin = 0;
        long end = size;
        while (end - begin > 1 && !closed.test(begin, end)) {
            long middle = begin + Long.highestOneBit(end - begin - 1);
            if (leaf < middle) {
                downwards.add(over(nodes, middle, end));
                end = middle;
            } else {
                downwards.add(over(nodes, begin, middle));
                begin = middle;
            }
        }
        if (begin > 0 && closed.test(begin, end)) {
            downwards.add(over(nodes, begin, end));
        }
        Collections.reverse(downwards);
        return downwards;
    }

    /** The hash over some leaves, which begin where a subtree of the largest power of two within them may begin. */
    private static Hash over(Nodes nodes, long begin, long end) {
        long size = end - begin;
        if (Long.bitCount(size) == 1) {
            int level = Long.numberOfTrailingZeros(size);
            return nodes.at(level, begin >> level);
        }
        long middle = begin + Long.highestOneBit(size);
        return Hash.node(over(nodes, begin, middle), over(nodes, middle, end));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
