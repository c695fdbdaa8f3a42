package org.offereligibility.explanation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text as CommonMark that shows it as it is: it can make no markup, no link and no HTML, also where the reader knows GitHub's
 * additions. What could do no harm is left alone, so that the source stays readable.
 */
final class Markdown {
    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_\\[\\]|~$]|(?<!#)#(?=#*$)");
    /** At the start of a line these would be a heading, a list, a rule or an underline. */
    private static final Pattern BLOCK_START = Pattern.compile("^(?:([#+=-])|(\\d{1,9})([.)])(?= |$))");

    private static final Pattern ENTITY = Pattern.compile("&(?=#|[A-Za-z0-9]+;)");
    /** Where a reader with GitHub's additions would see an address that nobody marked as one. */
    private static final Pattern ADDRESS = Pattern.compile("(?i)(www)\\.|(https?|ftp|mailto|xmpp):");

    private static final Pattern NAMES = Pattern.compile("[\\p{L}\\p{N}/,._ -]+");

    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private Markdown() {}

    /** @param text already {@linkplain Printable printable} */
    static String of(String text) {
        String safe = MARKUP.matcher(text).replaceAll("\\\\$0");
        safe = ENTITY.matcher(safe).replaceAll("&amp;").replace("<", "&lt;").replace(">", "&gt;");
        safe = ADDRESS.matcher(safe)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) == null ? found.group(2) + "\\:" : found.group(1) + "\\."));
        // No escape hides an at sign from a reader that makes links of mail addresses and mentions; a word joiner does.
        safe = safe.replace("@", "@\u2060");
        return BLOCK_START
                .matcher(safe)
                .replaceFirst(found -> Matcher.quoteReplacement(
                        found.group(1) == null ? found.group(2) + "\\" + found.group(3) : "\\" + found.group(1)));
    }

    /** A name or a place in a code span; as text where there is anything in it that a code span might not hold. */
    static String code(String text) {
        return NAMES.matcher(text).matches() ? "`" + text + "`" : of(text);
    }

    /**
     * A code span that holds the text exactly, backticks and all.
     *
     * @param text in one line
     */
    static String span(String text) {
        if (text.isEmpty()) {
            return "";
        }
        String fence = "`".repeat(longestRun(text) + 1);
        // A space at both ends is taken away again, and one is needed where a backtick would join the fence.
        boolean padded = text.startsWith("`") || text.endsWith("`") || text.startsWith(" ") && text.endsWith(" ");
        return padded && !text.isBlank() ? fence + " " + text + " " + fence : fence + text + fence;
    }

    /**
     * A block of code that holds the text exactly.
     *
     * @param text each line with a line feed
     */
    static String block(String text) {
        String fence = "`".repeat(Math.max(3, longestRun(text) + 1));
        return fence + "\n" + text + fence + "\n";
    }

    private static int longestRun(String text) {
        return BACKTICKS
                .matcher(text)
                .results()
                .mapToInt(run -> run.end() - run.start())
                .max()
                .orElse(0);
    }
}
