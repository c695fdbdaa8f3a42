package org.offereligibility.policy;

import java.util.Locale;
import java.util.OptionalInt;

/** What a reader can see of a text, and what hides in it: two words that look the same must be the same. */
final class VisibleText {
    /** What a program writes for a letter that it could not read. */
    static final int LOST_LETTER = 0xFFFD;

    private static final int LONGEST_SHOWN = 60;

    private VisibleText() {}

    /** The first character that cannot be seen or told from a plain space, or that stands for a lost letter; line feeds are allowed. */
    static OptionalInt firstInvisible(String text) {
        return text.codePoints().filter(VisibleText::isInvisible).findFirst();
    }

    /** {@code U+00A0, no-break space}. */
    static String named(int codePoint) {
        String name = Character.getName(codePoint);
        String code = "U+%04X".formatted(codePoint);
        return name == null ? code : code + ", " + name.toLowerCase(Locale.ROOT);
    }

    /** The text in backticks for a message: on one line, not too long, with whatever cannot be seen written out. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder("`");
        int[] codePoints = text.codePoints().toArray();
        for (int i = 0; i < codePoints.length; i++) {
            if (i == LONGEST_SHOWN) {
                shown.append('…');
                break;
            }
            if (codePoints[i] == '\n') {
                shown.append("⏎");
            } else if (isInvisible(codePoints[i])) {
                shown.append("<U+%04X>".formatted(codePoints[i]));
            } else {
                shown.appendCodePoint(codePoints[i]);
            }
        }
        return shown.append('`').toString();
    }

    private static boolean isInvisible(int codePoint) {
        if (codePoint == ' ' || codePoint == '\n') {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> true;
            default -> isBlankLetterOrMark(codePoint);
        };
    }

    /** Letters, marks and signs that Unicode lets programs show as nothing, and the one that stands for a lost letter. */
    private static boolean isBlankLetterOrMark(int codePoint) {
        return codePoint == 0x034F
                || (codePoint >= 0x115F && codePoint <= 0x1160)
                || (codePoint >= 0x17B4 && codePoint <= 0x17B5)
                || (codePoint >= 0x180B && codePoint <= 0x180F)
                || codePoint == 0x2800
                || codePoint == 0x3164
                || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                || codePoint == 0xFFA0
                || codePoint == LOST_LETTER
                || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    }
}
