package org.offereligibility.trial;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.offereligibility.dossier.Exact;
import org.offereligibility.policy.Condition;
import org.offereligibility.policy.Expression;
import org.offereligibility.policy.Expression.Value;
import org.offereligibility.policy.FactType;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RuleSource;
import org.offereligibility.policy.TableRow;

/** Edits after which a rule's conditions on tables pick out what they picked out before: the rest of the rule sees the same. */
final class PickedLines {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\w+");

    private final RuleSet rules;

    PickedLines(RuleSet rules) {
        this.rules = rules;
    }

    Optional<String> proof(RuleSource before, RuleSource after) {
        Parts old = parts(before);
        Parts edited = parts(after);
        if (old.tables().isEmpty()
                || !old.rest().equals(edited.rest())
                || !old.types().equals(edited.types())
                || !picked(old, old.used()).equals(picked(edited, old.used()))) {
            return Optional.empty();
        }
        Set<String> files = rows(old.types()).stream().map(TableRow::file).collect(Collectors.toSet());
        return files.size() == 1
                ? Optional.of(
                        "it picks out the same lines of `" + files.iterator().next() + "`")
                : Optional.of("it picks out the same lines of the tables");
    }

    /** @param rest all of the rule but its conditions on tables, as text */
    private record Parts(List<Condition.Pattern> tables, String rest) {
        Set<String> types() {
            return tables.stream().map(Condition.Pattern::type).collect(Collectors.toSet());
        }

        Set<String> used() {
            Set<String> used = new HashSet<>();
            Matcher variables = VARIABLE.matcher(rest);
            while (variables.find()) {
                used.add(variables.group());
            }
            return used;
        }
    }

    private Parts parts(RuleSource rule) {
        List<Condition.Pattern> tables = new ArrayList<>();
        Set<String> known = new HashSet<>();
        StringBuilder rest = new StringBuilder();
        for (Condition condition : rule.conditions()) {
            if (condition instanceof Condition.Pattern pattern && isOfTables(pattern, known)) {
                tables.add(pattern);
                Condition.variables(pattern, known);
            } else {
                rest.append(condition.text()).append('\n');
            }
        }
        rest.append(rule.states().type())
                .append(rule.states().arguments().stream()
                        .flatMap(List::stream)
                        .map(token -> token.text())
                        .toList());
        for (String annotation : List.of("code", "effect", "section", "says", "tells")) {
            rest.append('\n').append(rule.annotation(annotation));
        }
        return new Parts(tables, rest.toString());
    }

    /** A condition on a table that asks nothing but of words, numbers and the lines picked out before it. */
    private boolean isOfTables(Condition.Pattern pattern, Set<String> known) {
        Set<String> here = new HashSet<>(known);
        pattern.constraints().forEach(constraint -> constraint.variable().ifPresent(here::add));
        return pattern.variable().isEmpty()
                && rules.type(pattern.type())
                        .filter(type -> type.origin() == FactType.Origin.TABLE)
                        .isPresent()
                && pattern.constraints().stream()
                        .allMatch(constraint -> constraint.isBinding()
                                ? !constraint.isTest()
                                : constraint.asks() instanceof Expression.Comparison comparison
                                        && isKnown(comparison.left(), here)
                                        && isKnown(comparison.right(), here));
    }

    private static boolean isKnown(Value value, Set<String> variables) {
        return value instanceof Value.Field
                || value instanceof Value.Literal
                || value instanceof Value.Variable variable && variables.contains(variable.name());
    }

    private List<TableRow> rows(Set<String> types) {
        return rules.rows().values().stream()
                .filter(row -> types.contains(row.type().name()))
                .toList();
    }

    /** What the variables can be that the rest of the rule speaks of. */
    private Set<Map<String, Object>> picked(Parts parts, Set<String> used) {
        List<Map<String, Object>> ways = List.of(Map.of());
        for (Condition.Pattern pattern : parts.tables()) {
            List<Map<String, Object>> further = new ArrayList<>();
            for (Map<String, Object> way : ways) {
                for (TableRow row : rows(Set.of(pattern.type()))) {
                    joined(pattern, row, way).ifPresent(further::add);
                }
            }
            ways = further;
        }
        Set<Map<String, Object>> picked = new HashSet<>();
        ways.forEach(way -> {
            Map<String, Object> seen = new HashMap<>(way);
            seen.keySet().retainAll(used);
            picked.add(seen);
        });
        return picked;
    }

    private static Optional<Map<String, Object>> joined(
            Condition.Pattern pattern, TableRow row, Map<String, Object> way) {
        Map<String, Object> all = new HashMap<>(way);
        pattern.constraints().stream()
                .filter(Condition.Constraint::isBinding)
                .forEach(constraint -> all.put(
                        constraint.variable().orElseThrow(), row.values().getOrDefault(constraint.text(), "")));
        return pattern.constraints().stream()
                        .filter(constraint -> !constraint.isBinding())
                        .map(constraint -> (Expression.Comparison) constraint.asks())
                        .allMatch(asked ->
                                holds(value(asked.left(), row, all), asked.operator(), value(asked.right(), row, all)))
                ? Optional.of(all)
                : Optional.empty();
    }

    private static Object value(Value value, TableRow row, Map<String, Object> variables) {
        if (value instanceof Value.Field field) {
            return Objects.requireNonNull(row.values().get(field.name()), field.name());
        }
        if (value instanceof Value.Variable variable) {
            return Objects.requireNonNull(variables.get(variable.name()), variable.name());
        }
        return ((Value.Literal) value).text();
    }

    private static boolean holds(Object left, String operator, Object right) {
        if (left instanceof Exact number && right instanceof Exact other) {
            int compared = number.compareTo(other);
            return switch (operator) {
                case "==" -> compared == 0;
                case "!=" -> compared != 0;
                case "<" -> compared < 0;
                case "<=" -> compared <= 0;
                case ">" -> compared > 0;
                default -> compared >= 0;
            };
        }
        return left.equals(right) == operator.equals("==");
    }
}
