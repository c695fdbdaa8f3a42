package org.offereligibility.explanation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * A piece of HTML that grows. Whatever is given as text stands there as text; elements are closed in the order in which they
 * were opened.
 */
public final class Markup {
    /** These begin a line of their own, so that the page can be read as a file, too. */
    private static final Set<String> LINES = Set.of(
            "article", "aside", "dd", "details", "div", "dl", "dt", "footer", "h1", "h2", "h3", "header", "li", "main",
            "ol", "p", "pre", "section", "summary", "table", "tbody", "thead", "tr", "ul");

    private final StringBuilder html = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * The text with the characters replaced that HTML gives a meaning, for between tags and for attributes in double or single
     * quotes. It takes out nothing.
     */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /**
     * Opens an element.
     *
     * @param tag a name that the program knows, never one from outside
     * @param attributes names and values in turn; values are escaped
     */
    public Markup open(String tag, String... attributes) {
        start(tag, attributes);
        open.push(tag);
        return this;
    }

    /** Closes the element that was opened last. */
    public Markup close() {
        html.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element with text in it. */
    public Markup element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    private void start(String tag, String... attributes) {
        if (LINES.contains(tag) && !html.isEmpty()) {
            html.append('\n');
        }
        html.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            html.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(attributes[i + 1]))
                    .append('"');
        }
        html.append('>');
    }

    /** Text, escaped. */
    public Markup text(String text) {
        html.append(escaped(text));
        return this;
    }

    /** Another piece. */
    public Markup add(Markup markup) {
        return trusted(markup.toString());
    }

    /** HTML as it stands; whoever gives it answers for it. */
    public Markup trusted(String fragment) {
        html.append(fragment);
        return this;
    }

    /** @throws IllegalStateException if an element is still open */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("<" + open.peek() + "> is still open");
        }
        return html.toString();
    }
}
