package org.offereligibility.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.offereligibility.explanation.Printable;

/**
 * A table for spreadsheet programs (RFC 4180). No cell begins with what such a program takes for a formula: an apostrophe
 * stands before it.
 */
public final class CsvLines {
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\uff1d\uff0b\uff0d\uff20]");

    private CsvLines() {}

    /** The lines as text; each ends with a carriage return and a line feed. */
    public static String of(List<List<String>> lines) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            lines.forEach(
                    line -> csv.writeRecord(line.stream().map(CsvLines::safe).toList()));
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
