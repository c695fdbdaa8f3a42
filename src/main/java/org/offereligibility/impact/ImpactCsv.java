package org.offereligibility.impact;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.offereligibility.decision.Conclusion.Point;
import org.offereligibility.decision.Verdict;
import org.offereligibility.explanation.Printable;

/**
 * One line for each dossier that is found otherwise in anything, or that one of the two refuses (RFC 4180). No cell begins with
 * what a spreadsheet program takes for a formula: an apostrophe stands before it.
 */
public final class ImpactCsv implements ImpactReport {
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\uff1d\uff0b\uff0d\uff20]");
    private static final String REFUSED = "REFUSED";

    @Override
    public long told() {
        return 0;
    }

    @Override
    public String opening() {
        return line(List.of(
                "candidate",
                "file",
                "line",
                "verdict before",
                "verdict after",
                "codes appeared",
                "codes vanished",
                "sections turned",
                "would not turn with as before"));
    }

    @Override
    public String of(Compared compared) {
        if (compared instanceof Compared.Decided decided) {
            return decided.changed() ? line(decided) : "";
        }
        Compared.Refused refused = (Compared.Refused) compared;
        return refused.byBoth() ? "" : line(refused);
    }

    private static String line(Compared.Decided decided) {
        return line(List.of(
                decided.candidateId(),
                decided.place().file(),
                String.valueOf(decided.place().line()),
                decided.before().name(),
                decided.after().name(),
                codes(decided.appeared()),
                codes(decided.vanished()),
                joined(decided.sections().stream()
                        .map(Compared.SectionTurn::section)
                        .toList()),
                joined(decided.undoneBy())));
    }

    private static String line(Compared.Refused refused) {
        return line(List.of(
                refused.candidateId().orElse(""),
                refused.place().file(),
                String.valueOf(refused.place().line()),
                refused.before().verdict().map(Verdict::name).orElse(REFUSED),
                refused.after().verdict().map(Verdict::name).orElse(REFUSED),
                "",
                "",
                "",
                ""));
    }

    private static String codes(List<Point> points) {
        return joined(points.stream().map(Point::code).distinct().toList());
    }

    private static String joined(Collection<String> words) {
        return String.join("; ", words);
    }

    private static String line(List<String> cells) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(cells.stream().map(ImpactCsv::safe).toList());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static String safe(String cell) {
        String printable = Printable.of(cell);
        return FORMULA.matcher(printable).find() ? "'" + printable : printable;
    }
}
