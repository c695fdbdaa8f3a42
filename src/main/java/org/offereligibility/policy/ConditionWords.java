package org.offereligibility.policy;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.offereligibility.policy.Condition.Constraint;
import org.offereligibility.policy.Expression.Value;

/** Says in plain words, without an article, what a condition asks for. */
public final class ConditionWords {
    private final Function<String, Optional<FactType>> types;
    private final Function<Value, String> said;
    private final Predicate<Constraint> passedOver;

    /**
     * @param types the types of facts by name
     * @param said the literals and variables as they are said
     * @param passedOver the constraints of which nothing is said
     */
    public ConditionWords(
            Function<String, Optional<FactType>> types,
            Function<Value, String> said,
            Predicate<Constraint> passedOver) {
        this.types = types;
        this.said = said;
        this.passedOver = passedOver;
    }

    /** {@code band with the same role and a base under 185,000}. */
    public String of(Condition condition) {
        if (condition instanceof Condition.Pattern pattern) {
            Clauses clauses = new Clauses(noun(pattern), said);
            for (Constraint constraint : pattern.constraints()) {
                if (!passedOver.test(constraint) && constraint.isTest()) {
                    clauses.add(constraint.asks());
                }
            }
            return clauses.toString();
        }
        if (condition instanceof Condition.Not not) {
            return "no " + of(not.condition());
        }
        if (condition instanceof Condition.Exists exists) {
            return of(exists.condition());
        }
        if (condition instanceof Condition.And and) {
            return and.conditions().stream()
                    .map(part -> part instanceof Condition.Not not
                            ? "without " + Clauses.article(of(not.condition()))
                            : Clauses.article(of(part)))
                    .collect(Collectors.joining(" together with "))
                    .replace("together with without", "without")
                    .replaceFirst("^an? ", "");
        }
        if (condition instanceof Condition.Or or) {
            return or.conditions().stream().map(this::of).collect(Collectors.joining(" or "));
        }
        return "such facts";
    }

    String noun(Condition.Pattern pattern) {
        return types.apply(pattern.type()).map(FactType::noun).orElseGet(() -> FactType.noun(pattern.type()));
    }
}
