package org.offereligibility.policy;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a rule file with a quotation mark too few.
 *
 * @param opened where a text begins that does not end in this line
 */
record OpenQuote(String text, int lineStart, int opened, int lineEnd) {
    /** A word, and behind it what stands behind a text. */
    private static final Pattern WORD = Pattern.compile(".([\\p{L}\\d._-]+)[),].*", Pattern.DOTALL);

    private static final Pattern AFTER_PROSE = Pattern.compile("[\\s),;]*$");

    /** Where the missing one belongs, as far as that can be told. */
    int missing(List<Token> before) {
        for (int i = before.size() - 1; i >= 0 && before.get(i).offset() >= lineStart; i--) {
            Token token = before.get(i);
            // of two texts in a line, the first has lost its end if what stands between them begins the second
            Matcher word = WORD.matcher(token.text());
            if (token.is(Token.Kind.STRING)
                    && token.end() < text.length()
                    && Character.isLetterOrDigit(text.charAt(token.end()))
                    && word.matches()) {
                return token.offset() + 1 + word.group(1).length();
            }
        }
        String rest = text.substring(opened, lineEnd);
        Matcher word = WORD.matcher(rest);
        if (word.matches()) {
            return opened + 1 + word.group(1).length();
        }
        Matcher after = AFTER_PROSE.matcher(rest);
        return opened + Math.max(1, after.find() ? after.start() : rest.length());
    }
}
