package org.offereligibility.trial;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.offereligibility.decision.Conclusion;
import org.offereligibility.explanation.Printable;
import org.offereligibility.explanation.Sheet;
import org.offereligibility.explanation.Sheet.Run;
import org.offereligibility.explanation.Sheet.Style;

/** Which slips in the rules nobody would notice, for people. */
public final class MutationText {
    private final Sheet sheet;

    private MutationText(Sheet sheet) {
        this.sheet = sheet;
    }

    /**
     * @param width of a line in code points, at least {@value Sheet#NARROWEST}
     * @param colour whether to colour for a terminal
     */
    public static String of(MutationReport report, int width, boolean colour) {
        MutationText text = new MutationText(new Sheet(width, colour));
        text.part(
                report,
                Fate.ToldApart.class,
                "Nobody would notice if ...",
                "No scenario fails by these slips, but a dossier shows the difference: adopt it as a scenario, with what it"
                        + " should come to.");
        text.part(
                report,
                Fate.Open.class,
                "Perhaps nobody would notice if ...",
                "No scenario fails by these slips, and no dossier was found that shows a difference. That is no proof that"
                        + " there is none.");
        text.part(
                report,
                Fate.Equivalent.class,
                "It would make no difference if ...",
                "No dossier whatever is decided otherwise by these.");
        text.summary(report);
        return text.sheet.toString();
    }

    private void part(MutationReport report, Class<? extends Fate> fate, String title, String words) {
        List<Mutation.Tried> all = report.tried().stream()
                .filter(tried -> fate.isInstance(tried.fate()))
                .toList();
        if (all.isEmpty()) {
            return;
        }
        sheet.paragraph(0, 0, new Run(title, Style.STRONG));
        sheet.paragraph(0, 0, Run.plain(words));
        Set<String> files =
                all.stream().map(tried -> tried.mutant().file()).collect(Collectors.toCollection(LinkedHashSet::new));
        for (String file : files) {
            sheet.blank()
                    .paragraph(
                            0, 2, new Run(Printable.of(report.rules().folder().named(file)), Style.STRONG));
            all.stream().filter(tried -> tried.mutant().file().equals(file)).forEach(this::slip);
        }
        sheet.blank();
    }

    private void slip(Mutation.Tried tried) {
        sheet.paragraph(
                2,
                4,
                Run.dim("line " + tried.mutant().line() + ":"),
                Run.plain("... " + Printable.of(tried.mutant().instead()) + "."));
        if (tried.fate() instanceof Fate.ToldApart apart) {
            apart(apart);
        } else if (tried.fate() instanceof Fate.Open open) {
            sheet.paragraph(6, 0, Run.dim(String.format(Locale.ROOT, "%,d dossiers were tried.", open.tried())));
        } else if (tried.fate() instanceof Fate.Equivalent equivalent) {
            sheet.paragraph(6, 0, Run.dim("Because " + Printable.of(equivalent.proof()) + "."));
        }
    }

    private void apart(Fate.ToldApart apart) {
        if (apart.difference().isPresent() && lines(apart).isEmpty()) {
            sheet.paragraph(6, 0, Run.plain("The dossier `" + Printable.of(apart.base()) + "` as it is shows it."));
        } else if (apart.difference().isPresent()) {
            sheet.paragraph(6, 0, Run.plain("This change of `" + Printable.of(apart.base()) + "` shows it:"));
            for (String line : lines(apart)) {
                int indent = 8 + line.length() - line.stripLeading().length();
                sheet.paragraph(indent, 2, Run.plain(Printable.of(line.strip())));
            }
        } else {
            sheet.paragraph(6, 0, Run.plain("A dossier shows it; `--format json` tells the whole of it."));
        }
        sheet.paragraph(6, 2, Run.plain("Now:"), said(Optional.of(apart.before()), apart.after()));
        sheet.paragraph(6, 2, Run.plain("Then:"), said(apart.after(), Optional.of(apart.before())));
    }

    private static List<String> lines(Fate.ToldApart apart) {
        return apart.difference().map(SuggestionYaml::changes).orElse(List.of());
    }

    /** The verdict, and what of the findings is not the same as in the other. */
    private static Run said(Optional<Conclusion> conclusion, Optional<Conclusion> other) {
        if (conclusion.isEmpty()) {
            return Run.plain("nothing is decided: the dossier is refused, or something cannot be computed.");
        }
        List<Conclusion.Point> others = other.map(Conclusion::findings).orElse(List.of());
        List<String> words = new ArrayList<>();
        for (Conclusion.Point point : conclusion.get().findings()) {
            if (!others.contains(point)) {
                words.add(point.effect() + " `" + Printable.of(point.code()) + "` of `" + Printable.of(point.subject())
                        + "` in " + Printable.of(point.section()));
            }
        }
        return Run.plain(
                conclusion.get().verdict() + (words.isEmpty() ? "" : ", with " + String.join(", ", words)) + ".");
    }

    private void summary(MutationReport report) {
        sheet.paragraph(
                0,
                2,
                new Run(
                        Printable.of(report.rules().role() + " "
                                        + report.rules().version()) + ":",
                        Style.STRONG),
                Run.plain(number(report.tried().size(), "small slip", "small slips") + " tried:"),
                Run.plain(number(report.killed(), "is noticed by a scenario", "are noticed by scenarios") + ","),
                Run.plain(number(report.refused(), "is", "are") + " refused when the rules are loaded,"),
                Run.plain(number(report.equivalent(), "makes", "make") + " no difference,"),
                new Run(
                        number(report.survivors(), "would go unnoticed", "would go unnoticed"),
                        report.survivors() == 0 ? Style.GREEN : Style.YELLOW),
                Run.plain(report.percent()
                        .map(percent -> "· " + percent + " % of those that make a difference are noticed.")
                        .orElse(".")));
    }

    private static String number(long count, String one, String several) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : several);
    }
}
