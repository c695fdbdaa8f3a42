package org.offereligibility.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Finding;
import org.offereligibility.decision.Verdict;
import org.offereligibility.explanation.Box.Line;
import org.offereligibility.explanation.Box.Outline;

/**
 * The findings of a decision as boxes. What could take the offer away is drawn with everything under it; what is noted or
 * speaks for the candidate takes one line, unless the offer may be made: then it is all there is to show, with what it rests on
 * directly.
 *
 * @param width of a box in a column
 * @param briefWidth of the box of a finding without anything under it
 */
record FindingBoxes(Verdict verdict, int width, int briefWidth) {
    /** A longer text from a dossier can be read in the dossier. */
    private static final int MOST_LINES = 12;

    private static final int ALL = Integer.MAX_VALUE;

    /** How many columns the findings' trees need, at least one. */
    static int columns(Decision decision) {
        return 1
                + decision.findings().stream()
                        .mapToInt(finding -> depth(shown(finding, decision.verdict())))
                        .max()
                        .orElse(0);
    }

    private static int depth(List<Statement> statements) {
        return statements.stream()
                .mapToInt(statement -> 1 + depth(statement.because()))
                .max()
                .orElse(0);
    }

    Box box(Finding finding) {
        if (isBrief(finding, verdict)) {
            return brief(finding);
        }
        return new Box(
                Outline.FINDING,
                Optional.of(Sign.of(finding.effect())),
                finding.effect().name(),
                Stream.of(
                                Outline.FINDING.lines(Lettering.MESSAGE, Printable.of(finding.message()), width, ALL),
                                Outline.FINDING.lines(Lettering.FINE, Page.origin(finding.rule()), width, MOST_LINES))
                        .flatMap(List::stream)
                        .toList(),
                width,
                shown(finding, verdict).stream().map(this::box).toList());
    }

    private static boolean isBrief(Finding finding, Verdict verdict) {
        return !takesAway(finding) && verdict != Verdict.ELIGIBLE;
    }

    private static boolean takesAway(Finding finding) {
        return finding.effect().verdict() != Verdict.ELIGIBLE;
    }

    /** What is drawn to the right of a finding. */
    private static List<Statement> shown(Finding finding, Verdict verdict) {
        if (isBrief(finding, verdict)) {
            return List.of();
        }
        Stream<Statement> because =
                finding.because().stream().map(Statement::of).flatMap(statement -> statement.under(finding.message()));
        return takesAway(finding)
                ? Statement.onceEach(because.toList())
                : because.map(Statement::alone).toList();
    }

    private Box brief(Finding finding) {
        return new Box(
                Outline.BRIEF,
                Optional.of(Sign.of(finding.effect())),
                finding.effect().name(),
                Outline.BRIEF.lines(Lettering.FACT, Printable.of(finding.message()), briefWidth, ALL),
                briefWidth,
                List.of());
    }

    private Box box(Statement statement) {
        Outline outline = outline(statement.kind());
        String kicker = kicker(statement.kind());
        String whole = (kicker + " " + statement.place()).strip();
        boolean fits = outline.lines(Lettering.FINE, whole, width, ALL).size() == 1;
        List<Line> lines = new ArrayList<>(outline.lines(Lettering.FACT, statement.words(), width, MOST_LINES));
        if (!fits) {
            lines.addAll(outline.lines(Lettering.FINE, statement.place(), width, MOST_LINES));
        }
        return new Box(
                outline,
                Optional.empty(),
                fits ? whole : kicker,
                lines,
                width,
                statement.because().stream().map(this::box).toList());
    }

    private static Outline outline(Statement.Kind kind) {
        return switch (kind) {
            case DOSSIER -> Outline.DOSSIER;
            case TABLE -> Outline.TABLE;
            case DERIVED, SAID -> Outline.DERIVED;
            case ABSENT -> Outline.ABSENT;
        };
    }

    private static String kicker(Statement.Kind kind) {
        return switch (kind) {
            case DOSSIER -> "in the dossier";
            case TABLE -> "in the policy";
            case DERIVED, SAID -> "worked out";
            case ABSENT -> "absent";
        };
    }
}
