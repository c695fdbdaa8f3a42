package org.offereligibility.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.offereligibility.dossier.Exact;
import org.offereligibility.explanation.DecisionJson;
import org.offereligibility.explanation.Hue;
import org.offereligibility.explanation.Words;
import org.offereligibility.policy.FunnelFigures;
import org.offereligibility.report.Funnel.Round;
import org.offereligibility.report.Paper.Cell;
import org.offereligibility.report.Paper.Column;

/** The funnel as people and programs read it. */
public final class FunnelReport extends Report {
    static final List<String> METHOD = List.of(
            "A candidate entered a round if it was held. The round eliminated them if it ended in a rejection and no later"
                    + " round was held. A candidate who passed a round and whose next one is not held yet is open and in no"
                    + " rate.",
            "The rate is the eliminated divided by those who entered and are not open. It is compared before it is rounded.",
            "The interval is where the true rate may well lie, with so few or so many candidates: 95 % confidence by Wilson's"
                    + " score method.",
            "Who was judged several times counts once, as judged last. Years are those of the final round, in UTC.");
    static final List<String> LIMITS = List.of(
            "A rate outside the expected range is a reason to look, not a fault: it says nothing of why.",
            "Candidates of whom there is nothing here are not counted, so that the first round may look milder than it is.");

    private final Funnel funnel;
    private final UnaryOperator<String> reads;
    private final Basis basis;

    /**
     * @param reads how a round is read aloud
     */
    public FunnelReport(Funnel funnel, UnaryOperator<String> reads, Basis basis) {
        this.funnel = funnel;
        this.reads = reads;
        this.basis = basis;
    }

    @Override
    Paper paper() {
        List<Paper.Part> parts = new ArrayList<>();
        parts.add(new Paper.Part("Round by round", picture(), rounds(), List.of()));
        if (!funnel.years().isEmpty()) {
            parts.add(new Paper.Part("The final round, year by year", Optional.empty(), years(), List.of()));
        }
        return new Paper(
                "How many each round eliminates: " + funnel.role(),
                "Over " + Words.count(funnel.candidates(), "candidate", "candidates")
                        + funnel.figures()
                                .range()
                                .map(range -> ". The policy expects each round to eliminate "
                                        + range.atLeast().spoken() + " to "
                                        + range.atMost().spoken() + " %.")
                                .orElse(". The policy does not say how many are to be expected."),
                List.of(
                        new Paper.Number("Candidates", Told.number(funnel.candidates())),
                        new Paper.Number(
                                "Rounds outside the range",
                                Told.number(outside().size()))),
                sentences(),
                parts,
                METHOD,
                LIMITS);
    }

    private List<Round> outside() {
        return funnel.rounds().stream()
                .filter(round -> switch (funnel.standing(round.rate())) {
                    case BELOW, ABOVE -> true;
                    default -> false;
                })
                .toList();
    }

