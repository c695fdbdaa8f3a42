package org.offereligibility.ledger;

import java.util.List;

/**
 * That one leaf stands at one place of a tree: the hashes that lead from it to the root (RFC 9162, section 2.1.3).
 *
 * @param index the leaf's place, from 0
 * @param size how many leaves the tree has
 * @param hashes nearest the leaf first
 */
public record Inclusion(long index, long size, List<Hash> hashes) {
    public Inclusion {
        hashes = List.copyOf(hashes);
    }

    /** Whether it does prove it (RFC 9162, 2.1.3.2); false for any place, size or number of hashes that cannot be. */
    public boolean proves(Hash leaf, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long place = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash other : hashes) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                hash = Hash.node(other, hash);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Hash.node(hash, other);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }
}
