package org.offereligibility.dossier;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact number: the only kind of number that a rule sees. Money, scores, hours and years are all fractions of whole
 * numbers, so that 10/3 stays 10/3 and nothing is rounded before it is shown.
 *
 * @param numerator any whole number
 * @param denominator always positive, and without a common divisor with the numerator
 */
public record Exact(BigInteger numerator, BigInteger denominator) implements Comparable<Exact> {
    private static final int LARGEST_SCALE = 10_000;

    public static final Exact ZERO = new Exact(BigInteger.ZERO, BigInteger.ONE);

    public Exact {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("division by zero");
        }
        BigInteger divisor = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            divisor = divisor.negate();
        }
        if (!divisor.equals(BigInteger.ONE)) {
            numerator = numerator.divide(divisor);
            denominator = denominator.divide(divisor);
        }
    }

    public static Exact of(long whole) {
        return new Exact(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    /** @throws ArithmeticException if its exponent lies beyond ±{@value #LARGEST_SCALE}, whose digits would fill the memory */
    public static Exact of(BigDecimal decimal) {
        BigDecimal plain = Math.abs((long) decimal.scale()) > LARGEST_SCALE ? decimal.stripTrailingZeros() : decimal;
        if (Math.abs((long) plain.scale()) > LARGEST_SCALE) {
            throw new ArithmeticException("the exponent is beyond ±" + LARGEST_SCALE);
        }
        return plain.scale() <= 0
                ? new Exact(plain.toBigIntegerExact(), BigInteger.ONE)
                : new Exact(plain.unscaledValue(), BigInteger.TEN.pow(plain.scale()));
    }

    public Exact plus(Exact other) {
        return new Exact(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Exact minus(Exact other) {
        return plus(other.negated());
    }

    public Exact times(Exact other) {
        return new Exact(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** @throws ArithmeticException if {@code other} is zero */
    public Exact dividedBy(Exact other) {
        return new Exact(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    public Exact negated() {
        return new Exact(numerator.negate(), denominator);
    }

    /** How far this lies from the other number, never negative. */
    public Exact distanceTo(Exact other) {
        Exact difference = minus(other);
        return difference.numerator.signum() < 0 ? difference.negated() : difference;
    }

    /** The number nearest to this one that is neither under {@code lowest} nor over {@code highest}. */
    public Exact keptWithin(Exact lowest, Exact highest) {
        if (compareTo(lowest) < 0) {
            return lowest;
        }
        return compareTo(highest) > 0 ? highest : this;
    }

    /** The number half-way between this one and the other. */
    public Exact midpointTo(Exact other) {
        return plus(other).dividedBy(of(2));
    }

    /** This number to three decimals, halves away from zero; trailing zeros are kept: {@code 1.160}. */
    public String toThreeDecimals() {
        return rounded(3).toPlainString();
    }

    public boolean isWhole() {
        return denominator.equals(BigInteger.ONE);
    }

    /** This number to so many decimals, halves away from zero; trailing zeros are kept. */
    public BigDecimal rounded(int decimals) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, RoundingMode.HALF_UP);
    }

    /** As people read it: {@code 240,000}, {@code 2.5}, and {@code 3.33} for what no decimal can write. */
    public String spoken() {
        StringBuilder text = new StringBuilder(rounded(spokenDecimals()).toPlainString());
        int point = text.indexOf(".") < 0 ? text.length() : text.indexOf(".");
        int first = text.charAt(0) == '-' ? 1 : 0;
        for (int i = point - 3; i > first; i -= 3) {
            text.insert(i, ',');
        }
        return text.toString();
    }

    private int spokenDecimals() {
        return hasDecimalForm() ? Math.max(0, decimalForm().stripTrailingZeros().scale()) : 2;
    }

    @Override
    public int compareTo(Exact other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** The exact value: a plain decimal such as {@code 3.5} where there is one, else a fraction such as {@code 10/3}. */
    @Override
    public String toString() {
        return hasDecimalForm() ? decimalForm().stripTrailingZeros().toPlainString() : numerator + "/" + denominator;
    }

    private boolean hasDecimalForm() {
        BigInteger rest = denominator.shiftRight(denominator.getLowestSetBit());
        BigInteger five = BigInteger.valueOf(5);
        while (rest.mod(five).signum() == 0) {
            rest = rest.divide(five);
        }
        return rest.equals(BigInteger.ONE);
    }

    private BigDecimal decimalForm() {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator));
    }
}
