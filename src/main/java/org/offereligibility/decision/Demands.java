package org.offereligibility.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.offereligibility.policy.Condition;
import org.offereligibility.policy.Expression;
import org.offereligibility.policy.FactType;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RuleSource;
import org.offereligibility.policy.TableRow;
import org.offereligibility.policy.Token;

/** What each rule demands, without what no dossier can make fail: rows of tables that are chosen by the policy alone. */
final class Demands {
    /** The facts of which every dossier has one. */
    private static final Set<String> ALWAYS = Set.of("Role", "Level", "AsOf");

    private final RuleSet rules;
    private final Map<String, RuleSource> stating = new HashMap<>();
    private final Map<Place, Demand> all = new LinkedHashMap<>();
    private final Map<Place, List<Compared>> compared = new HashMap<>();

    private final Map<Search.Pattern, RuleSource> patterns = new IdentityHashMap<>();
    private final Map<Search.Pattern, List<Asked>> asked = new IdentityHashMap<>();

    /** A test of a rule, and what is known of it beforehand. */
    record Asked(Search.Test test, Optional<Demand> demand, List<Compared> compared) {}

    private record Place(String rule, Demand.Kind kind, int offset) {}

    /** A comparison, and whether one side is a figure of the policy. */
    record Compared(Expression.Comparison comparison, int place, boolean ofPolicy, boolean boundOnTheLeft) {}

    Demands(RuleSet rules, Collection<RulePlan> plans) {
        this.rules = rules;
        rules.rules().forEach(rule -> stating.putIfAbsent(rule.states().type(), rule));
        Map<String, RulePlan> byName = new HashMap<>();
        plans.forEach(plan -> byName.put(plan.source().name(), plan));
        for (RuleSource rule : rules.rules()) {
            Optional.ofNullable(byName.get(rule.name()))
                    .ifPresent(plan -> collect(plan.parts(), rule, new HashSet<>(), true));
        }
        patterns.forEach((pattern, rule) -> asked.put(
                pattern,
                Nearness.tests(pattern).stream().map(test -> asked(test, rule)).toList()));
    }

    /** In the order of the rules, and in each as they are written. */
    List<Demand> all() {
        return List.copyOf(all.values());
    }

    Optional<Demand> condition(RuleSource rule, Condition condition) {
        return Optional.ofNullable(all.get(
                new Place(rule.name(), Demand.Kind.CONDITION, condition.at().offset())));
    }

    Map<Object, TableRow> rows() {
        return rules.rows();
    }

    /** The tests of a pattern, in the order in which they are written. */
    List<Asked> tests(Search.Pattern pattern) {
        return asked.getOrDefault(pattern, List.of());
    }

    Asked asked(Search.Test test, RuleSource rule) {
        return new Asked(test, constraint(rule, test.asked()), comparisons(rule, test.asked()));
    }

    private Optional<Demand> constraint(RuleSource rule, Condition.Constraint constraint) {
        return Optional.ofNullable(all.get(
                new Place(rule.name(), Demand.Kind.CONSTRAINT, constraint.at().offset())));
    }

    /** The comparisons of a constraint with figures of the policy. */
    private List<Compared> comparisons(RuleSource rule, Condition.Constraint constraint) {
        return compared.getOrDefault(
                new Place(rule.name(), Demand.Kind.CONSTRAINT, constraint.at().offset()), List.of());
    }

    /**
     * @param fixed the variables whose value the policy alone gives
     * @param several whether each part may fail by itself; a single condition within another fails with that one
     */
    private void collect(List<Search> parts, RuleSource rule, Set<String> fixed, boolean several) {
        List<Search> flat = Examination.flat(parts);
        for (Search part : flat) {
            boolean counts = several || flat.size() > 1;
            if (part instanceof Search.Pattern pattern) {
                patterns.put(pattern, rule);
                pattern(pattern.written(), rule, fixed, counts);
            } else if (part instanceof Search.None none) {
                condition(none.written(), rule, counts);
                collect(List.of(none.inner()), rule, new HashSet<>(fixed), false);
            } else if (part instanceof Search.Some some) {
                condition(some.written(), rule, counts);
                collect(List.of(some.inner()), rule, new HashSet<>(fixed), false);
            } else if (part instanceof Search.Every every) {
                patterns.put(every.pattern(), rule);
                condition(every.written(), rule, counts);
                pattern(every.pattern().written(), rule, new HashSet<>(fixed), false);
            } else if (part instanceof Search.Any any) {
                condition(any.written(), rule, counts);
                any.alternatives()
                        .forEach(alternative -> collect(List.of(alternative), rule, new HashSet<>(fixed), true));
            } else if (part instanceof Search.Given given) {
                add(
                        rule,
                        Demand.Kind.CONSTRAINT,
                        given.test().asked().at(),
                        given.test().asked().text());
                compare(rule, given.test().asked(), Optional.empty());
            } else if (part instanceof Search.Accumulate accumulate) {
                if (accumulate.needsSomething()) {
                    condition(accumulate.written(), rule, counts);
                }
                collect(List.of(accumulate.inner()), rule, new HashSet<>(fixed), false);
            }
        }
    }

