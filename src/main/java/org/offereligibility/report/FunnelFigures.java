package org.offereligibility.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Problem;
import org.offereligibility.policy.Cells;
import org.offereligibility.policy.CsvTable;
import org.offereligibility.policy.CsvTable.Cell;
import org.offereligibility.policy.CsvText;

/**
 * What a policy expects of the funnel. They are the policy's figures and stand in one of its tables, {@value #FILE}, or in a
 * file of the same form.
 *
 * @param range of the candidates that each round is to eliminate
 * @param years what is known of single years, earliest first
 */
public record FunnelFigures(Optional<Range> range, List<Year> years) {
    /** The file in the policy's folder. */
    public static final String FILE = "funnel.csv";

    public static final FunnelFigures NONE = new FunnelFigures(Optional.empty(), List.of());

    private static final String AT_LEAST = "eliminated-at-least";
    private static final String AT_MOST = "eliminated-at-most";
    private static final String FINAL_ROUND = "final-round";
    private static final String OFFERS = "offers";
    private static final String EVERY = "every";
    private static final Exact HUNDRED = Exact.of(100);

    /** Both ends belong to it; in per cent, from 0 to 100. */
    public record Range(Exact atLeast, Exact atMost) {
        /** @param rate from 0 to 1 */
        boolean holds(Exact rate) {
            Exact percent = rate.times(HUNDRED);
            return percent.compareTo(atLeast) >= 0 && percent.compareTo(atMost) <= 0;
        }

        /** {@code 30 to 40 %}. */
        String words() {
            return atLeast.spoken() + " to " + atMost.spoken() + " %";
        }
    }

    /** How many candidates reached the final round in a year, and how many received offers, at most as many. */
    public record Year(int year, long reached, long offers) {
        /** Of those who reached the final round, those without an offer. */
        Rate withoutOffer() {
            return new Rate(reached - offers, reached);
        }
    }

    /**
     * Reads a table with the columns figure, year and value; others are for people.
     *
     * @param problems takes whatever is wrong with it, and then nothing of it counts
     */
    public static FunnelFigures read(String file, byte[] bytes, Consumer<Problem> problems) {
        List<Problem> found = new ArrayList<>();
        CsvTable table = CsvText.read(file, bytes, found::add);
        FunnelFigures figures = new Reader(table, found).figures();
        found.stream().distinct().sorted(Problem.BY_PLACE).forEach(problems);
        return found.isEmpty() ? figures : NONE;
    }

    /** One reading of a table. */
    private static final class Reader {
        private static final List<String> COLUMNS = List.of("figure", "year", "value");

        private final CsvTable table;
        private final List<Problem> problems;
        private final Map<String, Map<String, Exact>> byFigure = new TreeMap<>();

        Reader(CsvTable table, List<Problem> problems) {
            this.table = table;
            this.problems = problems;
        }

        FunnelFigures figures() {
            if (table.header().isEmpty()) {
                return NONE;
            }
            Columns.missing(table, COLUMNS).forEach(problems::add);
            if (!problems.isEmpty()) {
                return NONE;
            }
            table.rows().forEach(this::row);
            return new FunnelFigures(range(), years());
        }

        private void row(CsvTable.Row row) {
            Cells cells = new Cells(table, problems::add);
            Cell figureCell = table.cell(row, "figure").orElseThrow();
            Cell yearCell = table.cell(row, "year").orElseThrow();
            Cell valueCell = table.cell(row, "value").orElseThrow();
            Optional<String> figure = cells.word(figureCell);
            Optional<String> year = cells.word(yearCell);
            Optional<Exact> value = cells.number(valueCell);
            if (figure.isEmpty() || year.isEmpty() || value.isEmpty()) {
                return;
            }
            boolean ofEvery = Set.of(AT_LEAST, AT_MOST).contains(figure.get());
            if (!ofEvery && !Set.of(FINAL_ROUND, OFFERS).contains(figure.get())) {
                problems.add(table.problem(
                        figureCell,
                        "is none of `" + AT_LEAST + "`, `" + AT_MOST + "`, `" + FINAL_ROUND + "` and `" + OFFERS
                                + "`"));
            } else if (ofEvery != year.get().equals(EVERY)
                    || !ofEvery && !year.get().matches("[0-9]{4}")) {
                problems.add(table.problem(
                        yearCell,
                        ofEvery ? "is not `" + EVERY + "`, as it is for this figure" : "is not a year such as 2025"));
            } else if (value.get().compareTo(Exact.ZERO) < 0
                    || (ofEvery
                            ? value.get().compareTo(HUNDRED) > 0
                            : !value.get().isWhole() || value.get().compareTo(Exact.of(Integer.MAX_VALUE)) > 0)) {
                problems.add(table.problem(
                        valueCell, ofEvery ? "is not from 0 to 100 per cent" : "is not a whole number from 0"));
            } else if (byFigure.computeIfAbsent(figure.get(), unseen -> new TreeMap<>())
                            .putIfAbsent(year.get(), value.get())
                    != null) {
                problems.add(table.problem(figureCell, "says the same thing as an earlier line; one of them must go"));
            }
        }

        private Optional<Range> range() {
            Optional<Exact> least = value(AT_LEAST, EVERY);
            Optional<Exact> most = value(AT_MOST, EVERY);
            if (least.isEmpty() && most.isEmpty()) {
                return Optional.empty();
            }
            Range range = new Range(least.orElse(Exact.ZERO), most.orElse(HUNDRED));
            if (range.atLeast().compareTo(range.atMost()) > 0) {
                whole("`" + AT_LEAST + "` is over `" + AT_MOST + "`");
            }
            return Optional.of(range);
        }

        private List<Year> years() {
            Map<String, Exact> reached = byFigure.getOrDefault(FINAL_ROUND, Map.of());
            Map<String, Exact> offers = byFigure.getOrDefault(OFFERS, Map.of());
            List<Year> years = new ArrayList<>();
            if (!reached.keySet().equals(offers.keySet())) {
                whole("`" + FINAL_ROUND + "` and `" + OFFERS + "` do not stand for the same years");
                return years;
            }
            reached.forEach((year, candidates) -> {
                Exact offered = offers.getOrDefault(year, Exact.ZERO);
                if (offered.compareTo(candidates) > 0) {
                    whole("in " + year + " more candidates received offers than reached the final round");
                } else {
                    years.add(new Year(
                            Integer.parseInt(year),
                            candidates.numerator().longValueExact(),
                            offered.numerator().longValueExact()));
                }
            });
            return years;
        }

        private Optional<Exact> value(String figure, String year) {
            return Optional.ofNullable(byFigure.getOrDefault(figure, Map.of()).get(year));
        }

        private void whole(String message) {
            problems.add(new Problem(table.file(), 0, 0, "", message));
        }
    }
}
