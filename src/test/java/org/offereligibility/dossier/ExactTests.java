package org.offereligibility.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactTests {
    private static Exact of(String decimal) {
        return Exact.of(new BigDecimal(decimal));
    }

    private static Exact fraction(long numerator, long denominator) {
        return Exact.of(numerator).dividedBy(Exact.of(denominator));
    }

    @ParameterizedTest
    @CsvSource({
        "1.00000, 1",
        "-2.50, -2.5",
        "1e3, 1000",
        "0e9, 0",
        "0e999999999, 0",
        "0.0001, 0.0001",
        "1000000000, 1000000000"
    })
    void isTheDecimalThatWasWritten(String written, String shown) {
        assertThat(of(written)).hasToString(shown);
        assertThat(of(written)).isEqualTo(of(shown));
    }

    @Test
    void keepsWhatNoDecimalCanWrite() {
        assertThat(fraction(10, 3)).hasToString("10/3");
        assertThat(fraction(10, 3).times(Exact.of(3))).isEqualTo(Exact.of(10));
        assertThat(fraction(10, 4)).hasToString("2.5");
        assertThat(fraction(-10, -4)).isEqualTo(fraction(5, 2));
        assertThat(fraction(1, -3)).hasToString("-1/3");
        assertThat(of("0.1").plus(of("0.2"))).isEqualTo(of("0.3"));
    }

    @Test
    void isReducedHoweverItIsMade() {
        Exact made = new Exact(BigInteger.valueOf(6), BigInteger.valueOf(-4));
        assertThat(made.numerator()).isEqualTo(-3);
        assertThat(made.denominator()).isEqualTo(2);
        assertThat(new Exact(BigInteger.ZERO, BigInteger.valueOf(-7))).isEqualTo(Exact.ZERO);
    }

    @Test
    void refusesToDivideByZeroAndToFillTheMemory() {
        assertThatThrownBy(() -> Exact.of(1).dividedBy(Exact.ZERO)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> of("1e999999999")).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> of("1e-999999999")).isInstanceOf(ArithmeticException.class);
        assertThat(of("1e10000").numerator().bitLength()).isEqualTo(33220);
    }

    @Test
    void staysWithinItsBounds() {
        assertThat(of("5.5").keptWithin(Exact.of(1), Exact.of(5))).isEqualTo(Exact.of(5));
        assertThat(of("0.5").keptWithin(Exact.of(1), Exact.of(5))).isEqualTo(Exact.of(1));
        assertThat(Exact.of(5).keptWithin(Exact.of(1), Exact.of(5))).isEqualTo(Exact.of(5));
        assertThat(fraction(10, 3).keptWithin(Exact.of(1), Exact.of(5))).isEqualTo(fraction(10, 3));
    }

    @Test
    void roundsHalvesAwayFromZero() {
        assertThat(of("2.345").rounded(2)).isEqualTo(new BigDecimal("2.35"));
        assertThat(of("-2.345").rounded(2)).isEqualTo(new BigDecimal("-2.35"));
        assertThat(fraction(2, 3).rounded(3)).isEqualTo(new BigDecimal("0.667"));
        assertThat(Exact.of(1).rounded(2)).isEqualTo(new BigDecimal("1.00"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"240000 | 240,000", "2.5 | 2.5", "1234567.8901 | 1,234,567.8901", "-1000 | -1,000", "0 | 0"})
    void isReadAloudWithItsThousandsParted(String number, String spoken) {
        assertThat(of(number).spoken()).isEqualTo(spoken);
    }

    @Test
    void isReadAloudToTwoDecimalsWhereThereIsNoEnd() {
        assertThat(fraction(10, 3).spoken()).isEqualTo("3.33");
        assertThat(fraction(200_000, 3).spoken()).isEqualTo("66,666.67");
    }

    @Test
    void knowsWhetherItIsWhole() {
        assertThat(of("3.000").isWhole()).isTrue();
        assertThat(of("3.001").isWhole()).isFalse();
    }

    @Property
    void calculatesAsDecimalsDo(@ForAll BigDecimal a, @ForAll BigDecimal b) {
        assertThat(Exact.of(a).plus(Exact.of(b))).isEqualTo(Exact.of(a.add(b)));
        assertThat(Exact.of(a).minus(Exact.of(b))).isEqualTo(Exact.of(a.subtract(b)));
        assertThat(Exact.of(a).times(Exact.of(b))).isEqualTo(Exact.of(a.multiply(b)));
        assertThat(Exact.of(a).compareTo(Exact.of(b))).isEqualTo(a.compareTo(b));
        assertThat(Exact.of(a).distanceTo(Exact.of(b)))
                .isEqualTo(Exact.of(a.subtract(b).abs()));
    }

    @Property
    void undoesADivision(@ForAll int a, @ForAll int b) {
        Assume.that(b != 0);
        assertThat(fraction(a, b).times(Exact.of(b))).isEqualTo(Exact.of(a));
    }
}
