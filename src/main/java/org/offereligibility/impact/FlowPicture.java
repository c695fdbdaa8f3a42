package org.offereligibility.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.offereligibility.decision.Verdict;
import org.offereligibility.explanation.Hue;
import org.offereligibility.explanation.Markup;
import org.offereligibility.explanation.Words;

/**
 * The flow from old verdicts, on the left, to new ones: a band is as thick as its dossiers are many. What stays is calm; what
 * turns has the colour of the new verdict. Lengths are whole numbers, those of bands in tenths of the picture's units, so that
 * it is the same text on every machine.
 */
final class FlowPicture {
    private static final int WIDTH = 740;
    private static final int LEFT = 210;
    private static final int RIGHT = 500;
    private static final int BAR = 8;
    private static final int TOP = 34;
    private static final int LINE = 16;
    private static final int GAP = 14;
    private static final int MARK = 13;

    /** The thickness of all dossiers together, and the least of any band, in tenths. */
    private static final int ALL = 2_200;

    private static final int LEAST = 20;

    /** @param left the upper edge on the left, in tenths; {@code right} the one on the right */
    private record Band(Verdict from, Verdict to, int left, int right, int thickness) {}

    private final Matrix matrix;
    private final Map<Verdict, Integer> oldTops = new EnumMap<>(Verdict.class);
    private final Map<Verdict, Integer> newTops = new EnumMap<>(Verdict.class);
    private final int height;

    private FlowPicture(Matrix matrix) {
        this.matrix = matrix;
        int left = TOP * 10;
        int right = TOP * 10;
        for (Verdict verdict : Told.BEST_FIRST) {
            oldTops.put(verdict, left);
            newTops.put(verdict, right);
            left += Math.max(oldBar(verdict), LINE * 10) + GAP * 10;
            right += Math.max(newBar(verdict), LINE * 10 * (1 + comers(verdict).size())) + GAP * 10;
        }
        this.height = Math.max(left, right) / 10;
    }

    /** An SVG for a page that has the house's look. */
    static Markup of(ImpactSummary summary) {
        return new FlowPicture(summary.matrix()).drawn(summary);
    }

    private int thickness(Verdict from, Verdict to) {
        long count = matrix.count(from, to);
        return count == 0 ? 0 : (int) Math.max(LEAST, count * ALL / matrix.sum());
    }

    private int oldBar(Verdict from) {
        return Told.BEST_FIRST.stream().mapToInt(to -> thickness(from, to)).sum();
    }

    private int newBar(Verdict to) {
        return Told.BEST_FIRST.stream().mapToInt(from -> thickness(from, to)).sum();
    }

    /** From which verdicts dossiers come to this one. */
    private List<Verdict> comers(Verdict to) {
        return Told.BEST_FIRST.stream()
                .filter(from -> from != to && matrix.count(from, to) > 0)
                .toList();
    }

    private List<Band> bands() {
        Map<Verdict, Integer> left = new EnumMap<>(oldTops);
        Map<Verdict, Integer> right = new EnumMap<>(newTops);
        List<Band> bands = new ArrayList<>();
        for (Verdict from : Told.BEST_FIRST) {
            for (Verdict to : Told.BEST_FIRST) {
                int thickness = thickness(from, to);
                if (thickness > 0) {
                    int above = left.merge(from, thickness, Integer::sum) - thickness;
                    int beside = right.merge(to, thickness, Integer::sum) - thickness;
                    bands.add(new Band(from, to, above, beside, thickness));
                }
            }
        }
        // what turns is drawn over what stays, the thin over the thick
        bands.sort(Comparator.comparing((Band band) -> band.from() != band.to())
                .thenComparing(Comparator.comparing(Band::thickness).reversed()));
        return bands;
    }

    private Markup drawn(ImpactSummary summary) {
        Markup svg = new Markup()
                .open(
                        "svg",
                        "class",
                        "pic",
                        "viewBox",
                        "0 0 " + WIDTH + " " + height,
                        "role",
                        "img",
                        "aria-labelledby",
                        "flow-title flow-desc")
                .element(
                        "title",
                        "How " + Words.number(summary.decided()) + " dossiers fall under the old and the new rules",
                        "id",
                        "flow-title")
                .element("desc", description(), "id", "flow-desc");
        svg.element("text", "old rules", "class", "dim", "x", String.valueOf(LEFT), "y", "16", "text-anchor", "end");
        svg.element("text", "new rules", "class", "dim", "x", String.valueOf(RIGHT), "y", "16");
        bands().forEach(band -> band(band, svg));
        for (Verdict verdict : Told.BEST_FIRST) {
            old(verdict, svg);
            young(verdict, svg);
        }
        return svg.close();
    }

