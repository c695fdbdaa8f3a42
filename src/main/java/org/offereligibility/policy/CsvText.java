package org.offereligibility.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.offereligibility.dossier.Problem;
import org.offereligibility.policy.CsvRecords.CsvRecord;
import org.offereligibility.policy.CsvTable.Cell;

/**
 * Reads a plain table as spreadsheet programs save it, and loses nothing: whatever cannot be read into exactly one cell
 * under exactly one header is a problem, and all problems of a table are told at once.
 */
public final class CsvText {
    private static final String CURE = "save it as CSV UTF-8";

    private final String file;
    private final List<Problem> found = new ArrayList<>();

    private CsvText(String file) {
        this.file = file;
    }

    /**
     * The table, without the rows that could not be read; a table without header and rows where nothing could be.
     *
     * @param bytes UTF-8 (RFC 3629), with or without byte order mark; cells quoted after RFC 4180, between commas,
     *     semicolons or tabs; lines ended by LF, CR LF or CR
     * @param problems takes every problem, in the order of their places
     */
    public static CsvTable read(String file, byte[] bytes, Consumer<Problem> problems) {
        CsvText reading = new CsvText(file);
        CsvTable table = reading.read(bytes);
        reading.found.stream().sorted(Problem.BY_PLACE).forEach(problems);
        return table;
    }

    private CsvTable read(byte[] bytes) {
        Optional<String> text = Utf8Text.read(file, bytes, CURE, found::add).map(CsvText::withLineFeeds);
        Optional<CsvSeparator> separator = text.flatMap(read -> CsvSeparator.find(file, read, found::add));
        if (text.isEmpty() || separator.isEmpty()) {
            return new CsvTable(file, ',', List.of(), List.of());
        }
        return read(text.get(), separator.get());
    }

    private CsvTable read(String text, CsvSeparator separator) {
        Map<Cell, String> faults = new HashMap<>();
        List<CsvRecord> records = CsvRecords.read(
                text, separator.character(), separator.tableOffset(), separator.tablePlace(), faults::put);
        return new Gridded(file, "", separator.character(), found::add).table(records, faults);
    }

    private static String withLineFeeds(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
