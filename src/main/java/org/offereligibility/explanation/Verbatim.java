package org.offereligibility.explanation;

/**
 * Text in which nothing is left out and nothing acts: what cannot be seen or commands something is written with JSON's
 * escape, a backslash with {@code u} and four digits. In JSON such characters stand in strings alone, so that JSON stays the same JSON.
 */
final class Verbatim {
    private Verbatim() {}

    /** The text in one line. */
    static String of(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (seen(point)) {
                safe.appendCodePoint(point);
            } else {
                for (char unit : Character.toChars(point)) {
                    safe.append(escaped(unit));
                }
            }
        });
        return safe.toString();
    }

    /** Lines as they were written, with a line feed after each; a tab becomes four spaces. */
    static String lines(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.lines().forEach(line -> safe.append(of(line.replace("\t", "    "))).append('\n'));
        return safe.toString();
    }

    /** Joiners can be seen by what they do: scripts and emoji need them, and they command nothing. */
    private static boolean seen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            case Character.FORMAT -> point == 0x200c || point == 0x200d;
            default -> true;
        };
    }

    private static String escaped(char unit) {
        String digits = Integer.toHexString(unit);
        return "\\u" + "0".repeat(4 - digits.length()) + digits;
    }
}
