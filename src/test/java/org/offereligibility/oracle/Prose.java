package org.offereligibility.oracle;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Free text: for people, which no rule may heed, and of exercises, in which full stops and one word count. */
final class Prose {
    private static final String[] FOR_PEOPLE = {
        "",
        "Said so twice.",
        "Ünïcödé — “quoted”, \\ and \"",
        "satisfaction-over-engagement",
        "line\nbreak\ttab",
        "薬 😀",
        "reject",
        "efficiency"
    };
    private static final String[] WORDS = {
        "Turn",
        "a 4K movie",
        "into a smooth stream",
        "e.g. this",
        "3.5x",
        "naïve",
        "¿verdad",
        "…",
        "。",
        "(so)",
        "«a»",
        "v1.2.3",
        ".hidden",
        "!important",
        "?",
        "...",
        "efficient",
        "inefficiency",
        "efficiencies"
    };
    private static final String[] STOPS = {
        ".", ".", ".", "!", "?", "...", "?!", ".!?", ".\"", "\".", ".)", "…", "。", "．", ". .", "", ".\u0301", ".\u200B"
    };

    /** White space of every kind, and what only looks like it or is called so elsewhere. */
    private static final String[] GAPS = {
        " ", " ", " ", " ", "\n", "\t", "\u000B", "\f", "\r\n", "\u0085", "\u00A0", "\u1680", "\u2000", "\u2007",
        "\u200A", "\u2028", "\u2029", "\u202F", "\u205F", "\u3000", "", "\u001C", "\u001F", "\u180E", "\u200B",
        "\u2060", "\uFEFF"
    };

    private static final String[] EFFICIENCY = {
        "efficiency",
        "efficiency",
        "Efficiency",
        "EFFICIENCY",
        "eFfIcIeNcY",
        "e\uFB03ciency",
        "eff\u0131ciency",
        "EFF\u0130CIENCY",
        "\u0435fficiency",
        "ｅfficiency",
        "effi\u00ADciency",
        "effi ciency",
        "efficiencyefficiency",
        "efficiency_efficiency",
        "efficiency-efficiency"
    };

    /** What may stand directly before or after the word: letters, marks, numbers, and what is none of them. */
    private static final String[] NEIGHBOURS = {
        "",
        "",
        "",
        " ",
        "-",
        "_",
        "'",
        "’",
        "\"",
        ".",
        ",",
        "/",
        "1",
        "é",
        "x",
        "\u0301",
        "\u20DD",
        "\u0903",
        "\u00B2",
        "\u2167",
        "\u0663",
        "\u3007",
        "\u00BD",
        "\u00AA",
        "\u02BC",
        "\uD835\uDC00",
        "\uD835\uDFD9",
        "\uD83D\uDE00",
        "\u200D",
        "\u203F",
        "\u24D0",
        "\u00A0",
        "\u4E2D",
        "\uFE0F",
        "\u00B0"
    };

    private Prose() {}

    static String some(Dice dice) {
        return dice.oneOf(FOR_PEOPLE);
    }

    /** Anything at all, as tracking systems leave it. */
    static ObjectNode metadata(Dice dice) {
        ObjectNode metadata = JsonNodeFactory.instance.objectNode();
        metadata.put("ats/id", dice.below(1_000_000))
                .put(" odd ~ key", some(dice))
                .putNull("nothing");
        metadata.putObject("offer").put("baseSalary", "none").put("exception", dice.chance(0.5));
        metadata.putArray("rounds").add("executive-review").add(1.5);
        return metadata;
    }

    static ArrayNode exercises(Dice dice, RandomRounds rounds) {
        dice.newPart();
        List<ObjectNode> exercises = new ArrayList<>();
        for (int i = dice.below(4); i > 0; i--) {
            ObjectNode exercise = JsonNodeFactory.instance
                    .objectNode()
                    .put("round", rounds.someRound())
                    .put("topic", dice.oneOf("quantization", "latent space", "蒸留", "a/b") + " " + i)
                    .put("text", exercise(dice));
            exercises.add(dice.chance(0.5) ? exercise : exercise.put("audience", some(dice)));
        }
        return dice.array(exercises);
    }

    private static String exercise(Dice dice) {
        StringBuilder text = new StringBuilder();
        if (dice.chance(0.2)) {
            text.append(dice.oneOf(GAPS));
        }
        int sentences = dice.below(5);
        for (int i = 0; i < sentences; i++) {
            for (int words = dice.between(0, 3); words > 0; words--) {
                text.append(dice.oneOf(WORDS)).append(dice.chance(0.8) ? " " : dice.oneOf(GAPS));
            }
            if (dice.chance(0.2)) {
                text.append(dice.oneOf(NEIGHBOURS))
                        .append(dice.oneOf(EFFICIENCY))
                        .append(dice.oneOf(NEIGHBOURS));
            } else {
                text.append("end");
            }
            text.append(dice.oneOf(STOPS));
            if (i < sentences - 1 || dice.chance(0.3)) {
                text.append(dice.oneOf(GAPS));
            }
        }
        return text.length() == 0
                ? dice.oneOf(" ", "\u2003\n\t", "\u200B", "efficiency", "...", "one")
                : text.toString();
    }
}
