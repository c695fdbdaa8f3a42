package org.offereligibility.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.offereligibility.decision.Verdict;
import org.offereligibility.dossier.Exact;
import org.offereligibility.explanation.Hue;
import org.offereligibility.explanation.Words;
import org.offereligibility.report.ImpactRatios.Row;
import org.offereligibility.report.Paper.Cell;
import org.offereligibility.report.Paper.Column;

/** Whether groups fare alike, as people read it; what programs read is {@link FairnessData}. */
public final class FairnessReport extends Report {
    private final Fairness fairness;
    private final Basis basis;

    public FairnessReport(Fairness fairness, Basis basis) {
        this.fairness = fairness;
        this.basis = basis;
    }

    List<String> method() {
        List<String> method = new ArrayList<>(List.of(
                "Selected is whoever has the verdict ELIGIBLE"
                        + (fairness.selectedFrom() == Verdict.REFER ? " or REFER" : "")
                        + ". A rate is the selected divided by those decided; whose decision is INCOMPLETE is open and in no"
                        + " rate.",
                "The ratio is a group's rate divided by the highest rate, both unrounded. A ratio under four fifths is flagged"
                        + " (Uniform Guidelines, 29 CFR 1607.4 D); exactly four fifths is not.",
                "The exact test is Fisher's, computed in whole numbers: how probable a difference like this is if only chance"
                        + " chose. One-sided asks for a difference in this direction, two-sided in either. Over "
                        + Told.number(Fisher.MOST) + " people in two groups it is left out.",
                "Of each rule it is asked who would be selected if it found nothing, with everything else as it is. The people"
                        + " compared stay the same.",
                "Who was judged several times counts once, as judged last. The groups were read for this report alone and are"
                        + " stored nowhere."));
        method.addAll(basis.method());
        return method;
    }

    static List<String> limits() {
        return List.of(
                "It describes numbers. It is no legal opinion and no proof that a procedure is fair or unfair: a flag is a"
                        + " reason to look, and the absence of a flag clears nobody.",
                "Small groups swing: a single person can set or lift a flag, and a test on few people can hardly find anything.",
                "Looking at many groups and many rules finds some differences by chance alone; the tests are not adjusted for"
                        + " that.",
                "A rule that was left out may have kept other rules silent through facts that it states; those stay silent"
                        + " here. Findings themselves state nothing further.",
                "Where several rules stand in one candidate's way, leaving out one of them changes nothing for that candidate."
                        + " How often each stands in the way shows that, too.");
    }

    Fairness fairness() {
        return fairness;
    }

    @Override
    Paper paper() {
        List<Paper.Part> parts = new ArrayList<>();
        parts.add(new Paper.Part("Group by group", picture(), groups(), cautions()));
        if (!fairness.rules().isEmpty()) {
            parts.add(new Paper.Part("What each rule has to do with it", Optional.empty(), rules(), withoutEffect()));
            parts.add(new Paper.Part("In whose way each rule stands", Optional.empty(), found(), List.of()));
        }
        Rate all = fairness.all();
        return new Paper(
                "How groups fare: " + fairness.role(),
                "Over " + Words.count(all.of(), "decided candidate", "decided candidates") + " in "
                        + Words.count(fairness.groups().size(), "group", "groups")
                        + ". A description of numbers, not a finding of law.",
                List.of(
                        new Paper.Number("Decided", Told.number(all.of())),
                        new Paper.Number("Selected", Told.number(all.part())),
                        new Paper.Number("Open", Told.number(open())),
                        new Paper.Number("In no group", Told.number(fairness.inNoGroup())),
                        new Paper.Number(
                                "Groups flagged",
                                Told.number(fairness.ratios().under().size()))),
                sentences(),
                parts,
                method(),
                limits());
    }

