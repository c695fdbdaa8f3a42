package org.offereligibility.explanation;

import org.offereligibility.decision.Decision;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RuleSource;
import org.offereligibility.policy.Versions;
import tools.jackson.core.JsonGenerator;

/**
 * Everything that a decision rests on, as JSON: the decision as {@link DecisionJson} writes it, then {@code program} and
 * {@code engine}, the versions that decided, and {@code rules}: each rule that the decision names, by its name, with its
 * {@code file}, {@code line}, {@code sources} (citations and where they lead) and {@code text}. One line, and always the same
 * bytes for the same decision; what cannot be seen is escaped. Safe for threads.
 */
public final class AuditorJson {
    private AuditorJson() {}

    /**
     * The text, without a line feed at the end.
     *
     * @param rules those that decided
     * @throws IllegalArgumentException if the decision was made by other rules
     */
    public static String text(Decision decision, RuleSet rules) {
        Audit audit = Audit.of(decision, rules);
        return Verbatim.of(DecisionJson.text(json -> {
            json.writeStartObject();
            DecisionJson.properties(decision, json);
            json.writeStringProperty("program", Versions.program());
            json.writeStringProperty("engine", Versions.engine());
            json.writeObjectPropertyStart("rules");
            audit.rules().forEach(rule -> rule(rule, rules, json));
            json.writeEndObject();
            json.writeEndObject();
        }));
    }

    private static void rule(Audit.Rule rule, RuleSet rules, JsonGenerator json) {
        json.writeObjectPropertyStart(rule.reference().name());
        json.writeStringProperty("file", rule.reference().file());
        json.writeNumberProperty("line", rule.reference().line());
        json.writeObjectPropertyStart("sources");
        rule.citations().forEach(citation -> json.writeStringProperty(citation.cited(), citation.leadsTo()));
        json.writeEndObject();
        json.writeStringProperty(
                "text",
                rules.rule(rule.reference().name()).map(RuleSource::text).orElse(""));
        json.writeEndObject();
    }
}
