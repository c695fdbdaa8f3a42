package org.offereligibility.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.offereligibility.dossier.Exact;

/**
 * How the rate of each group compares with the highest: the four-fifths rule of the Uniform Guidelines (29 CFR 1607.4 D),
 * computed from unrounded rates as the sample tables of New York City's local law 144 are (6 RCNY 5-301).
 *
 * @param rows by the name of the group
 */
public record ImpactRatios(List<Row> rows) {
    private static final Exact FOUR_FIFTHS = Exact.of(4).dividedBy(Exact.of(5));
    /** A group of a smaller share may be left out of the comparison (6 RCNY 5-301 (d); Uniform Guidelines, questions 2 and 16). */
    private static final Exact SMALL_SHARE = Exact.of(2).dividedBy(Exact.of(100));
    /** So few people can be recognised in a table. */
    private static final long FEW = 5;

    /** How a group compares. */
    public enum Standing {
        /** Its rate is the highest. */
        HIGHEST,
        /** Its rate is under four fifths of the highest. */
        UNDER,
        NOT_UNDER,
        /** Nobody of it was decided, nobody of any group was selected, or there is no other group. */
        NOT_COMPARED
    }

    /** What speaks against making much of a number. */
    public enum Caution {
        FEW_PEOPLE("fewer than five people: a rate of so few says nothing of a group and may give single persons away"),
        SMALL_SHARE("less than 2 % of all who were decided: a group so small may be left out of the comparison"),
        ONE_MORE("one more person selected, and its rate would not be under four fifths of the highest"),
        ONE_FEWER("one person fewer selected, and its rate would be under four fifths of the highest");

        private final String words;

        Caution(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * @param rate the selected of those decided
     * @param ratio its rate by the highest
     * @param fisher of the group with the highest rate against this one: {@code greater} is how probable it is that chance
     *     alone favours the first so much or more; absent for that group itself
     */
    public record Row(
            String group,
            Rate rate,
            Standing standing,
            Optional<Exact> ratio,
            Optional<Fisher> fisher,
            List<Caution> cautions) {}

    /** @param rates by group; one of nobody changes nothing for the others */
    public static ImpactRatios of(SortedMap<String, Rate> rates) {
        Rate all = rates.values().stream().reduce(new Rate(0, 0), Rate::plus);
        long compared = rates.values().stream().filter(rate -> rate.of() > 0).count();
        Optional<Map.Entry<String, Rate>> best = all.part() == 0 || compared < 2
                ? Optional.empty()
                : rates.entrySet().stream()
                        .filter(entry -> entry.getValue().of() > 0)
                        .min(Comparator.comparing((Map.Entry<String, Rate> entry) -> value(entry.getValue()))
                                .reversed()
                                .thenComparing(entry -> -entry.getValue().of())
                                .thenComparing(Map.Entry::getKey));
        List<Row> rows = new ArrayList<>();
        rates.forEach((group, rate) -> rows.add(
                best.isPresent() && rate.of() > 0
                        ? row(group, rate, best.get(), all)
                        : new Row(
                                group,
                                rate,
                                Standing.NOT_COMPARED,
                                Optional.empty(),
                                Optional.empty(),
                                rate.of() > 0 && rate.of() < FEW ? List.of(Caution.FEW_PEOPLE) : List.of())));
        return new ImpactRatios(rows);
    }

    private static Row row(String group, Rate rate, Map.Entry<String, Rate> best, Rate all) {
        Exact ratio = value(rate).dividedBy(value(best.getValue()));
        boolean highest = ratio.equals(Exact.of(1));
        boolean under = isUnder(ratio);
        List<Caution> cautions = new ArrayList<>();
        if (rate.of() < FEW) {
            cautions.add(Caution.FEW_PEOPLE);
        }
        if (value(new Rate(rate.of(), all.of())).compareTo(SMALL_SHARE) < 0) {
            cautions.add(Caution.SMALL_SHARE);
        }
        if (under && !isUnder(ratio(rate, 1, best.getValue()))) {
            cautions.add(Caution.ONE_MORE);
        } else if (!under && !highest && isUnder(ratio(rate, -1, best.getValue()))) {
            cautions.add(Caution.ONE_FEWER);
        }
        return new Row(
                group,
                rate,
                highest ? Standing.HIGHEST : under ? Standing.UNDER : Standing.NOT_UNDER,
                Optional.of(ratio),
                group.equals(best.getKey()) ? Optional.empty() : Fisher.of(best.getValue(), rate),
                cautions);
    }

    /** Exactly four fifths is not under it. */
    private static boolean isUnder(Exact ratio) {
        return ratio.compareTo(FOUR_FIFTHS) < 0;
    }

    private static Exact ratio(Rate rate, long more, Rate best) {
        return Exact.of(Math.max(0, rate.part() + more))
                .dividedBy(Exact.of(rate.of()))
                .dividedBy(value(best));
    }

    private static Exact value(Rate rate) {
        return rate.exact().orElse(Exact.ZERO);
    }

    public List<Row> under() {
        return rows.stream().filter(row -> row.standing() == Standing.UNDER).toList();
    }

    /** The group with which the others are compared: the highest rate, of several the one of most people. */
    public Optional<Row> highest() {
        return rows.stream()
                .filter(row -> row.standing() == Standing.HIGHEST)
                .filter(row -> row.fisher().isEmpty())
                .min(Comparator.comparing((Row row) -> -row.rate().of()).thenComparing(Row::group));
    }

    public Optional<Row> row(String group) {
        return rows.stream().filter(row -> row.group().equals(group)).findFirst();
    }

    /** The lowest ratio of all, from 0 to 1; absent where nothing is compared. */
    public Optional<Exact> lowest() {
        return rows.stream().flatMap(row -> row.ratio().stream()).min(Comparator.naturalOrder());
    }
}
