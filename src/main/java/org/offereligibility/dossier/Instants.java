package org.offereligibility.dossier;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads instants as RFC 3339, section 5.6, writes them. */
public final class Instants {
    private static final Pattern DATE_TIME = Pattern.compile(
            "(\\d{4})-(\\d{2})-(\\d{2})[Tt](\\d{2}):(\\d{2}):(\\d{2})(?:\\.(\\d+))?(?:[Zz]|([+-])(\\d{2}):(\\d{2}))?");

    private Instants() {}

    /**
     * @throws DateTimeException with a plain sentence of what is wrong; it does not quote the text
     */
    public static Moment parse(String text) {
        Matcher parts = DATE_TIME.matcher(text);
        if (!parts.matches()) {
            throw new DateTimeException(
                    "expected an instant such as `2025-03-01T10:00:00Z` or `2025-03-01T10:00:00+02:00`");
        }
        char last = text.charAt(text.length() - 1);
        if (parts.group(8) == null && last != 'Z' && last != 'z') {
            throw new DateTimeException("the instant has no offset: end it with `Z` or an offset such as `+02:00`");
        }
        String fraction = parts.group(7) == null ? "" : parts.group(7);
        if (fraction.length() > 9) {
            throw new DateTimeException("the instant has more than nine decimals of a second");
        }
        if (parts.group(6).equals("60")) {
            throw new DateTimeException("the instant is a leap second (`:60`), which is not used here");
        }
        try {
            LocalDateTime local = LocalDateTime.of(
                    number(parts, 1),
                    number(parts, 2),
                    number(parts, 3),
                    number(parts, 4),
                    number(parts, 5),
                    number(parts, 6),
                    Integer.parseInt((fraction + "000000000").substring(0, 9)));
            Instant instant = local.toInstant(ZoneOffset.UTC);
            return new Moment(parts.group(8) == null ? instant : instant.minusSeconds(offset(parts)));
        } catch (DateTimeException impossible) {
            throw new DateTimeException("there is no such date or time", impossible);
        }
    }

    private static long offset(Matcher parts) {
        int hours = number(parts, 9);
        int minutes = number(parts, 10);
        if (hours > 23 || minutes > 59) {
            throw new DateTimeException("no such offset");
        }
        return (parts.group(8).equals("-") ? -1L : 1L) * (hours * 3600L + minutes * 60L);
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
