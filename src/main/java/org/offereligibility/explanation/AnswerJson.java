package org.offereligibility.explanation;

import java.util.List;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Finding;
import tools.jackson.core.JsonGenerator;

/** What the answers to questions about a dossier have in common as JSON: findings in brief, without their reasons. */
final class AnswerJson {
    private AnswerJson() {}

    static void policy(Decision.PolicyVersion policy, JsonGenerator json) {
        json.writeObjectPropertyStart("policy");
        json.writeStringProperty("role", policy.role());
        json.writeStringProperty("version", policy.version());
        json.writeStringProperty("hash", policy.hash());
        json.writeEndObject();
    }

    /** The verdict of the whole and of each section. */
    static void verdicts(String property, Decision decision, JsonGenerator json) {
        json.writeObjectPropertyStart(property);
        json.writeStringProperty("asOf", decision.asOf().toString());
        json.writeStringProperty("verdict", decision.verdict().name());
        json.writeArrayPropertyStart("sections");
        for (Decision.SectionVerdict section : decision.sections()) {
            json.writeStartObject();
            json.writeStringProperty("section", section.section());
            json.writeStringProperty("verdict", section.verdict().name());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    static void findings(String property, List<Finding> findings, JsonGenerator json) {
        json.writeArrayPropertyStart(property);
        findings.forEach(finding -> finding(finding, json));
        json.writeEndArray();
    }

    static void finding(Finding finding, JsonGenerator json) {
        json.writeStartObject();
        brief(finding, json);
        json.writeEndObject();
    }

    /** Writes what a finding says, without where it comes from, into an object that is open. */
    static void brief(Finding finding, JsonGenerator json) {
        json.writeStringProperty("code", finding.code());
        json.writeStringProperty("effect", finding.effect().name());
        json.writeStringProperty("section", finding.section());
        json.writeStringProperty("subject", finding.subject());
        json.writeStringProperty("message", finding.message());
    }
}
