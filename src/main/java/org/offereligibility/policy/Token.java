package org.offereligibility.policy;

/**
 * The smallest piece of a rule file.
 *
 * @param text as it stands there; a string with its quotes
 * @param offset of its first character in the file
 * @param line from 1
 * @param column from 1, in characters
 */
public record Token(Kind kind, String text, int offset, int line, int column) {
    /** {@code VARIABLE} is a name that begins with a dollar sign. */
    public enum Kind {
        NAME,
        VARIABLE,
        STRING,
        NUMBER,
        ANNOTATION,
        SYMBOL,
        END
    }

    boolean is(String expected) {
        return text.equals(expected) && kind != Kind.STRING;
    }

    boolean is(Kind expected) {
        return kind == expected;
    }

    int end() {
        return offset + text.length();
    }

    /** The place right behind it. */
    Token behind() {
        return new Token(Kind.SYMBOL, "", end(), line, column + text.codePointCount(0, text.length()));
    }

    /** What a string says, without its quotes; a backslash makes the next character stand for itself. */
    String unquoted() {
        if (text.length() < 2) {
            return "";
        }
        String inside = text.substring(1, text.length() - 1);
        return inside.indexOf('\\') < 0 ? inside : inside.replaceAll("\\\\(.)", "$1");
    }
}
