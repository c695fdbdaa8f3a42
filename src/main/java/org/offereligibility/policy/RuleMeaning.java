package org.offereligibility.policy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.offereligibility.policy.Condition.Constraint;

/**
 * What a rule means, whatever it calls its variables and in whatever order it asks: two rules of the same {@link #whole} do
 * the same. A variable is known by the field it was read from, and by all that was asked of that fact.
 */
final class RuleMeaning {
    private final RuleSource rule;
    /** By variable: the type and field it has its value from, and the same with everything asked of the fact. */
    private final Map<String, String> origins = new HashMap<>();

    private final Map<String, String> known = new HashMap<>();
    private final Map<String, Integer> alike = new HashMap<>();
    private final List<String> asked = new ArrayList<>();

    RuleMeaning(RuleSource rule) {
        this.rule = rule;
        rule.conditions().forEach(condition -> asked.add(meant(condition)));
    }

    /** Conditions, in no order, and what is stated; annotations apart. */
    String whole() {
        return asked.stream().sorted().collect(Collectors.joining("\n")) + "\n" + stated(known);
    }

    /** Whether the other version of the rule says something else in that annotation, whatever its variables are called. */
    boolean saysAnother(String annotation, RuleMeaning other) {
        return !filled(annotation, origins).equals(other.filled(annotation, other.origins))
                || !rule.annotation(annotation).equals(other.rule.annotation(annotation))
                        && !filled(annotation, known).equals(other.filled(annotation, other.known));
    }

    /** Whether the other version of the rule states something else. */
    boolean statesAnother(RuleMeaning other) {
        return !stated(origins).equals(other.stated(other.origins))
                || !stated(Map.of()).equals(other.stated(Map.of()))
                        && !stated(known).equals(other.stated(other.known));
    }

    private String stated(Map<String, String> names) {
        return rule.states().type()
                + rule.states().arguments().stream()
                        .map(argument -> written(argument, names))
                        .toList();
    }

    private String filled(String annotation, Map<String, String> names) {
        return FactType.PLACE
                .matcher(rule.annotation(annotation))
                .replaceAll(place ->
                        Matcher.quoteReplacement("{" + names.getOrDefault(place.group(1), place.group(1)) + "}"));
    }

    /** One condition by itself: its variables are known by type and field alone, so that it does not change with others. */
    String alone(Condition condition) {
        return shape(condition, origins);
    }

    /** One constraint by itself. */
    String alone(Constraint constraint) {
        return written(constraint.expression(), origins);
    }

    private String meant(Condition condition) {
        if (condition instanceof Condition.Pattern pattern) {
            bind(pattern);
        } else if (condition instanceof Condition.Accumulate accumulate) {
            String over = meant(accumulate.condition());
            String meant = "accumulate(" + over + "; " + accumulate.function().name() + "("
                    + written(accumulate.function().argument(), known) + "))";
            String variable = accumulate.function().variable();
            origins.put(variable, "accumulated " + over.replaceFirst("\\[.*", ""));
            known.put(variable, numbered(meant));
            return meant;
        } else {
            condition.parts().forEach(this::meant);
        }
        return shape(condition, known);
    }

    private void bind(Condition.Pattern pattern) {
        Map<String, String> inside = new HashMap<>();
        pattern.variable().ifPresent(variable -> inside.put(variable, "this"));
        for (Constraint constraint : pattern.constraints()) {
            constraint.variable().ifPresent(variable -> inside.put(variable, written(constraint.expression(), inside)));
        }
        known.putAll(inside);
        String fact = numbered(shape(pattern, known));
        inside.forEach((variable, field) -> {
            origins.put(variable, pattern.type() + "." + field);
            known.put(variable, fact + "." + field);
        });
    }

    /** Brief, since meanings are nested in each other; and its number among those that look alike. */
    private String numbered(String meaning) {
        String brief =
                PolicyFolder.sha256(meaning.getBytes(StandardCharsets.UTF_8)).substring(0, 20);
        return brief + "#" + alike.merge(brief, 1, Integer::sum);
    }

    private String shape(Condition condition, Map<String, String> names) {
        if (condition instanceof Condition.Pattern pattern) {
            return pattern.type()
                    + pattern.constraints().stream()
                            .filter(Constraint::isTest)
                            .map(constraint -> written(constraint.expression(), names))
                            .sorted()
                            .toList();
        }
        if (condition instanceof Condition.Accumulate accumulate) {
            return "accumulate(" + shape(accumulate.condition(), names) + "; "
                    + accumulate.function().name() + "("
                    + written(accumulate.function().argument(), names) + "))";
        }
        if (condition instanceof Condition.Eval eval) {
            return "eval(" + written(eval.constraint().expression(), names) + ")";
        }
        String word = condition instanceof Condition.Not
                ? "not"
                : condition instanceof Condition.Exists
                        ? "exists"
                        : condition instanceof Condition.ForAll
                                ? "forall"
                                : condition instanceof Condition.Or ? "or" : "and";
        return word
                + condition.parts().stream()
                        .map(part -> shape(part, names))
                        .sorted()
                        .toList();
    }

    private static String written(List<Token> tokens, Map<String, String> names) {
        return tokens.stream()
                .map(token ->
                        token.is(Token.Kind.VARIABLE) ? names.getOrDefault(token.text(), token.text()) : token.text())
                .collect(Collectors.joining(" "));
    }
}
