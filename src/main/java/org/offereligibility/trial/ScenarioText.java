package org.offereligibility.trial;

import java.util.List;
import org.offereligibility.explanation.Answer;
import org.offereligibility.explanation.Printable;
import org.offereligibility.explanation.Sheet;
import org.offereligibility.explanation.Sheet.Run;
import org.offereligibility.explanation.Sheet.Style;

/** A run of scenarios for people: what fails and why, then one line for the whole. */
public final class ScenarioText {
    private static final int INDENT = 6;

    private final int width;
    private final boolean colour;

    /**
     * @param width of a line in code points, at least {@value Sheet#NARROWEST}
     * @param colour whether to colour for a terminal
     */
    public ScenarioText(int width, boolean colour) {
        this.width = width;
        this.colour = colour;
    }

    /** Everything that fails; empty if nothing does. Lines end with a line feed. */
    public String failures(ScenarioRun run) {
        StringBuilder text = new StringBuilder();
        for (ScenarioResult result : run.failed()) {
            text.append(failure(run, result)).append('\n');
        }
        return text.toString();
    }

    String failure(ScenarioRun run, ScenarioResult result) {
        StringBuilder text = new StringBuilder();
        text.append(new Sheet(width, colour)
                .paragraph(
                        0,
                        2,
                        new Run("✗", Style.RED),
                        new Run(Printable.of(result.scenario().name()), Style.STRONG),
                        Run.dim("[" + place(run, result) + "]")));
        if (!result.scenario().because().isEmpty()) {
            text.append(new Sheet(width, colour)
                    .paragraph(
                            4,
                            0,
                            Run.dim("Because: " + Printable.of(result.scenario().because()))));
        }
        for (ScenarioResult.Failure failure : result.failures()) {
            text.append(new Sheet(width, colour).paragraph(4, 0, Run.plain(Printable.of(failure.said()))));
            failure.why().ifPresent(why -> text.append(why(why)));
        }
        return text.toString();
    }

    static String place(ScenarioRun run, ScenarioResult result) {
        return run.evaluator().rules().folder().named(result.scenario().file()) + ":"
                + result.scenario().line();
    }

    /** The explanation without empty lines, further in. */
    private String why(Answer why) {
        StringBuilder text = new StringBuilder();
        why.text(Math.max(Sheet.NARROWEST, width - INDENT), colour)
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> text.append(" ".repeat(INDENT)).append(line).append('\n'));
        return text.toString();
    }

    /** How many there are, how many of them fail, and how much of the rules they cover. */
    public String summary(ScenarioRun run, Coverage coverage) {
        int failed = run.failed().size();
        int all = run.results().size();
        Sheet sheet = new Sheet(width, colour);
        Run outcome = all == 0
                ? new Run("there are no scenarios", Style.YELLOW)
                : failed == 0
                        ? new Run(all == 1 ? "1 scenario passes" : "all " + all + " scenarios pass", Style.GREEN)
                        : new Run(
                                failed + " of " + all + (all == 1 ? " scenario" : " scenarios") + " "
                                        + (failed == 1 ? "fails" : "fail"),
                                Style.RED);
        String role =
                run.evaluator().rules().role() + " " + run.evaluator().rules().version();
        return sheet.paragraph(
                        0,
                        2,
                        new Run(Printable.of(role) + ":", Style.STRONG),
                        outcome,
                        Run.plain("· coverage of the rules " + coverage.share().inPercent()))
                .toString();
    }

    /** What of each rule no scenario tries out, and one line for each rule. */
    public String coverage(Coverage coverage) {
        Sheet sheet = new Sheet(width, colour);
        sheet.paragraph(0, 0, new Run("What the scenarios try out of each rule", Style.STRONG));
        sheet.paragraph(
                0,
                0,
                Run.plain("Counted are, for every rule: that it holds once, that it does not hold once, and for each"
                        + " thing that it asks that this was once what failed."));
        String file = "";
        for (Coverage.OfRule rule : coverage.rules()) {
            if (!rule.rule().file().equals(file)) {
                file = rule.rule().file();
                sheet.blank().paragraph(0, 2, new Run(Printable.of(file), Style.STRONG));
            }
            rule(rule, sheet);
        }
        sheet.blank().paragraph(0, 0, Run.plain("Altogether " + coverage.share().inPercent() + "."));
        return sheet.toString();
    }

    private static void rule(Coverage.OfRule rule, Sheet sheet) {
        String code = rule.rule().code();
        sheet.paragraph(
                2,
                4,
                new Run(rule.isWhole() ? "✓" : "·", rule.isWhole() ? Style.GREEN : Style.YELLOW),
                Run.plain(Printable.of(rule.rule().name())),
                Run.dim("[" + (code.isEmpty() ? "" : code + ", ") + "line "
                        + rule.rule().line() + "]"),
                Run.plain(rule.share().inPercent()));
        if (!rule.held()) {
            missed("no scenario in which it holds", sheet);
        }
        if (!rule.heldNot()) {
            missed("no scenario in which it does not hold", sheet);
        }
        rule.never()
                .forEach(demand -> missed(
                        "never what failed: " + Printable.of(demand.text()) + " [line " + demand.line() + "]", sheet));
        if (!rule.lacking().isEmpty()) {
            List<String> words = rule.lacking().stream()
                    .map(shows -> "`shows: " + shows.word() + "`")
                    .toList();
            missed("no scenario says of it " + String.join(" or ", words), sheet);
        }
    }

    private static void missed(String words, Sheet sheet) {
        sheet.paragraph(6, 2, Run.plain("-"), Run.plain(words));
    }
}
