package org.offereligibility.decision;

import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.drools.model.functions.PredicateN;
import org.kie.api.runtime.rule.AccumulateFunction;
import org.offereligibility.dossier.Fact;
import org.offereligibility.policy.CompiledRules;
import org.offereligibility.policy.Condition;
import org.offereligibility.policy.Expression.Value;
import org.offereligibility.policy.FactType;
import org.offereligibility.policy.Functions;
import org.offereligibility.policy.RuleSource;

/**
 * A rule made ready for the matcher from its text alone, without a compiler: for the thousands of rules that somebody might
 * have written instead. It holds exactly where the compiled rule would; tests say so of every rule there is.
 */
final class Written {
    private final CompiledRules compiled;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<Search> parts;
    private final Function<Frame, Object> stating;

    /** @param compiled whose types of facts the rule speaks of */
    Written(RuleSource rule, CompiledRules compiled) {
        this.compiled = compiled;
        this.parts = rule.conditions().stream().map(this::search).toList();
        this.stating = stating(rule.states());
    }

    List<Search> parts() {
        return parts;
    }

    Function<Frame, Object> stating() {
        return stating;
    }

    /** Of the variables by their place; facts without a name have an empty one. */
    String[] names() {
        return places.keySet().stream()
                .map(name -> name.startsWith("$") ? name : "")
                .toArray(String[]::new);
    }

    private int place(String variable) {
        return places.computeIfAbsent(variable, unseen -> places.size());
    }

    private Class<?> type(String name) {
        for (Class<?> dossier : Fact.class.getPermittedSubclasses()) {
            if (dossier.getSimpleName().equals(name)) {
                return dossier;
            }
        }
        for (Class<?> shared : Fact.Evidence.class.getPermittedSubclasses()) {
            if (shared.getSimpleName().equals(name)) {
                return shared;
            }
        }
        return compiled.type(name);
    }

    private Search search(Condition condition) {
        if (condition instanceof Condition.Pattern pattern) {
            return pattern(pattern);
        }
        if (condition instanceof Condition.Not not) {
            return new Search.None(search(not.condition()), not);
        }
        if (condition instanceof Condition.Exists exists) {
            return new Search.Some(search(exists.condition()), exists);
        }
        if (condition instanceof Condition.ForAll all) {
            return new Search.Every(pattern(all.pattern()), all);
        }
        if (condition instanceof Condition.And and) {
            return new Search.All(and.conditions().stream().map(this::search).toList());
        }
        if (condition instanceof Condition.Or or) {
            return new Search.Any(or.conditions().stream().map(this::search).toList(), or);
        }
        if (condition instanceof Condition.Eval eval) {
            return new Search.Given(test(eval.constraint(), -1, Map.of()), eval);
        }
        Condition.Accumulate accumulate = (Condition.Accumulate) condition;
        Search inner = search(accumulate.condition());
        return new Search.Accumulate(inner, List.of(fold(accumulate.function())), accumulate);
    }

    private Search.Pattern pattern(Condition.Pattern pattern) {
        Class<?> type = type(pattern.type());
        int place = place(pattern.variable().orElse("fact " + places.size()));
        Map<String, Asked> fields = Asked.fields(type, place);
        List<Search.Bind> bindings = new ArrayList<>();
        List<Search.Test> first = new ArrayList<>();
        List<Search.Test> second = new ArrayList<>();
        Set<Integer> own = new LinkedHashSet<>();
        for (Condition.Constraint constraint : pattern.constraints()) {
            if (constraint.isBinding()) {
                Asked value = asked(((org.offereligibility.policy.Expression.Holds) constraint.asks()).value(), fields);
                int target = place(constraint.variable().orElseThrow());
                own.add(target);
                bindings.add(new Search.Bind(arguments -> value.of(arguments), all(value.places()), target));
            }
        }
        for (Condition.Constraint constraint : pattern.constraints()) {
            if (!constraint.isBinding()) {
                Search.Test test = test(constraint, place, fields);
                boolean late = java.util.Arrays.stream(test.places()).anyMatch(own::contains);
                (late ? second : first).add(test);
            }
        }
        return new Search.Pattern(type, place, first, bindings, second, pattern);
    }

    private Search.Test test(Condition.Constraint constraint, int place, Map<String, Asked> fields) {
        Asked asked = Asked.holds(constraint.asks(), value -> asked(value, fields));
        PredicateN predicate = arguments -> (Boolean) asked.of(arguments);
        return new Search.Test(predicate, all(asked.places()), constraint);
    }

    private Asked asked(Value value, Map<String, Asked> fields) {
        return Asked.value(value, fields, this::place);
    }

    private static int[] all(List<Integer> places) {
        return places.stream().mapToInt(Integer::intValue).toArray();
    }

    private Search.Fold fold(Condition.Function function) {
        String argument = function.argument().get(0).text();
        return new Search.Fold(() -> function(function.name()), place(argument), place(function.variable()));
    }

    @SuppressWarnings("unchecked")
    private static AccumulateFunction<Serializable> function(String name) {
        String type = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        for (Class<?> known : Functions.class.getDeclaredClasses()) {
            if (known.getSimpleName().equals(type)) {
                try {
                    return (AccumulateFunction<Serializable>)
                            known.getDeclaredConstructor().newInstance();
                } catch (ReflectiveOperationException impossible) {
                    throw new IllegalStateException(impossible);
                }
            }
        }
        throw new IllegalStateException("a rule with an unknown function is refused at loading");
    }

    private Function<Frame, Object> stating(RuleSource.Statement states) {
        Class<?> type = compiled.type(states.type());
        List<Asked> arguments = states.arguments().stream()
                .map(argument -> asked(RuleSource.value(argument).orElseThrow(), Map.of()))
                .toList();
        int count = arguments.size();
        Constructor<?> made = java.util.Arrays.stream(type.getDeclaredConstructors())
                .filter(constructor -> constructor.getParameterCount() == count)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(FactType.FINDING));
        return frame -> {
            Object[] values = arguments.stream()
                    .map(argument -> argument.of(frame.values(all(argument.places()))))
                    .toArray();
            try {
                return made.newInstance(values);
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
            }
        };
    }
}
