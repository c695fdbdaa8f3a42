package org.offereligibility.cli;

import java.util.List;
import java.util.Optional;
import org.offereligibility.decision.Evaluator;
import org.offereligibility.decision.Verdict;
import org.offereligibility.desk.Differences;
import org.offereligibility.desk.Kept;
import org.offereligibility.desk.Replay;
import org.offereligibility.desk.Replayed;
import org.offereligibility.explanation.DecisionJson;
import org.offereligibility.ledger.Entry;
import tools.jackson.core.JsonGenerator;

/** What came of evaluating again, one object a line. */
final class ReplayJson implements ReplayRun.Report {
    @Override
    public String of(Entry entry, Kept kept, Replayed replayed) {
        return line(json -> {
            begin(entry, json);
            if (replayed instanceof Replayed.Identical identical) {
                json.writeStringProperty("result", "IDENTICAL");
                json.writeStringProperty(
                        "recorded", identical.again().decision().verdict().name());
            } else if (replayed instanceof Replayed.Erased erased) {
                json.writeStringProperty("result", "ERASED");
                verdict("recorded", erased.recorded(), json);
                json.writeStringProperty("remains", erased.remains());
            } else if (replayed instanceof Replayed.Different different) {
                json.writeStringProperty("result", "DIFFERENT");
                verdict("recorded", different.recorded(), json);
                verdict("now", different.now(), json);
                texts("causes", different.causes(), json);
                different.differences().ifPresent(differences -> differences(differences, json));
            }
        });
    }

    @Override
    public String of(Entry entry, Kept kept, Evaluator others, Replay.Otherwise otherwise) {
        return line(json -> {
            begin(entry, json);
            verdict("recorded", otherwise.recorded(), json);
            json.writeStringProperty(
                    "with", others.rules().role() + "/" + others.rules().version());
            verdict("verdict", otherwise.verdict(), json);
            if (!otherwise.undecided().isEmpty()) {
                texts("undecided", otherwise.undecided(), json);
            }
            otherwise.differences().ifPresent(differences -> differences(differences, json));
        });
    }

    @Override
    public String ending(ReplayRun.Counts counts) {
        return "";
    }

    private static String line(java.util.function.Consumer<JsonGenerator> written) {
        return DecisionJson.text(json -> {
                    json.writeStartObject();
                    written.accept(json);
                    json.writeEndObject();
                })
                + "\n";
    }

    private static void begin(Entry entry, JsonGenerator json) {
        json.writeStringProperty("id", entry.id());
        json.writeNumberProperty("number", entry.index());
    }

    private static void verdict(String name, Optional<Verdict> verdict, JsonGenerator json) {
        verdict.ifPresent(known -> json.writeStringProperty(name, known.name()));
    }

    private static void texts(String name, List<String> texts, JsonGenerator json) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void differences(Differences differences, JsonGenerator json) {
        json.writeObjectPropertyStart("differences");
        texts("properties", differences.properties(), json);
        found("onlyRecorded", differences.gone(), json);
        found("onlyNow", differences.come(), json);
        json.writeArrayPropertyStart("changed");
        differences.changed().forEach(changed -> {
            json.writeStartObject();
            texts("in", changed.in(), json);
            json.writeName("recorded");
            found(changed.before(), json);
            json.writeName("now");
            found(changed.after(), json);
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void found(String name, List<Differences.Found> all, JsonGenerator json) {
        json.writeArrayPropertyStart(name);
        all.forEach(found -> found(found, json));
        json.writeEndArray();
    }

    private static void found(Differences.Found found, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("code", found.code());
        json.writeStringProperty("effect", found.effect());
        json.writeStringProperty("subject", found.subject());
        json.writeStringProperty("message", found.message());
        json.writeStringProperty("rule", found.rule());
        json.writeEndObject();
    }
}
