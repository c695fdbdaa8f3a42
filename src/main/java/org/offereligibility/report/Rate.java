package org.offereligibility.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.offereligibility.dossier.Exact;

/**
 * So many of so many people, exactly.
 *
 * @param part from 0 to {@code of}
 * @param of 0 or more; a rate of nobody has no value
 */
public record Rate(long part, long of) {
    private static final MathContext DIGITS = new MathContext(40, RoundingMode.HALF_EVEN);
    /** The 97.5th percentile of the standard normal distribution, which bounds its middle 95 per cent. */
    private static final BigDecimal Z = new BigDecimal("1.959963984540054235524594430520552");

    private static final int PLACES = 20;

    /**
     * Where the true rate may well lie.
     *
     * @param low from 0; {@code high} up to 1
     */
    public record Interval(BigDecimal low, BigDecimal high) {}

    public Rate {
        if (part < 0 || part > of) {
            throw new IllegalArgumentException(part + " of " + of + " is no rate");
        }
    }

    public Rate plus(Rate other) {
        return new Rate(part + other.part, of + other.of);
    }

    /** From 0 to 1; absent of nobody. */
    public Optional<Exact> exact() {
        return of == 0 ? Optional.empty() : Optional.of(new Exact(BigInteger.valueOf(part), BigInteger.valueOf(of)));
    }

    /**
     * The 95 per cent confidence interval by Wilson's score method (Wilson 1927, without continuity correction), to 20
     * decimals; absent of nobody.
     */
    public Optional<Interval> wilson() {
        if (of == 0) {
            return Optional.empty();
        }
        BigDecimal n = BigDecimal.valueOf(of);
        BigDecimal x = BigDecimal.valueOf(part);
        BigDecimal zz = Z.multiply(Z, DIGITS);
        BigDecimal four = BigDecimal.valueOf(4);
        // z * sqrt(x (n - x) / n + z^2 / 4)
        BigDecimal reach = Z.multiply(
                x.multiply(n.subtract(x))
                        .divide(n, DIGITS)
                        .add(zz.divide(four, DIGITS))
                        .sqrt(DIGITS),
                DIGITS);
        BigDecimal middle = x.add(zz.divide(BigDecimal.valueOf(2), DIGITS));
        BigDecimal all = n.add(zz);
        BigDecimal low = part == 0 ? BigDecimal.ZERO : middle.subtract(reach).divide(all, DIGITS);
        BigDecimal high = part == of ? BigDecimal.ONE : middle.add(reach).divide(all, DIGITS);
        return Optional.of(
                new Interval(low.setScale(PLACES, RoundingMode.HALF_UP), high.setScale(PLACES, RoundingMode.HALF_UP)));
    }

    /** {@code 2/3}, or nothing of nobody: the exact value for programs. */
    public String fraction() {
        return exact().map(Exact::toString).orElse("");
    }
}
