package org.offereligibility.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTests {
    private static Moment read(String written) {
        try {
            return Rfc3339.parse(written);
        } catch (Rfc3339.NoInstant not) {
            throw new AssertionError(written + " " + not.why(), not);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-01T09:30:00Z, 2025-03-01T09:30:00Z",
        "2025-03-01t09:30:00z, 2025-03-01T09:30:00Z",
        "2025-03-01T09:30:00.1Z, 2025-03-01T09:30:00.100Z",
        "2025-03-01T09:30:00.123456789Z, 2025-03-01T09:30:00.123456789Z",
        "2025-03-01T09:30:00+00:00, 2025-03-01T09:30:00Z",
        "2025-03-01T09:30:00-00:00, 2025-03-01T09:30:00Z",
        "2025-03-01T09:30:00+05:45, 2025-03-01T03:45:00Z",
        "2025-03-01T09:30:00-23:59, 2025-03-02T09:29:00Z",
        "2025-03-01T09:30:00+23:59, 2025-02-28T09:31:00Z",
        "2024-02-29T23:59:59Z, 2024-02-29T23:59:59Z",
        "2000-02-29T00:00:00Z, 2000-02-29T00:00:00Z",
        "0000-01-01T00:00:00Z, 0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999999Z, 9999-12-31T23:59:59.999999999Z"
    })
    void isReadAsAnInstant(String written, String instant) {
        assertThat(read(written)).isEqualTo(Moment.parse(instant));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2016-12-31T23:59:60Z               | is a leap second, which has no place among other instants: write `:59`
                    2025-03-01T09:30:00.1234567890Z    | has more than nine decimals of a second
                    2025-03-01T09:30:00                | has no offset: end it with `Z` for UTC, or with an offset such as `+02:00`
                    2025-03-01                         | is a day without a time: expected an instant such as `2025-03-01T09:30:00Z`
                    2025-02-29T09:30:00Z               | names a day that the calendar does not have
                    1900-02-29T09:30:00Z               | names a day that the calendar does not have
                    2025-04-31T09:30:00Z               | names a day that the calendar does not have
                    2025-00-10T09:30:00Z               | names a day that the calendar does not have
                    2025-01-00T09:30:00Z               | names a day that the calendar does not have
                    2025-13-01T09:30:00Z               | names a day that the calendar does not have
                    2025-03-01T24:00:00Z               | is not an instant: the hour goes up to 23
                    2025-03-01T09:60:00Z               | is not an instant: the minute goes up to 59
                    2025-03-01T09:30:61Z               | is not an instant: the second goes up to 59
                    2025-03-01T09:30:00+24:00          | is not an instant: the hour of the offset goes up to 23
                    2025-03-01T09:30:00+01:60          | is not an instant: the minute of the offset goes up to 59
                    9999-12-31T23:59:59-00:01          | lies, in UTC, outside the years 0000 to 9999
                    0000-01-01T00:00:00+00:01          | lies, in UTC, outside the years 0000 to 9999
                    """)
    void isRefusedWithTheReason(String written, String why) {
        assertThatThrownBy(() -> Rfc3339.parse(written))
                .isInstanceOfSatisfying(
                        Rfc3339.NoInstant.class, not -> assertThat(not.why()).isEqualTo(why));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "soon",
                "2025-03-01 09:30:00Z",
                "2025-03-01T09:30Z",
                "2025-03-01T09:30:00.Z",
                "2025-3-1T09:30:00Z",
                "25-03-01T09:30:00Z",
                "+2025-03-01T09:30:00Z",
                "2025-03-01T09:30:00+0200",
                "2025-03-01T09:30:00+02",
                "2025-03-01T09:30:00 Z",
                "2025-03-01T09:30:00Z\n",
                "2025-03-01T09:30:00,5Z",
                "20250301T093000Z",
                "2025-W09-6T09:30:00Z",
                "2025-03-01T09:30:00Z[UTC]",
                "２０２５-03-01T09:30:00Z",
                "2025-03-01T09:30:00−02:00"
            })
    void isNothingElse(String written) {
        assertThatThrownBy(() -> Rfc3339.parse(written))
                .isInstanceOfSatisfying(
                        Rfc3339.NoInstant.class,
                        not -> assertThat(not.why())
                                .isEqualTo("is not an instant: expected an instant such as `2025-03-01T09:30:00Z`"));
    }

    @Property
    void isReadAsTheStandardLibraryReadsIt(
            @ForAll @LongRange(min = -60_000_000_000L, max = 250_000_000_000L) long second,
            @ForAll @IntRange(max = 999_999_999) int nano,
            @ForAll @IntRange(min = -1080, max = 1080) int minutes) {
        Instant instant = Instant.ofEpochSecond(second, nano);
        OffsetDateTime there = instant.atOffset(ZoneOffset.ofTotalSeconds(minutes * 60));
        assertThat(read(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(there))).isEqualTo(new Moment(instant));
    }

    @Test
    void isComparedAsAnInstantWhateverItsOffset() {
        assertThat(read("2025-03-01T10:00:00+01:00")).isEqualByComparingTo(read("2025-03-01T09:00:00Z"));
        assertThat(read("2025-03-01T10:00:00+01:00")).isLessThan(read("2025-03-01T09:00:00.000000001Z"));
    }

    @Test
    void countsHoursToTheNanosecond() {
        Moment sent = read("2025-03-01T09:00:00Z");
        assertThat(read("2025-03-03T09:00:00Z").hoursSince(sent)).isEqualTo(Exact.of(48));
        Exact almost = read("2025-03-03T08:59:59.999999999Z").hoursSince(sent);
        assertThat(almost).isLessThan(Exact.of(48));
        assertThat(almost.plus(Exact.of(1).dividedBy(Exact.of(3_600_000_000_000L))))
                .isEqualTo(Exact.of(48));
        assertThat(sent.hoursSince(read("2025-03-01T10:30:00Z")).toString()).isEqualTo("-1.5");
    }

    @Test
    void countsDaysByTheDatesInUtc() {
        Moment first = read("2025-03-01T23:59:59Z");
        assertThat(read("2025-03-02T00:00:00Z").daysSince(first)).isEqualTo(Exact.of(1));
        assertThat(read("2025-03-02T01:00:00+02:00").daysSince(first)).isEqualTo(Exact.ZERO);
        assertThat(first.daysSince(read("2025-03-18T00:00:00Z"))).isEqualTo(Exact.of(-17));
    }

    @Test
    void addsMinutes() {
        assertThat(read("2025-03-01T23:30:00.5Z").plusMinutes(45)).isEqualTo(read("2025-03-02T00:15:00.5Z"));
    }
}
