package org.offereligibility.trial;

import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.offereligibility.dossier.Exact;

/** What a value may be, as far as the rules, the tables and the dossier's schema tell; never less than that. */
sealed interface Range {
    Range ANYTHING = new Unknown();
    Range ANY_TEXT = new Words(Set.of(), true);
    Range ANY_NUMBER = new Numbers(Optional.empty(), true, Optional.empty(), true, false);

    /** One of these texts; or, where {@code others} is set, any text but these. */
    record Words(Set<String> words, boolean others) implements Range {}

    /** @param whole whether only whole numbers are possible */
    record Numbers(Optional<Exact> low, boolean lowIn, Optional<Exact> high, boolean highIn, boolean whole)
            implements Range {}

    /** Nothing is known of it. */
    record Unknown() implements Range {}

    static Range word(String word) {
        return new Words(Set.of(word), false);
    }

    static Range number(Exact value) {
        return between(Optional.of(value), Optional.of(value));
    }

    /** Both ends included. */
    static Range between(Optional<Exact> low, Optional<Exact> high) {
        return new Numbers(low, true, high, true, false);
    }

    /** The value of a cell of a table. */
    static Range cell(Object value) {
        return value instanceof Exact number ? number(number) : word(String.valueOf(value));
    }

    /** Whether no value is possible. */
    default boolean isEmpty() {
        if (this instanceof Words words) {
            return !words.others() && words.words().isEmpty();
        }
        if (this instanceof Numbers numbers
                && numbers.low().isPresent()
                && numbers.high().isPresent()) {
            int order = numbers.low().get().compareTo(numbers.high().get());
            return order > 0 || order == 0 && !(numbers.lowIn() && numbers.highIn());
        }
        return false;
    }

    /** The only number that is possible. */
    default Optional<Exact> number() {
        return this instanceof Numbers numbers && numbers.low().equals(numbers.high())
                ? numbers.low()
                : Optional.empty();
    }

    /** The only text that is possible. */
    default Optional<String> word() {
        return this instanceof Words words && !words.others() && words.words().size() == 1
                ? Optional.of(words.words().iterator().next())
                : Optional.empty();
    }

    /** Whether only one value is possible, for both the same. */
    default boolean isSame(Range other) {
        return number().isPresent() && number().equals(other.number())
                || word().isPresent() && word().equals(other.word());
    }

    /** What both allow; two of different kinds tell nothing of each other. */
    default Range meet(Range other) {
        if (this instanceof Words a && other instanceof Words b) {
            return meet(a, b);
        }
        if (this instanceof Numbers a && other instanceof Numbers b) {
            Numbers low = higherLow(a, b);
            Numbers high = lowerHigh(a, b);
            return whole(new Numbers(low.low(), low.lowIn(), high.high(), high.highIn(), a.whole() || b.whole()));
        }
        return this instanceof Unknown ? other : this;
    }

    private static Range meet(Words a, Words b) {
        if (a.others() && b.others()) {
            Set<String> words = new TreeSet<>(a.words());
            words.addAll(b.words());
            return new Words(words, true);
        }
        Words some = a.others() ? b : a;
        Words filter = a.others() ? a : b;
        return new Words(
                some.words().stream()
                        .filter(word -> filter.words().contains(word) != filter.others())
                        .collect(Collectors.toCollection(TreeSet::new)),
                false);
    }

    private static Numbers higherLow(Numbers a, Numbers b) {
        if (a.low().isEmpty() || b.low().isEmpty()) {
            return a.low().isEmpty() ? b : a;
        }
        int order = a.low().get().compareTo(b.low().get());
        return order > 0 || order == 0 && !a.lowIn() ? a : b;
    }

    private static Numbers lowerHigh(Numbers a, Numbers b) {
        if (a.high().isEmpty() || b.high().isEmpty()) {
            return a.high().isEmpty() ? b : a;
        }
        int order = a.high().get().compareTo(b.high().get());
        return order < 0 || order == 0 && !a.highIn() ? a : b;
    }

    /** The ends of whole numbers are whole and included. */
    private static Range whole(Numbers range) {
        if (!range.whole()) {
            return range;
        }
        return new Numbers(
                range.low().map(low -> {
                    Exact up = Exact.of(0).minus(floor(low.negated()));
                    return up.equals(low) && !range.lowIn() ? up.plus(Exact.of(1)) : up;
                }),
                true,
                range.high().map(high -> {
                    Exact down = floor(high);
                    return down.equals(high) && !range.highIn() ? down.minus(Exact.of(1)) : down;
                }),
                true,
                true);
    }

    private static Exact floor(Exact number) {
        BigInteger[] parts = number.numerator().divideAndRemainder(number.denominator());
        BigInteger floor = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
        return new Exact(floor, BigInteger.ONE);
    }

    /** What either allows, and perhaps what lies between. */
    default Range hull(Range other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        if (this instanceof Words a && other instanceof Words b) {
            if (!a.others() && !b.others()) {
                Set<String> words = new TreeSet<>(a.words());
                words.addAll(b.words());
                return new Words(words, false);
            }
            return ANY_TEXT;
        }
        if (this instanceof Numbers a && other instanceof Numbers b) {
            Numbers low = higherLow(a, b) == a && a.low().isPresent() ? b : a;
            Numbers high = lowerHigh(a, b) == a && a.high().isPresent() ? b : a;
            Optional<Exact> least = a.low().isEmpty() || b.low().isEmpty() ? Optional.empty() : low.low();
            Optional<Exact> most = a.high().isEmpty() || b.high().isEmpty() ? Optional.empty() : high.high();
            return new Numbers(least, low.lowIn(), most, high.highIn(), a.whole() && b.whole());
        }
        return ANYTHING;
    }

    /** Whether every value here is under every value there. */
    default boolean under(Range other, boolean orEqual) {
        if (!(this instanceof Numbers a
                && other instanceof Numbers b
                && a.high().isPresent()
                && b.low().isPresent())) {
            return false;
        }
        int order = a.high().get().compareTo(b.low().get());
        return order < 0 || order == 0 && (orEqual || !a.highIn() || !b.lowIn());
    }
}
