package org.offereligibility.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.offereligibility.policy.Condition;
import org.offereligibility.policy.FactType;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RuleSource;
import org.offereligibility.policy.Token;

/** All ways in which each rule of a rule set may hold, the deriving rules before those that read what they derive. */
final class Study {
    /** So many forms of one derived fact are kept apart. */
    private static final int FORMS = 200;

    private final World world;
    private final Map<RuleSource, Studied> byRule = new LinkedHashMap<>();

    /**
     * A rule and what was found of it.
     *
     * @param ways all ways in which it may hold; nothing where there are too many
     * @param always whether it holds in every case
     */
    record Studied(RuleSource rule, Optional<List<Situation>> ways, Tally tally, boolean always) {
        boolean isNever() {
            return ways.filter(List::isEmpty).isPresent();
        }
    }

    private Study(RuleSet rules) {
        this.world = new World(rules);
    }

    static Study of(RuleSet rules) {
        Study study = new Study(rules);
        Map<String, Integer> forms = new TreeMap<>();
        for (List<RuleSource> layer : rules.layers()) {
            for (RuleSource rule : layer) {
                Studied studied = study.one(rule);
                study.byRule.put(rule, studied);
                if (!rule.findsSomething()) {
                    study.state(studied, forms);
                }
            }
        }
        return study;
    }

    World world() {
        return world;
    }

    /** In the order of files and lines. */
    List<Studied> rules() {
        return world.rules().rules().stream().map(this::of).toList();
    }

    Studied of(RuleSource rule) {
        Studied studied = byRule.get(rule);
        if (studied == null) {
            throw new IllegalStateException("that is a rule of others");
        }
        return studied;
    }

    Walk walk(Tally tally) {
        return new Walk(world::forms, world, tally);
    }

    private Studied one(RuleSource rule) {
        Tally tally = new Tally();
        Optional<List<Situation>> ways = ways(rule.conditions(), tally);
        return new Studied(rule, ways, tally, always(rule, way -> {}));
    }

    /** All ways in which the conditions may hold; nothing where there are too many. */
    Optional<List<Situation>> ways(List<Condition> conditions, Tally tally) {
        List<Situation> ways = new ArrayList<>();
        try {
            walk(tally).ways(conditions, new Situation(), ways::add);
            return Optional.of(ways);
        } catch (Walk.TooMany tooMany) {
            return Optional.empty();
        }
    }

    private boolean always(RuleSource rule, java.util.function.Consumer<Situation> way) {
        try {
            return new Sure(world, walk(new Tally())).holds(rule.conditions(), new Situation(), found -> {
                way.accept(found);
                return true;
            });
        } catch (Walk.TooMany tooMany) {
            return false;
        }
    }

    private void state(Studied studied, Map<String, Integer> forms) {
        RuleSource rule = studied.rule();
        FactType type = world.rules().type(rule.states().type()).orElseThrow();
        int count = forms.merge(type.name(), studied.ways().map(List::size).orElse(FORMS), Integer::sum);
        if (studied.ways().isEmpty() || count > FORMS) {
            Map<String, Range> ranges = new TreeMap<>();
            type.fields().forEach(field -> ranges.put(field.name(), world.range(type, field)));
            world.mayState(type.name(), Form.of(type, ranges, ranges.keySet()));
        } else {
            studied.ways().get().forEach(way -> world.mayState(type.name(), stated(type, rule, way)));
        }
        always(rule, way -> world.alwaysStates(type.name(), stated(type, rule, way)));
    }

    private static Form stated(FactType type, RuleSource rule, Situation way) {
        Situation with = way.copy();
        return Form.stated(type, with, arguments(rule, with));
    }

    /** Where the values stand that the rule states in that way. */
    static List<Integer> arguments(RuleSource rule, Situation way) {
        return rule.states().arguments().stream()
                .map(argument -> Tests.place(value(argument), Map.of(), way))
                .toList();
    }

    static org.offereligibility.policy.Expression.Value value(List<Token> tokens) {
        Condition.Constraint alone = new Condition.Constraint(tokens.get(0), Optional.empty(), tokens, "");
        return ((org.offereligibility.policy.Expression.Holds) alone.asks()).value();
    }
}
