package org.offereligibility.dossier;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Instants as dossiers write them: RFC 3339, section 5.6, with at most nine decimals of a second and no leap second, so
 * that any two can be compared exactly; and within the years 0000 to 9999 in UTC, so that each can be written back.
 */
final class Rfc3339 {
    private static final String EXAMPLE = "expected an instant such as `2025-03-01T09:30:00Z`";
    private static final Pattern SHAPE = Pattern.compile(
            "(\\d{4})-(\\d{2})-(\\d{2})[Tt](\\d{2}):(\\d{2}):(\\d{2})(?:\\.(\\d+))?(?:([Zz])|([+-])(\\d{2}):(\\d{2}))?");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern DATELIKE = Pattern.compile("[0-9][0-9TtZz:+./, -]{0,50}");
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    /** Why a text is no instant that can be judged by; the message is a whole clause after what was written. */
    static final class NoInstant extends Exception {
        private static final long serialVersionUID = 1L;

        private NoInstant(String message) {
            super(message, null, false, false);
        }

        String why() {
            return String.valueOf(getMessage());
        }
    }

    private Rfc3339() {}

    /** Whether the text is a try at a date, so that a message may quote it; it might else be a note about a person. */
    static boolean mayBeShown(String written) {
        return DATELIKE.matcher(written).matches();
    }

    static Moment parse(String written) throws NoInstant {
        Matcher parts = SHAPE.matcher(written);
        if (!parts.matches()) {
            throw new NoInstant(
                    DAY.matcher(written).matches()
                            ? "is a day without a time: " + EXAMPLE
                            : "is not an instant: " + EXAMPLE);
        }
        if (parts.group(8) == null && parts.group(9) == null) {
            throw new NoInstant("has no offset: end it with `Z` for UTC, or with an offset such as `+02:00`");
        }
        String fraction = parts.group(7) == null ? "" : parts.group(7);
        if (fraction.length() > 9) {
            throw new NoInstant("has more than nine decimals of a second");
        }
        long second = number(parts, 6);
        if (second == 60) {
            throw new NoInstant("is a leap second, which has no place among other instants: write `:59`");
        }
        long hour = within(number(parts, 4), 23, "hour");
        long minute = within(number(parts, 5), 59, "minute");
        within(second, 59, "second");
        long nanos = Long.parseLong((fraction + "000000000").substring(0, 9));
        Instant instant = day(parts)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC)
                .plusSeconds(hour * 3600 + minute * 60 + second - offsetSeconds(parts))
                .plusNanos(nanos);
        if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
            throw new NoInstant("lies, in UTC, outside the years 0000 to 9999");
        }
        return new Moment(instant);
    }

    private static LocalDate day(Matcher parts) throws NoInstant {
        try {
            return LocalDate.of((int) number(parts, 1), (int) number(parts, 2), (int) number(parts, 3));
        } catch (DateTimeException noSuchDay) {
            throw new NoInstant("names a day that the calendar does not have");
        }
    }

    private static long offsetSeconds(Matcher parts) throws NoInstant {
        if (parts.group(9) == null) {
            return 0;
        }
        long hours = within(number(parts, 10), 23, "hour of the offset");
        long minutes = within(number(parts, 11), 59, "minute of the offset");
        long seconds = hours * 3600 + minutes * 60;
        return "-".equals(parts.group(9)) ? -seconds : seconds;
    }

    private static long number(Matcher parts, int group) {
        return Long.parseLong(parts.group(group));
    }

    private static long within(long number, long highest, String what) throws NoInstant {
        if (number > highest) {
            throw new NoInstant("is not an instant: the " + what + " goes up to " + highest);
        }
        return number;
    }
}
