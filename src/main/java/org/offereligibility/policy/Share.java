package org.offereligibility.policy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.offereligibility.dossier.Exact;

/**
 * So many of so many.
 *
 * @param part from 0 to {@code of}
 * @param of zero where there was nothing to reach
 */
public record Share(int part, int of) {
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    public Share {
        if (part < 0 || part > of) {
            throw new IllegalArgumentException(part + " of " + of + " is no share");
        }
    }

    public boolean isAll() {
        return part == of;
    }

    /** Whether it is at least so many per cent, exactly; nothing to reach is reached in full. */
    public boolean reaches(Exact percent) {
        return percent().compareTo(percent) >= 0;
    }

    /** From 0 to 100, exactly. */
    public Exact percent() {
        return of == 0 ? Exact.of(100) : new Exact(HUNDRED.multiply(BigInteger.valueOf(part)), BigInteger.valueOf(of));
    }

    public Share plus(Share other) {
        return new Share(part + other.part, of + other.of);
    }

    /** {@code 97.3 % (215 of 221)}, rounded down: only all of them are a hundred. */
    public String inPercent() {
        Exact percent = percent();
        BigDecimal rounded =
                new BigDecimal(percent.numerator()).divide(new BigDecimal(percent.denominator()), 1, RoundingMode.DOWN);
        return of == 0 ? "nothing to reach" : rounded.toPlainString() + " % (" + this + ")";
    }

    /** {@code 12 of 13}. */
    @Override
    public String toString() {
        return part + " of " + of;
    }
}
