package org.offereligibility.policy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The line of a file that a remark is about, and a caret under the place: what an editor would show.
 *
 * @param line without what cannot be printed; cut around the place if it is long
 * @param caret spaces and a caret; empty where the whole line is meant
 */
public record Excerpt(String line, String caret) {
    private static final String CUT = "…";
    private static final int TAB = 4;

    /**
     * The row of a workbook, its cells side by side, or the line of any other file.
     *
     * @param name of the file
     * @param column of a workbook: of the cell
     */
    public static Optional<Excerpt> of(String name, byte[] file, int line, int column, int width) {
        if (!TableFile.Kind.of(name).equals(Optional.of(TableFile.Kind.XLSX)) || line < 1) {
            return of(file, line, column, width);
        }
        List<String> rows = new TableFile(name, TableFile.Kind.XLSX, file).lines();
        if (line > rows.size()) {
            return Optional.empty();
        }
        String row = rows.get(line - 1);
        return of(row.getBytes(StandardCharsets.UTF_8), 1, column < 1 ? column : RowTexts.column(row, column), width);
    }

    /**
     * @param line from 1
     * @param column from 1, in characters; 0 for the whole line
     * @param width the most columns that may be taken, at least 20
     * @return empty if the file has no such line, or nothing stands in it
     */
    public static Optional<Excerpt> of(byte[] file, int line, int column, int width) {
        String text = line(new String(file, StandardCharsets.UTF_8), line);
        if (line < 1 || text.isBlank()) {
            return Optional.empty();
        }
        int[] characters = text.codePoints().toArray();
        int place = Math.max(0, Math.min(column, characters.length + 1) - 1);
        int from = 0;
        int to = characters.length;
        if (columns(characters, 0, to) > width) {
            // two fifths before the place, the rest behind it
            from = place;
            while (from > 0 && columns(characters, from - 1, place) <= (width - 2) * 2 / 5) {
                from--;
            }
            to = from;
            while (to < characters.length && columns(characters, from, to + 1) <= width - 2) {
                to++;
            }
            while (from > 0 && columns(characters, from - 1, to) <= width - 2) {
                from--;
            }
        }
        StringBuilder shown = new StringBuilder(from > 0 ? CUT : "");
        for (int i = from; i < to; i++) {
            shown.append(shown(characters[i]));
        }
        shown.append(to < characters.length ? CUT : "");
        String caret = column < 1 ? "" : " ".repeat((from > 0 ? 1 : 0) + columns(characters, from, place)) + "^";
        return Optional.of(new Excerpt(shown.toString().stripTrailing(), caret));
    }

    /** LF, CR LF and CR each end a line; a byte order mark belongs to none. */
    private static String line(String text, int line) {
        int from = text.startsWith("\uFEFF") ? 1 : 0;
        for (int number = 1; from <= text.length(); number++) {
            int end = from;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            if (number == line) {
                return text.substring(from, end);
            }
            from = end + (text.startsWith("\r\n", end) ? 2 : 1);
        }
        return "";
    }

    private static int columns(int[] characters, int from, int to) {
        int columns = 0;
        for (int i = from; i < to; i++) {
            columns += columns(characters[i]);
        }
        return columns;
    }

    private static String shown(int character) {
        if (character == '\t') {
            return " ".repeat(TAB);
        }
        return Character.isISOControl(character) || Character.getType(character) == Character.FORMAT
                ? "\uFFFD"
                : Character.toString(character);
    }

    /** As a terminal shows it: two columns for East Asian letters and pictures, none for marks over the letter before. */
    private static int columns(int character) {
        if (character == '\t') {
            return TAB;
        }
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean wide = character >= 0x1100 && character <= 0x115F
                || character >= 0x2E80 && character <= 0xA4CF
                || character >= 0xAC00 && character <= 0xD7A3
                || character >= 0xF900 && character <= 0xFAFF
                || character >= 0xFE30 && character <= 0xFE6F
                || character >= 0xFF01 && character <= 0xFF60
                || character >= 0x1F300 && character <= 0x1FAFF
                || character >= 0x20000 && character <= 0x3FFFD;
        return wide ? 2 : 1;
    }
}
