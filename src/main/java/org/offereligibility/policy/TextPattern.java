package org.offereligibility.policy;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The regular expression after {@code matches}, in Java's notation; a text must match as a whole. It has no backslash, which
 * rule files and Java read differently, and repeats no group, so that no text makes it linger or run out of stack.
 */
record TextPattern(String regex) {
    static final String MISSING =
            "`matches` stands between a field or a variable and a regular expression in quotes, such as"
                    + " `signal matches \"missing-.*\"`";
    private static final Pattern REPEATED_GROUP = Pattern.compile("\\)[*+{]");
    private static final Pattern OPEN_REPETITION = Pattern.compile("[*+]|\\{[0-9]+,[0-9]*}");
    /** With more, the time for a long text grows beyond what a committee waits for. */
    private static final int OPEN_REPETITIONS = 2;

    /** What is wrong with it; nothing if it can be used. */
    Optional<String> fault() {
        if (regex.indexOf('\\') >= 0) {
            return Optional.of(
                    "a regular expression has no backslash here: write `[.]` for a dot, `[0-9]` for a digit");
        }
        try {
            Pattern.compile(regex);
        } catch (PatternSyntaxException broken) {
            return Optional.of("`" + regex + "` is no regular expression: "
                    + broken.getDescription().toLowerCase(java.util.Locale.ROOT)
                    + (broken.getIndex() < 0 ? "" : " near its character " + (broken.getIndex() + 1)));
        }
        if (OPEN_REPETITION.matcher(regex).results().count() > OPEN_REPETITIONS) {
            return Optional.of("`" + regex + "` repeats more than " + OPEN_REPETITIONS
                    + " parts without end (`*`, `+`): ask in several constraints");
        }
        return REPEATED_GROUP.matcher(regex).find()
                ? Optional.of("a group in parentheses may not be repeated in `" + regex
                        + "`: write its alternatives out, or ask in several constraints")
                : Optional.empty();
    }

    boolean matchesAny(List<String> words) {
        Pattern pattern = Pattern.compile(regex);
        return words.stream().anyMatch(word -> pattern.matcher(word).matches());
    }
}
