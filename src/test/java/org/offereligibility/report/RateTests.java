package org.offereligibility.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.offereligibility.dossier.Exact;

/** Rates, their intervals and the exact test. */
class RateTests {
    @Test
    void theIntervalIsWilsons() {
        // Wilson 1927 in Newcombe 1998, table I, method 3: 81 of 263, 15 of 148, 0 of 20, 1 of 29
        assertThat(interval(81, 263)).isEqualTo("0.2553 0.3662");
        assertThat(interval(15, 148)).isEqualTo("0.0624 0.1605");
        assertThat(interval(0, 20)).isEqualTo("0.0000 0.1611");
        assertThat(interval(1, 29)).isEqualTo("0.0061 0.1718");
        assertThat(interval(20, 20)).isEqualTo("0.8389 1.0000");
        assertThat(new Rate(0, 0).wilson()).isEmpty();
        assertThat(new Rate(0, 0).exact()).isEmpty();
    }

    private static String interval(long part, long of) {
        Rate.Interval interval = new Rate(part, of).wilson().orElseThrow();
        return interval.low().setScale(4, java.math.RoundingMode.HALF_UP) + " "
                + interval.high().setScale(4, java.math.RoundingMode.HALF_UP);
    }

    @Test
    void moreThanAllAndFewerThanNoneAreNoRates() {
        assertThatThrownBy(() -> new Rate(3, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rate(-1, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 200)
    void theIntervalHoldsTheRateAndMirrorsItsComplement(
            @ForAll @LongRange(min = 0, max = 500) long part, @ForAll @LongRange(min = 0, max = 500) long rest) {
        if (part + rest > 0) {
            Rate rate = new Rate(part, part + rest);
            Rate.Interval interval = rate.wilson().orElseThrow();
            Exact value = rate.exact().orElseThrow();
            assertThat(Exact.of(interval.low())).isLessThanOrEqualTo(value);
            assertThat(Exact.of(interval.high())).isGreaterThanOrEqualTo(value);
            Rate.Interval other = new Rate(rest, part + rest).wilson().orElseThrow();
            assertThat(other.low().add(interval.high())).isEqualByComparingTo("1");
        }
    }

    @Property(tries = 200)
    void bothSidesOfTheExactTestTogetherAreOneAndWhatWasSeen(
            @ForAll @LongRange(min = 0, max = 30) long a,
            @ForAll @LongRange(min = 0, max = 30) long b,
            @ForAll @LongRange(min = 0, max = 30) long c,
            @ForAll @LongRange(min = 0, max = 30) long d) {
        if (a + b == 0 || c + d == 0) {
            assertThat(Fisher.of(new Rate(a, a + b), new Rate(c, c + d))).isEmpty();
            return;
        }
        Fisher one = Fisher.of(new Rate(a, a + b), new Rate(c, c + d)).orElseThrow();
        Fisher other = Fisher.of(new Rate(c, c + d), new Rate(a, a + b)).orElseThrow();
        assertThat(exact(one.twoSided())).isEqualTo(exact(other.twoSided()));
        assertThat(exact(one.twoSided())).isLessThanOrEqualTo(Exact.of(1));
        Exact seen = new Exact(choose(a + b, a).multiply(choose(c + d, c)), choose(a + b + c + d, a + c));
        assertThat(exact(one.greater()).plus(exact(other.greater())))
                .isEqualTo(Exact.of(1).plus(seen));
    }

    private static Exact exact(Fisher.Probability probability) {
        return new Exact(probability.numerator(), probability.denominator());
    }

    private static BigInteger choose(long n, long k) {
        return k == 0
                ? BigInteger.ONE
                : choose(n - 1, k - 1).multiply(BigInteger.valueOf(n)).divide(BigInteger.valueOf(k));
    }

    @Test
    void tooManyPeopleForTheExactTestAreLeftOut() {
        assertThat(Fisher.of(new Rate(1, Fisher.MOST), new Rate(0, 1))).isEmpty();
        assertThat(Fisher.of(new Rate(9_000, 20_000), new Rate(8_000, 20_000))
                        .orElseThrow()
                        .twoSided()
                        .under(1_000_000))
                .isTrue();
    }
}
