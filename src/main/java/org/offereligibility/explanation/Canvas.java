package org.offereligibility.explanation;

import java.util.Collections;
import java.util.List;
import org.offereligibility.explanation.Box.Line;
import org.offereligibility.explanation.Box.Outline;

/** SVG that grows by boxes, lines and words. All lengths are whole numbers of the picture's units. */
final class Canvas {
    private static final int ACCENT = 5;

    private final String prefix;
    private final StringBuilder svg = new StringBuilder();

    /** @param prefix of all class names */
    Canvas(String prefix) {
        this.prefix = prefix;
    }

    void box(Box box, int x, int y) {
        String hue = box.sign().map(Sign::hue).orElse("");
        svg.append(hue.isEmpty() ? "<g>" : "<g class='" + named(hue) + "'>");
        outline(box, x, y);
        Outline outline = box.outline();
        int top = y + outline.padding();
        kicker(box, x + outline.kickerIndent(), top);
        int lineTop = outline.isRow() ? top : top + Lettering.LABEL.leading();
        for (Line line : box.lines()) {
            words(line.lettering(), ink(line.lettering()), line.words(), x + outline.indent(), lineTop);
            lineTop += line.lettering().leading();
        }
        svg.append("</g>\n");
    }

    private void kicker(Box box, int x, int top) {
        if (box.sign().isEmpty()) {
            words(Lettering.FINE, "fine", box.kicker(), x, top);
            return;
        }
        // In a row the small capitals share the middle of the first line.
        int room = box.outline().isRow() ? box.lines().get(0).lettering().leading() : Lettering.LABEL.leading();
        sign(box.sign().orElseThrow(), x, top + (room - Box.SIGN) / 2, Box.SIGN);
        words(Lettering.LABEL, "", box.kicker(), x + Box.SIGN + 6, top + (room - Lettering.LABEL.leading()) / 2);
    }

    private void outline(Box box, int x, int y) {
        Outline outline = box.outline();
        String name = outline.className();
        String form = switch (outline) {
            case DERIVED -> " rx='9'";
            case ABSENT -> " rx='2' stroke-dasharray='6 4'";
            default -> " rx='2'";
        };
        boolean coloured = box.sign().isPresent() && outline != Outline.BRIEF;
        svg.append("<rect class='").append(named("box")).append(' ');
        svg.append(named(name)).append("' x='").append(x).append("' y='").append(y);
        svg.append("' width='")
                .append(box.width())
                .append("' height='")
                .append(box.height())
                .append('\'');
        svg.append(form).append(coloured ? " stroke='currentColor'" : "").append("/>");
        if (outline == Outline.FINDING) {
            svg.append("<path d='M")
                    .append(x)
                    .append(' ')
                    .append(y)
                    .append('h')
                    .append(ACCENT)
                    .append('v');
            svg.append(box.height()).append('h').append(-ACCENT).append("z' fill='currentColor'/>");
        }
        if (outline == Outline.TABLE) {
            svg.append("<path class='")
                    .append(named("ruled"))
                    .append("' d='M")
                    .append(x + 4)
                    .append(' ')
                    .append(y);
            svg.append('v').append(box.height()).append("'/>");
        }
    }

    void sign(Sign sign, int x, int y, int size) {
        svg.append("<svg x='")
                .append(x)
                .append("' y='")
                .append(y)
                .append("' width='")
                .append(size);
        svg.append("' height='").append(size).append("' viewBox='0 0 24 24'>");
        svg.append(sign.drawing(prefix)).append("</svg>");
    }

    /**
     * One line of words.
     *
     * @param ink the name of its colour, or empty for that of what it stands in
     * @param top where the line's room begins
     */
    void words(Lettering lettering, String ink, String words, int x, int top) {
        svg.append("<text class='").append(named(lettering.className()));
        svg.append(ink.isEmpty() ? "' fill='currentColor" : " " + named(ink));
        svg.append("' x='")
                .append(x)
                .append("' y='")
                .append(top + lettering.baseline())
                .append("'>");
        svg.append(Xml.text(words)).append("</text>");
    }

    /** From the middle of a box's right edge to the middles of the left edges of what it rests on, at least one. */
    void wires(int fromX, int fromY, int toX, List<Integer> toYs, boolean dashed) {
        int middle = (fromX + toX) / 2;
        int first = Math.min(fromY, Collections.min(toYs));
        int last = Math.max(fromY, Collections.max(toYs));
        path(
                "M" + fromX + " " + fromY + "H" + middle + "M" + middle + " " + first + "V" + last,
                middle,
                toX,
                toYs,
                dashed);
    }

    /** Down from a box, and to the right to the boxes under it, at least one. */
    void branches(int x, int fromY, int toX, List<Integer> toYs) {
        path("M" + x + " " + fromY + "V" + Collections.max(toYs), x, toX, toYs, false);
    }

    private void path(String trunk, int x, int toX, List<Integer> toYs, boolean dashed) {
        svg.append("<path class='").append(named("wire")).append("' d='").append(trunk);
        toYs.forEach(toY ->
                svg.append('M').append(x).append(' ').append(toY).append('H').append(toX));
        svg.append('\'').append(dashed ? " stroke-dasharray='6 4'" : "").append(" fill='none'/>\n");
    }

    void open(String hue) {
        svg.append("<g class='").append(named(hue)).append("'>");
    }

    void close() {
        svg.append("</g>\n");
    }

    /** A box without words, in the light shade of that sign's colour. */
    void banner(Sign sign, int x, int y, int width, int height) {
        svg.append("<rect class='").append(named("box")).append(' ').append(named(sign.hue() + "-wash"));
        svg.append("' x='").append(x).append("' y='").append(y);
        svg.append("' width='")
                .append(width)
                .append("' height='")
                .append(height)
                .append("'/>\n");
    }

    private String named(String name) {
        return prefix + "-" + name;
    }

    private static String ink(Lettering lettering) {
        return switch (lettering) {
            case FACT -> "quiet";
            case FINE -> "fine";
            default -> "ink";
        };
    }

    @Override
    public String toString() {
        return svg.toString();
    }
}
