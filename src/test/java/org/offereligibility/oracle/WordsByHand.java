package org.offereligibility.oracle;

/** A candidate's own words, read code point by code point as the page says. */
final class WordsByHand {
    private static final int[] WORD = {'e', 'f', 'f', 'i', 'c', 'i', 'e', 'n', 'c', 'y'};

    private final int[] text;

    WordsByHand(String text) {
        this.text = text.codePoints().toArray();
    }

    int sentences() {
        int ended = 0;
        boolean anythingSinceTheLastEnd = false;
        int at = 0;
        while (at < text.length) {
            if (!isStop(text[at])) {
                anythingSinceTheLastEnd |= !isWhiteSpace(text[at]);
                at++;
                continue;
            }
            while (at < text.length && isStop(text[at])) {
                at++;
            }
            if (at == text.length || isWhiteSpace(text[at])) {
                ended++;
                anythingSinceTheLastEnd = false;
            } else {
                anythingSinceTheLastEnd = true;
            }
        }
        return anythingSinceTheLastEnd ? ended + 1 : ended;
    }

    boolean saysEfficiency() {
        for (int from = 0; from + WORD.length <= text.length; from++) {
            int to = from + WORD.length;
            if (spellsWordAt(from)
                    && (from == 0 || !belongsToAWord(text[from - 1]))
                    && (to == text.length || !belongsToAWord(text[to]))) {
                return true;
            }
        }
        return false;
    }

    private boolean spellsWordAt(int from) {
        for (int i = 0; i < WORD.length; i++) {
            int letter = text[from + i];
            int small = letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter;
            if (small != WORD[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isStop(int codePoint) {
        return codePoint == '.' || codePoint == '!' || codePoint == '?';
    }

    /** Unicode's property White_Space, all twenty-five code points of it (PropList.txt). */
    private static boolean isWhiteSpace(int codePoint) {
        return codePoint >= 0x9 && codePoint <= 0xD
                || codePoint == 0x20
                || codePoint == 0x85
                || codePoint == 0xA0
                || codePoint == 0x1680
                || codePoint >= 0x2000 && codePoint <= 0x200A
                || codePoint == 0x2028
                || codePoint == 0x2029
                || codePoint == 0x202F
                || codePoint == 0x205F
                || codePoint == 0x3000;
    }

    /** A letter (L), a mark (M), a number (N) or an underscore. */
    private static boolean belongsToAWord(int codePoint) {
        return codePoint == '_' || new String(Character.toChars(codePoint)).matches("[\\p{L}\\p{M}\\p{N}]");
    }
}
