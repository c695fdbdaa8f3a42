package org.offereligibility.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Decision.SectionVerdict;
import org.offereligibility.decision.Finding;
import org.offereligibility.explanation.Box.Outline;

/**
 * The derivation of a verdict as a drawing: from the verdict down to its sections and their findings, and from each finding to
 * the right, to what it rests on. The candidate's name is never in it.
 *
 * <p>The drawing is an SVG that needs nothing else: a file as it stands, or part of a page, where the page's
 * {@code color-scheme} says whether it is day or night. It is the same text on every machine.
 */
public final class DerivationPicture {
    private static final String PREFIX = "derivation";
    private static final Pattern PREFIXES = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    private static final int WIDTH = 1_120;
    private static final int MARGIN = 16;
    private static final int STEM = 14;
    private static final int INDENT = 32;
    private static final int BETWEEN_COLUMNS = 36;
    private static final int BETWEEN_FINDINGS = 14;
    private static final int BETWEEN_BRIEF = 6;
    private static final int BETWEEN_SECTIONS = 26;
    private static final int NARROWEST_BOX = 220;
    private static final int WIDEST_BOX = 484;
    private static final int WIDEST_BRIEF = 620;
    private static final int LEFT = MARGIN + 2 * INDENT;
    private static final int BANNER_TEXT = 72;

    private final Decision decision;
    private final Page page;
    private final String prefix;
    private final Canvas canvas;
    private final FindingBoxes boxes;
    private final int width;

    private DerivationPicture(Decision decision, String prefix) {
        this.decision = decision;
        this.page = Page.of(decision, Optional.empty());
        this.prefix = prefix;
        this.canvas = new Canvas(prefix);
        int columns = FindingBoxes.columns(decision);
        int gaps = (columns - 1) * BETWEEN_COLUMNS;
        int box = Math.max(NARROWEST_BOX, Math.min(WIDEST_BOX, (WIDTH - LEFT - MARGIN - gaps) / columns));
        this.width = Math.max(WIDTH, LEFT + columns * box + gaps + MARGIN);
        this.boxes = new FindingBoxes(decision.verdict(), box, WIDEST_BRIEF);
    }

    /** The picture as the only one in its page or file. */
    public static String svg(Decision decision) {
        return svg(decision, PREFIX);
    }

    /**
     * The picture as one of several in a page.
     *
     * @param prefix its id, and the beginning of every id and class name in it; no other picture and nothing else in the page
     *     may have one that begins so
     * @throws IllegalArgumentException unless the prefix is a small letter and up to 63 small letters, digits and hyphens
     */
    public static String svg(Decision decision, String prefix) {
        if (!PREFIXES.matcher(prefix).matches()) {
            throw new IllegalArgumentException(
                    "a picture's prefix is made of small letters, digits and hyphens and" + " begins with a letter");
        }
        return new DerivationPicture(decision, prefix).drawn();
    }

    private String drawn() {
        int y = banner(MARGIN);
        int stemFrom = y;
        for (SectionVerdict section : decision.sections()) {
            y += BETWEEN_SECTIONS;
            Box box = section(section);
            canvas.branch(MARGIN + STEM, stemFrom, MARGIN + INDENT, y + box.height() / 2);
            canvas.box(box, MARGIN + INDENT, y);
            y = findings(section, y + box.height());
        }
        y += BETWEEN_SECTIONS;
        canvas.words(Lettering.FINE, "fine", String.join(" ", page.footer()), MARGIN, y);
        return framed(y + Lettering.FINE.leading() + MARGIN);
    }

