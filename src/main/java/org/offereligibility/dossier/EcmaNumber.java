package org.offereligibility.dossier;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How a number is written in canonical JSON (RFC 8785, section 3.2.2.3): as ECMAScript writes the nearest IEEE 754 double,
 * with the fewest digits that tell that double from its neighbours.
 *
 * <p>One thing goes beyond the RFC, which knows only doubles. A decimal that is not what ECMAScript writes for any double
 * ({@code 0.1000000000000000001}, {@code 1e400}) is written exactly, as its digits without trailing zeros and an exponent.
 * So different numbers are never written alike, and two dossiers that differ in the last digit differ in their hash.
 */
final class EcmaNumber {
    /** Every decimal of so few digits is the shortest form of its nearest double, away from the ends of the range. */
    private static final int SAFE_DIGITS = 15;

    private static final int MOST_DIGITS = 17;

    private EcmaNumber() {}

    static String of(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        BigDecimal plain = number.stripTrailingZeros();
        String digits = plain.unscaledValue().abs().toString();
        String sign = plain.signum() < 0 ? "-" : "";
        long point = (long) digits.length() - plain.scale();
        return sign + (isShortest(plain, digits.length(), point) ? written(digits, point) : exponential(digits, point));
    }

    /** @throws IllegalArgumentException if the double is infinite or not a number, which JSON cannot write */
    static String of(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("JSON knows no such number: " + number);
        }
        return number == 0 ? "0" : of(shortest(number));
    }

    private static boolean isShortest(BigDecimal plain, int digits, long point) {
        if (digits <= SAFE_DIGITS && Math.abs(point) < 300) {
            return true;
        }
        if (digits > MOST_DIGITS || Math.abs(point) > 400) {
            return false;
        }
        double nearest = plain.doubleValue();
        return Double.isFinite(nearest) && nearest != 0 && shortest(nearest).compareTo(plain) == 0;
    }

    /**
     * The shortest decimal that is read as this double, and among those the nearest. The platform's own
     * {@code Double.toString} is not used because before Java 19 it does not always find the shortest.
     */
    private static BigDecimal shortest(double number) {
        BigDecimal exact = new BigDecimal(number);
        for (int digits = 1; digits < MOST_DIGITS; digits++) {
            BigDecimal under = exact.round(new MathContext(digits, RoundingMode.FLOOR));
            BigDecimal over = exact.round(new MathContext(digits, RoundingMode.CEILING));
            boolean underFits = under.doubleValue() == number;
            boolean overFits = over.doubleValue() == number;
            if (underFits && overFits) {
                BigDecimal half = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
                return half;
            }
            if (underFits || overFits) {
                return underFits ? under : over;
            }
        }
        return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN));
    }

    /** @param point how many digits stand before the decimal point; none or less for a number under 1 */
    private static String written(String digits, long point) {
        int length = digits.length();
        if (point > 21 || point <= -6) {
            return exponential(digits, point);
        }
        if (point >= length) {
            return digits + "0".repeat((int) point - length);
        }
        return point > 0
                ? digits.substring(0, (int) point) + "." + digits.substring((int) point)
                : "0." + "0".repeat((int) -point) + digits;
    }

    private static String exponential(String digits, long point) {
        long exponent = point - 1;
        return digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + (exponent < 0 ? "e-" : "e+")
                + Math.abs(exponent);
    }
}