    private long open() {
        return fairness.groups().values().stream()
                .mapToLong(Fairness.Size::open)
                .sum();
    }

    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        ImpactRatios ratios = fairness.ratios();
        Optional<Row> highest = ratios.highest();
        if (fairness.groups().isEmpty()) {
            sentences.add("No candidate stands in any group, so that there is nothing to compare.");
        } else if (highest.isEmpty()) {
            sentences.add(
                    fairness.all().part() == 0
                            ? "Nobody was selected in any group, so that there is nothing to compare."
                            : "Candidates of one group alone were decided, so that there is nothing to compare.");
        } else {
            sentences.add("The highest rate is that of " + highest.get().group() + ", "
                    + Told.percent(highest.get().rate()) + ".");
            List<Row> under = ratios.under();
            sentences.add(
                    under.isEmpty()
                            ? "No group's rate is under four fifths of it."
                            : Words.capitalCount(under.size(), "group's rate is", "groups' rates are")
                                    + " under four fifths of it: "
                                    + Told.listed(under.stream()
                                            .map(row -> row.group() + " (ratio " + Told.ratio(row.ratio()) + ")")
                                            .toList())
                                    + ".");
            for (Fairness.WithoutRule rule : fairness.rules()) {
                if (!rule.flagsGone().isEmpty()) {
                    sentences.add("Without the rule “" + rule.rule() + "” there would be no flag on "
                            + Told.listed(rule.flagsGone()) + ".");
                }
            }
        }
        if (fairness.inNoGroup() > 0) {
            sentences.add(
                    Words.capitalCount(fairness.inNoGroup(), "decided candidate stands", "decided candidates stand")
                            + " in no group and in no rate.");
        }
        sentences.addAll(basis.leftOut());
        return sentences;
    }

    private static Hue flag(Row row) {
        return switch (row.standing()) {
            case HIGHEST -> Flags.calm("highest");
            case UNDER -> Flags.look("under");
            case NOT_UNDER -> Flags.calm("not under");
            case NOT_COMPARED -> Flags.unknown(row.rate().of() == 0 ? "nobody decided" : "not compared");
        };
    }

    private Optional<Paper.Picture> picture() {
        List<Row> rows = fairness.ratios().rows();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Paper.Picture(
                        "Rates by group",
                        Bars.of(
                                "groups",
                                "How many of the decided candidates of each group were selected",
                                rows.stream()
                                        .map(row -> new Bars.Bar(
                                                row.group(),
                                                row.rate(),
                                                Told.percent(row.rate()) + " "
                                                        + flag(row).word(),
                                                flag(row)))
                                        .toList(),
                                fairness.ratios()
                                        .highest()
                                        .flatMap(row -> row.rate().exact())
                                        .map(rate -> rate.times(Exact.of(4)).dividedBy(Exact.of(5)))
                                        .map(line -> new Bars.Band(line, line, "four fifths of the highest"))),
                        "A bar is the rate, its whisker the 95 % confidence interval by Wilson's score method; the broken line"
                                + " is four fifths of the highest rate."));
    }

    private Paper.Table groups() {
        return new Paper.Table(
                List.of(
                        Column.words("Group"),
                        Column.number("Selected"),
                        Column.number("Rate"),
                        Column.number("Ratio"),
                        Column.words("Four fifths"),
                        Column.number("One-sided"),
                        Column.number("Two-sided")),
                fairness.ratios().rows().stream()
                        .map(row -> List.of(
                                Cell.of(row.group()),
                                Cell.of(Told.number(row.rate().part()) + " of "
                                        + Told.number(row.rate().of())),
                                Cell.of(Told.percent(row.rate())),
                                Cell.of(Told.ratio(row.ratio())),
                                Cell.flag(flag(row)),
                                Cell.of(row.fisher()
                                        .map(fisher -> Told.probability(fisher.greater()))
                                        .orElse(Told.NOTHING)),
                                Cell.of(row.fisher()
                                        .map(fisher -> Told.probability(fisher.twoSided()))
                                        .orElse(Told.NOTHING))))
                        .toList());
    }

    private List<String> cautions() {
        List<String> cautions = new ArrayList<>();
        fairness.ratios()
                .rows()
                .forEach(row ->
                        row.cautions().forEach(caution -> cautions.add(row.group() + ": " + caution.words() + ".")));
        return cautions;
    }

    private Paper.Table rules() {
        return new Paper.Table(
                List.of(
                        Column.words("Left out"),
                        Column.number("More selected"),
                        Column.number("Lowest ratio"),
                        Column.words("Flags")),
                fairness.rules().stream()
                        .filter(rule -> rule.turnedInAll() > 0)
                        .map(rule -> List.of(
                                Cell.of(rule.code()),
                                Cell.of(Told.number(rule.turnedInAll())),
                                Cell.of(Told.ratio(rule.ratios().lowest())),
                                Cell.flag(flags(rule))))
                        .toList());
    }

    private List<String> withoutEffect() {
        List<String> notes = new ArrayList<>();
        if (fairness.ratios().lowest().isPresent()) {
            notes.add("By all rules the lowest ratio is "
                    + Told.ratio(fairness.ratios().lowest()) + ".");
        }
        long others = fairness.rules().stream()
                .filter(rule -> rule.turnedInAll() == 0)
                .count();
        if (others > 0) {
            notes.add(Words.capitalCount(others, "rule stands", "rules stand")
                    + " in somebody's way, but leaving out any one alone would get nobody selected.");
        }
        return notes;
    }

    private static Hue flags(Fairness.WithoutRule rule) {
        List<String> changes = new ArrayList<>();
        if (!rule.flagsGone().isEmpty()) {
            changes.add("gone: " + Told.listed(rule.flagsGone()));
        }
        if (!rule.flagsNew().isEmpty()) {
            changes.add("new: " + Told.listed(rule.flagsNew()));
        }
        return changes.isEmpty() ? Flags.calm("the same") : Flags.look(String.join("; ", changes));
    }

    /** For how many of each group's decided candidates a rule stands in the way. */
    private Paper.Table found() {
        List<Column> columns = new ArrayList<>(List.of(Column.words("Rule")));
        fairness.groups().keySet().forEach(group -> columns.add(Column.number(group)));
        List<List<Cell>> rows = new ArrayList<>();
        for (Fairness.WithoutRule rule : fairness.rules()) {
            List<Cell> row = new ArrayList<>(List.of(Cell.of(rule.code())));
            for (Map.Entry<String, Long> entry : rule.found().entrySet()) {
                long decided = fairness.ratios()
                        .row(entry.getKey())
                        .map(one -> one.rate().of())
                        .orElse(0L);
                row.add(Cell.of(decided == 0 ? Told.NOTHING : Told.percent(new Rate(entry.getValue(), decided))));
            }
            rows.add(row);
        }
        return new Paper.Table(columns, rows);
    }

    @Override
    public String csv() {
        return FairnessData.csv(fairness);
    }

    @Override
    public String json() {
        return FairnessData.json(this);
    }
}
