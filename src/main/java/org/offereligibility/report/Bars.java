package org.offereligibility.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.offereligibility.dossier.Exact;
import org.offereligibility.explanation.Hue;
import org.offereligibility.explanation.Markup;
import org.offereligibility.explanation.Printable;

/**
 * Rates as bars on a scale from 0 to 100 per cent, each with its confidence interval as a whisker, beside a band or a line to
 * compare them with. Lengths are whole tenths of the picture's units, so that it is the same text on every machine.
 */
final class Bars {
    private static final int WIDTH = 1_000;
    private static final int LEFT = 210;
    private static final int SCALE = 560;
    private static final int TOP = 30;
    private static final int ROW = 34;
    private static final int BAR = 14;
    private static final int MARK = 13;
    private static final int LONGEST = 30;

    /**
     * @param words what is written beside the bar
     * @param hue of the bar and of the mark beside it
     */
    record Bar(String name, Rate rate, String words, Hue hue) {}

    /** Both from 0 to 1; where they are the same it is a line. */
    record Band(Exact from, Exact to, String name) {}

    private Bars() {}

    /** An SVG for a page that has the house's look. */
    static Markup of(String id, String title, List<Bar> bars, Optional<Band> band) {
        int bottom = TOP + ROW * bars.size();
        Markup svg = new Markup()
                .open(
                        "svg",
                        "class",
                        "pic",
                        "viewBox",
                        "0 0 " + WIDTH + " " + (bottom + 22),
                        "role",
                        "img",
                        "aria-labelledby",
                        id + "-title " + id + "-desc")
                .element("title", title, "id", id + "-title")
                .element("desc", description(bars, band), "id", id + "-desc");
        band.ifPresent(shown -> band(shown, bottom, svg));
        for (int percent = 0; percent <= 100; percent += 20) {
            String x = String.valueOf(LEFT + SCALE * percent / 100);
            svg.open("path", "class", percent == 0 ? "axis" : "rule", "d", "M" + x + " " + TOP + "V" + bottom)
                    .close()
                    .element(
                            "text",
                            percent + " %",
                            "class",
                            "dim",
                            "x",
                            x,
                            "y",
                            bottom + 16 + "",
                            "text-anchor",
                            "middle");
        }
        int y = TOP + ROW / 2;
        for (Bar bar : bars) {
            bar(bar, y, svg);
            y += ROW;
        }
        return svg.close();
    }

    private static String description(List<Bar> bars, Optional<Band> band) {
        StringBuilder words = new StringBuilder();
        bars.forEach(bar -> words.append(Printable.of(bar.name()))
                .append(": ")
                .append(Told.percent(bar.rate()))
                .append(", ")
                .append(bar.hue().word())
                .append(". "));
        band.ifPresent(
                shown -> words.append("Beside them: ").append(shown.name()).append('.'));
        return words.toString().strip();
    }

    private static void band(Band band, int bottom, Markup svg) {
        String from = x(band.from());
        if (band.from().equals(band.to())) {
            svg.open(
                            "path",
                            "class",
                            "strong",
                            "stroke-dasharray",
                            "5 4",
                            "d",
                            "M" + from + " " + (TOP - 6) + "V" + bottom)
                    .close();
        } else {
            svg.open(
                            "rect",
                            "class",
                            "keep",
                            "x",
                            from,
                            "y",
                            String.valueOf(TOP - 6),
                            "width",
                            tenths(length(band.to()) - length(band.from())),
                            "height",
                            String.valueOf(bottom - TOP + 6))
                    .close();
        }
        Exact middle = band.from().midpointTo(band.to());
        svg.element(
                "text",
                band.name(),
                "class",
                "dim",
                "x",
                x(middle),
                "y",
                String.valueOf(TOP - 12),
                "text-anchor",
                "middle");
    }

    private static void bar(Bar bar, int y, Markup svg) {
        svg.element(
                "text",
                shortened(Printable.of(bar.name())),
                "x",
                String.valueOf(LEFT - 12),
                "y",
                String.valueOf(y + 4),
                "text-anchor",
                "end");
        svg.open("g", "class", bar.hue().style());
        bar.rate()
                .exact()
                .ifPresent(rate -> svg.open(
                                "rect",
                                "class",
                                "hue-box",
                                "x",
                                String.valueOf(LEFT),
                                "y",
                                String.valueOf(y - BAR / 2),
                                "width",
                                tenths(length(rate)),
                                "height",
                                String.valueOf(BAR))
                        .close());
        bar.rate().wilson().ifPresent(interval -> {
            String low = x(share(interval.low()));
            String high = x(share(interval.high()));
            svg.open(
                            "path",
                            "class",
                            "strong",
                            "d",
                            "M" + low + " " + y + "H" + high + "M" + low + " " + (y - 4) + "v8M" + high + " " + (y - 4)
                                    + "v8")
                    .close();
        });
        int x = LEFT + SCALE + 22;
        svg.open(
                        "svg",
                        "class",
                        "mark",
                        "x",
                        String.valueOf(x),
                        "y",
                        String.valueOf(y - MARK / 2),
                        "width",
                        String.valueOf(MARK),
                        "height",
                        String.valueOf(MARK))
                .open("use", "href", "#mark-" + bar.hue().mark())
                .close()
                .close();
        svg.element(
                        "text",
                        bar.words(),
                        "class",
                        "hue-t b",
                        "x",
                        String.valueOf(x + MARK + 6),
                        "y",
                        String.valueOf(y + 4))
                .close();
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    private static Exact share(BigDecimal share) {
        return Exact.of(share);
    }

    /** In tenths. */
    private static int length(Exact share) {
        return share.times(Exact.of(SCALE * 10L)).rounded(0).intValueExact();
    }

    private static String x(Exact share) {
        return tenths(LEFT * 10 + length(share));
    }

    private static String tenths(int length) {
        return new BigDecimal(length)
                .divide(BigDecimal.TEN, 1, RoundingMode.UNNECESSARY)
                .stripTrailingZeros()
                .toPlainString();
    }
}
