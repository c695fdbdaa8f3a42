package org.offereligibility.dossier;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A candidate's own words, and what a rule may ask of them. Nothing is normalised. */
public record PlainText(String text) {
    private static final Pattern SENTENCE_END = Pattern.compile("(?<![.!?])[.!?]++(?=\\p{IsWhite_Space}|\\z)");
    private static final Pattern SOMETHING = Pattern.compile("\\P{IsWhite_Space}");

    /**
     * How many sentences this is: one for each run of {@code .}, {@code !} and {@code ?} followed by white space (Unicode
     * White_Space) or the end, and one more for anything but white space after the last such run. White space alone has none.
     */
    public Exact sentences() {
        if (!saysSomething()) {
            return Exact.ZERO;
        }
        Matcher ends = SENTENCE_END.matcher(text);
        int count = 0;
        int rest = 0;
        while (ends.find()) {
            count++;
            rest = ends.end();
        }
        return Exact.of(SOMETHING.matcher(text).region(rest, text.length()).find() ? count + 1 : count);
    }

    /** Whether there is anything but white space. */
    public boolean saysSomething() {
        return SOMETHING.matcher(text).find();
    }

    /**
     * Whether the word stands here, its ASCII letters in any case, with no Unicode letter, mark, number or underscore
     * directly before or after it.
     */
    public boolean containsWord(String word) {
        Matcher found =
                Pattern.compile(Pattern.quote(word), Pattern.CASE_INSENSITIVE).matcher(text);
        int from = 0;
        while (found.find(from)) {
            boolean freeBefore = found.start() == 0 || !joinsWords(text.codePointBefore(found.start()));
            boolean freeAfter = found.end() == text.length() || !joinsWords(text.codePointAt(found.end()));
            if (freeBefore && freeAfter) {
                return true;
            }
            from = found.start() + 1;
        }
        return false;
    }

    private static boolean joinsWords(int codePoint) {
        if (codePoint == '_' || Character.isLetter(codePoint)) {
            return true;
        }
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
