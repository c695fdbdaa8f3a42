package org.offereligibility.trial;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.offereligibility.dossier.Exact;

/** The range of what a rule computes from values of known ranges; wider than it need be where that is simpler. */
final class Arithmetic {
    static final Range YES_OR_NO = new Range.Words(Set.of("true", "false"), false);
    private static final Range COUNT = new Range.Numbers(Optional.of(Exact.ZERO), true, Optional.empty(), true, true);

    private Arithmetic() {}

    /** @param from the value that is asked first, then what it is asked with */
    static Range range(String operation, List<Range> from) {
        return switch (operation) {
            case "saysSomething", "containsWord", "isWhole" -> YES_OR_NO;
            case "sentences" -> COUNT;
            case "toThreeDecimals" -> Range.ANY_TEXT;
            case "hoursSince", "daysSince", "plusMinutes", "plusHours" -> Range.ANY_NUMBER;
            default ->
                from.stream().allMatch(Range.Numbers.class::isInstance)
                        ? numbers(
                                operation,
                                from.stream().map(Range.Numbers.class::cast).toList())
                        : Range.ANYTHING;
        };
    }

    private static Range numbers(String operation, List<Range.Numbers> from) {
        Range.Numbers a = from.get(0);
        if (operation.equals("negated")) {
            return Range.between(a.high().map(Exact::negated), a.low().map(Exact::negated));
        }
        Range.Numbers b = from.get(1);
        return switch (operation) {
            case "plus" -> Range.between(both(a.low(), b.low(), "plus"), both(a.high(), b.high(), "plus"));
            case "minus" -> Range.between(both(a.low(), b.high(), "minus"), both(a.high(), b.low(), "minus"));
            case "midpointTo" ->
                Range.between(both(a.low(), b.low(), "midpointTo"), both(a.high(), b.high(), "midpointTo"));
            case "times" -> corners(a, b, "times");
            case "dividedBy" ->
                b.number().isPresent() && !isZero(b.number().get()) || isOver(b)
                        ? corners(a, b, "dividedBy")
                        : Range.ANY_NUMBER;
            case "distanceTo" -> distance(a, b);
            case "keptWithin" -> kept(a, b, from.get(2));
            default -> Range.ANY_NUMBER;
        };
    }

    private static boolean isZero(Exact number) {
        return number.numerator().signum() == 0;
    }

    /** Whether it is over zero for certain, so that it can be divided by. */
    private static boolean isOver(Range.Numbers range) {
        return range.low().filter(low -> low.numerator().signum() > 0).isPresent();
    }

    private static Optional<Exact> both(Optional<Exact> a, Optional<Exact> b, String operation) {
        return a.flatMap(one -> b.map(other -> apply(one, other, operation)));
    }

    private static Exact apply(Exact one, Exact other, String operation) {
        return switch (operation) {
            case "plus" -> one.plus(other);
            case "minus" -> one.minus(other);
            case "times" -> one.times(other);
            case "dividedBy" -> one.dividedBy(other);
            default -> one.midpointTo(other);
        };
    }

    /** Of a function that is least and greatest at ends of its ranges. */
    private static Range corners(Range.Numbers a, Range.Numbers b, String operation) {
        List<Optional<Exact>> corners = Stream.of(a.low(), a.high())
                .flatMap(one -> Stream.of(b.low(), b.high()).map(other -> both(one, other, operation)))
                .toList();
        return corners.stream().allMatch(Optional::isPresent)
                ? Range.between(
                        corners.stream().flatMap(Optional::stream).min(Exact::compareTo),
                        corners.stream().flatMap(Optional::stream).max(Exact::compareTo))
                : Range.ANY_NUMBER;
    }

    private static Range distance(Range.Numbers a, Range.Numbers b) {
        Range.Numbers difference = (Range.Numbers) numbers("minus", List.of(a, b));
        Exact least = Exact.ZERO;
        if (difference.low().filter(low -> low.compareTo(Exact.ZERO) > 0).isPresent()) {
            least = difference.low().get();
        } else if (difference
                .high()
                .filter(high -> high.compareTo(Exact.ZERO) < 0)
                .isPresent()) {
            least = difference.high().get().negated();
        }
        Optional<Exact> most =
                both(difference.low().map(Exact::negated), difference.high(), "midpointTo"); // there only if both are
        return Range.between(
                Optional.of(least),
                most.flatMap(known -> Stream.of(difference.low(), difference.high())
                        .flatMap(Optional::stream)
                        .map(end -> end.distanceTo(Exact.ZERO))
                        .max(Exact::compareTo)));
    }

    /** Each end is kept within the ends of the bounds, as {@link Exact#keptWithin} rises with all three. */
    private static Range kept(Range.Numbers value, Range.Numbers lowest, Range.Numbers highest) {
        Optional<Exact> low = least(highest.low(), most(value.low(), lowest.low()), false);
        Optional<Exact> high = least(highest.high(), value.high(), true)
                .map(end ->
                        lowest.high().filter(bound -> bound.compareTo(end) > 0).orElse(end));
        return Range.between(low, lowest.high().isPresent() ? high : Optional.empty());
    }

    private static Optional<Exact> most(Optional<Exact> a, Optional<Exact> b) {
        return Stream.of(a, b).flatMap(Optional::stream).max(Exact::compareTo);
    }

    private static Optional<Exact> least(Optional<Exact> a, Optional<Exact> b, boolean either) {
        return either || a.isPresent() && b.isPresent()
                ? Stream.of(a, b).flatMap(Optional::stream).min(Exact::compareTo)
                : Optional.empty();
    }

    /** Of what {@code accumulate} computes from at least one value of that range. */
    static Range gathered(String function, Range of) {
        if (function.equals("howMany")) {
            return new Range.Numbers(Optional.of(Exact.of(1)), true, Optional.empty(), true, true);
        }
        if (!(of instanceof Range.Numbers numbers)) {
            return Range.ANY_NUMBER;
        }
        return switch (function) {
            case "mean" -> Range.between(numbers.low(), numbers.high());
            case "total" ->
                Range.between(
                        numbers.low().filter(low -> low.compareTo(Exact.ZERO) >= 0),
                        numbers.high().filter(high -> high.compareTo(Exact.ZERO) <= 0));
            default -> numbers;
        };
    }
}
