package org.offereligibility.explanation;

import java.io.OutputStream;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Finding;
import org.offereligibility.decision.Reason;
import org.offereligibility.dossier.CanonicalJson;
import org.offereligibility.dossier.Json;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * A decision as JSON, one line and always the same bytes for the same decision: the properties of
 * {@code urn:offer-eligibility:decision:1} in that schema's order, then what this program adds (a section's {@code title}; a
 * derived reason's {@code fact} and {@code message}). Numbers of the dossier are written digit by digit as decimals; exact
 * numbers of tables and derived facts as strings ({@code "3.5"}, {@code "10/3"}). Safe for threads.
 */
public final class DecisionJson {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private DecisionJson() {}

    /** Writes UTF-8, without a line feed at the end; does not close the stream. */
    public static void write(Decision decision, OutputStream target) {
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), target, JsonEncoding.UTF8)) {
            decision(decision, json);
        }
    }

    /** Appends the text, without a line feed at the end. */
    public static void write(Decision decision, StringBuilder target) {
        target.append(text(decision));
    }

    /** The text, without a line feed at the end. */
    public static String text(Decision decision) {
        return text(json -> decision(decision, json));
    }

    /** The same with {@code atTheEdge}: the numbers at an edge of the verdict, if there are any. */
    static String text(Decision decision, List<KnifeEdge.Edge> edges) {
        return text(json -> {
            json.writeStartObject();
            properties(decision, json);
            if (!edges.isEmpty()) {
                json.writeName("atTheEdge");
                KnifeEdge.write(edges, json);
            }
            json.writeEndObject();
        });
    }

    private static void decision(Decision decision, JsonGenerator json) {
        json.writeStartObject();
        properties(decision, json);
        json.writeEndObject();
    }

    /** Writes the properties of a decision into an object that is open. */
    static void properties(Decision decision, JsonGenerator json) {
        json.writeStringProperty("candidateId", decision.candidateId());
        json.writeStringProperty("role", decision.role());
        AnswerJson.policy(decision.policy(), json);
        json.writeStringProperty("dossierHash", decision.dossierHash());
        json.writeStringProperty("asOf", decision.asOf().toString());
        json.writeStringProperty("verdict", decision.verdict().name());
        json.writeArrayPropertyStart("sections");
        for (Decision.SectionVerdict section : decision.sections()) {
            json.writeStartObject();
            json.writeStringProperty("section", section.section());
            json.writeStringProperty("verdict", section.verdict().name());
            json.writeStringProperty("title", section.title());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("findings");
        decision.findings().forEach(finding -> finding(finding, json));
        json.writeEndArray();
        if (!decision.shown().isEmpty()) {
            shown(decision.shown(), json);
        }
    }

    private static void shown(List<Decision.Shown> all, JsonGenerator json) {
        json.writeArrayPropertyStart("shown");
        for (Decision.Shown shown : all) {
            json.writeStartObject();
            json.writeStringProperty("title", shown.title());
            json.writeArrayPropertyStart("facts");
            shown.facts().forEach(fact -> reason(fact, json));
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    public static void finding(Finding finding, JsonGenerator json) {
        json.writeStartObject();
        AnswerJson.brief(finding, json);
        rule(finding.rule(), json);
        because(finding.because(), json);
        json.writeEndObject();
    }

    static void rule(Finding.RuleReference rule, JsonGenerator json) {
        json.writeObjectPropertyStart("rule");
        json.writeStringProperty("name", rule.name());
        json.writeStringProperty("file", rule.file());
        json.writeNumberProperty("line", rule.line());
        if (!rule.source().isEmpty()) {
            json.writeStringProperty("source", rule.source());
        }
        json.writeEndObject();
    }

    private static void because(List<Reason> reasons, JsonGenerator json) {
        json.writeArrayPropertyStart("because");
        reasons.forEach(reason -> reason(reason, json));
        json.writeEndArray();
    }

    static void reason(Reason reason, JsonGenerator json) {
        json.writeStartObject();
        if (reason instanceof Reason.FromDossier given) {
            json.writeStringProperty("kind", "dossier");
            json.writeStringProperty("pointer", given.pointer());
            json.writeName("value");
            given(given.value(), json);
        } else if (reason instanceof Reason.FromPolicy row) {
            json.writeStringProperty("kind", "policy");
            json.writeStringProperty("file", row.file());
            json.writeNumberProperty("line", row.line());
            values(row.value(), json);
        } else if (reason instanceof Reason.Derived derived) {
            json.writeStringProperty("kind", "derived");
            values(derived.value(), json);
            rule(derived.rule(), json);
            because(derived.because(), json);
            json.writeStringProperty("fact", derived.fact());
            json.writeStringProperty("message", derived.message());
        } else if (reason instanceof Reason.Absent absent) {
            json.writeStringProperty("kind", "absent");
            json.writeStringProperty("what", absent.what());
        }
        json.writeEndObject();
    }

    private static void values(Map<String, Object> values, JsonGenerator json) {
        json.writeObjectPropertyStart("value");
        values.forEach((name, value) -> {
            if (value instanceof Boolean truth) {
                json.writeBooleanProperty(name, truth);
            } else {
                json.writeStringProperty(name, value.toString());
            }
        });
        json.writeEndObject();
    }

    /** A value of the dossier in one line. */
    public static String text(Json value) {
        return CanonicalJson.text(value);
    }

    /** A text as JSON, in its quotation marks. */
    static String text(String value) {
        return text(json -> json.writeString(value));
    }

    /** What is written as one line, without a line feed at the end. */
    public static String text(Consumer<JsonGenerator> written) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            written.accept(json);
        }
        return text.toString();
    }

    /** Canonically, so that two layouts of one dossier give one decision, byte for byte. */
    static void given(Json value, JsonGenerator json) {
        json.writeRawValue(CanonicalJson.text(value));
    }
}
