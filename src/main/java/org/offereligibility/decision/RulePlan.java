package org.offereligibility.decision;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.drools.model.AccumulatePattern;
import org.drools.model.Binding;
import org.drools.model.Condition.Type;
import org.drools.model.Constraint;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.drools.model.SingleConstraint;
import org.drools.model.Variable;
import org.drools.model.functions.accumulate.AccumulateFunction;
import org.drools.model.patterns.EvalImpl;
import org.offereligibility.policy.Condition;
import org.offereligibility.policy.RuleSource;

/**
 * One rule, made ready for the matcher from the condition tree that Drools compiled. What the matcher cannot run was refused
 * when the rules were loaded.
 */
final class RulePlan {
    private final RuleSource source;
    private final Rule rule;
    private final Map<Variable<?>, Integer> places = new LinkedHashMap<>();
    private final Search search;
    private final int[] arguments;
    private final Set<String> variables;
    private final String[] names;

    RulePlan(RuleSource source, Rule rule) {
        this.source = source;
        this.rule = rule;
        this.variables = source.variables();
        Iterator<Condition> negations = negations(source.conditions()).iterator();
        this.search = all(rule.getView().getSubConditions(), negations);
        this.arguments = places(rule.getDefaultConsequence().getVariables());
        this.names = names();
    }

    RuleSource source() {
        return source;
    }

    /** Every match over the facts, each with what it states. */
    List<Match> matches(WorkingFacts facts) {
        Frame frame = new Frame(facts, names);
        List<Match> matches = new ArrayList<>();
        search.extend(
                frame,
                () -> matches.add(
                        new Match(source, visible(frame.bindings()), List.copyOf(frame.support), stated(frame))));
        return matches;
    }

    /** Without the variables that only live inside a {@code not}, an {@code exists} or an {@code accumulate}. */
    private Map<String, Object> visible(Map<String, Object> bindings) {
        bindings.keySet().retainAll(variables);
        return bindings;
    }

    private Object stated(Frame frame) {
        Stating stating = new Stating();
        boolean usesEngine = rule.getDefaultConsequence().isUsingDrools();
        Object[] all = new Object[arguments.length + (usesEngine ? 1 : 0)];
        if (usesEngine) {
            all[0] = stating;
        }
        System.arraycopy(frame.values(arguments), 0, all, all.length - arguments.length, arguments.length);
        try {
            rule.getDefaultConsequence().getBlock().execute(all);
        } catch (RuntimeException raised) {
            throw raised;
        } catch (Exception raised) {
            throw new IllegalStateException(raised);
        }
        return stating.stated();
    }

    // ---- from the compiled tree

    private Search all(List<org.drools.model.Condition> conditions, Iterator<Condition> negations) {
        List<Search> parts = new ArrayList<>();
        for (org.drools.model.Condition condition : conditions) {
            if (condition.getType() != Type.CONSEQUENCE) {
                parts.add(search(condition, negations));
            }
        }
        return parts.size() == 1 ? parts.get(0) : new Search.All(parts);
    }

    private Search search(org.drools.model.Condition condition, Iterator<Condition> negations) {
        return switch (condition.getType()) {
            case PATTERN -> pattern((Pattern<?>) condition);
            case AND -> all(condition.getSubConditions(), negations);
            case OR ->
                new Search.Any(condition.getSubConditions().stream()
                        .map(alternative -> search(alternative, negations))
                        .toList());
            case NOT -> {
                Condition.Not written = (Condition.Not) negations.next();
                yield new Search.None(all(condition.getSubConditions(), negations), written);
            }
            case EXISTS -> new Search.Some(all(condition.getSubConditions(), negations));
            case ACCUMULATE -> accumulate((AccumulatePattern<?>) condition, negations);
            case FORALL ->
                new Search.Every((Search.Pattern) all(condition.getSubConditions(), negations), (Condition.ForAll)
                        negations.next());
            case EVAL -> new Search.Given(test(((EvalImpl) condition).getExpr()));
            default -> throw refusedAtLoading(condition.getType());
        };
    }

