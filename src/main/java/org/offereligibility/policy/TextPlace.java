package org.offereligibility.policy;

/**
 * A place in a text, as editors show it.
 *
 * @param line from 1; LF, CR LF and CR each end one
 * @param column from 1, in characters (code points)
 */
record TextPlace(int line, int column) {
    static final TextPlace START = new TextPlace(1, 1);

    /** The place reached from this one by reading {@code text} between two offsets. */
    TextPlace after(String text, int from, int to) {
        int newLine = line;
        int newColumn = column;
        for (int i = from; i < to; i++) {
            char read = text.charAt(i);
            if (read == '\n' || (read == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'))) {
                newLine++;
                newColumn = 1;
            } else if (read != '\r' && !Character.isLowSurrogate(read)) {
                newColumn++;
            }
        }
        return new TextPlace(newLine, newColumn);
    }
}
