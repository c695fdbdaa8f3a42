package org.offereligibility.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What is known of values: the range of each, which are the same, and which is under which. Mutable. */
final class Values {
    private static final int ROUNDS = 20;

    private final List<Range> ranges = new ArrayList<>();
    private final List<Integer> same = new ArrayList<>();
    private final List<Boolean> tabled = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();
    private final List<Order> different = new ArrayList<>();
    private final List<Computed> computed = new ArrayList<>();
    private boolean impossible;

    /** The first is under the second, or where not {@code strict} perhaps the same. */
    private record Order(int low, int high, boolean strict) {}

    /** A value that was computed from others. */
    private record Computed(String how, List<Integer> from, int place) {}

    Values copy() {
        Values copy = new Values();
        copy.ranges.addAll(ranges);
        copy.same.addAll(same);
        copy.tabled.addAll(tabled);
        copy.orders.addAll(orders);
        copy.different.addAll(different);
        copy.computed.addAll(computed);
        copy.impossible = impossible;
        return copy;
    }

    /** Adds all values of another; their places move by the number returned. */
    int takeOver(Values other) {
        int by = ranges.size();
        ranges.addAll(other.ranges);
        other.same.forEach(place -> same.add(place + by));
        tabled.addAll(other.tabled);
        other.orders.forEach(order -> orders.add(new Order(order.low() + by, order.high() + by, order.strict())));
        other.different.forEach(two -> different.add(new Order(two.low() + by, two.high() + by, true)));
        other.computed.forEach(term -> computed.add(new Computed(
                term.how(), term.from().stream().map(place -> place + by).toList(), term.place() + by)));
        impossible |= other.impossible;
        return by;
    }

    /** @param fromTable whether it depends on the lines that a table happens to have */
    int add(Range range, boolean fromTable) {
        ranges.add(range);
        same.add(same.size());
        tabled.add(fromTable);
        impossible |= range.isEmpty();
        return ranges.size() - 1;
    }

    /** The place of what is computed so from these; the same where it was computed before. */
    int computed(String how, List<Integer> from, Supplier<Range> range) {
        List<Integer> places = from.stream().map(this::find).toList();
        for (Computed known : computed) {
            if (known.how().equals(how)
                    && known.from().stream().map(this::find).toList().equals(places)) {
                return known.place();
            }
        }
        int place = add(range.get(), from.stream().anyMatch(this::isTabled));
        computed.add(new Computed(how, List.copyOf(from), place));
        return place;
    }

    /** The same for what an {@code accumulate} computes; that it is asked for a line of a table says nothing of its value. */
    int gathered(String how, List<Integer> outside) {
        int place = computed(how, outside, () -> Range.ANYTHING);
        tabled.set(place, false);
        return place;
    }

    private int find(int place) {
        int at = place;
        while (same.get(at) != at) {
            at = same.get(at);
        }
        return at;
    }

    Range range(int place) {
        return ranges.get(find(place));
    }

    /** The first of all places that have the same value. */
    int first(int place) {
        return find(place);
    }

    boolean isTabled(int place) {
        return tabled.get(place);
    }

    /** Whether what was assumed cannot be. */
    boolean isImpossible() {
        return impossible;
    }

    void narrow(int place, Range to) {
        int at = find(place);
        if (bound(at, to)) {
            settle();
        }
    }

    Truth compare(int left, String operator, int right) {
        int a = find(left);
        int b = find(right);
        return switch (operator) {
            case "==" -> same(a, b);
            case "!=" -> same(a, b).not();
            case "<" -> Truth.of(isUnder(a, b, true), isUnder(b, a, false));
            case "<=" -> Truth.of(isUnder(a, b, false), isUnder(b, a, true));
            case ">" -> Truth.of(isUnder(b, a, true), isUnder(a, b, false));
            default -> Truth.of(isUnder(b, a, false), isUnder(a, b, true));
        };
    }

