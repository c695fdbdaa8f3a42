package org.offereligibility.trial;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.offereligibility.policy.Condition;
import org.offereligibility.policy.FactType;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RuleSource;
import org.offereligibility.policy.Token;

/** On which fields of which facts a finding can depend, and which are but told. */
final class Asking {
    private final RuleSet rules;
    private final Set<String> asked = new HashSet<>();

    Asking(RuleSet rules) {
        this.rules = rules;
        int before = -1;
        while (asked.size() > before) {
            before = asked.size();
            rules.rules().forEach(this::follow);
        }
    }

    /** Whether some finding can depend on that field. */
    boolean asks(String type, String field) {
        return asked.contains(type + "." + field);
    }

    /** Whether some rule speaks of facts of that type. */
    boolean readsAny(String type) {
        return rules.rules().stream().anyMatch(rule -> rule.reads().contains(type));
    }

    /** Whether it matters how many facts of that type there are, and not only which. */
    boolean counts(String type) {
        Set<String> reached = new HashSet<>(Set.of(type));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (RuleSource rule : rules.rules()) {
                if (rule.reads().stream().anyMatch(reached::contains)) {
                    if (all(rule.conditions()).anyMatch(Condition.Accumulate.class::isInstance)) {
                        return true;
                    }
                    grown |= reached.add(rule.states().type());
                }
            }
        }
        return false;
    }

    /** The conditions and all that stand within them. */
    static Stream<Condition> all(List<Condition> conditions) {
        return conditions.stream().flatMap(condition -> Stream.concat(Stream.of(condition), all(condition.parts())));
    }

    private void follow(RuleSource rule) {
        Set<String> variables = new HashSet<>();
        List<FactType.Field> fields =
                rules.type(rule.states().type()).map(FactType::fields).orElse(List.of());
        for (int i = 0; i < rule.states().arguments().size(); i++) {
            if (rule.findsSomething()
                    || asks(rule.states().type(), fields.get(i).name())) {
                variables(rule.states().arguments().get(i), variables);
            }
        }
        List<Condition> conditions = new ArrayList<>(all(rule.conditions()).toList());
        for (Condition condition : conditions) {
            if (condition instanceof Condition.Accumulate accumulate) {
                variables(accumulate.function().argument(), variables);
            } else if (condition instanceof Condition.Eval eval) {
                variables(eval.constraint().expression(), variables);
            } else if (condition instanceof Condition.Pattern pattern) {
                pattern.constraints().stream()
                        .filter(constraint -> !constraint.isBinding())
                        .forEach(constraint -> {
                            variables(constraint.expression(), variables);
                            fields(pattern.type(), constraint.expression());
                        });
            }
        }
        for (Condition condition : conditions) {
            if (condition instanceof Condition.Pattern pattern) {
                if (pattern.variable().filter(variables::contains).isPresent()) {
                    rules.type(pattern.type())
                            .ifPresent(type ->
                                    type.fields().forEach(field -> asked.add(type.name() + "." + field.name())));
                }
                pattern.constraints().stream()
                        .filter(constraint -> constraint
                                .variable()
                                .filter(variables::contains)
                                .isPresent())
                        .forEach(constraint -> fields(pattern.type(), constraint.expression()));
            }
        }
    }

    private static void variables(List<Token> expression, Set<String> variables) {
        expression.stream()
                .filter(token -> token.kind() == Token.Kind.VARIABLE)
                .forEach(token -> variables.add(token.text()));
    }

    private void fields(String type, List<Token> expression) {
        expression.stream().filter(token -> token.kind() == Token.Kind.NAME).forEach(token -> {
            if (token.text().equals("this")) {
                rules.type(type).ifPresent(all -> all.fields().forEach(field -> asked.add(type + "." + field.name())));
            }
            asked.add(type + "." + token.text());
        });
    }
}
