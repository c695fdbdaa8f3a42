package org.offereligibility.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.offereligibility.dossier.Exact;
import org.offereligibility.explanation.DecisionJson;
import org.offereligibility.explanation.Hue;
import org.offereligibility.explanation.Words;
import org.offereligibility.report.Paper.Cell;
import org.offereligibility.report.Paper.Column;

/** What people override, as people and programs read it. */
public final class OverridesReport extends Report {
    static final List<String> METHOD = List.of(
            "A rule is found where it stands in the way of an offer. An override speaks against each rule whose finding alone"
                    + " would keep the decision under what people made of it.",
            "Who was judged several times counts once, as judged last. An override counts even after it has expired, but not"
                    + " once it was withdrawn. The committee's rulings on what was referred to it are no overrides.");
    static final List<String> LIMITS = List.of(
            "A rule that is overridden often may be wrong, or it may be right and rightly set aside: the reasons tell.",
            "Where several rules stand in the way of one candidate, an override speaks against all of them, though people may"
                    + " have meant one.");

    private final Overrides overrides;
    private final Basis basis;

    public OverridesReport(Overrides overrides, Basis basis) {
        this.overrides = overrides;
        this.basis = basis;
    }

    @Override
    Paper paper() {
        return new Paper(
                "Which rules are overridden: " + overrides.role(),
                "Over " + Words.count(overrides.decisions(), "decision", "decisions")
                        + ". A rule is overridden often if it was "
                        + Words.count(overrides.often().times(), "time", "times") + " or more, and in at least "
                        + overrides.often().share().times(Exact.of(100)).spoken()
                        + " % of the cases in which it was found.",
                List.of(
                        new Paper.Number("Decisions", Told.number(overrides.decisions())),
                        new Paper.Number("Overridden", Told.number(overrides.overridden())),
                        new Paper.Number(
                                "Rules overridden often",
                                Told.number(overrides.overriddenOften().size()))),
                sentences(),
                parts(),
                METHOD,
                LIMITS);
    }

    private List<Paper.Part> parts() {
        List<Paper.Part> parts = new ArrayList<>();
        if (!toLookAt().isEmpty()) {
            parts.add(new Paper.Part(
                    "Rules for HR to look at", Optional.empty(), new Paper.Table(List.of(), List.of()), toLookAt()));
        }
        if (!rules(true).isEmpty()) {
            parts.add(new Paper.Part("Rule by rule", picture(), table(), List.of()));
        }
        if (!rules(false).isEmpty()) {
            parts.add(new Paper.Part("Never overridden", Optional.empty(), never(), List.of()));
        }
        return parts;
    }

    private List<Overrides.Rule> rules(boolean overridden) {
        return overrides.rules().stream()
                .filter(rule -> rule.rate().part() > 0 == overridden)
                .toList();
    }

    /** A sentence for each rule that is overridden often, and what to do about it. */
    private List<String> toLookAt() {
        return overrides.overriddenOften().stream()
                .map(rule -> "“" + rule.rule() + "” was overridden for "
                        + (rule.rate().part() == rule.rate().of()
                                ? "everybody in whose way it stood"
                                : Words.count(rule.rate().part()) + " of the "
                                        + Words.count(rule.rate().of()) + " in whose way it stood")
                        + ", " + reasonsTold(rule) + ". Ask whether it still says what is meant: if not, change it in a"
                        + " draft; if it does, speak with those who override it.")
                .toList();
    }

    private static String reasonsTold(Overrides.Rule rule) {
        long most = rule.reasons().values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        List<String> often = rule.reasons().entrySet().stream()
                .filter(reason -> reason.getValue() == most)
                .map(Map.Entry::getKey)
                .toList();
        return (rule.reasons().size() == often.size() ? "for the " : "most often for the ")
                + (often.size() == 1 ? "reason " : "reasons ")
                + Told.listed(often);
    }

