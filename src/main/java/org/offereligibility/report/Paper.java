package org.offereligibility.report;

import java.util.List;
import java.util.Optional;
import org.offereligibility.explanation.Hue;
import org.offereligibility.explanation.Markup;

/**
 * A report as people read it, before it is text or a page.
 *
 * @param glance the few numbers that stand beside the sentences
 * @param method how it was computed
 * @param limits what it does not say
 */
record Paper(
        String heading,
        String trail,
        List<Number> glance,
        List<String> sentences,
        List<Part> parts,
        List<String> method,
        List<String> limits) {
    record Number(String name, String value) {}

    /** @param picture for pages only; it shows nothing that the table does not */
    record Part(String title, Optional<Picture> picture, Table table, List<String> notes) {}

    record Picture(String name, Markup svg, String caption) {}

    /** The first columns are words, the rest numbers or flags. */
    record Table(List<Column> columns, List<List<Cell>> rows) {}

    record Column(String name, boolean isNumber) {
        static Column words(String name) {
            return new Column(name, false);
        }

        static Column number(String name) {
            return new Column(name, true);
        }
    }

    /** @param hue the colour and shape that stand beside the words, if any */
    record Cell(String words, Optional<Hue> hue) {
        static Cell of(String words) {
            return new Cell(words, Optional.empty());
        }

        static Cell flag(Hue hue) {
            return new Cell(hue.word(), Optional.of(hue));
        }
    }
}