    private void pattern(Condition.Pattern pattern, RuleSource rule, Set<String> fixed, boolean counts) {
        Optional<FactType> type = rules.type(pattern.type());
        boolean table =
                type.filter(known -> known.origin() == FactType.Origin.TABLE).isPresent();
        if (table && fixed.containsAll(Variables.of(pattern).needed())) {
            Condition.variables(pattern, fixed);
            return;
        }
        boolean tests = pattern.constraints().stream().anyMatch(constraint -> !constraint.isBinding());
        if (counts && (tests || !ALWAYS.contains(pattern.type()))) {
            condition(pattern, rule, true);
        }
        if (pattern.type().equals("Role")) {
            Condition.variables(pattern, fixed); // each of these rules is asked of its own role only
        }
        for (Condition.Constraint constraint : pattern.constraints()) {
            boolean choosesRows = table && isFixed(constraint, fixed);
            if (!constraint.isBinding() && !choosesRows) {
                add(rule, Demand.Kind.CONSTRAINT, constraint.at(), constraint.text());
                compare(rule, constraint, type);
            }
        }
    }

    /** Whether it speaks of variables, and the policy alone gives them their value. */
    private static boolean isFixed(Condition.Constraint constraint, Set<String> fixed) {
        List<String> variables = constraint.expression().stream()
                .filter(token -> token.kind() == Token.Kind.VARIABLE)
                .map(Token::text)
                .toList();
        return !variables.isEmpty() && fixed.containsAll(variables);
    }

    private void condition(Condition condition, RuleSource rule, boolean counts) {
        if (counts) {
            add(rule, Demand.Kind.CONDITION, condition.at(), condition.text());
        }
    }

    private void add(RuleSource rule, Demand.Kind kind, Token at, String text) {
        all.put(
                new Place(rule.name(), kind, at.offset()),
                new Demand(
                        rule.name(),
                        kind,
                        rule.file(),
                        at.line(),
                        at.column(),
                        text.strip().replaceAll("\\s+", " ")));
    }

    private void compare(RuleSource rule, Condition.Constraint constraint, Optional<FactType> own) {
        List<Compared> found = new ArrayList<>();
        int[] place = {0};
        compare(constraint.asks(), rule, own, place, found);
        if (!found.isEmpty()) {
            compared.put(
                    new Place(
                            rule.name(), Demand.Kind.CONSTRAINT, constraint.at().offset()),
                    List.copyOf(found));
        }
    }

    private void compare(Expression asks, RuleSource rule, Optional<FactType> own, int[] place, List<Compared> found) {
        if (asks instanceof Expression.AnyOf any) {
            any.parts().forEach(part -> compare(part, rule, own, place, found));
        } else if (asks instanceof Expression.AllOf all) {
            all.parts().forEach(part -> compare(part, rule, own, place, found));
        } else if (asks instanceof Expression.Negated negated) {
            compare(negated.inner(), rule, own, place, found);
        } else if (asks instanceof Expression.Comparison comparison) {
            int here = place[0]++;
            boolean right = isOfPolicy(comparison.right(), rule, own, new HashSet<>());
            boolean left = !right && isOfPolicy(comparison.left(), rule, own, new HashSet<>());
            found.add(new Compared(comparison, here, right || left, left));
        }
    }

    /** Whether the value stands in a table, perhaps carried on by a rule that derives a fact. */
    private boolean isOfPolicy(Expression.Value value, RuleSource rule, Optional<FactType> own, Set<String> followed) {
        if (value instanceof Expression.Value.Field field) {
            return own.isPresent() && isOfPolicy(own.get(), field.name(), followed);
        }
        return value instanceof Expression.Value.Variable variable
                && rule.conditions().stream().anyMatch(condition -> isOfPolicy(condition, variable.name(), followed));
    }

    /** Whether the condition gives that variable the value of a table's column. */
    private boolean isOfPolicy(Condition condition, String variable, Set<String> followed) {
        if (condition instanceof Condition.Pattern pattern) {
            return pattern.constraints().stream()
                    .filter(constraint ->
                            constraint.variable().filter(variable::equals).isPresent()
                                    && constraint.expression().size() == 1)
                    .anyMatch(constraint -> rules.type(pattern.type())
                            .filter(type -> isOfPolicy(
                                    type, constraint.expression().get(0).text(), followed))
                            .isPresent());
        }
        return condition.parts().stream().anyMatch(part -> isOfPolicy(part, variable, followed));
    }

    private boolean isOfPolicy(FactType type, String field, Set<String> followed) {
        if (type.origin() != FactType.Origin.DERIVED) {
            return type.origin() == FactType.Origin.TABLE;
        }
        RuleSource source = stating.get(type.name());
        if (source == null || !followed.add(type.name() + "." + field)) {
            return false;
        }
        for (int i = 0; i < source.states().arguments().size(); i++) {
            List<Token> argument = source.states().arguments().get(i);
            if (type.fields().get(i).name().equals(field)
                    && argument.size() == 1
                    && argument.get(0).kind() == Token.Kind.VARIABLE) {
                String variable = argument.get(0).text();
                return source.conditions().stream().anyMatch(part -> isOfPolicy(part, variable, followed));
            }
        }
        return false;
    }
}
