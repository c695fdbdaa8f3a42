package org.offereligibility.dossier;

/** What a user wrote, as a message shows it: on one line, in backticks, and no longer than can be read at a glance. */
public final class Quoted {
    private static final int LONGEST = 60;

    private Quoted() {}

    public static String of(String written) {
        StringBuilder text = new StringBuilder("`");
        int length = Math.min(written.length(), LONGEST);
        if (length < written.length() && Character.isHighSurrogate(written.charAt(length - 1))) {
            length--;
        }
        written.codePoints().limit(written.codePointCount(0, length)).forEach(c -> text.appendCodePoint(shown(c)));
        return text.append(length < written.length() ? "…`" : "`").toString();
    }

    /** The same for what should have been a word; a text with white space in it may be a note about a person, and is not shown. */
    static String word(String written) {
        return written.isEmpty() || written.codePoints().anyMatch(Character::isWhitespace) ? "this text" : of(written);
    }

    /** Anything that would break the line, end the quotation, or turn the text around is shown as a question mark. */
    private static int shown(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> '?';
            default -> codePoint == '`' ? '\'' : codePoint;
        };
    }
}
