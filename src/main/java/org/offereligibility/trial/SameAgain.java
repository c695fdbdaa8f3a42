package org.offereligibility.trial;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.offereligibility.policy.Condition;
import org.offereligibility.policy.Expression;
import org.offereligibility.policy.Expression.Value;
import org.offereligibility.policy.FactType;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RuleSource;

/**
 * Edits that let two equal numbers through which were kept out before, where equality could only be that of one and the same
 * fact with itself, and something else is asked that no fact is to itself: no round began before it began.
 */
final class SameAgain {
    /** What the reader sees to: of these facts a dossier has one for each value of the field. */
    private static final Map<String, String> ONE_FOR_EACH = Map.of("RoundHeld", "round");

    private static final Set<String> TO_NONE = Set.of("<", ">", "!=");

    private final RuleSet rules;

    SameAgain(RuleSet rules) {
        this.rules = rules;
    }

    Optional<String> proof(RuleSource before, RuleSource after) {
        if (before.conditions().size() != after.conditions().size()) {
            return Optional.empty();
        }
        for (int i = 0; i < before.conditions().size(); i++) {
            Condition old = before.conditions().get(i);
            Condition edited = after.conditions().get(i);
            if (!old.text().equals(edited.text())) {
                List<Condition.Pattern> was = within(old);
                List<Condition.Pattern> is = within(edited);
                return was.size() == is.size() && isNever(outside(before, i), was, is)
                        ? Optional.of("two lines are as equal only where they are one line, and with itself nothing is "
                                + "compared in that way")
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static List<Condition.Pattern> outside(RuleSource rule, int end) {
        return rule.conditions().subList(0, end).stream()
                .filter(Condition.Pattern.class::isInstance)
                .map(Condition.Pattern.class::cast)
                .toList();
    }

    /** The patterns of {@code exists (... and ...)} or {@code not (... and ...)}. */
    private static List<Condition.Pattern> within(Condition condition) {
        Condition inner = condition instanceof Condition.Exists exists
                ? exists.condition()
                : condition instanceof Condition.Not not ? not.condition() : condition;
        List<Condition> parts = inner instanceof Condition.And and ? and.conditions() : List.of();
        return parts.stream().allMatch(Condition.Pattern.class::isInstance)
                ? parts.stream().map(Condition.Pattern.class::cast).toList()
                : List.of();
    }

    private boolean isNever(List<Condition.Pattern> outside, List<Condition.Pattern> was, List<Condition.Pattern> is) {
        Map<String, String> same = new HashMap<>();
        boolean found = false;
        for (int i = 0; i < was.size(); i++) {
            Optional<List<Condition.Constraint>> asked = added(was.get(i), is.get(i));
            if (asked.isEmpty()) {
                return false;
            }
            Condition.Pattern inner = was.get(i);
            for (Condition.Pattern outer : outside) {
                if (outer.type().equals(inner.type()) && isOne(inner, asked.get(), outer, same)) {
                    found |= asked.get().stream().anyMatch(one -> isToNone(one, outer, same));
                    bindings(inner)
                            .forEach((field, variable) -> Optional.ofNullable(
                                            equals(outer).get(field))
                                    .ifPresent(known -> same.put(variable, known)));
                }
            }
        }
        return found;
    }

    /** What the pattern asks in the case that the edit lets through; nothing if it is another edit. */
    private static Optional<List<Condition.Constraint>> added(Condition.Pattern was, Condition.Pattern is) {
        if (!was.type().equals(is.type())
                || was.constraints().size() != is.constraints().size()) {
            return Optional.empty();
        }
        List<Condition.Constraint> asked = new ArrayList<>();
        for (int i = 0; i < was.constraints().size(); i++) {
            Condition.Constraint old = was.constraints().get(i);
            if (old.text().equals(is.constraints().get(i).text())) {
                asked.add(old);
            } else if (old.isBinding()
                    || !(old.asks() instanceof Expression.Comparison before)
                    || !(is.constraints().get(i).asks() instanceof Expression.Comparison after)
                    || !after.operator().equals(before.operator() + "=")
                    || !after.left().equals(before.left())
                    || !after.right().equals(before.right())) {
                return Optional.empty();
            }
        }
        // where the edited comparison is one of equality: its sides are told by equals(...)
        return Optional.of(asked);
    }

    /** Whether the inner pattern, in that case, can only pick out the fact that the outer one picked. */
    private boolean isOne(
            Condition.Pattern inner,
            List<Condition.Constraint> asked,
            Condition.Pattern outer,
            Map<String, String> same) {
        Map<String, String> theirs = equals(outer);
        for (Condition.Constraint constraint : inner.constraints()) {
            boolean isEquality = !asked.contains(constraint);
            if (!constraint.isBinding()
                    && constraint.asks() instanceof Expression.Comparison comparison
                    && (isEquality || comparison.operator().equals("=="))
                    && comparison.left() instanceof Value.Field field
                    && comparison.right() instanceof Value.Variable variable
                    && isOneForEach(inner.type(), field.name())
                    && same.getOrDefault(variable.name(), variable.name()).equals(theirs.get(field.name()))) {
                return true;
            }
        }
        return false;
    }

    private boolean isOneForEach(String type, String field) {
        if (field.equals(ONE_FOR_EACH.get(type))) {
            return true;
        }
        Set<Object> seen = new HashSet<>();
        return rules.type(type)
                        .filter(known -> known.origin() == FactType.Origin.TABLE)
                        .isPresent()
                && rules.rows().values().stream()
                        .filter(row -> row.type().name().equals(type))
                        .allMatch(row -> seen.add(row.values().getOrDefault(field, "")));
    }

    /** Whether no fact is that to itself. */
    private static boolean isToNone(
            Condition.Constraint constraint, Condition.Pattern outer, Map<String, String> same) {
        return !constraint.isBinding()
                && constraint.asks() instanceof Expression.Comparison comparison
                && TO_NONE.contains(comparison.operator())
                && comparison.left() instanceof Value.Field field
                && comparison.right() instanceof Value.Variable variable
                && same.getOrDefault(variable.name(), variable.name())
                        .equals(equals(outer).get(field.name()));
    }

    private static Map<String, String> bindings(Condition.Pattern pattern) {
        Map<String, String> bindings = new HashMap<>();
        pattern.constraints().stream()
                .filter(constraint -> constraint.isBinding() && !constraint.isTest())
                .forEach(constraint ->
                        bindings.put(constraint.text(), constraint.variable().orElseThrow()));
        return bindings;
    }

    /** The variables that have the values of the fact's fields. */
    private static Map<String, String> equals(Condition.Pattern pattern) {
        Map<String, String> equal = bindings(pattern);
        pattern.constraints().stream()
                .filter(constraint -> !constraint.isBinding())
                .map(Condition.Constraint::asks)
                .forEach(asked -> {
                    if (asked instanceof Expression.Comparison comparison
                            && comparison.operator().equals("==")
                            && comparison.left() instanceof Value.Field field
                            && comparison.right() instanceof Value.Variable variable) {
                        equal.putIfAbsent(field.name(), variable.name());
                    }
                });
        return equal;
    }
}
