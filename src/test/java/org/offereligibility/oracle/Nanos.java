package org.offereligibility.oracle;

import java.math.BigInteger;
import java.time.Instant;

/** Instants as whole nanoseconds since 1970-01-01T00:00:00Z, reckoned from the digits of an RFC 3339 timestamp. */
final class Nanos {
    private static final BigInteger PER_SECOND = BigInteger.valueOf(1_000_000_000L);
    private static final BigInteger PER_DAY = PER_SECOND.multiply(BigInteger.valueOf(86_400));
    private static final int[] DAYS_BEFORE_MONTH = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};

    private Nanos() {}

    static BigInteger at(Instant instant) {
        return ofSeconds(instant.getEpochSecond()).add(BigInteger.valueOf(instant.getNano()));
    }

    static BigInteger at(String timestamp) {
        long days = days(number(timestamp, 0, 4), number(timestamp, 5, 7), number(timestamp, 8, 10));
        long seconds = days * 86_400
                + number(timestamp, 11, 13) * 3_600L
                + number(timestamp, 14, 16) * 60L
                + number(timestamp, 17, 19);
        int offsetFrom = 19;
        String fraction = "";
        if (timestamp.charAt(19) == '.') {
            offsetFrom = 20;
            while (timestamp.charAt(offsetFrom) >= '0' && timestamp.charAt(offsetFrom) <= '9') {
                offsetFrom++;
            }
            fraction = timestamp.substring(20, offsetFrom);
        }
        if (fraction.length() > 9) {
            throw new IllegalArgumentException("more than nine decimals of a second: " + timestamp);
        }
        long nanos = Long.parseLong((fraction + "000000000").substring(0, 9));
        return ofSeconds(seconds - offset(timestamp, offsetFrom)).add(BigInteger.valueOf(nanos));
    }

    static BigInteger ofHours(long hours) {
        return ofSeconds(hours * 3_600);
    }

    static BigInteger ofMinutes(long minutes) {
        return ofSeconds(minutes * 60);
    }

    /** The number of the day in UTC, 1970-01-01 being day 0; the day before it is -1, however late in the evening. */
    static long day(BigInteger instant) {
        BigInteger[] parts = instant.divideAndRemainder(PER_DAY);
        long towardsZero = parts[0].longValueExact();
        return parts[1].signum() < 0 ? towardsZero - 1 : towardsZero;
    }

    private static BigInteger ofSeconds(long seconds) {
        return BigInteger.valueOf(seconds).multiply(PER_SECOND);
    }

    private static long offset(String timestamp, int from) {
        char sign = timestamp.charAt(from);
        if (sign == 'Z' || sign == 'z') {
            return 0;
        }
        long seconds = number(timestamp, from + 1, from + 3) * 3_600L + number(timestamp, from + 4, from + 6) * 60L;
        return switch (sign) {
            case '+' -> seconds;
            case '-' -> -seconds;
            default -> throw new IllegalArgumentException("no offset: " + timestamp);
        };
    }

    private static long days(int year, int month, int day) {
        long before = daysBeforeYear(year) - daysBeforeYear(1970) + DAYS_BEFORE_MONTH[month - 1] + day - 1;
        return isLeap(year) && month > 2 ? before + 1 : before;
    }

    private static long daysBeforeYear(int year) {
        int past = year - 1;
        return 365L * past + Math.floorDiv(past, 4) - Math.floorDiv(past, 100) + Math.floorDiv(past, 400);
    }

    private static boolean isLeap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    private static int number(String timestamp, int from, int to) {
        return Integer.parseInt(timestamp.substring(from, to));
    }
}
