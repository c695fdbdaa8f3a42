package org.offereligibility.trial;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.offereligibility.dossier.Exact;
import org.offereligibility.policy.Condition;
import org.offereligibility.policy.FactType;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RuleSource;
import org.offereligibility.policy.TableRow;
import org.offereligibility.policy.Token;
import org.offereligibility.policy.Variants;

/** Columns whose numbers are only ever compared with one another, so that nothing but their ranking matters. */
final class Ranking {
    private final RuleSet rules;

    Ranking(RuleSet rules) {
        this.rules = rules;
    }

    /** That an edit of a number leaves the ranking of its column as it was, where only the ranking matters. */
    Optional<String> proof(Mutant mutant, Variants.Variant variant) {
        if (mutant.kind() != Mutant.Kind.NUMBER) {
            return Optional.empty();
        }
        List<TableRow> before = rows(rules.rows().values().stream().toList(), mutant.about());
        List<TableRow> after = rows(variant.rows().values().stream().toList(), mutant.about());
        for (FactType.Field field : before.get(0).type().fields()) {
            List<Object> old = before.stream()
                    .map(row -> row.values().getOrDefault(field.name(), ""))
                    .toList();
            List<Object> now = after.stream()
                    .map(row -> row.values().getOrDefault(field.name(), ""))
                    .toList();
            if (!old.equals(now)) {
                return sameRanking(old, now) && onlyRanked(mutant.about(), field.name())
                        ? Optional.of(
                                "these numbers are only compared with one another, and their order stays the same")
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static List<TableRow> rows(List<TableRow> rows, String type) {
        return rows.stream().filter(row -> row.type().name().equals(type)).toList();
    }

    private static boolean sameRanking(List<Object> old, List<Object> now) {
        for (int i = 0; i < old.size(); i++) {
            for (int j = 0; j < old.size(); j++) {
                if (!(old.get(i) instanceof Exact a)
                        || !(old.get(j) instanceof Exact b)
                        || !(now.get(i) instanceof Exact c)
                        || !(now.get(j) instanceof Exact d)
                        || a.compareTo(b) != c.compareTo(d)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether the column, and every fact that has its numbers from it, is compared with that column alone, and else but told. */
    private boolean onlyRanked(String table, String column) {
        Set<String> same = new HashSet<>(Set.of(table + "." + column));
        int before = 0;
        while (same.size() > before) {
            before = same.size();
            for (RuleSource rule : rules.rules()) {
                carried(rule, same);
            }
        }
        return rules.rules().stream().allMatch(rule -> comparesOnly(rule, same) && givesNothingElse(rule, same));
    }

    /** Adds the fields of derived facts into which the column's numbers are put as they are. */
    private void carried(RuleSource rule, Set<String> same) {
        Set<String> variables = variables(rule, same);
        List<FactType.Field> fields =
                rules.type(rule.states().type()).map(FactType::fields).orElse(List.of());
        for (int i = 0; i < Math.min(fields.size(), rule.states().arguments().size()); i++) {
            List<Token> argument = rule.states().arguments().get(i);
            if (argument.size() == 1 && variables.contains(argument.get(0).text())) {
                same.add(rule.states().type() + "." + fields.get(i).name());
            }
        }
    }

    /** Whether every rule puts numbers of the column, and no others, where one rule does. */
    private boolean givesNothingElse(RuleSource rule, Set<String> same) {
        Set<String> variables = variables(rule, same);
        List<FactType.Field> fields =
                rules.type(rule.states().type()).map(FactType::fields).orElse(List.of());
        for (int i = 0; i < Math.min(fields.size(), rule.states().arguments().size()); i++) {
            List<Token> argument = rule.states().arguments().get(i);
            if (same.contains(rule.states().type() + "." + fields.get(i).name())
                    && !(argument.size() == 1
                            && variables.contains(argument.get(0).text()))) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> variables(RuleSource rule, Set<String> same) {
        Set<String> variables = new HashSet<>();
        Asking.all(rule.conditions()).forEach(condition -> {
            if (condition instanceof Condition.Pattern pattern) {
                pattern.constraints().stream()
                        .filter(constraint -> constraint.isBinding()
                                && constraint.expression().size() == 1)
                        .filter(constraint -> same.contains(pattern.type() + "." + constraint.text()))
                        .forEach(constraint ->
                                variables.add(constraint.variable().orElse("")));
            }
        });
        return variables;
    }

    private boolean comparesOnly(RuleSource rule, Set<String> same) {
        Set<String> variables = variables(rule, same);
        Map<Condition.Constraint, String> tests = new HashMap<>();
        for (Condition condition : Asking.all(rule.conditions()).toList()) {
            if (condition instanceof Condition.Pattern pattern) {
                pattern.constraints().forEach(constraint -> tests.put(constraint, pattern.type()));
            } else if (condition instanceof Condition.Eval eval) {
                tests.put(eval.constraint(), "");
            } else if (condition instanceof Condition.Accumulate accumulate
                    && accumulate.function().argument().stream().anyMatch(token -> variables.contains(token.text()))) {
                return false;
            }
        }
        for (Map.Entry<Condition.Constraint, String> test : tests.entrySet()) {
            List<Token> tokens = test.getKey().expression();
            long of = tokens.stream()
                    .filter(token -> isOf(token, test.getValue(), variables, same))
                    .count();
            boolean compared = tokens.size() == 3
                    && List.of("==", "!=", "<", "<=", ">", ">=")
                            .contains(tokens.get(1).text())
                    && of == 2;
            boolean named = test.getKey().isBinding() && tokens.size() == 1;
            if (of > 0 && !compared && !named) {
                return false;
            }
        }
        return rule.states().arguments().stream()
                .allMatch(argument -> argument.stream().noneMatch(token -> variables.contains(token.text()))
                        || argument.size() == 1 && !rule.findsSomething());
    }

    private static boolean isOf(Token token, String type, Set<String> variables, Set<String> same) {
        return token.kind() == Token.Kind.VARIABLE
                ? variables.contains(token.text())
                : token.kind() == Token.Kind.NAME && same.contains(type + "." + token.text());
    }
}
