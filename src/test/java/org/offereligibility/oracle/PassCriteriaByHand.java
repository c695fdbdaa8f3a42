package org.offereligibility.oracle;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import tools.jackson.databind.JsonNode;

/** The page's section pass-criteria. */
final class PassCriteriaByHand {
    private static final List<String> DELIVERABLES =
            List.of("gtm-strategy", "user-segmentation", "positioning", "success-metrics");

    /** A row of the page's table of criteria; the pass mark in halves of a point. */
    private record Criterion(String round, String name, int passMarkInHalves, String below) {}

    private static final List<Criterion> CRITERIA = List.of(
            new Criterion("recruiter-screen", "role-fit", 6, "BLOCK"),
            new Criterion("recruiter-screen", "curiosity", 6, "NOTE"),
            new Criterion("hiring-manager-interview", "judgment-under-ambiguity", 6, "BLOCK"),
            new Criterion("hiring-manager-interview", "epistemic-humility", 6, "BLOCK"),
            new Criterion("hiring-manager-interview", "structured-skepticism", 6, "REFER"),
            new Criterion("cross-functional-panel", "technical-fluency", 6, "REFER"),
            new Criterion("cross-functional-panel", "adaptability", 6, "REFER"),
            new Criterion("cross-functional-panel", "ethical-foresight", 6, "REFER"),
            new Criterion("case-presentation", "assumption-testing", 6, "BLOCK"),
            new Criterion("case-presentation", "cross-functional-feasibility", 6, "BLOCK"),
            new Criterion("case-presentation", "user-model-fidelity", 6, "BLOCK"),
            new Criterion("executive-review", "narrative-alignment", 7, "BLOCK"),
            new Criterion("executive-review", "cultural-contribution", 6, "REFER"),
            new Criterion("executive-review", "long-term-thinking", 6, "NOTE"));

    private final Sheet sheet;
    private final Findings findings = new Findings();

    private PassCriteriaByHand(Sheet sheet) {
        this.sheet = sheet;
    }

    static SortedSet<String> findings(Sheet sheet) {
        PassCriteriaByHand section = new PassCriteriaByHand(sheet);
        Sheet.ROUNDS.forEach(section::round);
        CRITERIA.forEach(section::criterion);
        section.caseStudy();
        Sheet.ROUNDS.forEach(section::signals);
        Sheet.list(sheet.dossier, "exercises").forEach(section::exercise);
        Sheet.list(sheet.dossier, "challenges").forEach(section::challenge);
        section.challengesTogether();
        section.profile();
        return section.findings.written();
    }

    private void round(String round) {
        Sheet.Held held = sheet.held.get(round);
        if (held == null) {
            findings.add("round-missing", "MISSING", round);
        } else if (held.rejected()) {
            if (round.equals("cross-functional-panel")) {
                findings.add("panel-advises-against", "REFER", round);
            } else {
                findings.add("round-not-passed", "BLOCK", round);
            }
        }
    }

    private void criterion(Criterion criterion) {
        String subject = criterion.round() + "/" + criterion.name();
        List<Integer> scores = sheet.scores(criterion.round(), criterion.name());
        if (scores.isEmpty()) {
            if (sheet.held.containsKey(criterion.round())) {
                findings.add("score-missing", "MISSING", subject);
            }
            return;
        }
        if (!adjustedScoreReaches(criterion.passMarkInHalves(), criterion.round(), criterion.name())) {
            findings.add("criterion-below-pass-mark", criterion.below(), subject);
        }
        if (Collections.max(scores) - Collections.min(scores) >= 3) {
            findings.add("score-spread", "NOTE", subject);
        }
    }

    /**
     * Whether there is an adjusted score and it is not under so many halves of a point. With n scores everything is counted
     * in parts of 1/2n of a point, so that no mean is ever divided out.
     */
    private boolean adjustedScoreReaches(int halves, String round, String criterion) {
        List<Integer> scores = sheet.scores(round, criterion);
        if (scores.isEmpty()) {
            return false;
        }
        int count = scores.size();
        int sum = scores.stream().mapToInt(Integer::intValue).sum();
        int parts = 2 * sum + count * adjustmentInHalves(round, criterion);
        int keptWithin = Math.max(2 * count, Math.min(10 * count, parts));
        return keptWithin >= halves * count;
    }