    private List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        if (funnel.candidates() == 0) {
            sentences.add("There is no candidate to report on.");
        }
        List<Round> outside = outside();
        if (funnel.figures().range().isPresent() && funnel.candidates() > 0) {
            sentences.add(
                    outside.isEmpty()
                            ? "No round eliminates more or fewer than expected."
                            : Words.capitalCount(outside.size(), "round eliminates", "rounds eliminate")
                                    + " more or fewer than expected: "
                                    + Told.listed(outside.stream()
                                            .map(round -> reads.apply(round.round()) + " (" + Told.percent(round.rate())
                                                    + ")")
                                            .toList())
                                    + ".");
            List<Round> chance = outside.stream()
                    .filter(round -> funnel.mayBeChance(round.rate()))
                    .toList();
            if (!chance.isEmpty()) {
                sentences.add("With so few candidates this may well be chance in "
                        + Told.listed(chance.stream()
                                .map(round -> reads.apply(round.round()))
                                .toList())
                        + ".");
            }
        }
        for (Funnel.Year year : funnel.years()) {
            year.expected()
                    .ifPresent(known -> sentences.add("In " + year.year() + ", by the policy's figures, "
                            + Words.count(known.reached(), "candidate", "candidates") + " reached the final round and "
                            + Words.count(known.offers()) + " received offers; "
                            + Told.percent(Funnel.withoutOffer(known)) + " did not"
                            + switch (funnel.standing(Funnel.withoutOffer(known))) {
                                case BELOW, ABOVE ->
                                    ", which is outside the policy's own range"
                                            + (funnel.mayBeChance(Funnel.withoutOffer(known))
                                                    ? "; with so few candidates that may be chance."
                                                    : ".");
                                default -> ".";
                            }));
        }
        sentences.addAll(basis.leftOut());
        return sentences;
    }

    private Hue standing(Rate rate) {
        return switch (funnel.standing(rate)) {
            case WITHIN -> Flags.calm("within");
            case BELOW -> Flags.look("fewer");
            case ABOVE -> Flags.look("more");
            case NONE -> Flags.unknown(rate.of() == 0 ? "nobody yet" : "no range");
        };
    }

    private Optional<Paper.Picture> picture() {
        if (funnel.rounds().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Paper.Picture(
                        "Rates of elimination",
                        Bars.of(
                                "funnel",
                                "How many of those who entered each round it eliminated",
                                funnel.rounds().stream()
                                        .map(round -> new Bars.Bar(
                                                reads.apply(round.round()),
                                                round.rate(),
                                                Told.percent(round.rate()) + " "
                                                        + standing(round.rate()).word(),
                                                standing(round.rate())))
                                        .toList(),
                                funnel.figures()
                                        .range()
                                        .map(range -> new Bars.Band(
                                                range.atLeast().dividedBy(Exact.of(100)),
                                                range.atMost().dividedBy(Exact.of(100)),
                                                "expected"))),
                        "A bar is the rate, its whisker the 95 % confidence interval; the grey band is what the policy expects."));
    }

    private Paper.Table rounds() {
        return new Paper.Table(
                List.of(
                        Column.words("Round"),
                        Column.number("Entered"),
                        Column.number("Open"),
                        Column.number("Out"),
                        Column.number("Rate"),
                        Column.number("95 % interval"),
                        Column.words("Range")),
                funnel.rounds().stream()
                        .map(round -> List.of(
                                Cell.of(reads.apply(round.round())),
                                Cell.of(Told.number(round.entered())),
                                Cell.of(Told.number(round.open())),
                                Cell.of(Told.number(round.eliminated())),
                                Cell.of(Told.percent(round.rate())),
                                Cell.of(Told.interval(round.rate())),
                                Cell.flag(standing(round.rate()))))
                        .toList());
    }

    private Paper.Table years() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Funnel.Year year : funnel.years()) {
            year.expected().ifPresent(known -> rows.add(year(year.year(), "policy's figures", known)));
            year.seen()
                    .ifPresent(seen -> rows.add(year(year.year(), basis.source().these(), seen)));
        }
        return new Paper.Table(
                List.of(
                        Column.words("Year"),
                        Column.words("By"),
                        Column.number("Final round"),
                        Column.number("Offers"),
                        Column.number("Without"),
                        Column.words("Range")),
                rows);
    }

    private List<Cell> year(int year, String by, FunnelFigures.Year figures) {
        return List.of(
                Cell.of(String.valueOf(year)),
                Cell.of(by),
                Cell.of(Told.number(figures.reached())),
                Cell.of(Told.number(figures.offers())),
                Cell.of(Told.percent(Funnel.withoutOffer(figures))),
                Cell.flag(standing(Funnel.withoutOffer(figures))));
    }

    @Override
    public String csv() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(
                "round",
                "entered",
                "open",
                "eliminated",
                "rate",
                "rate in per cent",
                "interval from in per cent",
                "interval to in per cent",
                "expected from in per cent",
                "expected to in per cent",
                "beside the range"));
        for (Round round : funnel.rounds()) {
            lines.add(List.of(
                    round.round(),
                    String.valueOf(round.entered()),
                    String.valueOf(round.open()),
                    String.valueOf(round.eliminated()),
                    round.rate().fraction(),
                    Json.percent(round.rate()),
                    round.rate()
                            .wilson()
                            .map(interval -> Told.decimal(interval.low()))
                            .orElse(""),
                    round.rate()
                            .wilson()
                            .map(interval -> Told.decimal(interval.high()))
                            .orElse(""),
                    funnel.figures()
                            .range()
                            .map(range -> range.atLeast().toString())
                            .orElse(""),
                    funnel.figures()
                            .range()
                            .map(range -> range.atMost().toString())
                            .orElse(""),
                    Json.word(funnel.standing(round.rate()))));
        }
        return CsvLines.of(lines);
    }

    @Override
    public String json() {
        return DecisionJson.text(json -> {
                    json.writeStartObject();
                    json.writeStringProperty("report", "funnel");
                    json.writeStringProperty("role", funnel.role());
                    json.writeNumberProperty("candidates", funnel.candidates());
                    funnel.figures().range().ifPresent(range -> {
                        json.writeObjectPropertyStart("expectedPercent");
                        json.writeStringProperty("atLeast", range.atLeast().toString());
                        json.writeStringProperty("atMost", range.atMost().toString());
                        json.writeEndObject();
                    });
                    json.writeArrayPropertyStart("rounds");
                    for (Round round : funnel.rounds()) {
                        json.writeStartObject();
                        json.writeStringProperty("round", round.round());
                        json.writeNumberProperty("entered", round.entered());
                        json.writeNumberProperty("open", round.open());
                        json.writeNumberProperty("eliminated", round.eliminated());
                        Json.rate(round.rate(), json);
                        Json.interval(round.rate(), json);
                        json.writeStringProperty("standing", Json.word(funnel.standing(round.rate())));
                        json.writeBooleanProperty("mayBeChance", funnel.mayBeChance(round.rate()));
                        json.writeEndObject();
                    }
                    json.writeEndArray();
                    json.writeArrayPropertyStart("years");
                    for (Funnel.Year year : funnel.years()) {
                        json.writeStartObject();
                        json.writeNumberProperty("year", year.year());
                        year.expected().ifPresent(known -> year("policy", known, json));
                        year.seen().ifPresent(seen -> year("seen", seen, json));
                        json.writeEndObject();
                    }
                    json.writeEndArray();
                    Json.texts("sentences", sentences(), json);
                    Json.texts("method", METHOD, json);
                    Json.texts("limits", LIMITS, json);
                    json.writeEndObject();
                })
                + "\n";
    }

    private void year(String property, FunnelFigures.Year year, tools.jackson.core.JsonGenerator json) {
        json.writeObjectPropertyStart(property);
        json.writeNumberProperty("reached", year.reached());
        json.writeNumberProperty("offers", year.offers());
        Json.rate(Funnel.withoutOffer(year), json);
        json.writeStringProperty("standing", Json.word(funnel.standing(Funnel.withoutOffer(year))));
        json.writeEndObject();
    }
}
