package org.offereligibility.policy;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.offereligibility.policy.CsvTable.Cell;

/**
 * Splits a text whose lines end with LF into records of cells and knows the place of each. FastCSV reads; what it has read is laid over the text
 * again, cell by cell, so that no character is passed over and a quotation mark out of place is found where it stands.
 */
final class CsvRecords extends AbstractBaseCsvCallbackHandler<Boolean> {
    private static final char QUOTE = '"';

    /** @param end the place after the last cell; a record that {@code isBroken} has been reported and has lost cells */
    record CsvRecord(List<Cell> cells, TextPlace end, boolean isBroken) {
        boolean isEmpty() {
            return !isBroken && cells.stream().allMatch(cell -> cell.text().isEmpty());
        }
    }

    private final String text;
    private final char separator;
    private final BiConsumer<Cell, String> faults;
    private final List<CsvRecord> records = new ArrayList<>();
    private List<Cell> cells = new ArrayList<>();
    private boolean hasStrayQuote;
    private int offset;
    private TextPlace place;

    private CsvRecords(String text, char separator, int offset, TextPlace place, BiConsumer<Cell, String> faults) {
        this.text = text;
        this.separator = separator;
        this.offset = offset;
        this.place = place;
        this.faults = faults;
    }

    /**
     * Every record, the empty ones too.
     *
     * @param text with LF as its only line end: FastCSV 4.1.0 loses the end of a record whose last cell ends with a quoted CR
     * @param offset where the first record begins, at {@code place}
     * @param faults takes the cell with a quotation mark out of place, and what is wrong with it
     */
    static List<CsvRecord> read(
            String text, char separator, int offset, TextPlace place, BiConsumer<Cell, String> faults) {
        CsvRecords reading = new CsvRecords(text, separator, offset, place, faults);
        while (reading.offset < text.length()) {
            reading.readOn();
        }
        return reading.records;
    }

    /** Reads to the end of the text, or past a cell whose quotation marks are broken. */
    private void readOn() {
        StringReader rest = new StringReader(text);
        try {
            rest.skip(offset);
            CsvReader.builder()
                    .fieldSeparator(separator)
                    .quoteCharacter(QUOTE)
                    .skipEmptyLines(false)
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .allowExtraCharsAfterClosingQuote(false)
                    .detectBomHeader(false)
                    .maxBufferSize(Math.max(text.length(), 16_384))
                    .build(this, rest)
                    .forEach(read -> {});
            if (offset < text.length()) {
                throw new IllegalStateException("a part of the table was not read, from offset " + offset);
            }
        } catch (CsvParseException brokenCell) {
            advance(lineEnd(tellQuoteFault()));
            endRecord(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void handleField(int index, char[] buffer, int from, int length, boolean isQuoted) {
        String value = new String(buffer, from, length);
        int quotes = (int) value.chars().filter(c -> c == QUOTE).count();
        int end = offset + length + (isQuoted ? 2 + quotes : 0);
        if (end > text.length() || !isCellEnd(end)) {
            throw new CsvParseException("the cell does not end where its text ends");
        }
        Cell cell = cell(value);
        if (!isQuoted && quotes > 0) {
            faults.accept(
                    cell,
                    VisibleText.shown(cell.text()) + " has a quotation mark but does not begin with one;"
                            + " put the whole cell in quotation marks and write each one inside it twice");
            hasStrayQuote = true;
        }
        cells.add(cell);
        advance(end);
        if (offset < text.length() && text.charAt(offset) == separator) {
            advance(offset + 1);
        }
    }

    @Override
    protected Boolean buildRecord() {
        endRecord(hasStrayQuote);
        return true;
    }

    private void endRecord(boolean isBroken) {
        if (offset < text.length() && text.charAt(offset) != '\n') {
            throw new IllegalStateException("a record was read that does not end at offset " + offset);
        }
        records.add(new CsvRecord(cells, place, isBroken));
        cells = new ArrayList<>();
        hasStrayQuote = false;
        advance(Math.min(text.length(), offset + 1));
    }

    private Cell cell(String value) {
        return new Cell(place.line(), place.column(), CsvTable.cellName(cells.size(), records.size()), trimmed(value));
    }

    /**
     * Tells what is wrong with the quotation marks of the cell that begins here.
     *
     * @return an offset in the line after which reading can go on: a mark that closes at the beginning of a cell is more
     *     likely to open that cell, so that the one here was never closed
     */
    private int tellQuoteFault() {
        Cell cell = cell("");
        int close = closingQuote(offset + 1);
        if (close < 0 || (close > offset + 1 && isCellEnd(close - 1))) {
            faults.accept(cell, "begins with a quotation mark that is never closed");
            return offset;
        }
        TextPlace closed = place.after(text, offset, close);
        String where = closed.line() == place.line() ? "" : " in line " + closed.line();
        int end = close + 1;
        while (!isCellEnd(end)) {
            end++;
        }
        faults.accept(
                cell,
                "after its closing quotation mark" + where + " stands "
                        + VisibleText.shown(text.substring(close + 1, end))
                        + "; a quotation mark inside a cell is written twice");
        return close;
    }

    private int closingQuote(int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == QUOTE) {
                if (i + 1 < text.length() && text.charAt(i + 1) == QUOTE) {
                    i++;
                } else {
                    return i;
                }
            }
        }
        return -1;
    }

    private boolean isCellEnd(int at) {
        return at == text.length() || text.charAt(at) == separator || text.charAt(at) == '\n';
    }

    private int lineEnd(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n') {
            end++;
        }
        return end;
    }

    private void advance(int to) {
        place = place.after(text, offset, to);
        offset = to;
    }

    /** Only the ASCII space is trimmed: any other white space is refused where it stands. */
    static String trimmed(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && value.charAt(from) == ' ') {
            from++;
        }
        while (to > from && value.charAt(to - 1) == ' ') {
            to--;
        }
        return value.substring(from, to);
    }
}
