package org.offereligibility.explanation;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Function;
import org.offereligibility.dossier.Exact;

/**
 * A range of figures, dates (in hours since 1970-01-01 UTC) or scores.
 *
 * @param lowest where it begins; empty if there is no lowest one
 * @param highest where it ends; empty if there is no highest one
 */
public record Span(Optional<End> lowest, Optional<End> highest) {
    /** @param included whether the figure itself is within */
    public record End(Exact at, boolean included) {}

    /**
     * All figures around one that does it, up to those that do not. Between two turning points all figures do the same.
     *
     * @param does whether a figure does it: for each turning point, if it can be said, and at least one between any two
     * @param whole whether there are whole figures only
     */
    static Span around(Exact figure, SortedMap<Exact, Boolean> does, SortedSet<Exact> points, boolean whole) {
        Optional<Exact> under = Optional.empty();
        Optional<Exact> over = Optional.empty();
        Exact least = figure;
        Exact most = figure;
        for (Map.Entry<Exact, Boolean> tried : does.entrySet()) {
            boolean lower = tried.getKey().compareTo(figure) < 0;
            if (!tried.getValue() && lower) {
                under = Optional.of(tried.getKey());
            } else if (!tried.getValue() && over.isEmpty()) {
                over = Optional.of(tried.getKey());
            }
        }
        for (Exact tried : does.keySet()) {
            boolean within = under.map(end -> tried.compareTo(end) > 0).orElse(true)
                    && over.map(end -> tried.compareTo(end) < 0).orElse(true);
            least = within && tried.compareTo(least) < 0 ? tried : least;
            most = within && tried.compareTo(most) > 0 ? tried : most;
        }
        Exact lowest = least;
        Exact highest = most;
        return new Span(
                under.map(end -> end(lowest, end, Exact.of(1), points, whole)),
                over.map(end -> end(highest, end, Exact.of(-1), points, whole)));
    }

    /** @param inwards one, with the sign of the way from what does not do it to what does */
    private static End end(Exact does, Exact doesNot, Exact inwards, SortedSet<Exact> points, boolean whole) {
        if (points.contains(does) || !points.contains(doesNot)) {
            return new End(does, true);
        }
        return whole ? new End(doesNot.plus(inwards), true) : new End(doesNot, false);
    }

    /** Whether it holds more than one figure. */
    boolean isWide() {
        return lowest.isEmpty() || highest.isEmpty() || !lowest.equals(highest);
    }

    public boolean contains(Exact figure) {
        return lowest.map(end -> figure.compareTo(end.at()) > 0 || isAt(figure, end))
                        .orElse(true)
                && highest.map(end -> figure.compareTo(end.at()) < 0 || isAt(figure, end))
                        .orElse(true);
    }

    private static boolean isAt(Exact figure, End end) {
        return end.included() && figure.equals(end.at());
    }

    /** {@code from 185,000 to 230,000}; empty if it holds everything. */
    String words(String over, String under, Function<Exact, String> read) {
        String from = lowest.map(end -> (end.included() ? "from " : over + " ") + read.apply(end.at()))
                .orElse("");
        String to = highest.map(end -> (end.included() ? "to " : under + " ") + read.apply(end.at()))
                .orElse("");
        boolean closed = lowest.map(End::included).orElse(false);
        boolean closedAbove = highest.map(End::included).orElse(false);
        if (to.isEmpty()) {
            return closed ? from + " up" : from;
        }
        if (from.isEmpty()) {
            return closedAbove ? "up " + to : to;
        }
        if (closedAbove) {
            return from + (closed ? " " : " up ") + to;
        }
        return from + (closed ? " to " : " and ") + to;
    }
}
