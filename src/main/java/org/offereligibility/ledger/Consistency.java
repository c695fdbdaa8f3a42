package org.offereligibility.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * That a tree begins with all leaves of a smaller one, unchanged (RFC 9162, section 2.1.4).
 *
 * @param older the size of the smaller tree, from 1
 * @param newer the size of the larger tree
 * @param hashes as RFC 9162 orders them; none if the sizes are equal
 */
public record Consistency(long older, long newer, List<Hash> hashes) {
    public Consistency {
        hashes = List.copyOf(hashes);
    }

    /** Whether it does prove it (RFC 9162, 2.1.4.2); false for any sizes or number of hashes that cannot be. */
    public boolean proves(Hash olderRoot, Hash newerRoot) {
        if (older <= 0 || older > newer) {
            return false;
        }
        if (older == newer) {
            return hashes.isEmpty() && olderRoot.equals(newerRoot);
        }
        if (hashes.isEmpty()) {
            return false;
        }
        List<Hash> path = new ArrayList<>(hashes);
        if (Long.bitCount(older) == 1) {
            path.add(0, olderRoot);
        }
        int whole = Long.numberOfTrailingZeros(older);
        long place = (older - 1) >> whole;
        long last = (newer - 1) >> whole;
        Hash first = path.get(0);
        Hash second = first;
        for (Hash other : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                first = Hash.node(other, first);
                second = Hash.node(other, second);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                second = Hash.node(second, other);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && first.equals(olderRoot) && second.equals(newerRoot);
    }
}
