package org.offereligibility.explanation;

import java.util.regex.Pattern;

/**
 * Text that does nothing but stand there. Dossiers are written by many hands, and a note must not be able to repaint a
 * terminal, turn the direction of what follows, or begin a line of its own.
 */
public final class Printable {
    /** Control sequences (ECMA-48): CSI with its parameters, strings such as a window's title, and two-character escapes. */
    private static final Pattern ESCAPES = Pattern.compile("(?:\u001b\\[|\u009b)[0-?]*[ -/]*[@-~]"
            + "|(?:\u001b[\\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\u0007\u001b\u0090\u0098\u009c-\u009f]*(?:\u0007|\u001b\\\\|\u009c)"
            + "|\u001b[ -/]*[0-~]");

    private static final Pattern SPACE = Pattern.compile("[\\p{IsWhite_Space}\u2028\u2029]+");

    /**
     * What is invisible or commands: controls, directions, unassigned halves of characters. Joiners stay, since scripts and
     * emoji need them; they command nothing.
     */
    private static final Pattern COMMANDS = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\u200c\u200d]]");

    private static final Pattern HALVES = Pattern.compile("\\p{Cs}");

    private Printable() {}

    /** The text in one line, with single spaces between its words and none around them. */
    public static String of(String text) {
        return plain(text) ? text : cleaned(text);
    }

    /** Whether it is visible ASCII with single spaces between words, as most texts are, and nothing has to be done. */
    private static boolean plain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == ' ' && before == ' ') {
                return false;
            }
            before = c;
        }
        return text.isEmpty() || before != ' ';
    }

    private static String cleaned(String text) {
        String visible = ESCAPES.matcher(text).replaceAll("");
        visible = SPACE.matcher(visible).replaceAll(" ");
        visible = COMMANDS.matcher(visible).replaceAll("");
        visible = HALVES.matcher(visible).replaceAll("\ufffd");
        // What was taken out may have stood between two spaces.
        return SPACE.matcher(visible).replaceAll(" ").strip();
    }

    /** The text in quotation marks; its own double ones become single ones, as is the custom. */
    public static String quoted(String text) {
        return "“" + of(text).replace('“', '‘').replace('”', '’') + "”";
    }
}
