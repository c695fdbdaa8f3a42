package org.offereligibility.trial;

import java.util.List;
import org.offereligibility.decision.Demand;
import org.offereligibility.explanation.DecisionJson;
import org.offereligibility.explanation.Sheet;
import org.offereligibility.policy.Share;
import tools.jackson.core.JsonGenerator;

/** Runs of scenarios and what they cover as one line of JSON, for programs. */
public final class ScenarioJson {
    private static final int WIDTH = 100;

    private ScenarioJson() {}

    /** The runs with their coverage, one for one; without a line feed at the end. */
    public static String of(List<ScenarioRun> runs, List<Coverage> coverages) {
        return DecisionJson.text(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("policies");
            for (int i = 0; i < runs.size(); i++) {
                run(runs.get(i), coverages.get(i), json);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void run(ScenarioRun run, Coverage coverage, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("role", run.evaluator().rules().role());
        json.writeStringProperty("version", run.evaluator().rules().version());
        json.writeStringProperty("hash", run.evaluator().rules().hash());
        json.writeNumberProperty("scenarios", run.results().size());
        json.writeNumberProperty("failed", run.failed().size());
        json.writeArrayPropertyStart("results");
        run.results().forEach(result -> result(result, json));
        json.writeEndArray();
        json.writeObjectPropertyStart("coverage");
        share(coverage.share(), json);
        json.writeArrayPropertyStart("rules");
        coverage.rules().forEach(rule -> rule(rule, json));
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void result(ScenarioResult result, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("name", result.scenario().name());
        json.writeStringProperty("file", result.scenario().file());
        json.writeNumberProperty("line", result.scenario().line());
        json.writeStringProperty("rule", result.scenario().rule());
        json.writeBooleanProperty("passes", result.passes());
        json.writeArrayPropertyStart("failures");
        for (ScenarioResult.Failure failure : result.failures()) {
            json.writeStartObject();
            json.writeStringProperty("kind", failure.kind().name());
            json.writeStringProperty("code", failure.code());
            json.writeStringProperty("said", failure.said());
            json.writeArrayPropertyStart("why");
            failure.why()
                    .ifPresent(why -> why.text(Math.max(Sheet.NARROWEST, WIDTH), false)
                            .lines()
                            .filter(line -> !line.isBlank())
                            .forEach(json::writeString));
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void rule(Coverage.OfRule rule, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("rule", rule.rule().name());
        json.writeStringProperty("code", rule.rule().code());
        json.writeStringProperty("file", rule.rule().file());
        json.writeNumberProperty("line", rule.rule().line());
        share(rule.share(), json);
        json.writeBooleanProperty("holds", rule.held());
        json.writeBooleanProperty("holdsNot", rule.heldNot());
        demands("failed", rule.failed(), json);
        demands("neverFailed", rule.never(), json);
        json.writeArrayPropertyStart("neverShown");
        rule.lacking().forEach(shows -> json.writeString(shows.word()));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void demands(String property, List<Demand> demands, JsonGenerator json) {
        json.writeArrayPropertyStart(property);
        for (Demand demand : demands) {
            json.writeStartObject();
            json.writeStringProperty("kind", demand.kind().name());
            json.writeNumberProperty("line", demand.line());
            json.writeNumberProperty("column", demand.column());
            json.writeStringProperty("text", demand.text());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void share(Share share, JsonGenerator json) {
        json.writeNumberProperty("covered", share.part());
        json.writeNumberProperty("of", share.of());
    }
}
