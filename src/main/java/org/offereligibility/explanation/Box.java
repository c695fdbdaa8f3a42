package org.offereligibility.explanation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Words in an outline, and the boxes of what they rest on. Lengths are in the picture's units.
 *
 * @param kicker what kind of thing it is, in a word or two
 * @param lines from top to bottom, each narrow enough for the box
 */
record Box(Outline outline, Optional<Sign> sign, String kicker, List<Line> lines, int width, List<Box> because) {
    static final int SIGN = 13;
    private static final int PADDING = 10;
    /** In a box of one row the lines stand to the right of sign and kicker. */
    private static final int BESIDE_KICKER = 96;

    private static final int BESIDE_VERDICT = 118;

    private static final int ACCENT = 12;

    /** The forms by which kinds of things are told apart, besides their kicker. */
    enum Outline {
        SECTION,
        FINDING,
        BRIEF,
        DERIVED,
        DOSSIER,
        TABLE,
        ABSENT;

        /** The name by which a picture's style speaks of it. */
        String className() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** How far from the left edge of a box its lines begin. */
        int indent() {
            return switch (this) {
                case SECTION -> BESIDE_VERDICT;
                case BRIEF -> BESIDE_KICKER;
                case FINDING -> PADDING + ACCENT / 2;
                case DERIVED, DOSSIER, TABLE, ABSENT -> PADDING;
            };
        }

        /** How far from the left edge of a box its sign or kicker stands. */
        int kickerIndent() {
            return isRow() ? PADDING : indent();
        }

        /** Whether the kicker stands before the lines and not above them. */
        boolean isRow() {
            return this == SECTION || this == BRIEF;
        }

        /** From the upper edge of a box to its first line or kicker, and from its last line to the lower edge. */
        int padding() {
            return this == BRIEF ? PADDING / 2 : PADDING - 2;
        }

        /**
         * Words of one size in lines for a box of that width.
         *
         * @param most so many lines; what is left of the words is cut
         */
        List<Line> lines(Lettering lettering, String words, int width, int most) {
            return lettering.wrapped(words, width - indent() - PADDING, most).stream()
                    .map(line -> new Line(lettering, line))
                    .toList();
        }
    }

    /** Words of one size. */
    record Line(Lettering lettering, String words) {}

    int height() {
        int above = outline.isRow() ? 0 : Lettering.LABEL.leading();
        return above
                + lines.stream().mapToInt(line -> line.lettering().leading()).sum()
                + 2 * outline.padding();
    }
}
