package org.offereligibility.explanation;

import java.util.ArrayList;
import java.util.List;
import org.offereligibility.decision.Effect;
import org.offereligibility.decision.Verdict;

/** A text that grows by paragraphs of wrapped words and is never wider than it may be, counted in code points. */
public final class Sheet {
    public static final int NARROWEST = 40;

    private final int width;
    private final boolean colour;
    private final StringBuilder text = new StringBuilder();

    /** @throws IllegalArgumentException if the width is under {@value #NARROWEST} */
    public Sheet(int width, boolean colour) {
        if (width < NARROWEST) {
            throw new IllegalArgumentException("a page is at least " + NARROWEST + " characters wide, not " + width);
        }
        this.width = width;
        this.colour = colour;
    }

    /** How a word is drawn where the page has colours (ECMA-48, SGR). */
    public enum Style {
        PLAIN(""),
        STRONG("1"),
        DIM("2"),
        RED("1;31"),
        GREEN("1;32"),
        YELLOW("1;33"),
        CYAN("1;36");

        private final String code;

        Style(String code) {
            this.code = code;
        }

        public static Style of(Verdict verdict) {
            return switch (verdict) {
                case INELIGIBLE -> RED;
                case INCOMPLETE -> CYAN;
                case REFER -> YELLOW;
                case ELIGIBLE -> GREEN;
            };
        }

        public static Style of(Effect effect) {
            return effect == Effect.NOTE ? PLAIN : of(effect.verdict());
        }
    }

    /** Words of one style. Two runs in one paragraph are parted by a space. */
    public record Run(String words, Style style) {
        public static Run plain(String words) {
            return new Run(words, Style.PLAIN);
        }

        public static Run dim(String words) {
            return new Run(words, Style.DIM);
        }
    }

    /**
     * Adds a paragraph.
     *
     * @param indent of all its lines; deep ones are kept within the left half
     * @param hanging how much further all lines but the first are indented
     */
    public Sheet paragraph(int indent, int hanging, Run... runs) {
        int first = Math.min(indent, width / 2 - hanging);
        int rest = first + hanging;
        Line line = new Line(first);
        for (Run run : runs) {
            for (String word : run.words().split(" ")) {
                if (!word.isEmpty()) {
                    line = placed(word, run.style(), line, rest);
                }
            }
        }
        return end(line);
    }

    /** Adds an empty line. */
    public Sheet blank() {
        text.append('\n');
        return this;
    }

    public int width() {
        return width;
    }

    /** Adds one line that is known to fit, its runs exactly as they are. */
    public Sheet line(Run... runs) {
        Line line = new Line(0);
        for (Run run : runs) {
            line.add(run.words(), run.style());
        }
        return end(line);
    }

    /** Adds a line of runs exactly as they are, {@code column} wide, and beside them words that wrap within what is left. */
    public Sheet row(int column, String words, Run... runs) {
        Line line = new Line(0);
        for (Run run : runs) {
            line.add(run.words(), run.style());
        }
        if (words.isEmpty()) {
            return end(line);
        }
        line.add(" ".repeat(column - 1 - line.length), Style.PLAIN);
        for (String word : words.split(" ")) {
            line = placed(word, Style.PLAIN, line, column);
        }
        return end(line);
    }

    /** The line on which writing goes on. A word that fits on a line is never broken, though it may lose its indent. */
    private Line placed(String word, Style style, Line line, int rest) {
        int length = length(word);
        int gap = line.empty() ? 0 : 1;
        if (line.length + gap + length <= width) {
            line.add(" ".repeat(gap) + word, style);
            return line;
        }
        if (!line.empty()) {
            end(line);
        }
        if (length <= width) {
            Line next = new Line(Math.min(rest, width - length));
            next.add(word, style);
            return next;
        }
        int from = 0;
        Line next = new Line(rest);
        while (length(word.substring(from)) > width - rest) {
            int to = word.offsetByCodePoints(from, width - rest);
            next.add(word.substring(from, to), style);
            end(next);
            next = new Line(rest);
            from = to;
        }
        next.add(word.substring(from), style);
        return next;
    }

    private Sheet end(Line line) {
        if (!line.empty()) {
            line.writeTo(text);
        }
        text.append('\n');
        return this;
    }

    public static int length(String words) {
        return words.codePointCount(0, words.length());
    }

    private final class Line {
        private final int indent;
        private final List<Run> runs = new ArrayList<>();
        private int length;

        Line(int indent) {
            this.indent = indent;
            this.length = indent;
        }

        boolean empty() {
            return runs.isEmpty();
        }

        void add(String words, Style style) {
            runs.add(new Run(words, style));
            length += length(words);
        }

        void writeTo(StringBuilder target) {
            while (!runs.isEmpty() && runs.get(runs.size() - 1).words().isBlank()) {
                runs.remove(runs.size() - 1);
            }
            target.append(" ".repeat(indent));
            Style current = Style.PLAIN;
            for (Run run : runs) {
                if (colour && run.style() != current) {
                    target.append(current == Style.PLAIN ? "" : "\u001b[0m");
                    target.append(run.style() == Style.PLAIN ? "" : "\u001b[" + run.style().code + "m");
                }
                current = run.style();
                target.append(run.words());
            }
            target.append(colour && current != Style.PLAIN ? "\u001b[0m" : "");
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
