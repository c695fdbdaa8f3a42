package org.offereligibility.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of looking at a whole ledger.
 *
 * @param records how many there are
 * @param parts how many sealed parts there are
 * @param erased of how many records something was erased, with a tombstone that says so
 * @param archives how many rule sets are archived
 * @param checkpoints how many checkpoints the ledger holds
 * @param root over the records that are there
 * @param key the public key that the ledger names, where it can be read
 * @param flaws of each kind the first few, by kind and index
 * @param counts how many there are of each kind that was found
 * @param remarks whole sentences on what is no flaw, but worth knowing
 */
public record VerificationReport(
        long records,
        long parts,
        long erased,
        long archives,
        long checkpoints,
        Hash root,
        Optional<Verifier> key,
        List<Flaw> flaws,
        Map<Flaw.Kind, Long> counts,
        List<String> remarks) {
    public VerificationReport {
        flaws = List.copyOf(flaws);
        counts = Map.copyOf(counts);
        remarks = List.copyOf(remarks);
    }

    /** Whether everything is as it was recorded. */
    public boolean isIntact() {
        return counts.isEmpty();
    }

    /** How many flaws there are in an area. */
    public long flaws(Flaw.Area area) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().area() == area)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
