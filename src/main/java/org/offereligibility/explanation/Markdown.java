package org.offereligibility.explanation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text as CommonMark that shows it as it is: it can make no markup, no link and no HTML, also where the reader knows GitHub's
 * additions. What could do no harm is left alone, so that the source stays readable.
 */
final class Markdown {
    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_\\[\\]|~$]|#(?=#*$)");
    /** At the start of a line these would be a heading, a list, a rule or an underline. */
    private static final Pattern BLOCK_START = Pattern.compile("^(?:([#+=-])|(\\d{1,9})([.)])(?= |$))");

    private static final Pattern ENTITY = Pattern.compile("&(?=#|[A-Za-z0-9]+;)");
    /** Where a reader with GitHub's additions would see an address that nobody marked as one. */
    private static final Pattern ADDRESS = Pattern.compile("(?i)(www)\\.|(https?|ftp|mailto|xmpp):");

    private static final Pattern NAMES = Pattern.compile("[\\p{L}\\p{N}/,._ -]+");

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
}
