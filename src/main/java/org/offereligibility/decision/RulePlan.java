package org.offereligibility.decision;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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
    private final Function<Frame, Object> stating;
    private final Map<Variable<?>, Integer> places = new LinkedHashMap<>();
    private final List<Search> parts;
    private final Search search;
    private final Set<String> variables;
    private final String[] names;

    RulePlan(RuleSource source, Rule rule) {
        this.source = source;
        this.variables = source.variables();
        Iterator<Condition> written = written(source.conditions()).iterator();
        this.parts = parts(rule.getView().getSubConditions(), written);
        this.search = parts.size() == 1 ? parts.get(0) : new Search.All(parts);
        int[] arguments = places(rule.getDefaultConsequence().getVariables());
        this.stating = frame -> stated(rule, arguments, frame);
        this.names = names();
    }

    /** A rule that was not compiled: its conditions as they are written. */
    RulePlan(RuleSource source, Written written) {
        this.source = source;
        this.variables = source.variables();
        this.parts = written.parts();
        this.search = parts.size() == 1 ? parts.get(0) : new Search.All(parts);
        this.stating = written.stating();
        this.names = written.names();
    }

    /** The conditions of the rule, each of which must hold. */
    List<Search> parts() {
        return parts;
    }

    /** A search with no variable bound yet. */
    Frame frame(WorkingFacts facts) {
        return new Frame(facts, names);
    }

    RuleSource source() {
        return source;
    }

    /** Some way of running a search. */
    interface Run {
        void extend(Search search, Frame frame, Runnable next);
    }

    /**
     * Every match over the facts, each with what it states.
     *
     * @throws RuleFailed if a condition or what is stated cannot be computed, or takes too long
     */
    List<Match> matches(WorkingFacts facts) {
        return matches(facts, (searched, frame, next) -> searched.extend(frame, next));
    }

    List<Match> matches(WorkingFacts facts, Run run) {
        Frame frame = frame(facts);
        List<Match> matches = new ArrayList<>();
        try {
            run.extend(
                    search,
                    frame,
                    () -> matches.add(new Match(
                            source, visible(frame.bindings()), List.copyOf(frame.support), stating.apply(frame))));
        } catch (RuntimeException raised) {
            throw RuleFailed.of(source, raised);
        }
        return matches;
    }

    /** Without the variables that only live inside a {@code not}, an {@code exists} or an {@code accumulate}. */
    private Map<String, Object> visible(Map<String, Object> bindings) {
        bindings.keySet().retainAll(variables);
        return bindings;
    }

    private static Object stated(Rule rule, int[] arguments, Frame frame) {
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

    private Search all(List<org.drools.model.Condition> conditions, Iterator<Condition> written) {
        List<Search> all = parts(conditions, written);
        return all.size() == 1 ? all.get(0) : new Search.All(all);
    }

    private List<Search> parts(List<org.drools.model.Condition> conditions, Iterator<Condition> written) {
        List<Search> all = new ArrayList<>();
        for (org.drools.model.Condition condition : conditions) {
            if (condition.getType() != Type.CONSEQUENCE) {
                all.add(search(condition, written));
            }
        }
        return all;
    }

    private Search search(org.drools.model.Condition condition, Iterator<Condition> written) {
        return switch (condition.getType()) {
            case PATTERN -> pattern((Pattern<?>) condition, next(written, Condition.Pattern.class));
            case AND -> all(condition.getSubConditions(), written);
            case OR -> {
                Condition.Or or = next(written, Condition.Or.class);
                yield new Search.Any(
                        condition.getSubConditions().stream()
                                .map(alternative -> search(alternative, written))
                                .toList(),
                        or);
            }
            case NOT -> {
                Condition.Not not = next(written, Condition.Not.class);
                yield new Search.None(all(condition.getSubConditions(), written), not);
            }
            case EXISTS -> {
                Condition.Exists exists = next(written, Condition.Exists.class);
                yield new Search.Some(all(condition.getSubConditions(), written), exists);
            }
            case ACCUMULATE -> accumulate((AccumulatePattern<?>) condition, written);
            case FORALL -> {
                Condition.ForAll every = next(written, Condition.ForAll.class);
                yield new Search.Every((Search.Pattern) all(condition.getSubConditions(), written), every);
            }
            case EVAL -> {
                Condition.Eval asked = next(written, Condition.Eval.class);
                yield new Search.Given(test(((EvalImpl) condition).getExpr(), asked.constraint()), asked);
            }
            default -> throw refusedAtLoading(condition.getType());
        };
    }

    /** The compiled tree has the conditions in the order in which they were written; what it groups by `and` aside. */
    private <C extends Condition> C next(Iterator<Condition> written, Class<C> kind) {
        Condition next = written.hasNext() ? written.next() : null;
        if (!kind.isInstance(next)) {
            throw refusedAtLoading(kind.getSimpleName());
        }
        return kind.cast(next);
    }

    private Search pattern(Pattern<?> pattern, Condition.Pattern written) {
        int place = place(pattern.getPatternVariable());
        List<Search.Bind> bindings = new ArrayList<>();
        for (Binding binding : pattern.getBindings()) {
            bindings.add(new Search.Bind(
                    binding::eval, places(binding.getInputVariables()), place(binding.getBoundVariable())));
        }
        List<Search.Test> tests = new ArrayList<>();
        List<Condition.Constraint> asked = written.constraints().stream()
                .filter(constraint -> !constraint.isBinding())
                .toList();
        tests(pattern.getConstraint(), asked.iterator(), tests);
        if (tests.size() != asked.size()) {
            throw refusedAtLoading(written.text());
        }
        Set<Integer> own = bindings.stream().map(Search.Bind::target).collect(Collectors.toSet());
        Map<Boolean, List<Search.Test>> late = tests.stream()
                .collect(Collectors.partitioningBy(
                        test -> Arrays.stream(test.places()).anyMatch(own::contains)));
        return new Search.Pattern(
                pattern.getPatternVariable().getType(),
                place,
                late.getOrDefault(false, List.of()),
                bindings,
                late.getOrDefault(true, List.of()),
                written);
    }

    private void tests(Constraint constraint, Iterator<Condition.Constraint> asked, List<Search.Test> tests) {
        if (constraint instanceof SingleConstraint single) {
            if (single != SingleConstraint.TRUE) {
                if (!asked.hasNext()) {
                    throw refusedAtLoading(single);
                }
                tests.add(test(single, asked.next()));
            }
        } else if (constraint.getType() == Constraint.Type.MULTIPLE || constraint.getType() == Constraint.Type.AND) {
            constraint.getChildren().forEach(child -> tests(child, asked, tests));
        } else {
            throw refusedAtLoading(constraint.getType());
        }
    }

    private Search.Test test(SingleConstraint constraint, Condition.Constraint asked) {
        return new Search.Test(constraint.getPredicate(), places(constraint.getVariables()), asked);
    }

    private Search accumulate(AccumulatePattern<?> accumulate, Iterator<Condition> written) {
        Condition.Accumulate accumulated = next(written, Condition.Accumulate.class);
        Search inner = search(accumulate.getCondition(), written);
        List<Search.Fold> folds = new ArrayList<>();
        for (AccumulateFunction function : accumulate.getAccumulateFunctions()) {
            folds.add(new Search.Fold(
                    () -> fold(function), place((Variable<?>) function.getSource()), place(function.getResult())));
        }
        return new Search.Accumulate(inner, folds, accumulated);
    }

    @SuppressWarnings("unchecked")
    private static org.kie.api.runtime.rule.AccumulateFunction<Serializable> fold(AccumulateFunction function) {
        return (org.kie.api.runtime.rule.AccumulateFunction<Serializable>) function.createFunctionObject();
    }

    private static IllegalStateException refusedAtLoading(Object kind) {
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

    /** The rule's conditions as they were written, from the outside to the inside; groups by `and` are but their parts. */
    private static List<Condition> written(List<Condition> conditions) {
        List<Condition> all = new ArrayList<>();
        for (Condition condition : conditions) {
            if (!(condition instanceof Condition.And)) {
                all.add(condition);
            }
            if (condition instanceof Condition.Not not) {
                all.addAll(written(List.of(not.condition())));
            } else if (condition instanceof Condition.ForAll every) {
                all.add(every.pattern());
            } else if (condition instanceof Condition.Exists exists) {
                all.addAll(written(List.of(exists.condition())));
            } else if (condition instanceof Condition.And and) {
                all.addAll(written(and.conditions()));
            } else if (condition instanceof Condition.Or or) {
                all.addAll(written(or.conditions()));
            } else if (condition instanceof Condition.Accumulate accumulate) {
                all.addAll(written(List.of(accumulate.condition())));
            }
        }
        return all;
    }
}
