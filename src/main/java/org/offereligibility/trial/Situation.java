package org.offereligibility.trial;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.offereligibility.policy.Condition;
import org.offereligibility.policy.TableRow;

/**
 * One way in which conditions may hold, in general: which facts are there, what is known of their values, and what must be
 * absent. Each value has a number, its place. Mutable; a copy is made for each alternative.
 */
final class Situation {
    private static final int FEW = 8;

    final Values values;
    final List<Present> present = new ArrayList<>();
    final List<Absent> absent = new ArrayList<>();
    final List<Absent> every = new ArrayList<>();
    final List<Gathered> gathered = new ArrayList<>();
    final List<Asked> asked = new ArrayList<>();
    Map<String, Integer> variables = new TreeMap<>();

    Situation() {
        this(new Values());
    }

    private Situation(Values values) {
        this.values = values;
    }

    /**
     * A fact that is there.
     *
     * @param fields their values' places; {@code this} is the fact itself
     * @param row for a line of a table
     * @param direct whether a condition asked for it, and not one behind a derived fact
     */
    record Present(String type, Map<String, Integer> fields, Optional<TableRow> row, boolean direct) {
        private Present moved(int by) {
            Map<String, Integer> moved = new TreeMap<>();
            fields.forEach((name, place) -> moved.put(name, place + by));
            return new Present(type, moved, row, false);
        }
    }

    /** A fact, and a pattern that it met. */
    record Asked(Present fact, Condition.Pattern pattern) {}

    /** A condition with the variables that it was written for. */
    record Absent(Condition condition, Map<String, Integer> variables) {}

    /** The result of an {@code accumulate}, and the place of a value that it was computed from, and its fact. */
    record Gathered(String function, int result, int argument, int firstFact, int factsAfter) {}

    Situation copy() {
        Situation copy = new Situation(values.copy());
        copy.present.addAll(present);
        copy.absent.addAll(absent);
        copy.every.addAll(every);
        copy.gathered.addAll(gathered);
        copy.asked.addAll(asked);
        copy.variables = new TreeMap<>(variables);
        return copy;
    }

    /** One situation for each word that may stand at the place; the situation itself where there are no or too many words. */
    List<Situation> byWord(int place) {
        if (!(values.range(place) instanceof Range.Words words)
                || words.others()
                || words.words().size() < 2
                || words.words().size() > FEW) {
            return List.of(this);
        }
        List<Situation> cases = new ArrayList<>();
        for (String word : words.words()) {
            Situation one = copy();
            one.values.narrow(place, Range.word(word));
            if (!one.values.isImpossible()) {
                cases.add(one);
            }
        }
        return cases;
    }

    /** The same with other variables. */
    Situation with(Map<String, Integer> others) {
        Situation copy = copy();
        copy.variables = new TreeMap<>(others);
        return copy;
    }

    /** Takes over all that is known in another situation; its places move by the number returned. */
    int takeOver(Situation other) {
        int by = values.takeOver(other.values);
        int facts = present.size();
        for (Present fact : other.present) {
            Present moved = fact.moved(by);
            Optional<Present> same = theOnly(fact.type());
            same.ifPresent(known -> known.fields().forEach((name, place) -> {
                values.relate(place, "==", moved.fields().getOrDefault(name, place));
            }));
            present.add(moved);
        }
        other.absent.forEach(condition -> absent.add(moved(condition, by)));
        other.every.forEach(condition -> every.add(moved(condition, by)));
        other.gathered.forEach(from -> gathered.add(new Gathered(
                from.function(),
                from.result() + by,
                from.argument() + by,
                from.firstFact() + facts,
                from.factsAfter() + facts)));
        return by;
    }

    private static Absent moved(Absent condition, int by) {
        Map<String, Integer> moved = new HashMap<>();
        condition.variables().forEach((name, place) -> moved.put(name, place + by));
        return new Absent(condition.condition(), moved);
    }

    /** The fact of a type of which a dossier says at most one, if it is there. */
    Optional<Present> theOnly(String type) {
        return org.offereligibility.dossier.FactPlaces.isOnce(type)
                ? present.stream().filter(fact -> fact.type().equals(type)).findFirst()
                : Optional.empty();
    }
}
