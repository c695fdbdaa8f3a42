package org.offereligibility.trial;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** So many of so many; never told as more than it is. */
public record Share(int covered, int all) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    Share plus(Share other) {
        return new Share(covered + other.covered, all + other.all);
    }

    /** {@code 97.3 % (215 of 221)}, rounded down: only all of them are a hundred. */
    @Override
    public String toString() {
        if (all == 0) {
            return "nothing to cover";
        }
        return BigDecimal.valueOf(covered)
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(all), 1, RoundingMode.DOWN)
                        .toPlainString()
                + " % (" + covered + " of " + all + ")";
    }
}
