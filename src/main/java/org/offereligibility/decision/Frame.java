package org.offereligibility.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where the search for matches of one rule stands: the variables that have a value, and what supports it so far. */
final class Frame {
    final WorkingFacts facts;
    final Object[] values;
    final List<Match.Support> support = new ArrayList<>();
    private final String[] names;

    /** @param names of the variables, by their place; generated ones are empty */
    Frame(WorkingFacts facts, String[] names) {
        this.facts = facts;
        this.names = names;
        this.values = new Object[names.length];
    }

    /** The same variables with the same values, with nothing that supports them. */
    Frame copy() {
        Frame copy = new Frame(facts, names);
        System.arraycopy(values, 0, copy.values, 0, values.length);
        return copy;
    }

    /** The values that have a name in the rule's text. */
    Map<String, Object> bindings() {
        Map<String, Object> bindings = new TreeMap<>();
        for (int i = 0; i < names.length; i++) {
            if (!names[i].isEmpty() && values[i] != null) {
                bindings.put(names[i], values[i]);
            }
        }
        return bindings;
    }

    Object[] values(int[] places) {
        Object[] arguments = new Object[places.length];
        for (int i = 0; i < places.length; i++) {
            arguments[i] = values[places[i]];
        }
        return arguments;
    }
}