    private int adjustmentInHalves(String round, String criterion) {
        int halves = 0;
        if (round.equals("case-presentation")
                && criterion.equals("assumption-testing")
                && sheet.seen(round, "opened-with-fragile-assumptions")) {
            halves += 1;
        }
        if (round.equals("hiring-manager-interview") && criterion.equals("judgment-under-ambiguity")) {
            halves -= sheet.seen(round, "satisfaction-over-engagement") ? 1 : 0;
        }
        if (round.equals("hiring-manager-interview") && criterion.equals("epistemic-humility")) {
            halves -= sheet.seen(round, "blamed-execution") ? 2 : 0;
            halves += sheet.seen(round, "named-cognitive-error") ? 1 : 0;
        }
        return halves;
    }

    private void caseStudy() {
        if (!sheet.held.containsKey("case-presentation")) {
            return;
        }
        JsonNode caseStudy = sheet.dossier.get("caseStudy");
        if (caseStudy == null) {
            findings.add("case-study-missing", "MISSING", "case-presentation");
            return;
        }
        Set<String> delivered = Sheet.words(caseStudy, "deliverables");
        for (String deliverable : DELIVERABLES) {
            if (!delivered.contains(deliverable)) {
                findings.add("deliverable-missing", "BLOCK", deliverable);
            }
        }
    }

    private void signals(String round) {
        String intent = round.equals("case-presentation") ? "BLOCK" : "REFER";
        perRound("intent-taken-as-proof", intent, round, "self-reported-intent-as-proof");
        perRound(
                "assumptions-tested", "SUPPORT", round, "opened-with-fragile-assumptions", "stated-falsification-test");
        perRound("behavioural-evidence", "SUPPORT", round, "behavioural-evidence");
        if (!sheet.seen(round, "acknowledged-training-constraints")) {
            perRound("technical-diligence-gap", "REFER", round, "claimed-continuous-learning");
        }
        perRound("precise-implication", "SUPPORT", round, "metric-to-implication");
        perRound("technical-constraint-ignored", "REFER", round, "ignored-technical-constraint");
        perRound("phased-rollout", "SUPPORT", round, "phased-rollout");
        perRound("satisfaction-over-engagement", "NOTE", round, "satisfaction-over-engagement");
        perRound("blamed-execution", "REFER", round, "blamed-execution");
        perRound(
                "epistemic-humility-shown",
                "SUPPORT",
                round,
                "named-cognitive-error",
                "changed-decision-framework",
                "updated-belief");
        perRound("structured-skepticism-shown", "SUPPORT", round, "structured-skepticism-process");
        perRound("calibrated-confidence-shown", "SUPPORT", round, "calibrated-confidence");
        perRound("defensive-under-pushback", "REFER", round, "defensive-under-pushback");
        perRound("technical-fluency-shown", "SUPPORT", round, "technical-discussion-held");
    }

    private void perRound(String code, String effect, String round, String... anyOfTheseSignals) {
        if (sheet.seen(round, anyOfTheseSignals)) {
            findings.add(code, effect, round);
        }
    }

    private void exercise(JsonNode exercise) {
        WordsByHand text = new WordsByHand(Sheet.text(exercise, "text"));
        int sentences = text.sentences();
        boolean offWord = text.saysEfficiency();
        if (sentences > 2 || offWord) {
            findings.add("plain-explanation-off-brief", "NOTE", Sheet.text(exercise, "topic"));
        } else if (sentences >= 1) {
            findings.add("plain-explanation", "SUPPORT", Sheet.text(exercise, "topic"));
        }
    }

    private void challenge(JsonNode challenge) {
        String id = Sheet.text(challenge, "id");
        switch (Sheet.text(challenge, "response")) {
            case "not-considered" -> {
                if (Sheet.text(challenge, "topic").equals("ethical")) {
                    findings.add("ethical-foresight-gap", "REFER", id);
                } else {
                    findings.add("constraint-not-considered", "NOTE", id);
                }
            }
            case "defended" -> findings.add("inflexible-under-challenge", "REFER", id);
            case "recalibrated" -> {
                if (challenge.get("responseSeconds").intValue() < 90) {
                    findings.add("recalibrated-in-time", "SUPPORT", id);
                } else {
                    findings.add("recalibrated-slowly", "NOTE", id);
                }
            }
            default -> throw new IllegalArgumentException("not a response");
        }
    }

    private void challengesTogether() {
        Map<String, Integer> answers = sheet.answers();
        if (answers.getOrDefault("defended", 0) >= 2 && !answers.containsKey("recalibrated")) {
            findings.add("consistency-without-adaptability", "BLOCK", "candidate");
        }
    }

    private void profile() {
        JsonNode profile = sheet.dossier.get("profile");
        if (profile == null) {
            findings.add("profile-missing", "MISSING", "candidate");
            return;
        }
        ProfileByHand.judge(
                profile, sheet, adjustedScoreReaches(8, "cross-functional-panel", "adaptability"), findings);
    }
}
