package org.offereligibility.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offereligibility.dossier.Exact;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every published worked example: New York City's sample tables, the Uniform Guidelines' question, and R's exact tests. */
class WorkedExamplesTests {
    private static final JsonNode EXAMPLES = read();
    /** The tables print 64.2 % for 18 of 28, which is 64.2857 %: cut off, where every other figure is rounded. */
    private static final Map<String, String> MISPRINTS = Map.of("scoring_race Hispanic or Latino", "64.3%");

    private static JsonNode read() {
        try {
            return JsonMapper.shared()
                    .readTree(Files.readString(Path.of("src/test/resources/report/impact_ratio.json")));
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"selection_sex", "selection_race", "selection_intersectional"})
    void selectionRatesAndTheirRatiosAreThoseOfTheSampleTables(String table) {
        Map<String, Rate> rates = new LinkedHashMap<>();
        EXAMPLES.get(table)
                .forEach(row -> rates.put(
                        row.get(0).asString(),
                        new Rate(row.get(2).asLong(), row.get(1).asLong())));
        check(table, rates, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"scoring_sex", "scoring_race", "scoring_intersectional"})
    void scoringRatesAndTheirRatiosAreThoseOfTheSampleTables(String table) {
        Map<String, Rate> rates = new LinkedHashMap<>();
        EXAMPLES.get(table).forEach(row -> {
            String group = row.get(0).asString();
            rates.put(group, new Rate(aboveMedian(table, row), row.get(1).asLong()));
        });
        check(table, rates, 2);
    }

    /** The only count whose rate is the one that is printed. */
    private static long aboveMedian(String table, JsonNode row) {
        long all = row.get(1).asLong();
        String printed = MISPRINTS.getOrDefault(
                table + " " + row.get(0).asString(), row.get(2).asString());
        List<Long> counts = LongStream.rangeClosed(0, all)
                .filter(count ->
                        percent(new Rate(count, all), decimals(printed)).equals(printed))
                .boxed()
                .toList();
        assertThat(counts).as(row.toString()).hasSize(1);
        return counts.get(0);
    }

    @Test
    void theCountsBehindTheScoringTablesAreThoseThatWereInferred() {
        Map<String, Long> counts = new TreeMap<>();
        for (String table : List.of("scoring_sex", "scoring_race")) {
            EXAMPLES.get(table).forEach(row -> counts.put(row.get(0).asString(), aboveMedian(table, row)));
        }
        counts.put("Black", counts.remove("Black or African American"));
        counts.put("Two+", counts.remove("Two or More Races"));
        Map<String, Long> inferred = new TreeMap<>();
        EXAMPLES.get("scoring_counts_above_median_inferred")
                .properties()
                .forEach(entry -> inferred.put(entry.getKey(), entry.getValue().asLong()));
        assertThat(counts).isEqualTo(inferred);
    }

    private static void check(String table, Map<String, Rate> rates, int ratioDecimals) {
        ImpactRatios ratios = ImpactRatios.of(new TreeMap<>(rates));
        List<String> wrong = new ArrayList<>();
        EXAMPLES.get(table).forEach(row -> {
            int last = row.size() - 1;
            String group = row.get(0).asString();
            String rate = MISPRINTS.getOrDefault(
                    table + " " + group, row.get(last - 1).asString());
            String ratio = row.get(last).asString();
            ImpactRatios.Row computed = ratios.row(group).orElseThrow();
            Exact exact = computed.ratio().orElseThrow();
            if (!percent(computed.rate(), decimals(rate)).equals(rate)
                    || !exact.rounded(decimals(ratio)).toPlainString().equals(ratio)) {
                wrong.add(group + " " + percent(computed.rate(), 3) + " " + exact.rounded(5) + ", printed " + row);
            }
            assertThat(computed.standing() == ImpactRatios.Standing.UNDER)
                    .as(group)
                    .isEqualTo(new BigDecimal(ratio).compareTo(new BigDecimal("0.8")) < 0);
        });
        assertThat(wrong).isEmpty();
    }

    private static int decimals(String printed) {
        String number = printed.replace("%", "");
        return number.contains(".") ? number.length() - number.indexOf('.') - 1 : 0;
    }

    private static String percent(Rate rate, int decimals) {
        return rate.exact().orElseThrow().times(Exact.of(100)).rounded(decimals).toPlainString() + "%";
    }

    @Test
    void ofTheUniformGuidelinesExampleOneGroupAloneIsFlagged() {
        for (JsonNode example : EXAMPLES.get("ugesp_qa")) {
            TreeMap<String, Rate> rates = new TreeMap<>();
            example.get("rates_pct")
                    .properties()
                    .forEach(entry ->
                            rates.put(entry.getKey(), new Rate(entry.getValue().asLong(), 100)));
            ImpactRatios ratios = ImpactRatios.of(rates);
            example.get("ratios_pct")
                    .properties()
                    .forEach(entry -> assertThat(ratios.row(entry.getKey())
                                    .orElseThrow()
                                    .ratio()
                                    .orElseThrow())
                            .isEqualTo(Exact.of(entry.getValue().asLong()).dividedBy(Exact.of(100))));
            List<String> flagged = new ArrayList<>();
            example.get("adverse_impact_indicated").forEach(group -> flagged.add(group.asString()));
            assertThat(ratios.under().stream().map(ImpactRatios.Row::group).toList())
                    .isEqualTo(flagged);
        }
    }

    @Test
    void theExactTestsAreThoseOfR() {
        for (JsonNode example : EXAMPLES.get("fisher_2x2")) {
            JsonNode table = example.get("table");
            Rate first = rate(table.get(0));
            Rate second = rate(table.get(1));
            Fisher fisher = Fisher.of(first, second).orElseThrow();
            same(fisher.twoSided(), example.get("two_sided"));
            if (example.has("greater")) {
                same(fisher.greater(), example.get("greater"));
            }
            if (example.has("less")) {
                same(Fisher.of(second, first).orElseThrow().greater(), example.get("less"));
            }
        }
    }

    private static Rate rate(JsonNode row) {
        return new Rate(row.get(0).asLong(), row.get(0).asLong() + row.get(1).asLong());
    }

    /** To twelve digits: the published figures are binary fractions. */
    private static void same(Fisher.Probability computed, JsonNode published) {
        MathContext digits = new MathContext(12, RoundingMode.HALF_UP);
        assertThat(new BigDecimal(computed.numerator()).divide(new BigDecimal(computed.denominator()), digits))
                .isEqualByComparingTo(published.decimalValue().round(digits));
    }

    @Test
    void thePlainestTableGivesSeventeenThirtyFifths() {
        Fisher fisher = Fisher.of(new Rate(3, 4), new Rate(1, 4)).orElseThrow();
        assertThat(fisher.twoSided().rounded(6)).isEqualByComparingTo("0.485714");
        assertThat(fisher.greater().rounded(6)).isEqualByComparingTo("0.242857");
    }
}
