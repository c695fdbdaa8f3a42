package org.offereligibility.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** A dossier laid out for reading by hand: what was held, what was seen where, and otherwise the JSON itself. */
final class Sheet {
    /** The rounds of the vocabulary, in their order. */
    static final List<String> ROUNDS = List.of(
            "recruiter-screen",
            "hiring-manager-interview",
            "cross-functional-panel",
            "case-presentation",
            "executive-review");

    final JsonNode dossier;
    final BigInteger asOf;
    final Map<String, Held> held = new HashMap<>();
    private final Map<String, Set<String>> signals = new HashMap<>();

    /** A round that was held; the start in nanoseconds since 1970. */
    record Held(String round, BigInteger start, int minutes, boolean rejected, List<JsonNode> interviewers) {
        BigInteger end() {
            return start.add(Nanos.ofMinutes(minutes));
        }
    }

    Sheet(JsonNode dossier, BigInteger asOf) {
        this.dossier = dossier;
        this.asOf = asOf;
        for (JsonNode entry : list(dossier, "rounds")) {
            String round = text(entry, "round");
            held.put(
                    round,
                    new Held(
                            round,
                            Nanos.at(text(entry, "startedAt")),
                            entry.get("minutes").intValue(),
                            text(entry, "outcome").equals("reject"),
                            list(entry, "interviewers")));
        }
        for (JsonNode observation : list(dossier, "observations")) {
            signals.computeIfAbsent(text(observation, "round"), round -> new HashSet<>())
                    .add(text(observation, "signal"));
        }
    }

    boolean allRoundsHeld() {
        return held.keySet().containsAll(ROUNDS);
    }

    /** Whether any of these signals was observed in that round, held or not. */
    boolean seen(String round, String... anyOfThese) {
        Set<String> here = signals.getOrDefault(round, Set.of());
        for (String signal : anyOfThese) {
            if (here.contains(signal)) {
                return true;
            }
        }
        return false;
    }

    boolean seenAnywhere(String signal) {
        return ROUNDS.stream().anyMatch(round -> seen(round, signal));
    }

    /** The scores given for one criterion of one round, as given. */
    List<Integer> scores(String round, String criterion) {
        List<Integer> given = new ArrayList<>();
        for (JsonNode score : list(dossier, "scores")) {
            if (text(score, "round").equals(round) && text(score, "criterion").equals(criterion)) {
                given.add(score.get("score").intValue());
            }
        }
        return given;
    }

    /** The array of that name, empty where there is none. */
    static List<JsonNode> list(JsonNode of, String name) {
        List<JsonNode> entries = new ArrayList<>();
        if (of.has(name)) {
            of.get(name).forEach(entries::add);
        }
        return entries;
    }

    /** The words of the array of that name, each once. */
    static Set<String> words(JsonNode of, String name) {
        Set<String> words = new HashSet<>();
        list(of, name).forEach(word -> words.add(word.stringValue()));
        return words;
    }

    static String text(JsonNode of, String name) {
        return of.get(name).stringValue();
    }

    static BigDecimal decimal(JsonNode of, String name) {
        JsonNode figure = of.get(name);
        if (figure.isDouble() || figure.isFloat()) {
            throw new IllegalArgumentException("`" + name + "` was read as binary floating point");
        }
        return figure.decimalValue();
    }

    /** How the challenges were answered, counted by response; {@code recalibrated} in under 90 seconds apart. */
    Map<String, Integer> answers() {
        Map<String, Integer> counts = new TreeMap<>();
        for (JsonNode challenge : list(dossier, "challenges")) {
            String response = text(challenge, "response");
            counts.merge(response, 1, Integer::sum);
            if (response.equals("recalibrated")
                    && challenge.get("responseSeconds").intValue() < 90) {
                counts.merge("recalibrated in time", 1, Integer::sum);
            }
        }
        return counts;
    }
}
