package org.offereligibility.trial;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.offereligibility.policy.FactType;
import org.offereligibility.policy.TableRow;
import org.offereligibility.trial.Situation.Present;

/** A form that a fact of a type may take; it makes such a fact in a situation, which may become impossible by it. */
@FunctionalInterface
interface Form {
    Present in(Situation situation);

    /** A line of a table. */
    static Form row(TableRow row) {
        return situation -> {
            Map<String, Integer> fields = new TreeMap<>();
            row.values().forEach((name, value) -> fields.put(name, situation.values.add(Range.cell(value), true)));
            return added(situation, new Present(row.type().name(), itself(situation, fields), Optional.of(row), true));
        };
    }

    /**
     * A fact with fields of these ranges.
     *
     * @param tabled the fields whose range hangs on the lines that tables or the vocabulary happen to have
     */
    static Form of(FactType type, Map<String, Range> ranges, Set<String> tabled) {
        return situation -> {
            Map<String, Integer> fields = new TreeMap<>();
            type.fields()
                    .forEach(field -> fields.put(
                            field.name(),
                            situation.values.add(
                                    ranges.getOrDefault(field.name(), Range.ANYTHING), tabled.contains(field.name()))));
            return added(situation, new Present(type.name(), itself(situation, fields), Optional.empty(), true));
        };
    }

    /** What a rule states in one way in which it may hold: that way comes with it. */
    static Form stated(FactType type, Situation way, List<Integer> arguments) {
        return situation -> {
            int by = situation.takeOver(way);
            Map<String, Integer> fields = new TreeMap<>();
            for (int i = 0; i < arguments.size(); i++) {
                fields.put(type.fields().get(i).name(), arguments.get(i) + by);
            }
            return added(situation, new Present(type.name(), itself(situation, fields), Optional.empty(), true));
        };
    }

    /** A fact that is there already; the condition asks for it too. */
    static Form known(Present fact) {
        return situation -> fact;
    }

    private static Map<String, Integer> itself(Situation situation, Map<String, Integer> fields) {
        fields.put("this", situation.values.add(Range.ANYTHING, false));
        return fields;
    }

    private static Present added(Situation situation, Present fact) {
        situation.present.add(fact);
        return fact;
    }
}
