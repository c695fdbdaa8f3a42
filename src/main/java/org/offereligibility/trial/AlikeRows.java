package org.offereligibility.trial;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.offereligibility.policy.Condition;
import org.offereligibility.policy.FactType;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RuleSource;
import org.offereligibility.policy.TableRow;
import org.offereligibility.policy.Token;

/** Tables all of whose lines give a rule the same, so that it does not matter which of them its words pick out. */
final class AlikeRows {
    private final RuleSet rules;

    AlikeRows(RuleSet rules) {
        this.rules = rules;
    }

    /** That a changed or dropped {@code field == "word"} picks out lines that give the same as those it picked before. */
    Optional<String> proof(Mutant mutant, RuleSource rule) {
        for (Condition condition : rule.conditions()) {
            if (condition instanceof Condition.Pattern pattern
                    && pattern.variable().isEmpty()) {
                List<Condition.Constraint> tests = pattern.constraints().stream()
                        .filter(constraint -> !constraint.isBinding())
                        .toList();
                if (tests.size() == 1 && isWord(tests.get(0).expression()) && edits(mutant, tests.get(0))) {
                    return picked(mutant, pattern, tests.get(0).expression());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isWord(List<Token> tokens) {
        return tokens.size() == 3
                && tokens.get(0).kind() == Token.Kind.NAME
                && tokens.get(1).text().equals("==")
                && tokens.get(2).kind() == Token.Kind.STRING;
    }

    private static boolean edits(Mutant mutant, Condition.Constraint test) {
        int begin = test.at().offset();
        return begin < mutant.end() && mutant.begin() < begin + test.text().length();
    }

    private Optional<String> picked(Mutant mutant, Condition.Pattern pattern, List<Token> test) {
        String word = inside(test.get(2).text());
        Optional<Predicate<Object>> after = switch (mutant.kind()) {
            case CONSTRAINT -> Optional.of(value -> true);
            case COMPARISON -> Optional.of(value -> !value.equals(word));
            case WORD -> Optional.of(value -> value.equals(inside(mutant.replacement())));
            default -> Optional.empty();
        };
        List<RuleSource> stating = rules.rules().stream()
                .filter(rule -> rule.states().type().equals(pattern.type()))
                .toList();
        if (after.isEmpty()
                || stating.isEmpty()
                || pattern.constraints().stream()
                        .anyMatch(one -> one.isBinding() && one.expression().size() != 1)) {
            return Optional.empty();
        }
        Set<String> fields = pattern.constraints().stream()
                .filter(Condition.Constraint::isBinding)
                .map(Condition.Constraint::text)
                .collect(Collectors.toSet());
        String tested = test.get(0).text();
        Set<String> files = new HashSet<>();
        for (RuleSource rule : stating) {
            Optional<Condition.Pattern> table = table(rule);
            if (table.isEmpty() || !same(rule, table.get(), fields, tested, value -> value.equals(word), after.get())) {
                return Optional.empty();
            }
            rows(table.get().type()).forEach(row -> files.add(row.file()));
        }
        return files.size() == 1
                ? Optional.of("every line of `" + files.iterator().next() + "` that it could pick out gives the same")
                : Optional.empty();
    }

    /** The one pattern of a table's lines, which only names values that no other condition speaks of. */
    private Optional<Condition.Pattern> table(RuleSource rule) {
        List<Condition.Pattern> tables = rule.conditions().stream()
                .filter(Condition.Pattern.class::isInstance)
                .map(Condition.Pattern.class::cast)
                .filter(pattern -> rules.type(pattern.type())
                        .filter(type -> type.origin() == FactType.Origin.TABLE)
                        .isPresent())
                .toList();
        if (tables.size() != 1
                || tables.get(0).variable().isPresent()
                || !tables.get(0).constraints().stream()
                        .allMatch(one -> one.isBinding() && one.expression().size() == 1)) {
            return Optional.empty();
        }
        Set<String> named = tables.get(0).constraints().stream()
                .map(one -> one.variable().orElse(""))
                .collect(Collectors.toSet());
        boolean elsewhere = rule.conditions().stream()
                .filter(condition -> condition != tables.get(0))
                .anyMatch(condition -> named.stream().anyMatch(condition.text()::contains));
        return elsewhere ? Optional.empty() : Optional.of(tables.get(0));
    }

    private boolean same(
            RuleSource rule,
            Condition.Pattern table,
            Set<String> fields,
            String tested,
            Predicate<Object> before,
            Predicate<Object> after) {
        Optional<String> column = column(rule, table, tested);
        List<Optional<String>> columns = fields.stream()
                .sorted()
                .map(field -> column(rule, table, field))
                .toList();
        if (column.isEmpty() || columns.stream().anyMatch(Optional::isEmpty)) {
            return false;
        }
        List<String> given = columns.stream().flatMap(Optional::stream).toList();
        return given(table, column.get(), before, given).equals(given(table, column.get(), after, given));
    }

    private Set<List<Object>> given(
            Condition.Pattern table, String column, Predicate<Object> picked, List<String> given) {
        return rows(table.type()).stream()
                .filter(row -> picked.test(row.values().getOrDefault(column, "")))
                .map(row -> given.stream()
                        .map(field -> row.values().getOrDefault(field, ""))
                        .toList())
                .collect(Collectors.toSet());
    }

    private List<TableRow> rows(String type) {
        return rules.rows().values().stream()
                .filter(row -> row.type().name().equals(type))
                .toList();
    }

    /** The column of the table whose value is put as it is into that field of the fact that the rule states. */
    private Optional<String> column(RuleSource rule, Condition.Pattern table, String field) {
        List<FactType.Field> fields =
                rules.type(rule.states().type()).map(FactType::fields).orElse(List.of());
        for (int i = 0; i < Math.min(fields.size(), rule.states().arguments().size()); i++) {
            List<Token> argument = rule.states().arguments().get(i);
            if (fields.get(i).name().equals(field) && argument.size() == 1) {
                return table.constraints().stream()
                        .filter(one -> one.variable()
                                .filter(argument.get(0).text()::equals)
                                .isPresent())
                        .map(Condition.Constraint::text)
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    private static String inside(String literal) {
        return literal.length() < 2 ? literal : literal.substring(1, literal.length() - 1);
    }
}
