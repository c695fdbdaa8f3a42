package org.offereligibility.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A condition of a rule, as its author wrote it. */
public sealed interface Condition {
    /** The first token, which says where the condition stands. */
    Token at();

    /** The condition as written. */
    String text();

    /** The conditions directly within this one. */
    default List<Condition> parts() {
        return List.of();
    }

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
    record Pattern(Token at, Optional<String> variable, String type, List<Constraint> constraints, String text)
            implements Condition {}

    record Not(Token at, Condition condition, String text) implements Condition {
        @Override
        public List<Condition> parts() {
            return List.of(condition);
        }
    }

    record Exists(Token at, Condition condition, String text) implements Condition {
        @Override
        public List<Condition> parts() {
            return List.of(condition);
        }
    }

    /** All facts of the pattern's type are as its constraint asks; so too where there is no such fact. */
    record ForAll(Token at, Pattern pattern, String text) implements Condition {
        @Override
        public List<Condition> parts() {
            return List.of(pattern);
        }
    }

    /** A test over variables alone. */
    record Eval(Token at, Constraint constraint, String text) implements Condition {}

    record And(Token at, List<Condition> conditions, String text) implements Condition {
        @Override
        public List<Condition> parts() {
            return conditions;
        }
    }

    record Or(Token at, List<Condition> conditions, String text) implements Condition {
        @Override
        public List<Condition> parts() {
            return conditions;
        }
    }

    /** A function over everything for which the condition holds. */
    record Accumulate(Token at, Condition condition, Function function, String text) implements Condition {
        @Override
        public List<Condition> parts() {
            return List.of(condition);
        }
    }

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
        /** What the constraint asks; that every constraint can be taken apart is checked when rules are loaded. */
        public Expression asks() {
            try {
                return new ExpressionParser(expression).whole();
            } catch (ExpressionParser.Unclear unclear) {
                throw new IllegalStateException(unclear);
            }
        }

        /** Whether it asks anything, and does not only name the value of a field. */
        public boolean isTest() {
            return !isBinding() || expression.size() > 1;
        }

        /** Whether this only names a value. */
        public boolean isBinding() {
            return variable.isPresent();
        }
    }
}
