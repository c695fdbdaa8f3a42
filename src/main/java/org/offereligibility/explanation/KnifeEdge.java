package org.offereligibility.explanation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Evaluator;
import org.offereligibility.decision.Finding;
import org.offereligibility.decision.Verdict;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.Moment;
import org.offereligibility.policy.PolicyHeader;
import tools.jackson.core.JsonGenerator;

/** Which numbers of a dossier lie so near to an edge that one step up or down would turn the verdict. */
public final class KnifeEdge {
    private KnifeEdge() {}

    /**
     * A number at an edge.
     *
     * @param pointer into the dossier
     * @param value as the dossier has it
     * @param changed the value one step further up or down
     * @param because the findings that would come and decide, for a worse verdict; for a better one those that decided and
     *     would be gone
     * @param sentence that a committee can read aloud
     */
    public record Edge(
            String pointer,
            Exact value,
            Exact changed,
            Verdict before,
            Verdict after,
            List<Finding> because,
            String sentence) {}

    /**
     * The edges among the numbers that the policy names under {@code knifeEdge:}, in its order; each was confirmed by a full
     * evaluation. A step that would leave the range of its number is not taken. A number that turns the verdict in the same way
     * on both sides is not at an edge, but held in its place by another fact, such as an amount that is given twice.
     *
     * @param asOf the instant at which the dossier is judged where it does not say one itself
     */
    public static List<Edge> of(Evaluator evaluator, Dossier dossier, Moment asOf) {
        Moment judgedAt = dossier.asOf().orElse(asOf);
        Verdict verdict = evaluator.conclude(dossier, judgedAt).verdict();
        List<Edge> edges = new ArrayList<>();
        for (PolicyHeader.Edge named : evaluator.rules().header().knifeEdge()) {
            List<Edge> here = new ArrayList<>();
            for (String pointer : pointers(dossier.json(), named.pointer())) {
                if (dossier.json().at(pointer).orElse(null) instanceof Json.Num number) {
                    Exact value = Exact.of(number.value());
                    List<Edge> sides = new ArrayList<>();
                    for (Exact changed : List.of(value.minus(named.step()), value.plus(named.step()))) {
                        Optional<Dossier> other =
                                Variant.of(evaluator.rules(), dossier, asOf, pointer, number(changed));
                        if (other.isPresent()
                                && evaluator.conclude(other.get(), judgedAt).verdict() != verdict) {
                            sides.add(edge(evaluator, dossier, other.get(), judgedAt, pointer, value, changed));
                        }
                    }
                    if (!isHeld(sides)) {
                        here.addAll(sides);
                    }
                }
            }
            here.sort(Comparator.comparing(Edge::sentence).thenComparing(Edge::pointer));
            edges.addAll(here);
        }
        return List.copyOf(edges);
    }

    /** The sentences, each wrapped to the width, or nothing where there is no edge; lines end with a line feed. */
    public static String text(List<Edge> edges, int width, boolean colour) {
        Sheet sheet = new Sheet(width, colour);
        edges.forEach(edge -> sheet.paragraph(
                2,
                2,
                new Sheet.Run(Shape.of(edge.after()), Sheet.Style.of(edge.after())),
                Sheet.Run.plain(edge.sentence())));
        return sheet.toString();
    }

    /** A JSON array in one line, without a line feed at the end. */
    public static String json(List<Edge> edges) {
        return DecisionJson.text(json -> write(edges, json));
    }

    static void write(List<Edge> edges, JsonGenerator json) {
        json.writeStartArray();
        for (Edge edge : edges) {
            json.writeStartObject();
            json.writeStringProperty("pointer", edge.pointer());
            json.writeStringProperty("value", edge.value().toString());
            json.writeStringProperty("changed", edge.changed().toString());
            json.writeStringProperty("before", edge.before().name());
            json.writeStringProperty("after", edge.after().name());
            AnswerJson.findings("because", edge.because(), json);
            json.writeStringProperty("sentence", edge.sentence());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static Edge edge(
            Evaluator evaluator,
            Dossier dossier,
            Dossier other,
            Moment judgedAt,
            String pointer,
            Exact value,
            Exact changed) {
        Decision before = evaluator.evaluate(dossier, judgedAt);
        Decision after = evaluator.evaluate(other, judgedAt);
        boolean worse = after.verdict().compareTo(before.verdict()) < 0;
        Decision with = worse ? after : before;
        Decision without = worse ? before : after;
        List<Finding> because = with.findings().stream()
                .filter(finding -> finding.effect().verdict() == with.verdict())
                .filter(finding -> without.findings().stream().noneMatch(same -> isSame(same, finding)))
                .toList();
        return new Edge(
                pointer,
                value,
                changed,
                before.verdict(),
                after.verdict(),
                because,
                sentence(dossier.json(), pointer, value, changed, after.verdict()) + (worse ? " (" : " (no longer ")
                        + codes(because) + ").");
    }

    private static boolean isHeld(List<Edge> sides) {
        return sides.size() == 2
                && sides.get(0).after() == sides.get(1).after()
                && codes(sides.get(0).because()).equals(codes(sides.get(1).because()));
    }

    private static boolean isSame(Finding one, Finding other) {
        return one.code().equals(other.code())
                && one.subject().equals(other.subject())
                && one.effect() == other.effect();
    }

    private static String codes(List<Finding> findings) {
        return String.join(
                ", ",
                findings.stream()
                        .map(finding -> Printable.of(finding.code()))
                        .distinct()
                        .toList());
    }

    private static String sentence(Json dossier, String pointer, Exact value, Exact changed, Verdict after) {
        int end = pointer.lastIndexOf('/');
        String name = Words.name(pointer.substring(end + 1));
        String entry = pointer.substring(0, end);
        if (dossier.at(entry).orElse(null) instanceof Json.Obj object && entry.matches(".*/\\d+")) {
            return DossierWords.of(entry, brief(object)) + ". That is at the edge: with "
                    + (name.endsWith("s") ? "" : "a ") + name + " of " + changed.spoken() + " the verdict would be "
                    + after;
        }
        String said = DossierWords.of(pointer, dossier.at(pointer).orElseThrow());
        String label = said.substring(0, said.lastIndexOf(": "));
        return "The " + label + " of " + value.spoken() + " is at the edge: "
                + value.distanceTo(changed).spoken() + (changed.compareTo(value) > 0 ? " more" : " less")
                + " and the verdict would be " + after;
    }

    /** Without prose, which would drown the sentence. */
    private static Json.Obj brief(Json.Obj entry) {
        return new Json.Obj(
                entry.at(),
                entry.members().stream()
                        .filter(member -> !(member.value() instanceof Json.Str text
                                && text.value().contains(" ")))
                        .toList());
    }

    private static Json.Num number(Exact value) {
        return new Json.Num(new Json.Position(1, 1), new BigDecimal(value.toString()));
    }

    /** The places in the dossier that a pointer with {@code *} for each entry of a list leads to. */
    private static List<String> pointers(Json dossier, String general) {
        int star = general.indexOf("/*");
        if (star < 0) {
            return List.of(general);
        }
        String list = general.substring(0, star);
        List<String> pointers = new ArrayList<>();
        if (dossier.at(list).orElse(null) instanceof Json.Arr entries) {
            for (int i = 0; i < entries.items().size(); i++) {
                pointers.addAll(pointers(dossier, list + "/" + i + general.substring(star + 2)));
            }
        }
        return pointers;
    }
}
