package org.offereligibility.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Chance, always from a seed, and how much goes wrong in the part of a dossier that is being made up. */
final class Dice {
    private static final double[] TROUBLES = {0.02, 0.05, 0.1, 0.4};

    private final Random random;
    private boolean wholeDossierClean;
    private double trouble;

    Dice(long seed) {
        random = new Random(seed);
    }

    /** Begins a dossier: in half of them most parts are as the policy wants them. */
    void newDossier() {
        wholeDossierClean = chance(0.5);
    }

    /** Begins a part of a dossier, and decides how much will go wrong in it. */
    void newPart() {
        boolean clean = wholeDossierClean ? !chance(0.1) : chance(0.3);
        trouble = clean ? 0 : TROUBLES[below(TROUBLES.length)];
    }

    /** Whether something goes wrong here that the policy minds: never where this part is clean. */
    boolean mishap() {
        return chance(trouble);
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    @SafeVarargs
    final <T> T oneOf(T... these) {
        return these[random.nextInt(these.length)];
    }

    <T> T oneOf(List<T> these) {
        return these.get(random.nextInt(these.size()));
    }

    /** The same entries, often in another order. */
    <T> List<T> shuffled(List<T> these) {
        List<T> copy = new ArrayList<>(these);
        if (chance(0.6)) {
            Collections.shuffle(copy, random);
        }
        return copy;
    }

    ArrayNode array(List<? extends JsonNode> entries) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        shuffled(entries).forEach(array::add);
        return array;
    }

    /** Words as an array, often in another order, now and then with one of them twice. */
    ArrayNode words(List<String> words) {
        List<String> chosen = new ArrayList<>(words);
        if (!chosen.isEmpty() && chance(0.1)) {
            chosen.add(oneOf(chosen));
        }
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        shuffled(chosen).forEach(array::add);
        return array;
    }

    /** Each of these words with that chance. */
    List<String> some(List<String> words, double share) {
        return words.stream().filter(word -> chance(share)).toList();
    }
}
