package org.offereligibility.ledger;

import java.util.Arrays;
import java.util.List;

/** The tree over leaves that pass by one after the other. Only the subtrees that wait for a neighbour are kept: at most 63. */
final class Frontier {
    /** The last complete subtree of each level; it is asked for only while it waits. */
    private final Hash[] waiting = new Hash[Long.SIZE];

    private long size;

    Frontier() {
        Arrays.fill(waiting, Hash.EMPTY);
    }

    /** Takes the next leaf; returns it and each subtree that it completes, upwards. */
    List<Node> add(Hash leaf) {
        List<Node> grown = Tree.grown((level, index) -> waiting[level], size, leaf);
        Node top = grown.get(grown.size() - 1);
        waiting[top.level()] = top.hash();
        size++;
        return grown;
    }

    Hash root() {
        return Tree.root((level, index) -> waiting[level], size);
    }

    /** Goes on as the other one does. */
    void follow(Frontier other) {
        System.arraycopy(other.waiting, 0, waiting, 0, waiting.length);
        size = other.size;
    }
}
