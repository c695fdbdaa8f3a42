package org.offereligibility.decision;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A decision without its reasons, reached by the matcher alone: enough to ask what would follow if the dossier were
 * different, thousands of times over. Whatever is told to anybody is evaluated in full first.
 *
 * @param findings strongest effect first, then by code and subject, as in a decision
 */
public record Conclusion(Verdict verdict, List<Point> findings) {
    /** One finding for each code, effect and subject. */
    public record Point(String code, Effect effect, String section, String subject) {
        static final Comparator<Point> STRONGEST_FIRST =
                Comparator.comparing(Point::effect).thenComparing(Point::code).thenComparing(Point::subject);
    }

    /** The strongest effect decides; without findings nothing stands in the way. */
    static Verdict verdict(Stream<Effect> effects) {
        return effects.min(Comparator.naturalOrder()).map(Effect::verdict).orElse(Verdict.ELIGIBLE);
    }
}
