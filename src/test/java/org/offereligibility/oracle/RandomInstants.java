package org.offereligibility.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** Instants that lie on edges, and the many ways in which one instant may be written. */
final class RandomInstants {
    private static final String[] OFFSETS = {
        "+00:00", "+05:30", "-08:00", "+05:45", "+14:00", "-12:00", "-03:30", "+18:00", "-18:00", "+00:01"
    };

    private final Dice dice;

    RandomInstants(Dice dice) {
        this.dice = dice;
    }

    /** A day from which a process may start: around the turn of a year, of a leap February, or of the epoch. */
    LocalDate firstDay() {
        if (dice.chance(0.01)) {
            return LocalDate.of(1969, 12, 20).plusDays(dice.below(12));
        }
        LocalDate season = dice.oneOf(
                LocalDate.of(2024, 2, 8),
                LocalDate.of(2024, 12, 15),
                LocalDate.of(2025, 2, 8),
                LocalDate.of(2025, 3, 1));
        return season.plusDays(dice.below(40));
    }

    /** A time of that day in UTC, often its very first or very last. */
    Instant onDay(LocalDate day) {
        LocalTime time = switch (dice.below(6)) {
            case 0 -> LocalTime.MIDNIGHT;
            case 1 -> LocalTime.MIDNIGHT.minusNanos(1);
            case 2 -> LocalTime.of(23, dice.below(60), dice.below(60));
            case 3 -> LocalTime.of(0, dice.below(60), dice.below(60));
            case 4 -> LocalTime.of(dice.below(24), dice.below(60), dice.below(60), dice.below(1_000_000_000));
            default -> LocalTime.of(dice.between(8, 18), dice.oneOf(0, 15, 30, 45));
        };
        return LocalDateTime.of(day, time).toInstant(ZoneOffset.UTC);
    }

    /** The instant, or a neighbour so little before or after that only exact arithmetic can tell. */
    Instant near(Instant edge) {
        return edge.plusNanos(dice.oneOf(-1L, 0L, 0L, 1L, -1_000L, 1_000_000L, -1_000_000_000L, 60_000_000_000L));
    }

    /** The instant as RFC 3339 writes it, with some offset and as many decimals as it needs or more, but at most nine. */
    String written(Instant instant) {
        String offset = dice.chance(0.5) ? "Z" : dice.oneOf(OFFSETS);
        LocalDateTime local = LocalDateTime.ofInstant(instant, ZoneOffset.of(offset));
        char between = 'T';
        if (dice.chance(0.01)) {
            between = 't';
            offset = offset.equals("Z") ? "z" : offset;
        }
        return digits(local.getYear(), 4)
                + '-'
                + digits(local.getMonthValue(), 2)
                + '-'
                + digits(local.getDayOfMonth(), 2)
                + between
                + digits(local.getHour(), 2)
                + ':'
                + digits(local.getMinute(), 2)
                + ':'
                + digits(local.getSecond(), 2)
                + fraction(local.getNano())
                + offset;
    }

    private String fraction(int nanos) {
        String all = digits(nanos, 9);
        int needed = 9;
        while (needed > 0 && all.charAt(needed - 1) == '0') {
            needed--;
        }
        int decimals = dice.chance(0.2) ? dice.between(needed, 9) : needed;
        return decimals == 0 ? "" : "." + all.substring(0, decimals);
    }

    private static String digits(int number, int width) {
        String digits = Integer.toString(number);
        return "0".repeat(width - digits.length()) + digits;
    }
}
