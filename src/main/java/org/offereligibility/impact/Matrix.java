package org.offereligibility.impact;

import java.util.List;
import org.offereligibility.decision.Verdict;

/**
 * How many dossiers go from each verdict to each.
 *
 * @param counts by the old verdict and within it by the new one, in the order of {@link Verdict}
 */
public record Matrix(List<Long> counts) {
    private static final int SIDE = Verdict.values().length;

    static int index(Verdict before, Verdict after) {
        return before.ordinal() * SIDE + after.ordinal();
    }

    public long count(Verdict before, Verdict after) {
        return counts.get(index(before, after));
    }

    /** How many the old rules give that verdict. */
    public long before(Verdict verdict) {
        return List.of(Verdict.values()).stream()
                .mapToLong(after -> count(verdict, after))
                .sum();
    }

    /** How many the new rules give that verdict. */
    public long after(Verdict verdict) {
        return List.of(Verdict.values()).stream()
                .mapToLong(before -> count(before, verdict))
                .sum();
    }

    public long sum() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    public long turned() {
        return better() + worse();
    }

    /** How many get a better verdict from the new rules. */
    public long better() {
        return beyond(1);
    }

    /** How many get a worse one. */
    public long worse() {
        return beyond(-1);
    }

    private long beyond(int direction) {
        long sum = 0;
        for (Verdict before : Verdict.values()) {
            for (Verdict after : Verdict.values()) {
                if (Integer.signum(after.compareTo(before)) == direction) {
                    sum += count(before, after);
                }
            }
        }
        return sum;
    }
}
