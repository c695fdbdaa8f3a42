package org.offereligibility.report;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.offereligibility.dossier.Exact;
import org.offereligibility.policy.FunnelFigures;
import org.offereligibility.report.Judged.Held;

/**
 * How many candidates each round eliminates.
 *
 * @param rounds in their order
 * @param years those of the figures and those in which somebody reached the final round, earliest first
 */
public record Funnel(String role, long candidates, List<Round> rounds, List<Year> years, FunnelFigures figures) {
    /**
     * @param entered how many the round was held with
     * @param eliminated for whom it ended in a rejection and no later round was held
     * @param open who passed it and whose next round is not held yet
     */
    public record Round(String round, long entered, long eliminated, long open) {
        /** The eliminated of those of whom it is known. */
        public Rate rate() {
            return new Rate(eliminated, entered - open);
        }

        /** Who went on, or passed the final round. */
        public long passed() {
            return entered - open - eliminated;
        }
    }

    /**
     * The final round in one year (UTC).
     *
     * @param expected what the policy knows of that year
     * @param seen what these dossiers show: who held the final round in it, and who of them was extended an offer
     */
    public record Year(int year, Optional<FunnelFigures.Year> expected, Optional<FunnelFigures.Year> seen) {}

    /** How a rate lies to the range that is expected. */
    public enum Standing {
        BELOW,
        WITHIN,
        ABOVE,
        /** There is no rate or no range. */
        NONE
    }

    /**
     * @param rounds all there are, in their order; what else was held stands after them, by name
     */
    public static Funnel of(Cohort cohort, List<String> rounds, FunnelFigures figures) {
        List<String> order = order(cohort.judged(), rounds);
        long[] entered = new long[order.size()];
        long[] eliminated = new long[order.size()];
        long[] open = new long[order.size()];
        SortedMap<Integer, long[]> byYear = new TreeMap<>();
        for (Judged judged : cohort.judged()) {
            for (Held held : judged.rounds()) {
                int at = order.indexOf(held.round());
                entered[at]++;
                if (held.outcome().equals(Held.REJECT)) {
                    eliminated[at] += holdsLater(judged, at, order) ? 0 : 1;
                } else if (at + 1 < rounds.size() && !holds(judged, order.get(at + 1))) {
                    open[at]++;
                }
                if (at == rounds.size() - 1) {
                    long[] year = byYear.computeIfAbsent(
                            held.startedAt().instant().atOffset(ZoneOffset.UTC).getYear(), unseen -> new long[2]);
                    year[0]++;
                    year[1] += judged.offered() ? 1 : 0;
                }
            }
        }
        List<Round> counted = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            counted.add(new Round(order.get(i), entered[i], eliminated[i], open[i]));
        }
        return new Funnel(cohort.role(), cohort.size(), counted, years(byYear, figures), figures);
    }

    private static List<String> order(Collection<Judged> judged, List<String> rounds) {
        List<String> order = new ArrayList<>(rounds);
        TreeSet<String> others = new TreeSet<>();
        judged.forEach(one -> one.rounds().forEach(held -> others.add(held.round())));
        rounds.forEach(others::remove);
        order.addAll(others);
        return order;
    }

    private static boolean holds(Judged judged, String round) {
        return judged.rounds().stream().anyMatch(held -> held.round().equals(round));
    }

    private static boolean holdsLater(Judged judged, int at, List<String> order) {
        return judged.rounds().stream().anyMatch(held -> order.indexOf(held.round()) > at);
    }

    private static List<Year> years(SortedMap<Integer, long[]> seen, FunnelFigures figures) {
        SortedMap<Integer, Year> years = new TreeMap<>();
        figures.years()
                .forEach(year ->
                        years.put(year.year(), new Year(year.year(), Optional.of(year), seen(year.year(), seen))));
        seen.keySet().forEach(year -> years.putIfAbsent(year, new Year(year, Optional.empty(), seen(year, seen))));
        return List.copyOf(years.values());
    }

    private static Optional<FunnelFigures.Year> seen(int year, SortedMap<Integer, long[]> seen) {
        return Optional.ofNullable(seen.get(year)).map(counts -> new FunnelFigures.Year(year, counts[0], counts[1]));
    }

    /** Of those who reached the final round in a year, those without an offer. */
    static Rate withoutOffer(FunnelFigures.Year year) {
        return new Rate(year.reached() - year.offers(), year.reached());
    }

    /** Compared exactly, before anything is rounded. */
    public Standing standing(Rate rate) {
        if (rate.exact().isEmpty() || figures.range().isEmpty()) {
            return Standing.NONE;
        }
        FunnelFigures.Range range = figures.range().get();
        Exact value = rate.exact().get();
        Exact percent = value.times(Exact.of(100));
        return percent.compareTo(range.atLeast()) < 0
                ? Standing.BELOW
                : percent.compareTo(range.atMost()) > 0 ? Standing.ABOVE : Standing.WITHIN;
    }

    /** Whether the rate's confidence interval reaches into the range, so that a rate outside of it may well be chance. */
    public boolean mayBeChance(Rate rate) {
        return rate.wilson().isPresent()
                && figures.range().isPresent()
                && percent(rate.wilson().get().low())
                                .compareTo(figures.range().get().atMost())
                        <= 0
                && percent(rate.wilson().get().high())
                                .compareTo(figures.range().get().atLeast())
                        >= 0;
    }

    private static Exact percent(java.math.BigDecimal share) {
        return Exact.of(share).times(Exact.of(100));
    }
}
