package org.offereligibility.explanation;

import java.util.regex.Pattern;

/** Text as XML and HTML show it: it can make no markup, and holds no character that XML forbids. */
final class Xml {
    /** XML 1.0, production 2. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    /** More marks on one letter would reach into the lines above and below it. */
    private static final Pattern TOWER = Pattern.compile("(\\p{M}{3})\\p{M}+");

    private Xml() {}

    static String text(String text) {
        String allowed = FORBIDDEN.matcher(text).replaceAll("\ufffd");
        return TOWER.matcher(allowed)
                .replaceAll("$1")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