    private String description() {
        StringBuilder words = new StringBuilder();
        for (Verdict from : Told.BEST_FIRST) {
            for (Verdict to : Told.BEST_FIRST) {
                long count = matrix.count(from, to);
                if (count > 0) {
                    words.append(words.isEmpty() ? "" : " ").append(Words.number(count));
                    words.append(from == to ? " stay " + from : " go from " + from + " to " + to)
                            .append('.');
                }
            }
        }
        return words.toString();
    }

    private static void band(Band band, Markup svg) {
        boolean stays = band.from() == band.to();
        int middle = (LEFT + BAR + RIGHT) / 2;
        String down = tenths(band.left() + band.thickness());
        String downRight = tenths(band.right() + band.thickness());
        String path = "M" + (LEFT + BAR) + " " + tenths(band.left())
                + "C" + middle + " " + tenths(band.left()) + " " + middle + " " + tenths(band.right())
                + " " + RIGHT + " " + tenths(band.right())
                + "V" + downRight
                + "C" + middle + " " + downRight + " " + middle + " " + down + " " + (LEFT + BAR) + " " + down + "Z";
        svg.open("g", "class", Hue.of(band.to()).style())
                .open("path", "class", stays ? "keep" : "hue", "d", path)
                .close()
                .close();
    }

    private void old(Verdict verdict, Markup svg) {
        int top = oldTops.getOrDefault(verdict, 0);
        int size = oldBar(verdict);
        int y = middle(top, Math.max(size, LINE * 10));
        svg.open("g", "class", Hue.of(verdict).style());
        bar(LEFT, top, size, svg);
        svg.element(
                "text",
                verdict + " " + Words.number(matrix.before(verdict)),
                "class",
                "hue-t b",
                "x",
                String.valueOf(LEFT - MARK - 14),
                "y",
                String.valueOf(y + 4),
                "text-anchor",
                "end");
        mark(verdict, LEFT - MARK - 8, y, svg);
        svg.close();
    }

    private void young(Verdict verdict, Markup svg) {
        int top = newTops.getOrDefault(verdict, 0);
        int size = newBar(verdict);
        List<Verdict> comers = comers(verdict);
        int words = LINE * 10 * (1 + comers.size());
        int y = middle(top, Math.max(size, words)) - comers.size() * LINE / 2;
        int x = RIGHT + BAR + 8;
        svg.open("g", "class", Hue.of(verdict).style());
        bar(RIGHT, top, size, svg);
        mark(verdict, x, y, svg);
        svg.element(
                "text",
                verdict + " " + Words.number(matrix.after(verdict)),
                "class",
                "hue-t b",
                "x",
                String.valueOf(x + MARK + 6),
                "y",
                String.valueOf(y + 4));
        for (Verdict comer : comers) {
            y += LINE;
            svg.element(
                    "text",
                    Words.number(matrix.count(comer, verdict)) + " from " + comer,
                    "class",
                    "dim",
                    "x",
                    String.valueOf(x + MARK + 6),
                    "y",
                    String.valueOf(y + 4));
        }
        svg.close();
    }

    private static void bar(int x, int top, int size, Markup svg) {
        svg.open(
                        "rect",
                        "class",
                        "hue",
                        "x",
                        String.valueOf(x),
                        "y",
                        tenths(top),
                        "width",
                        String.valueOf(BAR),
                        "height",
                        tenths(size))
                .close();
    }

    private static void mark(Verdict verdict, int x, int middle, Markup svg) {
        svg.open(
                        "svg",
                        "class",
                        "mark",
                        "x",
                        String.valueOf(x),
                        "y",
                        String.valueOf(middle - MARK / 2),
                        "width",
                        String.valueOf(MARK),
                        "height",
                        String.valueOf(MARK))
                .open("use", "href", "#mark-" + Hue.of(verdict).mark())
                .close()
                .close();
    }

    private static int middle(int top, int size) {
        return (top + size / 2) / 10;
    }

    private static String tenths(int length) {
        return length / 10 + (length % 10 == 0 ? "" : "." + length % 10);
    }
}
