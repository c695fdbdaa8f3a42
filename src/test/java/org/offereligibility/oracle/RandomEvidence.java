package org.offereligibility.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What was rated, seen and asked in the rounds of one dossier. */
final class RandomEvidence {
    private static final Map<String, List<String>> CRITERIA = Map.of(
            "recruiter-screen", List.of("role-fit", "curiosity"),
            "hiring-manager-interview",
                    List.of("judgment-under-ambiguity", "epistemic-humility", "structured-skepticism"),
            "cross-functional-panel", List.of("technical-fluency", "adaptability", "ethical-foresight"),
            "case-presentation", List.of("assumption-testing", "cross-functional-feasibility", "user-model-fidelity"),
            "executive-review", List.of("narrative-alignment", "cultural-contribution", "long-term-thinking"));

    /** Signals that at worst leave a note, wherever they are seen. */
    private static final List<String> HARMLESS = List.of(
            "opened-with-fragile-assumptions",
            "stated-falsification-test",
            "behavioural-evidence",
            "acknowledged-training-constraints",
            "metric-to-implication",
            "phased-rollout",
            "named-cognitive-error",
            "changed-decision-framework",
            "updated-belief",
            "structured-skepticism-process",
            "demonstrated-curiosity",
            "linked-to-user-psychology",
            "interface-layer-framing",
            "identity-exploration-framing",
            "emotional-practice-framing",
            "direct-user-observation",
            "challenged-groupthink",
            "thinks-in-years",
            "point-of-view-defended",
            "calibrated-confidence",
            "technical-discussion-held");

    private static final List<String> HARMFUL = List.of(
            "self-reported-intent-as-proof",
            "claimed-continuous-learning",
            "ignored-technical-constraint",
            "satisfaction-over-engagement",
            "blamed-execution",
            "entertainment-first-framing",
            "reductive-framing",
            "generic-trend-citation",
            "thinks-in-quarters",
            "defensive-under-pushback");

    /** What may take a harmful signal's edge off, in the same round or elsewhere. */
    private static final Map<String, List<String>> REMEDIES = Map.of(
            "claimed-continuous-learning", List.of("acknowledged-training-constraints"),
            "entertainment-first-framing", List.of("linked-to-user-psychology", "emotional-practice-framing"),
            "reductive-framing", List.of("linked-to-user-psychology"),
            "generic-trend-citation", List.of("direct-user-observation"));

    private final Dice dice;
    private final RandomRounds rounds;

    RandomEvidence(Dice dice, RandomRounds rounds) {
        this.dice = dice;
        this.rounds = rounds;
    }

    ArrayNode scores() {
        dice.newPart();
        List<ObjectNode> scores = new ArrayList<>();
        for (String round : RandomRounds.NAMES) {
            if (!rounds.isHeld(round) && !dice.mishap()) {
                continue;
            }
            for (String criterion : CRITERIA.get(round)) {
                int number = 0;
                for (int score : ratings(criterion.equals("narrative-alignment") ? 7 : 6)) {
                    ObjectNode given = JsonNodeFactory.instance
                            .objectNode()
                            .put("round", round)
                            .put("criterion", criterion)
                            .put("score", score)
                            .put("interviewer", "rater-" + number++);
                    if (dice.chance(0.1)) {
                        given.put("evidence", Prose.some(dice));
                    }
                    scores.add(given);
                }
            }
        }
        return dice.array(scores);
    }

    /** No rating to four of them; but for mishaps at least one, and their mean not under so many halves of a point. */
    private List<Integer> ratings(int halves) {
        if (dice.mishap()) {
            return integers(dice.below(5), 1, 5);
        }
        int count = dice.between(1, 4);
        while (true) {
            List<Integer> ratings = dice.chance(0.3) ? integers(count, 1, 5) : integers(count, 3, 4);
            int sum = ratings.stream().mapToInt(Integer::intValue).sum();
            if (2 * sum >= halves * count) {
                return ratings;
            }
        }
    }

    private List<Integer> integers(int count, int least, int most) {
        List<Integer> integers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            integers.add(dice.between(least, most));
        }
        return integers;
    }

    ArrayNode observations() {
        dice.newPart();
        List<ObjectNode> seen = new ArrayList<>();
        double share = dice.oneOf(0.01, 0.05, 0.2);
        for (String round : RandomRounds.NAMES) {
            if (!rounds.isHeld(round) && !dice.mishap()) {
                continue;
            }
            dice.some(HARMLESS, share).forEach(signal -> seen.add(observation(round, signal)));
            for (String signal : HARMFUL) {
                if (dice.mishap() && dice.chance(0.5)) {
                    seen.add(observation(round, signal));
                    remedy(round, signal, dice.chance(0.4), seen);
                } else if (dice.chance(0.02) && REMEDIES.containsKey(signal) && !bare(round, signal)) {
                    seen.add(observation(round, signal));
                    remedy(round, signal, true, seen);
                }
            }
            if (dice.chance(0.03)) {
                seen.add(observation(round, "satisfaction-over-engagement"));
            }
        }
        if (!seen.isEmpty() && dice.chance(0.2)) {
            ObjectNode again = dice.oneOf(seen).deepCopy();
            seen.add(dice.chance(0.5) ? again : again.put("observer", "another"));
        }
        return dice.array(seen);
    }

    /** Before the executives nothing takes the edge off an entertainment-first framing. */
    private static boolean bare(String round, String signal) {
        return signal.equals("entertainment-first-framing") && round.equals("executive-review");
    }

    private void remedy(String round, String signal, boolean wanted, List<ObjectNode> seen) {
        if (wanted && REMEDIES.containsKey(signal)) {
            String remedy = dice.oneOf(REMEDIES.get(signal));
            boolean elsewhere = remedy.equals("emotional-practice-framing") || remedy.equals("direct-user-observation");
            boolean astray = dice.mishap();
            int from = RandomRounds.NAMES.indexOf(round) + 1;
            String where = astray
                    ? dice.oneOf(RandomRounds.NAMES)
                    : elsewhere && from < 5 ? RandomRounds.NAMES.get(dice.between(from, 4)) : round;
            seen.add(observation(where, remedy));
        }
    }

    private ObjectNode observation(String round, String signal) {
        ObjectNode observation = JsonNodeFactory.instance
                .objectNode()
                .put("round", round)
                .put("signal", signal)
                .put("observer", "rater-" + dice.below(3));
        return dice.chance(0.1) ? observation.put("note", Prose.some(dice)) : observation;
    }

    ArrayNode challenges() {
        dice.newPart();
        List<ObjectNode> challenges = new ArrayList<>();
        for (int i = dice.chance(0.3) ? 0 : dice.between(1, 4); i > 0; i--) {
            boolean wrong = dice.mishap();
            String topic = dice.oneOf("ethical", "technical", "market");
            String response = wrong
                    ? dice.oneOf("defended", "defended", "not-considered")
                    : topic.equals("ethical") || dice.chance(0.8) ? "recalibrated" : "not-considered";
            ObjectNode challenge = JsonNodeFactory.instance
                    .objectNode()
                    .put("id", dice.oneOf("c-", "Frage ", "挑戦") + i)
                    .put("round", rounds.someRound())
                    .put("topic", topic)
                    .put("response", response)
                    .put("responseSeconds", dice.oneOf(0, 1, 45, 89, 90, 91, 600, 86_400));
            if (dice.chance(0.2)) {
                challenge.put("constraint", Prose.some(dice)).put("raisedBy", "panel-" + dice.below(3));
            }
            challenges.add(challenge);
        }
        return dice.array(challenges);
    }
}