    private Truth same(int a, int b) {
        Range one = ranges.get(a);
        Range other = ranges.get(b);
        return Truth.of(
                a == b || one.isSame(other),
                one.meet(other).isEmpty()
                        || isUnder(a, b, true)
                        || isUnder(b, a, true)
                        || different.stream()
                                .anyMatch(two -> find(two.low()) == a && find(two.high()) == b
                                        || find(two.low()) == b && find(two.high()) == a));
    }

    private boolean isUnder(int a, int b, boolean strictly) {
        if (!strictly && a == b) {
            return true;
        }
        return ranges.get(a).under(ranges.get(b), !strictly) || a != b && leads(a, b, strictly, new ArrayList<>());
    }

    /** Whether one order after the other leads from the first to the second, where asked for with a strict one among them. */
    private boolean leads(int from, int to, boolean strictly, List<Integer> seen) {
        seen.add(from);
        for (Order order : orders) {
            int next = find(order.high());
            if (find(order.low()) == from && !seen.contains(next)) {
                boolean rest = strictly && !order.strict();
                if (next == to ? !rest : leads(next, to, rest, new ArrayList<>(seen))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Assumes that the comparison holds. */
    void relate(int left, String operator, int right) {
        if (compare(left, operator, right) == Truth.NEVER) {
            impossible = true;
            return;
        }
        switch (operator) {
            case "==" -> {
                int a = find(left);
                int b = find(right);
                if (a != b) {
                    Range both = ranges.get(a).meet(ranges.get(b));
                    same.set(Math.max(a, b), Math.min(a, b));
                    ranges.set(Math.min(a, b), both);
                    impossible |= both.isEmpty();
                }
            }
            case "!=" -> {
                different.add(new Order(left, right, true));
                range(left).word().ifPresent(word -> narrow(right, but(word)));
                range(right).word().ifPresent(word -> narrow(left, but(word)));
            }
            case "<" -> orders.add(new Order(left, right, true));
            case "<=" -> orders.add(new Order(left, right, false));
            case ">" -> orders.add(new Order(right, left, true));
            default -> orders.add(new Order(right, left, false));
        }
        settle();
    }

    private static Range but(String word) {
        return new Range.Words(java.util.Set.of(word), true);
    }

    /** Carries the ends of ranges along the orders until nothing moves. */
    private void settle() {
        boolean moved = true;
        for (int round = 0; moved && round < ROUNDS; round++) {
            moved = false;
            for (Order order : orders) {
                int low = find(order.low());
                int high = find(order.high());
                moved |= bound(low, upTo(ranges.get(high), order.strict()));
                moved |= bound(high, from(ranges.get(low), order.strict()));
                impossible |= low == high && order.strict();
            }
        }
        impossible |= different.stream().anyMatch(two -> find(two.low()) == find(two.high()));
    }

    private boolean bound(int at, Range to) {
        Range before = ranges.get(at);
        Range after = before.meet(to);
        if (after.equals(before)) {
            return false;
        }
        ranges.set(at, after);
        impossible |= after.isEmpty();
        return true;
    }

    private static Range upTo(Range range, boolean strict) {
        return range instanceof Range.Numbers numbers && numbers.high().isPresent()
                ? new Range.Numbers(
                        java.util.Optional.empty(), true, numbers.high(), numbers.highIn() && !strict, false)
                : Range.ANYTHING;
    }

    private static Range from(Range range, boolean strict) {
        return range instanceof Range.Numbers numbers && numbers.low().isPresent()
                ? new Range.Numbers(numbers.low(), numbers.lowIn() && !strict, java.util.Optional.empty(), true, false)
                : Range.ANYTHING;
    }

    /** The number pairs of places whose first is known to be under or at most the second. */
    List<int[]> inOrder() {
        return orders.stream()
                .map(order -> new int[] {find(order.low()), find(order.high())})
                .toList();
    }

    /** What was computed from a value first of all: how, and the places of what else, and of the result. */
    List<Asked> askedOf(int place) {
        return computed.stream()
                .filter(term -> !term.from().isEmpty() && find(term.from().get(0)) == find(place))
                .map(term ->
                        new Asked(term.how(), term.from().subList(1, term.from().size()), term.place()))
                .toList();
    }

    /** @param with the places of what it was asked with */
    record Asked(String how, List<Integer> with, int result) {}
}