    private Search pattern(Pattern<?> pattern) {
        int place = place(pattern.getPatternVariable());
        List<Search.Bind> bindings = new ArrayList<>();
        for (Binding binding : pattern.getBindings()) {
            bindings.add(new Search.Bind(
                    binding::eval, places(binding.getInputVariables()), place(binding.getBoundVariable())));
        }
        List<Search.Test> tests = new ArrayList<>();
        tests(pattern.getConstraint(), tests);
        Set<Integer> own = bindings.stream().map(Search.Bind::target).collect(Collectors.toSet());
        Map<Boolean, List<Search.Test>> late = tests.stream()
                .collect(Collectors.partitioningBy(
                        test -> Arrays.stream(test.places()).anyMatch(own::contains)));
        return new Search.Pattern(
                pattern.getPatternVariable().getType(),
                place,
                late.getOrDefault(false, List.of()),
                bindings,
                late.getOrDefault(true, List.of()));
    }

    private void tests(Constraint constraint, List<Search.Test> tests) {
        if (constraint instanceof SingleConstraint single) {
            if (single != SingleConstraint.TRUE) {
                tests.add(test(single));
            }
        } else if (constraint.getType() == Constraint.Type.MULTIPLE || constraint.getType() == Constraint.Type.AND) {
            constraint.getChildren().forEach(child -> tests(child, tests));
        } else {
            throw refusedAtLoading(constraint.getType());
        }
    }

    private Search.Test test(SingleConstraint constraint) {
        return new Search.Test(constraint.getPredicate(), places(constraint.getVariables()));
    }

    private Search accumulate(AccumulatePattern<?> accumulate, Iterator<Condition> negations) {
        Search inner = search(accumulate.getCondition(), negations);
        List<Search.Fold> folds = new ArrayList<>();
        for (AccumulateFunction function : accumulate.getAccumulateFunctions()) {
            folds.add(new Search.Fold(
                    () -> fold(function), place((Variable<?>) function.getSource()), place(function.getResult())));
        }
        return new Search.Accumulate(inner, folds);
    }

    @SuppressWarnings("unchecked")
    private static org.kie.api.runtime.rule.AccumulateFunction<Serializable> fold(AccumulateFunction function) {
        return (org.kie.api.runtime.rule.AccumulateFunction<Serializable>) function.createFunctionObject();
    }

    private static IllegalStateException refusedAtLoading(Enum<?> kind) {
        return new IllegalStateException("rules with a condition of the kind " + kind + " are refused at loading");
    }

    private int[] places(Variable<?>[] variables) {
        int[] found = new int[variables.length];
        for (int i = 0; i < variables.length; i++) {
            found[i] = place(variables[i]);
        }
        return found;
    }

    private int place(Variable<?> variable) {
        return places.computeIfAbsent(variable, unseen -> places.size());
    }

    /** Variables by their names in the rule's text; Drools marks those of an inner scope with a suffix. */
    private String[] names() {
        return places.keySet().stream()
                .map(Variable::getName)
                .map(name -> name.startsWith("$") ? name.replaceFirst("_\\d+_sCoPe$", "") : "")
                .toArray(String[]::new);
    }

    /** Each {@code not} and {@code forall} as it was written, in the order in which the compiled tree has them. */
    private static List<Condition> negations(List<Condition> conditions) {
        List<Condition> negations = new ArrayList<>();
        for (Condition condition : conditions) {
            if (condition instanceof Condition.Not not) {
                negations.add(not);
                negations.addAll(negations(List.of(not.condition())));
            } else if (condition instanceof Condition.ForAll all) {
                negations.add(all);
            } else if (condition instanceof Condition.Exists exists) {
                negations.addAll(negations(List.of(exists.condition())));
            } else if (condition instanceof Condition.And and) {
                negations.addAll(negations(and.conditions()));
            } else if (condition instanceof Condition.Or or) {
                negations.addAll(negations(or.conditions()));
            } else if (condition instanceof Condition.Accumulate accumulate) {
                negations.addAll(negations(List.of(accumulate.condition())));
            }
        }
        return negations;
    }
}
