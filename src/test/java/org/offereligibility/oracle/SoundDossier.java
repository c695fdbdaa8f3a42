package org.offereligibility.oracle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A dossier complete in every fact and without fault, to be changed in the one point that a test is about. */
final class SoundDossier {
    private static final Map<String, List<String>> CRITERIA = Map.of(
            "recruiter-screen", List.of("role-fit", "curiosity"),
            "hiring-manager-interview",
                    List.of("judgment-under-ambiguity", "epistemic-humility", "structured-skepticism"),
            "cross-functional-panel", List.of("technical-fluency", "adaptability", "ethical-foresight"),
            "case-presentation", List.of("assumption-testing", "cross-functional-feasibility", "user-model-fidelity"),
            "executive-review", List.of("narrative-alignment", "cultural-contribution", "long-term-thinking"));

    private final ObjectNode dossier = JsonNodeFactory.instance.objectNode();
    private int challenges;

    SoundDossier() {
        dossier.put("candidateId", "c-1").put("role", "pmm").put("level", "mid").put("backgroundCheck", "clear");
        dossier.put("asOf", "2025-03-22T10:30:00Z").putArray("hiringTeam").add("team-1");
        round("recruiter-screen", "2025-03-01T10:00:00Z", 30);
        round("hiring-manager-interview", "2025-03-05T10:00:00Z", 45);
        round("cross-functional-panel", "2025-03-10T10:00:00Z", 60);
        round("case-presentation", "2025-03-15T10:00:00Z", 75);
        round("executive-review", "2025-03-21T10:00:00Z", 30);
        ArrayNode panel = round("cross-functional-panel").putArray("interviewers");
        panel.addObject().put("id", "p-1").put("function", "senior-product-manager");
        panel.addObject().put("id", "p-2").put("function", "machine-learning-lead");
        panel.addObject().put("id", "p-3").put("function", "growth-marketer");
        CRITERIA.forEach((round, criteria) -> criteria.forEach(criterion -> score(round, criterion, "4")));
        ObjectNode profile = dossier.putObject("profile").put("yearsOfExperience", 5);
        profile.putArray("domains").add("consumer-ai");
        ObjectNode caseStudy = dossier.putObject("caseStudy").put("feature", "Group chats");
        caseStudy.put("briefSentAt", "2025-03-13T10:00:00Z");
        ArrayNode deliverables = caseStudy.putArray("deliverables");
        List.of("gtm-strategy", "user-segmentation", "positioning", "success-metrics")
                .forEach(deliverables::add);
        ObjectNode offer = dossier.putObject("offer").put("baseSalary", 200_000).put("currency", "USD");
        offer.put("vestingYears", 4).putObject("equity").put("annualValue", 50_000);
    }

    private void round(String name, String startedAt, int minutes) {
        dossier.withArray("/rounds")
                .addObject()
                .put("round", name)
                .put("startedAt", startedAt)
                .put("minutes", minutes)
                .put("outcome", "advance");
    }

    ObjectNode json() {
        return dossier;
    }

    ObjectNode round(String name) {
        for (JsonNode round : dossier.withArray("/rounds")) {
            if (round.get("round").stringValue().equals(name)) {
                return (ObjectNode) round;
            }
        }
        throw new IllegalArgumentException("no such round");
    }

    ObjectNode offer() {
        return (ObjectNode) dossier.get("offer");
    }

    SoundDossier starting(String round, String startedAt) {
        round(round).put("startedAt", startedAt);
        return this;
    }

    SoundDossier annualEquity(String figure) {
        offer().putObject("equity").put("annualValue", new BigDecimal(figure));
        return this;
    }

    SoundDossier totalEquity(String figure, int vestingYears) {
        offer().put("vestingYears", vestingYears).putObject("equity").put("totalValue", new BigDecimal(figure));
        return this;
    }

    SoundDossier baseSalary(String figure) {
        offer().put("baseSalary", new BigDecimal(figure));
        return this;
    }

    /** These scores, one digit for each interviewer, in place of those given before. */
    SoundDossier score(String round, String criterion, String digits) {
        ArrayNode scores = dossier.withArray("/scores");
        for (int i = scores.size() - 1; i >= 0; i--) {
            if (scores.get(i).get("round").stringValue().equals(round)
                    && scores.get(i).get("criterion").stringValue().equals(criterion)) {
                scores.remove(i);
            }
        }
        for (int i = 0; i < digits.length(); i++) {
            scores.addObject()
                    .put("round", round)
                    .put("criterion", criterion)
                    .put("score", digits.charAt(i) - '0')
                    .put("interviewer", "rater-" + i);
        }
        return this;
    }

    SoundDossier observe(String round, String signal) {
        dossier.withArray("/observations")
                .addObject()
                .put("round", round)
                .put("signal", signal)
                .put("observer", "rater-0");
        return this;
    }

    /** A challenge in the panel; its id is {@code ch-1}, {@code ch-2} and so on. */
    SoundDossier challenge(String topic, String response, int seconds) {
        dossier.withArray("/challenges")
                .addObject()
                .put("id", "ch-" + ++challenges)
                .put("round", "cross-functional-panel")
                .put("topic", topic)
                .put("response", response)
                .put("responseSeconds", seconds);
        return this;
    }

    SoundDossier explain(String text) {
        dossier.withArray("/exercises")
                .addObject()
                .put("round", "hiring-manager-interview")
                .put("topic", "quantization")
                .put("text", text);
        return this;
    }

    SoundDossier domains(String... domains) {
        ArrayNode array = ((ObjectNode) dossier.get("profile")).putArray("domains");
        List.of(domains).forEach(array::add);
        return this;
    }

    /** Judged from its text, as a reader would meet it. */
    Judgement judged() {
        return PolicyByHand.judge(PolicyByHand.read(dossier.toString()), Instant.EPOCH);
    }
}
