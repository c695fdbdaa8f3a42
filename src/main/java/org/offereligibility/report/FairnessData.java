package org.offereligibility.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.offereligibility.dossier.Exact;
import org.offereligibility.explanation.DecisionJson;
import org.offereligibility.report.ImpactRatios.Row;
import tools.jackson.core.JsonGenerator;

/** Whether groups fare alike, as programs read it. */
final class FairnessData {
    private FairnessData() {}

    /** A line for each group by all rules, then for each group without each rule. */
    static String csv(Fairness fairness) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(
                "rule left out",
                "group",
                "candidates",
                "open",
                "decided",
                "selected",
                "rate",
                "rate in per cent",
                "impact ratio exactly",
                "impact ratio",
                "four fifths",
                "one-sided",
                "two-sided",
                "rule stands in the way of",
                "cautions"));
        fairness.ratios().rows().forEach(row -> lines.add(line("", Optional.empty(), row, fairness)));
        for (Fairness.WithoutRule rule : fairness.rules()) {
            rule.ratios()
                    .rows()
                    .forEach(row -> lines.add(
                            line(rule.code(), Optional.ofNullable(rule.found().get(row.group())), row, fairness)));
        }
        return CsvLines.of(lines);
    }

    private static List<String> line(String rule, Optional<Long> found, Row row, Fairness fairness) {
        Fairness.Size size = fairness.groups().getOrDefault(row.group(), new Fairness.Size(0, 0));
        return List.of(
                rule,
                row.group(),
                String.valueOf(size.candidates()),
                String.valueOf(size.open()),
                String.valueOf(row.rate().of()),
                String.valueOf(row.rate().part()),
                row.rate().fraction(),
                Json.percent(row.rate()),
                row.ratio().map(Exact::toString).orElse(""),
                row.ratio().map(Exact::toThreeDecimals).orElse(""),
                Json.word(row.standing()),
                row.fisher().map(fisher -> Told.probability(fisher.greater())).orElse(""),
                row.fisher().map(fisher -> Told.probability(fisher.twoSided())).orElse(""),
                found.map(String::valueOf).orElse(""),
                String.join(
                        "; ",
                        row.cautions().stream().map(ImpactRatios.Caution::words).toList()));
    }

    static String json(FairnessReport report) {
        Fairness fairness = report.fairness();
        return DecisionJson.text(json -> {
                    json.writeStartObject();
                    json.writeStringProperty("report", "fairness");
                    json.writeStringProperty("role", fairness.role());
                    json.writeStringProperty(
                            "selectedFrom", fairness.selectedFrom().name());
                    json.writeNumberProperty("decided", fairness.all().of());
                    json.writeNumberProperty("selected", fairness.all().part());
                    json.writeNumberProperty("inNoGroup", fairness.inNoGroup());
                    json.writeArrayPropertyStart("groups");
                    fairness.ratios().rows().forEach(row -> group(row, fairness, json));
                    json.writeEndArray();
                    json.writeArrayPropertyStart("rules");
                    fairness.rules().forEach(rule -> rule(rule, json));
                    json.writeEndArray();
                    Json.texts("sentences", report.sentences(), json);
                    Json.texts("method", report.method(), json);
                    Json.texts("limits", FairnessReport.limits(), json);
                    json.writeEndObject();
                })
                + "\n";
    }

    private static void group(Row row, Fairness fairness, JsonGenerator json) {
        Fairness.Size size = fairness.groups().getOrDefault(row.group(), new Fairness.Size(0, 0));
        json.writeStartObject();
        json.writeStringProperty("group", row.group());
        json.writeNumberProperty("candidates", size.candidates());
        json.writeNumberProperty("open", size.open());
        compared(row, json);
        Json.interval(row.rate(), json);
        Json.texts(
                "cautions",
                row.cautions().stream().map(ImpactRatios.Caution::words).toList(),
                json);
        json.writeEndObject();
    }

    private static void compared(Row row, JsonGenerator json) {
        json.writeNumberProperty("decided", row.rate().of());
        json.writeNumberProperty("selected", row.rate().part());
        Json.rate(row.rate(), json);
        row.ratio().ifPresent(ratio -> {
            json.writeObjectPropertyStart("impactRatio");
            json.writeStringProperty("exact", ratio.toString());
            json.writeStringProperty("rounded", ratio.toThreeDecimals());
            json.writeEndObject();
        });
        json.writeStringProperty("fourFifths", Json.word(row.standing()));
        row.fisher().ifPresent(fisher -> {
            json.writeObjectPropertyStart("fisher");
            json.writeStringProperty("oneSided", Told.probability(fisher.greater()));
            json.writeStringProperty("twoSided", Told.probability(fisher.twoSided()));
            json.writeEndObject();
        });
    }

    private static void rule(Fairness.WithoutRule rule, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("code", rule.code());
        json.writeStringProperty("rule", rule.rule());
        json.writeStringProperty("section", rule.section());
        Json.counts("standsInTheWayOf", rule.found(), json);
        Json.counts("moreSelectedWithout", rule.turned(), json);
        Json.texts("flagsGone", rule.flagsGone(), json);
        Json.texts("flagsNew", rule.flagsNew(), json);
        json.writeArrayPropertyStart("groupsWithout");
        for (Row row : rule.ratios().rows()) {
            json.writeStartObject();
            json.writeStringProperty("group", row.group());
            compared(row, json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
