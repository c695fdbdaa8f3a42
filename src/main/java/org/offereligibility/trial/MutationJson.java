package org.offereligibility.trial;

import org.offereligibility.decision.Conclusion;
import org.offereligibility.dossier.CanonicalJson;
import org.offereligibility.explanation.DecisionJson;
import tools.jackson.core.JsonGenerator;

/** What became of every mutant, as one line of JSON, for programs. */
public final class MutationJson {
    private MutationJson() {}

    /** Without a line feed at the end. */
    public static String of(MutationReport report) {
        return DecisionJson.text(json -> {
            json.writeStartObject();
            json.writeStringProperty("role", report.rules().role());
            json.writeStringProperty("version", report.rules().version());
            json.writeStringProperty("hash", report.rules().hash());
            json.writeNumberProperty("mutants", report.tried().size());
            json.writeNumberProperty("killed", report.killed());
            json.writeNumberProperty("refused", report.refused());
            json.writeNumberProperty("equivalent", report.equivalent());
            json.writeNumberProperty("survivors", report.survivors());
            json.writeArrayPropertyStart("tried");
            report.tried().forEach(tried -> tried(tried, json));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void tried(Mutation.Tried tried, JsonGenerator json) {
        Mutant mutant = tried.mutant();
        json.writeStartObject();
        json.writeStringProperty("file", mutant.file());
        json.writeNumberProperty("line", mutant.line());
        json.writeStringProperty("kind", mutant.kind().word());
        json.writeStringProperty("about", mutant.about());
        json.writeStringProperty("if", mutant.instead());
        json.writeStringProperty("from", mutant.text().substring(mutant.begin(), mutant.end()));
        json.writeStringProperty("to", mutant.replacement());
        if (tried.fate() instanceof Fate.Killed killed) {
            json.writeStringProperty("fate", "killed");
            json.writeStringProperty("scenario", killed.scenario().name());
            json.writeStringProperty("scenarioFile", killed.scenario().file());
            json.writeNumberProperty("scenarioLine", killed.scenario().line());
        } else if (tried.fate() instanceof Fate.Refused refused) {
            json.writeStringProperty("fate", "refused");
            json.writeStringProperty("problem", refused.problem());
        } else if (tried.fate() instanceof Fate.Equivalent equivalent) {
            json.writeStringProperty("fate", "equivalent");
            json.writeStringProperty("proof", equivalent.proof());
        } else if (tried.fate() instanceof Fate.Open open) {
            json.writeStringProperty("fate", "unnoticed");
            json.writeNumberProperty("dossiersTried", open.tried());
        } else if (tried.fate() instanceof Fate.ToldApart apart) {
            json.writeStringProperty("fate", "unnoticed");
            json.writeName("dossier");
            json.writeRawValue(
                    new String(CanonicalJson.bytes(apart.dossier()), java.nio.charset.StandardCharsets.UTF_8));
            conclusion("before", apart.before(), json);
            apart.after().ifPresent(after -> conclusion("after", after, json));
        }
        json.writeEndObject();
    }

    private static void conclusion(String property, Conclusion conclusion, JsonGenerator json) {
        json.writeObjectPropertyStart(property);
        json.writeStringProperty("verdict", conclusion.verdict().name());
        json.writeArrayPropertyStart("findings");
        for (Conclusion.Point point : conclusion.findings()) {
            json.writeStartObject();
            json.writeStringProperty("code", point.code());
            json.writeStringProperty("effect", point.effect().name());
            json.writeStringProperty("section", point.section());
            json.writeStringProperty("subject", point.subject());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
