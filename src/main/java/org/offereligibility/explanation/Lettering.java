package org.offereligibility.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The sizes of letters in a picture, and how much room words take. The widths are those of a wide common typeface, by kind of
 * character, since the one that a reader has is not known and a picture must come out the same on every machine: in most
 * typefaces a line ends a little short of where it may.
 */
enum Lettering {
    VERDICT(26, 34, 600),
    TITLE(16, 22, 600),
    MESSAGE(14, 19, 400),
    FACT(13, 17, 400),
    LABEL(11, 17, 600),
    FINE(11, 16, 400);

    private static final int REGULAR = 400;
    /** How much wider bold letters are, in thousandths. */
    private static final int BOLD = 1_150;

    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final String CUT = "…";

    private final int size;
    private final int leading;
    private final int weight;

    Lettering(int size, int leading, int weight) {
        this.size = size;
        this.leading = leading;
        this.weight = weight;
    }

    /** Of the letters, as CSS counts it. */
    int weight() {
        return weight;
    }

    /** How far under the upper edge of a line its letters stand. */
    int baseline() {
        return (leading - size) / 2 + size * 4 / 5 + 1;
    }

    /** The name by which a picture's style speaks of it. */
    String className() {
        return "size-" + name().toLowerCase(Locale.ROOT);
    }

    /** Of the letters, in the picture's units. */
    int size() {
        return size;
    }

    /** From one line to the next, in the picture's units. */
    int leading() {
        return leading;
    }

    /** The room that the words may take, in the picture's units, rounded up. */
    int width(String words) {
        long thousandths = 0;
        for (int i = 0; i < words.length(); i += Character.charCount(words.codePointAt(i))) {
            thousandths += thousandths(words.codePointAt(i));
        }
        thousandths *= (long) size * (weight == REGULAR ? 1_000 : BOLD);
        return (int) ((thousandths + 999_999) / 1_000_000);
    }

    /**
     * The words in lines, at least one.
     *
     * @param width that no line exceeds, wide enough for any single character
     * @param most so many lines; the last of them ends in an ellipsis where there would be more
     */
    List<String> wrapped(String words, int width, int most) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : words.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer) <= width) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = word;
            while (width(line) > width && lines.size() <= most) {
                int end = fitting(line, width);
                lines.add(line.substring(0, end));
                line = line.substring(end);
            }
            if (lines.size() > most) {
                break;
            }
        }
        if (!line.isEmpty() || lines.isEmpty()) {
            lines.add(line);
        }
        if (lines.size() <= most) {
            return List.copyOf(lines);
        }
        List<String> kept = new ArrayList<>(lines.subList(0, most));
        String last = kept.get(most - 1);
        String room =
                width(last + " " + CUT) <= width ? last : last.substring(0, fitting(last, width - width(" " + CUT)));
        kept.set(most - 1, room.strip() + " " + CUT);
        return List.copyOf(kept);
    }

    /** Where the longest beginning ends that fits and tears no character apart; at least one character. */
    private int fitting(String word, int width) {
        int fits = 0;
        int end = 0;
        while (end < word.length()) {
            int next = end + Character.charCount(word.codePointAt(end));
            while (next < word.length() && joined(word.codePointBefore(next), word.codePointAt(next))) {
                next += Character.charCount(word.codePointAt(next));
            }
            if (width(word.substring(0, next)) > width && fits > 0) {
                return fits;
            }
            end = next;
            fits = next;
        }
        return fits;
    }

    private static boolean joined(int before, int codePoint) {
        return before == ZERO_WIDTH_JOINER || thousandths(codePoint) == 0 || isSkinTone(codePoint);
    }

    private static boolean isSkinTone(int codePoint) {
        return codePoint >= 0x1F3FB && codePoint <= 0x1F3FF;
    }

    /** The width of a character, in thousandths of the letters' size. */
    private static int thousandths(int codePoint) {
        if (codePoint < 0x80) {
            return ascii(codePoint);
        }
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        if (codePoint >= 0x1F000) {
            return 1_400;
        }
        if (codePoint < 0x1100) {
            return type == Character.UPPERCASE_LETTER ? 780 : 660;
        }
        return codePoint >= 0x2000 && codePoint < 0x2070 ? 700 : 1_050;
    }

    private static int ascii(int codePoint) {
        if (codePoint == ' ') {
            return 320;
        }
        if ("ijl!'.,:;|I".indexOf(codePoint) >= 0) {
            return 310;
        }
        if ("frt()[]{}/\\\"`-".indexOf(codePoint) >= 0) {
            return 410;
        }
        if ("mwMW@%&".indexOf(codePoint) >= 0) {
            return 960;
        }
        return codePoint >= 'a' && codePoint <= 'z' ? 600 : codePoint >= 'A' && codePoint <= 'Z' ? 700 : 650;
    }
}
