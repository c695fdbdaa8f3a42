package org.offereligibility.explanation;

import java.util.List;
import java.util.Map;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Obstacle;
import org.offereligibility.decision.WhyNot;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.Moment;
import tools.jackson.core.JsonGenerator;

/**
 * Why rules did not hold as JSON, one line and always the same bytes for the same dossier, rules and instant. Exact numbers
 * and instants are written as strings, as {@link DecisionJson} writes those of derived facts; margins of instants are in hours.
 */
public final class WhyNotJson {
    private WhyNotJson() {}

    /**
     * The text, without a line feed at the end.
     *
     * @param policy the rules that were asked
     * @param asOf the instant at which the dossier was judged
     */
    public static String text(List<WhyNot> all, Dossier dossier, Decision.PolicyVersion policy, Moment asOf) {
        return DecisionJson.text(json -> {
            json.writeStartObject();
            json.writeStringProperty("candidateId", dossier.candidateId());
            AnswerJson.policy(policy, json);
            json.writeStringProperty("dossierHash", dossier.hash());
            json.writeStringProperty("asOf", asOf.toString());
            whyNots("whyNot", all, json);
            json.writeEndObject();
        });
    }

    public static void whyNots(String property, List<WhyNot> all, JsonGenerator json) {
        json.writeArrayPropertyStart(property);
        for (WhyNot why : all) {
            json.writeStartObject();
            json.writeStringProperty("code", why.code());
            json.writeStringProperty("effect", why.effect());
            json.writeStringProperty("section", why.section());
            DecisionJson.rule(why.rule(), json);
            given(why.given(), json);
            obstacles("obstacles", why.obstacles(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void obstacles(String property, List<Obstacle> obstacles, JsonGenerator json) {
        json.writeArrayPropertyStart(property);
        for (Obstacle obstacle : obstacles) {
            json.writeStartObject();
            json.writeStringProperty("kind", obstacle.kind().name());
            json.writeStringProperty("what", obstacle.what());
            json.writeObjectPropertyStart("condition");
            json.writeStringProperty("text", obstacle.where().text());
            json.writeStringProperty("file", obstacle.where().file());
            json.writeNumberProperty("line", obstacle.where().line());
            json.writeEndObject();
            json.writeArrayPropertyStart("misses");
            obstacle.misses().forEach(miss -> miss(miss, json));
            json.writeEndArray();
            json.writeNumberProperty("further", obstacle.further());
            obstacles("inside", obstacle.inside(), json);
            whyNots("sources", obstacle.sources(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void miss(Obstacle.Miss miss, JsonGenerator json) {
        json.writeStartObject();
        given(miss.given(), json);
        json.writeArrayPropertyStart("facts");
        miss.facts().forEach(fact -> DecisionJson.reason(fact, json));
        json.writeEndArray();
        json.writeArrayPropertyStart("failed");
        for (Obstacle.Failed failed : miss.failed()) {
            json.writeStartObject();
            json.writeStringProperty("asked", failed.asked());
            json.writeArrayPropertyStart("compared");
            failed.compared().forEach(compared -> compared(compared, json));
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void compared(Obstacle.Compared compared, JsonGenerator json) {
        json.writeStartObject();
        operand("left", compared.left(), json);
        json.writeStringProperty("relation", compared.relation());
        operand("right", compared.right(), json);
        compared.margin().ifPresent(margin -> json.writeStringProperty("margin", margin.toString()));
        json.writeEndObject();
    }

    private static void operand(String property, Obstacle.Operand operand, JsonGenerator json) {
        json.writeObjectPropertyStart(property);
        json.writeStringProperty("name", operand.name());
        value("value", operand.value(), json);
        json.writeEndObject();
    }

    private static void given(Map<String, Object> given, JsonGenerator json) {
        json.writeObjectPropertyStart("given");
        given.forEach((name, value) -> value(name, value, json));
        json.writeEndObject();
    }

    private static void value(String property, Object value, JsonGenerator json) {
        if (value instanceof Boolean truth) {
            json.writeBooleanProperty(property, truth);
        } else {
            json.writeStringProperty(property, value.toString());
        }
    }
}
