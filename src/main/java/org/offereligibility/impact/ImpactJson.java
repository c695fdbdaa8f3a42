package org.offereligibility.impact;

import java.util.List;
import org.offereligibility.decision.Conclusion.Point;
import org.offereligibility.decision.Decision.PolicyVersion;
import org.offereligibility.decision.Verdict;
import org.offereligibility.explanation.DecisionJson;
import org.offereligibility.explanation.Statement;
import tools.jackson.core.JsonGenerator;

/**
 * One object: the dossiers that turn, one a line as they come, all of them told why; then those that were refused, as many as
 * are kept; then the numbers.
 */
public final class ImpactJson implements ImpactReport {
    private final PolicyVersion before;
    private final PolicyVersion after;

    public ImpactJson(ImpactSummary empty) {
        this.before = empty.before();
        this.after = empty.after();
    }

    @Override
    public long told() {
        return Long.MAX_VALUE;
    }

    @Override
    public String opening() {
        return "{\"before\":" + rules(before) + ",\"after\":" + rules(after) + ",\"turned\":[\n";
    }

    private static String rules(PolicyVersion rules) {
        return DecisionJson.text(json -> {
            json.writeStartObject();
            json.writeStringProperty("role", rules.role());
            json.writeStringProperty("version", rules.version());
            json.writeStringProperty("hash", rules.hash());
            json.writeEndObject();
        });
    }

    @Override
    public String of(Compared compared) {
        return compared instanceof Compared.Decided decided && decided.turned()
                ? DecisionJson.text(json -> decided(decided, json))
                : "";
    }

    @Override
    public String between() {
        return ",\n";
    }

    private static void decided(Compared.Decided decided, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("candidateId", decided.candidateId());
        place(decided.place(), json);
        json.writeStringProperty("before", decided.before().name());
        json.writeStringProperty("after", decided.after().name());
        json.writeArrayPropertyStart("because");
        for (Cause cause : decided.causes()) {
            json.writeStartObject();
            json.writeStringProperty("kind", cause.appears() ? "appears" : "vanishes");
            json.writeStringProperty("code", cause.finding().code());
            json.writeStringProperty("effect", cause.finding().effect().name());
            json.writeStringProperty("section", cause.finding().section());
            json.writeStringProperty("subject", cause.finding().subject());
            json.writeStringProperty("message", cause.finding().message());
            json.writeStringProperty("rule", cause.finding().rule().name());
            json.writeStringProperty("file", cause.finding().rule().file());
            json.writeNumberProperty("line", cause.finding().rule().line());
            statements("why", Told.cause(cause).because(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        points("appeared", decided.appeared(), json);
        points("vanished", decided.vanished(), json);
        json.writeArrayPropertyStart("sections");
        for (Compared.SectionTurn turn : decided.sections()) {
            json.writeStartObject();
            json.writeStringProperty("section", turn.section());
            json.writeStringProperty("before", turn.before().name());
            json.writeStringProperty("after", turn.after().name());
            json.writeEndObject();
        }
        json.writeEndArray();
        words("wouldNotTurnWithAsBefore", decided.undoneBy(), json);
        json.writeEndObject();
    }

    private static void place(Compared.Place place, JsonGenerator json) {
        json.writeStringProperty("file", place.file());
        json.writeNumberProperty("line", place.line());
    }

    private static void points(String property, List<Point> points, JsonGenerator json) {
        json.writeArrayPropertyStart(property);
        for (Point point : points) {
            json.writeStartObject();
            json.writeStringProperty("code", point.code());
            json.writeStringProperty("effect", point.effect().name());
            json.writeStringProperty("section", point.section());
            json.writeStringProperty("subject", point.subject());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void statements(String property, List<Statement> statements, JsonGenerator json) {
        json.writeArrayPropertyStart(property);
        for (Statement statement : statements) {
            json.writeStartObject();
            json.writeStringProperty("words", statement.words());
            json.writeStringProperty("place", statement.place());
            statements("because", statement.because(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void words(String property, List<String> words, JsonGenerator json) {
        json.writeArrayPropertyStart(property);
        words.forEach(json::writeString);
        json.writeEndArray();
    }

    @Override
    public String ending(Impact impact) {
        String rest = DecisionJson.text(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("refused");
            impact.refused().forEach(refusal -> refused(refusal, json));
            json.writeEndArray();
            summary(impact.summary(), json);
            json.writeEndObject();
        });
        return "\n]," + rest.substring(1) + "\n";
    }

    private static void refused(Compared.Refused refusal, JsonGenerator json) {
        json.writeStartObject();
        refusal.candidateId().ifPresent(id -> json.writeStringProperty("candidateId", id));
        place(refusal.place(), json);
        json.writeStringProperty("before", verdict(refusal.before()));
        json.writeStringProperty("after", verdict(refusal.after()));
        json.writeEndObject();
    }

    private static String verdict(Compared.Side side) {
        return side.verdict().map(Verdict::name).orElse("REFUSED");
    }

    private static void summary(ImpactSummary summary, JsonGenerator json) {
        json.writeObjectPropertyStart("summary");
        json.writeNumberProperty("decided", summary.decided());
        json.writeNumberProperty("turned", summary.turned());
        json.writeNumberProperty("better", summary.matrix().better());
        json.writeNumberProperty("worse", summary.matrix().worse());
        json.writeNumberProperty("changed", summary.changed());
        json.writeObjectPropertyStart("refused");
        json.writeNumberProperty("byOld", summary.refusals().byOld());
        json.writeNumberProperty("byNew", summary.refusals().byNew());
        json.writeNumberProperty("byBoth", summary.refusals().byBoth());
        json.writeEndObject();
        json.writeObjectPropertyStart("matrix");
        for (Verdict from : Told.BEST_FIRST) {
            json.writeObjectPropertyStart(from.name());
            for (Verdict to : Told.BEST_FIRST) {
                json.writeNumberProperty(to.name(), summary.matrix().count(from, to));
            }
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeArrayPropertyStart("findings");
        for (ImpactSummary.FindingCount count : summary.findings()) {
            json.writeStartObject();
            json.writeStringProperty("code", count.code());
            json.writeStringProperty("effect", count.effect().name());
            json.writeStringProperty("section", count.section());
            json.writeNumberProperty("appears", count.appears());
            json.writeNumberProperty("vanishes", count.vanishes());
            json.writeNumberProperty("turns", count.turns());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("sections");
        for (ImpactSummary.SectionCount section : summary.sections()) {
            json.writeStartObject();
            json.writeStringProperty("section", section.section());
            json.writeStringProperty("title", section.title());
            json.writeNumberProperty("better", section.better());
            json.writeNumberProperty("worse", section.worse());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("files");
        for (ImpactSummary.FileCount file : summary.files()) {
            json.writeStartObject();
            json.writeStringProperty("file", file.file());
            json.writeNumberProperty("undoes", file.undoes());
            json.writeEndObject();
        }
        json.writeEndArray();
        words("sentences", summary.sentences(), json);
        json.writeEndObject();
    }
}