    private int banner(int y) {
        List<String> meaning = Lettering.MESSAGE.wrapped(page.meaning(), width - 2 * MARGIN - BANNER_TEXT - MARGIN, 3);
        Sign sign = Sign.of(decision.verdict());
        int height = 2 * MARGIN
                + Lettering.FINE.leading()
                + Lettering.VERDICT.leading()
                + meaning.size() * Lettering.MESSAGE.leading();
        canvas.open(sign.hue());
        canvas.field("box " + prefix + "-" + sign.hue() + "-wash", MARGIN, y, width - 2 * MARGIN, height);
        canvas.sign(sign, MARGIN + 20, y + height / 2 - 17, 34);
        int top = y + MARGIN;
        int x = MARGIN + BANNER_TEXT;
        String heading = Lettering.FINE
                .wrapped(page.heading(), width - 2 * MARGIN - BANNER_TEXT - MARGIN, 1)
                .get(0);
        canvas.words(Lettering.FINE, "quiet", heading, x, top);
        top += Lettering.FINE.leading();
        canvas.words(Lettering.VERDICT, "", decision.verdict().name(), x, top);
        top += Lettering.VERDICT.leading();
        for (String line : meaning) {
            canvas.words(Lettering.MESSAGE, "ink", line, x, top);
            top += Lettering.MESSAGE.leading();
        }
        canvas.close();
        return y + height;
    }

    private Box section(SectionVerdict section) {
        boolean empty = decision.findings().stream()
                .noneMatch(finding -> finding.section().equals(section.section()));
        List<Box.Line> lines = new ArrayList<>(
                Outline.SECTION.lines(Lettering.TITLE, Page.title(section), boxes.width(), Integer.MAX_VALUE));
        if (empty) {
            lines.addAll(Outline.SECTION.lines(Lettering.FINE, "no finding", boxes.width(), 1));
        }
        return new Box(
                Outline.SECTION,
                Optional.of(Sign.of(section.verdict())),
                section.verdict().name(),
                lines,
                boxes.width(),
                List.of());
    }

    private int findings(SectionVerdict section, int from) {
        int y = from;
        for (Finding finding : decision.findings()) {
            if (finding.section().equals(section.section())) {
                Box box = boxes.box(finding);
                y += box.outline() == Outline.BRIEF ? BETWEEN_BRIEF : BETWEEN_FINDINGS;
                BoxTree tree = new BoxTree(box, BETWEEN_COLUMNS);
                canvas.branch(MARGIN + INDENT + STEM, from, LEFT, y + tree.y(box) + box.height() / 2);
                tree(tree, box, y);
                y += tree.height();
            }
        }
        return y;
    }

    private void tree(BoxTree tree, Box box, int top) {
        int x = LEFT + tree.x(box);
        int y = top + tree.y(box);
        canvas.box(box, x, y);
        for (Box child : box.because()) {
            canvas.wire(
                    x + box.width(),
                    y + box.height() / 2,
                    LEFT + tree.x(child),
                    top + tree.y(child) + child.height() / 2,
                    child.outline() == Outline.ABSENT);
            tree(tree, child, top);
        }
    }

    private String framed(int height) {
        String title = page.heading() + ": " + decision.verdict();
        return "<svg xmlns='http://www.w3.org/2000/svg' id='" + prefix + "' class='" + prefix + "' role='img'"
                + " aria-labelledby='" + prefix + "-title " + prefix + "-desc' viewBox='0 0 " + width + " " + height
                + "' width='" + width + "' height='" + height + "'>\n"
                + "<title id='" + prefix + "-title'>" + Xml.text(title) + "</title>\n"
                + "<desc id='" + prefix + "-desc'>" + Xml.text(description()) + "</desc>\n"
                + "<style>\n" + PictureStyle.css(prefix) + "</style>\n"
                + "<rect class='" + prefix + "-paper' width='" + width + "' height='" + height + "'/>\n"
                + canvas + "</svg>\n";
    }

    /** What the picture shows, for those who hear it. */
    private String description() {
        StringBuilder words = new StringBuilder(page.meaning());
        page.sections()
                .forEach(section -> words.append(' ')
                        .append(section.title())
                        .append(": ")
                        .append(section.verdict())
                        .append('.'));
        decision.findings().stream()
                .filter(finding -> finding.effect().verdict() != org.offereligibility.decision.Verdict.ELIGIBLE)
                .forEach(finding -> words.append(' ').append(Printable.of(finding.message())));
        return words.toString();
    }
}
