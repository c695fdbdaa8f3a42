package org.offereligibility.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Fisher's exact test on a table of two by two, computed in whole numbers throughout (Fisher 1935; two-sided as the sum over
 * all tables with the same margins that are no more probable than the one seen).
 *
 * @param greater how probable it is that chance alone gives the first row a part as large as it has, or larger
 * @param twoSided how probable it is that chance alone gives a table as improbable as this one, or more so
 */
public record Fisher(Probability greater, Probability twoSided) {
    /** Beyond so many people exact numbers take too long, and chance is seldom what explains a difference. */
    public static final long MOST = 100_000;

    /**
     * A fraction between 0 and 1 that is not reduced, since its numbers have thousands of digits.
     *
     * @param denominator positive
     */
    public record Probability(BigInteger numerator, BigInteger denominator) {
        /** Halves away from zero. */
        public BigDecimal rounded(int decimals) {
            return new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, RoundingMode.HALF_UP);
        }

        /** Exactly, whether it is under one in so many. */
        public boolean under(long oneIn) {
            return numerator.multiply(BigInteger.valueOf(oneIn)).compareTo(denominator) < 0;
        }
    }

    /** Of two rates; nothing if one of them is of nobody, or both together are of more than {@value #MOST}. */
    public static Optional<Fisher> of(Rate first, Rate second) {
        Rate both = first.plus(second);
        return first.of() == 0 || second.of() == 0 || both.of() > MOST
                ? Optional.empty()
                : Optional.of(of(first, second, both));
    }

    private static Fisher of(Rate first, Rate second, Rate both) {
        long least = Math.max(0, both.part() - second.of());
        long most = Math.min(both.part(), first.of());
        BigInteger seen = ways(first.part(), first.of(), second.of(), both.part());
        BigInteger term = ways(least, first.of(), second.of(), both.part());
        BigInteger all = BigInteger.ZERO;
        BigInteger greater = BigInteger.ZERO;
        BigInteger twoSided = BigInteger.ZERO;
        for (long k = least; k <= most; k++) {
            all = all.add(term);
            if (k >= first.part()) {
                greater = greater.add(term);
            }
            if (term.compareTo(seen) <= 0) {
                twoSided = twoSided.add(term);
            }
            // C(a, k+1) C(b, c-k-1) out of C(a, k) C(b, c-k); divides without rest
            term = term.multiply(BigInteger.valueOf((first.of() - k) * (both.part() - k)))
                    .divide(BigInteger.valueOf((k + 1) * (second.of() - both.part() + k + 1)));
        }
        return new Fisher(new Probability(greater, all), new Probability(twoSided, all));
    }

    /** In how many ways {@code k} of the first and the rest of {@code chosen} of the second can be chosen. */
    private static BigInteger ways(long k, long first, long second, long chosen) {
        return binomial(first, k).multiply(binomial(second, chosen - k));
    }

    private static BigInteger binomial(long n, long k) {
        long few = Math.min(k, n - k);
        BigInteger ways = BigInteger.ONE;
        for (long i = 1; i <= few; i++) {
            ways = ways.multiply(BigInteger.valueOf(n - few + i)).divide(BigInteger.valueOf(i));
        }
        return ways;
    }
}
