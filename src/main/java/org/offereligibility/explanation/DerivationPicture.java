package org.offereligibility.explanation;

import java.util.Optional;
import java.util.regex.Pattern;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Verdict;

/**
 * The derivation of a verdict as a drawing: from the verdict down to its sections and their findings, and from each finding to
 * the right, to what it rests on. The candidate's name is never in it.
 *
 * <p>The drawing is an SVG 1.1 that needs nothing else: a file as it stands, or part of a page, where the page's
 * {@code color-scheme} says whether it is day or night. It is the same text on every machine.
 */
public final class DerivationPicture {
    private static final String PREFIX = "derivation";
    private static final Pattern PREFIXES = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    private DerivationPicture() {}

    /** The picture as the only one in its page or file; ends with a line feed. */
    public static String svg(Decision decision) {
        return svg(decision, PREFIX);
    }

    /**
     * The picture as one of several in a page; ends with a line feed.
     *
     * @param prefix its id, and the beginning of every id and class name in it; nothing else in the page may have one that
     *     begins so
     * @throws IllegalArgumentException unless the prefix is a small letter and up to 63 small letters, digits and hyphens
     */
    public static String svg(Decision decision, String prefix) {
        if (!PREFIXES.matcher(prefix).matches()) {
            throw new IllegalArgumentException("a picture's prefix is a small letter and up to 63 small letters, digits"
                    + " and hyphens, not " + Printable.quoted(prefix));
        }
        Page page = Page.of(decision, Optional.empty());
        Canvas canvas = new Canvas(prefix);
        DerivationDrawing drawing = new DerivationDrawing(decision, page, canvas);
        int height = drawing.draw();
        String size = " width='" + drawing.width() + "' height='" + height + "'";
        return "<svg xmlns='http://www.w3.org/2000/svg' id='" + prefix + "' role='img' aria-labelledby='" + prefix
                + "-title " + prefix + "-desc' viewBox='0 0 " + drawing.width() + " " + height + "'" + size + ">\n"
                + "<title id='" + prefix + "-title'>" + Xml.text(page.heading() + ": " + decision.verdict())
                + "</title>\n"
                + "<desc id='" + prefix + "-desc'>" + Xml.text(description(decision, page)) + "</desc>\n"
                + "<style>\n" + PictureStyle.css(prefix) + "</style>\n"
                + "<rect class='" + prefix + "-paper'" + size + "/>\n"
                + canvas + "</svg>\n";
    }

    /** What the picture shows, for those who hear it: the verdicts, and all that could take the offer away. */
    private static String description(Decision decision, Page page) {
        StringBuilder words = new StringBuilder(page.meaning());
        page.sections()
                .forEach(section -> words.append(' ')
                        .append(section.title())
                        .append(": ")
                        .append(section.verdict())
                        .append('.'));
        decision.findings().stream()
                .filter(finding -> finding.effect().verdict() != Verdict.ELIGIBLE)
                .forEach(finding -> words.append(' ').append(Printable.of(finding.message())));
        return words.toString();
    }
}
