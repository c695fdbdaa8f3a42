package org.offereligibility.explanation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The frame of every HTML page: it stands alone, loads nothing, runs nothing, and looks like the others on a screen, on paper
 * and on a phone. Safe for threads.
 */
public final class HtmlPage {
    private static final String LOOK = resource("look.css");
    private static final String MARKS = resource("marks.svg");
    /** Nothing may be loaded or run, whatever a fragment holds; the stylesheet stands in the page. */
    private static final String NOTHING_FROM_ELSEWHERE = "default-src 'none'; style-src 'unsafe-inline'";

    private HtmlPage() {}

    /**
     * A numbered section of a page.
     *
     * @param title plain text
     * @param fragment HTML that stands there as it is, such as a {@link Markup} or an inline SVG; whoever gives it answers for it
     */
    public record Section(String title, String fragment) {}

    /**
     * A whole document; it ends with a line feed.
     *
     * @param title plain text, which also names the printed file; never a person's name
     * @param body what stands between {@code <body>} and {@code </body>}
     */
    public static String of(String title, Markup body) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="%s">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                %s%s
                </body>
                </html>
                """.formatted(NOTHING_FROM_ELSEWHERE, Markup.escaped(Printable.of(title)), LOOK, MARKS, body);
    }

    /** A section with its number beside it. */
    public static Markup clause(String title, Markup inside) {
        return new Markup()
                .open("section", "class", "clause")
                .open("h2")
                .element("span", Printable.of(title))
                .close()
                .add(inside)
                .trusted("\n")
                .close();
    }

    /** A section that somebody else has written. */
    static Markup clause(Section section) {
        return clause(
                section.title(),
                new Markup().open("div").trusted(section.fragment()).close());
    }

    private static String resource(String name) {
        try (InputStream in = HtmlPage.class.getResourceAsStream("/org/offereligibility/" + name)) {
            return new String(
                    Objects.requireNonNull(in, name + " is part of the program").readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
