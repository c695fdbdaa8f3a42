package org.offereligibility.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.drools.model.AccumulatePattern;
import org.drools.model.Condition;
import org.drools.model.Constraint;
import org.drools.model.Declaration;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.drools.model.SingleConstraint;
import org.offereligibility.dossier.Problem;

/**
 * Whether rules as Drools compiled them have only conditions that the matcher runs too. The grammar of rule files lets no
 * other through; this holds if an engine of another version compiles them into something else.
 */
final class RunByBoth {
    private RunByBoth() {}

    /** @throws RulesUnusable with each rule that only one engine could run */
    static void check(List<RuleSource> rules, Map<String, Rule> compiled, PolicyFolder folder) throws RulesUnusable {
        List<Problem> problems = rules.stream()
                .flatMap(rule -> hindrance(Objects.requireNonNull(compiled.get(rule.name()), rule.name()))
                        .map(kind -> new Problem(
                                folder.named(rule.file()),
                                rule.line(),
                                rule.at().column(),
                                "",
                                "rule \"" + rule.name() + "\" has a condition of the kind `" + kind
                                        + "`, which only one of the two engines can run: write it with patterns, `not`,"
                                        + " `exists` or `accumulate`"))
                        .stream())
                .toList();
        if (!problems.isEmpty()) {
            throw new RulesUnusable(problems);
        }
    }

    /** The kind of the first condition that the matcher cannot run. */
    static Optional<String> hindrance(Rule rule) {
        return hindrances(rule.getView()).findFirst();
    }

    private static Stream<String> hindrances(Condition condition) {
        return switch (condition.getType()) {
            case PATTERN -> ofPattern((Pattern<?>) condition);
            case ACCUMULATE -> {
                AccumulatePattern<?> accumulate = (AccumulatePattern<?>) condition;
                yield accumulate.isQuerySource() || accumulate.getAccumulateFunctions().length != 1
                        ? Stream.of("accumulate")
                        : hindrances(accumulate.getCondition());
            }
            case FORALL -> {
                List<Condition> parts = condition.getSubConditions();
                yield parts.size() == 1 && parts.get(0).getType() == Condition.Type.PATTERN
                        ? hindrances(parts.get(0))
                        : Stream.of("forall");
            }
            case AND, OR, NOT, EXISTS -> condition.getSubConditions().stream().flatMap(RunByBoth::hindrances);
            case EVAL, CONSEQUENCE -> Stream.empty();
            default -> Stream.of(named(condition.getType()));
        };
    }

    private static Stream<String> ofPattern(Pattern<?> pattern) {
        return pattern.getPatternVariable() instanceof Declaration<?> declaration
                        && (declaration.getSource() != null || declaration.getWindow() != null)
                ? Stream.of("from")
                : ofConstraint(pattern.getConstraint());
    }

    private static Stream<String> ofConstraint(Constraint constraint) {
        if (constraint instanceof SingleConstraint single) {
            return single.isTemporal() ? Stream.of("temporal") : Stream.empty();
        }
        return switch (constraint.getType()) {
            case MULTIPLE, AND -> constraint.getChildren().stream().flatMap(RunByBoth::ofConstraint);
            default -> Stream.of(named(constraint.getType()));
        };
    }

    private static String named(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
