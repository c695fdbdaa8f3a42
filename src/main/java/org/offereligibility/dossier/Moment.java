package org.offereligibility.dossier;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A point in time, compared exactly and as an instant, whatever offset it was written with. A day is a day in UTC. */
public record Moment(Instant instant) implements Comparable<Moment> {
    private static final BigInteger NANOS_PER_HOUR = BigInteger.valueOf(3_600_000_000_000L);

    public static Moment parse(String isoInstant) {
        return new Moment(Instant.parse(isoInstant));
    }

    public Moment plusMinutes(long minutes) {
        return new Moment(instant.plus(minutes, ChronoUnit.MINUTES));
    }

    /** So many hours later, to the nanosecond below; earlier for a negative number. */
    public Moment plusHours(Exact hours) {
        BigInteger[] nanos = hours.numerator().multiply(NANOS_PER_HOUR).divideAndRemainder(hours.denominator());
        boolean down = nanos[1].signum() < 0;
        BigInteger whole = down ? nanos[0].subtract(BigInteger.ONE) : nanos[0];
        BigInteger[] parts = whole.divideAndRemainder(BigInteger.valueOf(1_000_000_000L));
        return new Moment(instant.plusSeconds(parts[0].longValueExact()).plusNanos(parts[1].longValueExact()));
    }

    /** The hours from the other moment to this one, exact to the nanosecond; negative if this one came first. */
    public Exact hoursSince(Moment other) {
        Duration between = Duration.between(other.instant, instant);
        BigInteger nanos = BigInteger.valueOf(between.getSeconds())
                .multiply(BigInteger.valueOf(1_000_000_000L))
                .add(BigInteger.valueOf(between.getNano()));
        return new Exact(nanos, NANOS_PER_HOUR);
    }

    /** The days from the other moment's date to this one's, both in UTC. */
    public Exact daysSince(Moment other) {
        return Exact.of(ChronoUnit.DAYS.between(
                other.instant.atOffset(ZoneOffset.UTC).toLocalDate(),
                instant.atOffset(ZoneOffset.UTC).toLocalDate()));
    }

    @Override
    public int compareTo(Moment other) {
        return instant.compareTo(other.instant);
    }

    @Override
    public String toString() {
        return instant.toString();
    }
}
