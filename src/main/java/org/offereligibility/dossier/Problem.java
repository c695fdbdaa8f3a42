package org.offereligibility.dossier;

import java.util.Comparator;

/**
 * One thing that is wrong with an input, said so that its author can mend it.
 *
 * @param file as the user named it; {@code -} for standard input
 * @param line counted from 1; 0 where the whole file is meant
 * @param column counted from 1; 0 where the whole line is meant
 * @param pointer where in the JSON (RFC 6901); empty for the whole document or where there is none
 * @param message what stood there, what was expected, and the nearest valid word; never a person's name
 */
public record Problem(String file, int line, int column, String pointer, String message) {
    /** By place, so that a list of problems reads like the file. */
    public static final Comparator<Problem> BY_PLACE = Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::pointer)
            .thenComparing(Problem::message);

    /** {@code file:line:column: pointer: message}, which editors make into a link. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line);
            if (column > 0) {
                text.append(':').append(column);
            }
        }
        text.append(": ");
        if (!pointer.isEmpty()) {
            text.append(pointer).append(": ");
        }
        return text.append(message).toString();
    }
}
