package org.offereligibility.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The rounds of one dossier: which were held, when, for how long, by whom, and how they ended. */
final class RandomRounds {
    static final List<String> NAMES = List.of(
            "recruiter-screen",
            "hiring-manager-interview",
            "cross-functional-panel",
            "case-presentation",
            "executive-review");
    private static final List<Integer> MINUTES = List.of(30, 45, 60, 75, 30);
    private static final List<String> PANEL =
            List.of("senior-product-manager", "machine-learning-lead", "growth-marketer");
    private static final List<String> FUNCTIONS = List.of(
            "recruiter",
            "hiring-manager",
            "senior-product-manager",
            "machine-learning-lead",
            "growth-marketer",
            "engineering-lead",
            "executive",
            "other");

    private final Dice dice;
    private final RandomInstants instants;
    private final Map<String, Instant> starts = new LinkedHashMap<>();
    private final List<String> panelists = new ArrayList<>();
    private final ArrayNode rounds;
    private Instant lastEnd;

    RandomRounds(Dice dice, RandomInstants instants) {
        this.dice = dice;
        this.instants = instants;
        dice.newPart();
        Instant[] timetable = timetable();
        lastEnd = timetable[4];
        List<ObjectNode> held = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            if (!dice.mishap()) {
                held.add(round(i, timetable[i], lastEnd));
            }
        }
        rounds = dice.array(held);
    }

    /** The rounds in JSON; empty if none was held. */
    ArrayNode json() {
        return rounds;
    }

    boolean isHeld(String round) {
        return starts.containsKey(round);
    }

    /** A round that was held; by mishap, or if none was, any. */
    String someRound() {
        return starts.isEmpty() || dice.mishap() ? dice.oneOf(NAMES) : dice.oneOf(List.copyOf(starts.keySet()));
    }

    /** When the case presentation started, or some other instant if it was not held. */
    Instant caseStart() {
        return starts.getOrDefault("case-presentation", lastEnd);
    }

    /** The end of the round that ended last, or some other instant if none was held. */
    Instant lastEnd() {
        return lastEnd;
    }

    List<String> panelists() {
        return panelists;
    }

    private Instant[] timetable() {
        LocalDate first = instants.firstDay();
        int days = dice.chance(0.7) ? dice.oneOf(16, 17, 18, 20, 22, 23, 24) : dice.oneOf(0, 1, 10, 15, 25, 60);
        Instant[] starts = new Instant[5];
        starts[0] = instants.onDay(first);
        for (int i = 1; i < 4; i++) {
            starts[i] = instants.onDay(first.plusDays(dice.between(0, days)));
        }
        starts[4] = instants.onDay(first.plusDays(days));
        Arrays.sort(starts);
        if (dice.chance(0.1)) {
            int i = dice.between(1, 4);
            starts[i] = starts[i - 1];
            Arrays.sort(starts);
        }
        if (dice.mishap()) {
            int i = dice.between(1, 4);
            starts[i] = starts[dice.below(i)].minusNanos(dice.oneOf(1L, 1_000_000_000L, 86_400_000_000_000L));
        }
        if (dice.mishap()) {
            int i = dice.below(5);
            int j = dice.below(5);
            Instant swapped = starts[i];
            starts[i] = starts[j];
            starts[j] = swapped;
        }
        return starts;
    }

    private ObjectNode round(int index, Instant start, Instant latestEndSoFar) {
        String name = NAMES.get(index);
        int standard = MINUTES.get(index);
        int minutes = dice.chance(0.5)
                ? standard
                : dice.oneOf(standard - 10, standard + 10, standard - 11, standard + 11, standard + 1, 1, 1440);
        Instant end = start.plusSeconds(minutes * 60L);
        lastEnd = starts.isEmpty() || end.isAfter(latestEndSoFar) ? end : latestEndSoFar;
        starts.put(name, start);
        ObjectNode round = JsonNodeFactory.instance
                .objectNode()
                .put("round", name)
                .put("startedAt", instants.written(start))
                .put("minutes", minutes)
                .put("outcome", dice.mishap() && dice.chance(0.5) ? "reject" : "advance");
        if (name.equals("cross-functional-panel")) {
            if (!dice.mishap() || dice.chance(0.7)) {
                round.set("interviewers", panel());
            }
        } else if (dice.chance(0.5)) {
            round.set("interviewers", others(index));
        }
        return round;
    }

    private ArrayNode panel() {
        List<ObjectNode> interviewers = new ArrayList<>();
        int number = 0;
        for (String function : PANEL) {
            if (!dice.mishap()) {
                interviewers.add(interviewer("panel-" + number++, function));
            }
        }
        while (dice.chance(0.2)) {
            interviewers.add(interviewer("panel-" + number++, dice.oneOf(FUNCTIONS)));
        }
        interviewers.forEach(one -> panelists.add(one.get("id").stringValue()));
        return dice.array(interviewers);
    }

    private ArrayNode others(int index) {
        List<ObjectNode> interviewers = new ArrayList<>();
        for (int i = dice.below(3); i > 0; i--) {
            interviewers.add(interviewer("team-" + (index + i), dice.oneOf(FUNCTIONS)));
        }
        return dice.array(interviewers);
    }

    private static ObjectNode interviewer(String id, String function) {
        return JsonNodeFactory.instance.objectNode().put("id", id).put("function", function);
    }
}