    private List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                overrides.overridden() == 0
                        ? "No decision was overridden."
                        : Words.capitalCount(overrides.overridden(), "decision was", "decisions were")
                                + " overridden, of " + Words.count(overrides.decisions()) + ".");
        long often = overrides.overriddenOften().size();
        if (overrides.overridden() > 0) {
            sentences.add(
                    often == 0
                            ? "No rule is overridden often."
                            : Words.capitalCount(often, "rule is", "rules are") + " overridden often.");
        }
        sentences.addAll(basis.leftOut());
        return sentences;
    }

    private Hue flag(Overrides.Rule rule) {
        return overrides.isOften(rule) ? Flags.look("often") : Flags.calm("now and then");
    }

    private Optional<Paper.Picture> picture() {
        List<Overrides.Rule> shown = rules(true);
        return shown.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Paper.Picture(
                                "Rules overridden",
                                Bars.of(
                                        "overrides",
                                        "How often each rule was overridden where it was found",
                                        shown.stream()
                                                .map(rule -> new Bars.Bar(
                                                        rule.code(),
                                                        rule.rate(),
                                                        Told.percent(rule.rate()) + " "
                                                                + flag(rule).word(),
                                                        flag(rule)))
                                                .toList(),
                                        Optional.of(new Bars.Band(
                                                overrides.often().share(),
                                                overrides.often().share(),
                                                "often"))),
                                "A bar is the share of findings that were overridden, its whisker the 95 % confidence interval."));
    }

    private Paper.Table table() {
        return new Paper.Table(
                List.of(
                        Column.words("Rule"),
                        Column.number("Found"),
                        Column.number("Overridden"),
                        Column.number("Share"),
                        Column.words("How often"),
                        Column.words("Why"),
                        Column.words("By whom")),
                rules(true).stream()
                        .map(rule -> List.of(
                                Cell.of(rule.code()),
                                Cell.of(Told.number(rule.rate().of())),
                                Cell.of(Told.number(rule.rate().part())),
                                Cell.of(Told.percent(rule.rate())),
                                Cell.flag(flag(rule)),
                                Cell.of(counted(rule.reasons())),
                                Cell.of(counted(rule.people()))))
                        .toList());
    }

    private Paper.Table never() {
        return new Paper.Table(
                List.of(Column.words("Rule"), Column.number("Found")),
                rules(false).stream()
                        .map(rule -> List.of(
                                Cell.of(rule.code()),
                                Cell.of(Told.number(rule.rate().of()))))
                        .toList());
    }

    /** {@code policy-exception 6, business-need 3}, the most frequent first. */
    private static String counted(Map<String, Long> counts) {
        return counts.isEmpty()
                ? Told.NOTHING
                : counts.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                        .map(count -> count.getKey() + " " + Told.number(count.getValue()))
                        .collect(Collectors.joining(", "));
    }

    @Override
    public String csv() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(
                "code",
                "rule",
                "section",
                "found",
                "overridden",
                "share",
                "share in per cent",
                "often",
                "reasons",
                "people"));
        for (Overrides.Rule rule : overrides.rules()) {
            lines.add(List.of(
                    rule.code(),
                    rule.rule(),
                    rule.section(),
                    String.valueOf(rule.rate().of()),
                    String.valueOf(rule.rate().part()),
                    rule.rate().fraction(),
                    Json.percent(rule.rate()),
                    overrides.isOften(rule) ? "yes" : "no",
                    counted(rule.reasons()),
                    counted(rule.people())));
        }
        return CsvLines.of(lines);
    }

    @Override
    public String json() {
        return DecisionJson.text(json -> {
                    json.writeStartObject();
                    json.writeStringProperty("report", "overrides");
                    json.writeStringProperty("role", overrides.role());
                    json.writeNumberProperty("decisions", overrides.decisions());
                    json.writeNumberProperty("overridden", overrides.overridden());
                    json.writeArrayPropertyStart("rules");
                    for (Overrides.Rule rule : overrides.rules()) {
                        json.writeStartObject();
                        json.writeStringProperty("code", rule.code());
                        json.writeStringProperty("rule", rule.rule());
                        json.writeStringProperty("section", rule.section());
                        json.writeNumberProperty("found", rule.rate().of());
                        json.writeNumberProperty("overridden", rule.rate().part());
                        Json.rate(rule.rate(), json);
                        json.writeBooleanProperty("often", overrides.isOften(rule));
                        Json.counts("reasons", rule.reasons(), json);
                        Json.counts("people", rule.people(), json);
                        json.writeEndObject();
                    }
                    json.writeEndArray();
                    Json.texts("sentences", sentences(), json);
                    Json.texts("toLookAt", toLookAt(), json);
                    Json.texts("method", METHOD, json);
                    Json.texts("limits", LIMITS, json);
                    json.writeEndObject();
                })
                + "\n";
    }
}
