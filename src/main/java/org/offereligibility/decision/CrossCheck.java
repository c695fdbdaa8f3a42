package org.offereligibility.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.offereligibility.policy.FactType;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RuleSource;

/** Has Drools find everything a second time: the same rules, each as often and with the same values, and the same facts. */
final class CrossCheck {
    private final Map<String, RuleSource> rules = new HashMap<>();
    private final Map<String, List<String>> variables = new HashMap<>();
    private final Discreet discreet;

    CrossCheck(Iterable<RuleSource> rules, Discreet discreet) {
        for (RuleSource rule : rules) {
            this.rules.put(rule.name(), rule);
            this.variables.put(rule.name(), List.copyOf(rule.variables()));
        }
        this.discreet = discreet;
    }

    /** Drools' engine on those rules. */
    Network network(RuleSet of) {
        List<Class<?>> derived = new ArrayList<>();
        of.compiled().types().forEach((name, type) -> {
            if (of.type(name).orElseThrow().origin() == FactType.Origin.DERIVED) {
                derived.add(type);
            }
        });
        return new Network(of.compiled().base(), of.rows().keySet(), derived, variables);
    }

    /** @throws EnginesDisagree if Drools finds something else, or breaks off */
    void check(Matcher.Result matched, Network network, Iterable<?> facts) {
        Network.Result fired;
        try {
            fired = network.run(facts);
        } catch (RuntimeException broken) {
            throw new EnginesDisagree(List.of("the matcher came to an end, and Drools broke off"), broken);
        }
        compare(matched, fired);
    }

    /** @throws EnginesDisagree with each rule of which one engine found more than the other, or if none, each fact */
    void compare(Matcher.Result matched, Network.Result fired) {
        Map<String, List<List<Object>>> matches = new HashMap<>();
        Set<Object> stated = new HashSet<>();
        for (Match match : matched.matches()) {
            List<Object> values = new ArrayList<>();
            for (String variable : variables.getOrDefault(match.rule().name(), List.of())) {
                values.add(match.bindings().get(variable));
            }
            matches.computeIfAbsent(match.rule().name(), first -> new ArrayList<>())
                    .add(values);
            stated.add(match.stated());
        }
        if (!matches.equals(fired.firings()) || !stated.equals(fired.stated())) {
            List<String> differences = differences(matches, fired.firings());
            if (differences.isEmpty()) { // else what they state differs because of that
                surplus(stated, fired.stated()).forEach(what -> differences.add("only the matcher states " + what));
                surplus(fired.stated(), stated).forEach(what -> differences.add("only Drools states " + what));
            }
            if (!differences.isEmpty()) {
                throw new EnginesDisagree(differences);
            }
        }
    }

    private List<String> differences(Map<String, List<List<Object>>> matches, Map<String, List<List<Object>>> firings) {
        Set<String> names = new TreeSet<>(matches.keySet());
        names.addAll(firings.keySet());
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            Map<List<Object>, Integer> balance = new HashMap<>();
            matches.getOrDefault(name, List.of()).forEach(values -> balance.merge(values, 1, Integer::sum));
            firings.getOrDefault(name, List.of()).forEach(values -> balance.merge(values, -1, Integer::sum));
            Set<String> found = new TreeSet<>();
            balance.forEach((values, surplus) -> {
                if (surplus != 0) {
                    found.add((surplus > 0 ? "only the matcher" : "only Drools") + " finds " + named(name)
                            + (Math.abs(surplus) == 1 ? "" : ", " + Math.abs(surplus) + " times") + with(name, values));
                }
            });
            differences.addAll(found);
        }
        return differences;
    }

    private Set<String> surplus(Set<Object> of, Set<Object> over) {
        Set<String> surplus = new TreeSet<>();
        for (Object fact : of) {
            if (!over.contains(fact)) {
                surplus.add(discreet.of(fact));
            }
        }
        return surplus;
    }

    private String named(String rule) {
        RuleSource source = rules.get(rule);
        return "\"" + rule + "\"" + (source == null ? "" : " (" + source.file() + ", line " + source.line() + ")");
    }

    private String with(String rule, List<Object> values) {
        Map<String, String> shown = new TreeMap<>();
        List<String> names = variables.getOrDefault(rule, List.of());
        for (int i = 0; i < names.size(); i++) {
            shown.put(names.get(i), discreet.of(values.get(i)));
        }
        List<String> parts = new ArrayList<>();
        shown.forEach((name, value) -> parts.add(name + " = " + value));
        return parts.isEmpty() ? "" : " with " + String.join(", ", parts);
    }
}
