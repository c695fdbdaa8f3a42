package org.offereligibility.policy;

import java.util.List;

/** What a constraint of a rule asks, taken apart, so that an explanation can say which part of it failed and by how much. */
public sealed interface Expression {
    /** One of the parts must hold. */
    record AnyOf(List<Expression> parts) implements Expression {}

    /** All parts must hold. */
    record AllOf(List<Expression> parts) implements Expression {}

    record Negated(Expression inner) implements Expression {}

    /** @param operator {@code ==}, {@code !=}, {@code <}, {@code <=}, {@code >} or {@code >=} */
    record Comparison(Value left, String operator, Value right) implements Expression {}

    /** {@code left in (a, b)}, or {@code not in}. */
    record OneOf(Value left, List<Value> options, boolean negated) implements Expression {}

    /** {@code left matches "..."}, or {@code not matches}: the whole text has that form. */
    record Matches(Value left, Value form, boolean negated) implements Expression {}

    /** A value that is itself true or false, such as {@code text.saysSomething()}. */
    record Holds(Value value) implements Expression {}

    /** Something that has a value where the constraint stands. */
    sealed interface Value {
        /** A field of the fact whose constraint it is. */
        record Field(String name) implements Value {}

        /** A variable, with its dollar sign. */
        record Variable(String name) implements Value {}

        record Literal(String text) implements Value {}

        /** {@code target.method(arguments)}. */
        record Call(Value target, String method, List<Value> arguments) implements Value {}

        /** Texts joined by {@code +}. */
        record Joined(List<Value> parts) implements Value {}
    }
}
