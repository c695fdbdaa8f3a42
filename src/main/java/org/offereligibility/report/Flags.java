package org.offereligibility.report;

import org.offereligibility.explanation.Hue;

/**
 * The flags of a report: each is a word, a shape and a colour. None is a verdict on anybody, and none is green: a report
 * clears nobody.
 */
final class Flags {
    private static final String FLAGGED = "refer";
    private static final String CALM = "note";
    private static final String UNKNOWN = "open";

    private Flags() {}

    /** Somebody should look at it. */
    static Hue look(String word) {
        return new Hue(FLAGGED, FLAGGED, word);
    }

    static Hue calm(String word) {
        return new Hue(CALM, CALM, word);
    }

    /** It cannot be told. */
    static Hue unknown(String word) {
        return new Hue(UNKNOWN, UNKNOWN, word);
    }

    /** The shape for a text. */
    static String shape(Hue hue) {
        return switch (hue.mark()) {
            case FLAGGED -> "◆";
            case UNKNOWN -> "○";
            default -> "·";
        };
    }
}
