package org.offereligibility.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.offereligibility.dossier.Problem;

/**
 * The order in which rules may run so that no rule asks for what may still come: a rule's layer is over those of all rules
 * that state a fact it reads. Rules that need themselves are refused, so that the result is the same whatever fires first.
 */
final class Layers {
    private final Map<RuleSource, Integer> layers = new IdentityHashMap<>();
    private final Map<String, List<RuleSource>> stating = new HashMap<>();
    private final Consumer<Problem> problems;

    Layers(List<RuleSource> rules, Consumer<Problem> problems) {
        this.problems = problems;
        for (RuleSource rule : rules) {
            stating.computeIfAbsent(rule.states().type(), type -> new ArrayList<>())
                    .add(rule);
        }
        for (RuleSource rule : rules) {
            layer(rule, new LinkedHashSet<>());
        }
        int last = layers.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        layers.replaceAll((rule, layer) -> rule.findsSomething() ? last + 1 : layer);
    }

    /** From 0; all rules that find something are in the last layer. */
    int of(RuleSource rule) {
        return layers.getOrDefault(rule, 0);
    }

    private int layer(RuleSource rule, Set<RuleSource> path) {
        Integer known = layers.get(rule);
        if (known != null) {
            return known;
        }
        if (!path.add(rule)) {
            problems.accept(new Problem(
                    rule.file(),
                    rule.line(),
                    rule.at().column(),
                    "",
                    "rule \"" + rule.name()
                            + "\" needs `" + rule.states().type() + "` to state `"
                            + rule.states().type()
                            + "`: a fact may not depend on itself"));
            return 0;
        }
        int layer = 0;
        for (String type : read(rule)) {
            for (RuleSource before : stating.getOrDefault(type, List.of())) {
                layer = Math.max(layer, layer(before, path) + 1);
            }
        }
        path.remove(rule);
        layers.put(rule, layer);
        return layer;
    }

    /** The types of facts that the rule's conditions speak of. */
    static Set<String> read(RuleSource rule) {
        Set<String> types = new LinkedHashSet<>();
        rule.conditions().forEach(condition -> read(condition, types));
        return types;
    }

    private static void read(Condition condition, Set<String> types) {
        if (condition instanceof Condition.Pattern pattern) {
            types.add(pattern.type());
        } else if (condition instanceof Condition.Not not) {
            read(not.condition(), types);
        } else if (condition instanceof Condition.Exists exists) {
            read(exists.condition(), types);
        } else if (condition instanceof Condition.ForAll all) {
            read(all.pattern(), types);
        } else if (condition instanceof Condition.And and) {
            and.conditions().forEach(part -> read(part, types));
        } else if (condition instanceof Condition.Or or) {
            or.conditions().forEach(part -> read(part, types));
        } else if (condition instanceof Condition.Accumulate accumulate) {
            read(accumulate.condition(), types);
        }
    }
}
