package org.offereligibility.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A condition of a rule, as its author wrote it. */
public sealed interface Condition {
    /** The first token, which says where the condition stands. */
    Token at();

    /** Adds the variables to which the condition gives a value for what comes after it. */
    static void variables(Condition condition, Set<String> variables) {
        if (condition instanceof Pattern pattern) {
            pattern.variable().ifPresent(variables::add);
            pattern.constraints().forEach(constraint -> constraint.variable().ifPresent(variables::add));
        } else if (condition instanceof And and) {
            and.conditions().forEach(part -> variables(part, variables));
        } else if (condition instanceof Accumulate accumulate) {
            variables.add(accumulate.function().variable());
        }
    }

    /** There is a fact of that type for which all constraints hold. */
    record Pattern(Token at, Optional<String> variable, String type, List<Constraint> constraints)
            implements Condition {}

    record Not(Token at, Condition condition) implements Condition {}

    record Exists(Token at, Condition condition) implements Condition {}

    /** All facts of the pattern's type are as its constraint asks; so too where there is no such fact. */
    record ForAll(Token at, Pattern pattern) implements Condition {}

    /** A test over variables alone. */
    record Eval(Token at, List<Token> expression) implements Condition {}

    record And(Token at, List<Condition> conditions) implements Condition {}

    record Or(Token at, List<Condition> conditions) implements Condition {}

    /** A function over everything for which the condition holds. */
    record Accumulate(Token at, Condition condition, Function function) implements Condition {}

    /** {@code variable : name(argument)} */
    record Function(Token at, String variable, String name, List<Token> argument) {}

    /**
     * A binding, a test, or both.
     *
     * @param variable what the expression's value is called from here on
     * @param expression without the variable
     * @param text the expression as written
     */
    record Constraint(Token at, Optional<String> variable, List<Token> expression, String text) {
        /** Whether this only names a value. */
        public boolean isBinding() {
            return variable.isPresent();
        }
    }
}
