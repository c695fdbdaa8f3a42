package org.offereligibility.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes the tokens of one constraint apart: {@code ||} over {@code &&} over comparisons over values. */
final class ExpressionParser {
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");

    private static final int DEEPEST = 200;

    private final List<Token> tokens;
    private int next;
    private int depth;

    ExpressionParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** The tokens are not an expression. */
    static final class Unclear extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Token at;

        private Unclear(Token at) {
            super("this is no comparison of values that could be explained");
            this.at = at;
        }

        Token at() {
            return at;
        }
    }

    Expression whole() throws Unclear {
        Expression expression = any();
        if (next < tokens.size()) {
            throw new Unclear(tokens.get(next));
        }
        return expression;
    }

    private Expression any() throws Unclear {
        List<Expression> parts = new ArrayList<>(List.of(all()));
        while (taken("||")) {
            parts.add(all());
        }
        return parts.size() == 1 ? parts.get(0) : new Expression.AnyOf(List.copyOf(parts));
    }

    private Expression all() throws Unclear {
        List<Expression> parts = new ArrayList<>(List.of(single()));
        while (taken("&&")) {
            parts.add(single());
        }
        return parts.size() == 1 ? parts.get(0) : new Expression.AllOf(List.copyOf(parts));
    }

    private Expression single() throws Unclear {
        if (++depth > DEEPEST && next < tokens.size()) {
            throw new Unclear(tokens.get(next));
        }
        try {
            return one();
        } finally {
            depth--;
        }
    }

    private Expression one() throws Unclear {
        if (taken("!")) {
            return new Expression.Negated(single());
        }
        if (taken("(")) {
            Expression group = any();
            expect(")");
            return group;
        }
        Expression.Value left = value();
        if (next < tokens.size() && COMPARISONS.contains(operator())) {
            String operator = operator();
            next++;
            return new Expression.Comparison(left, operator, value());
        }
        boolean negated = taken("not");
        if (taken("in")) {
            expect("(");
            return new Expression.OneOf(left, values(), negated);
        }
        if (taken("matches")) {
            return new Expression.Matches(left, value(), negated);
        }
        if (negated) {
            throw new Unclear(here());
        }
        return new Expression.Holds(left);
    }

    private Expression.Value value() throws Unclear {
        List<Expression.Value> parts = new ArrayList<>(List.of(operand()));
        while (taken("+")) {
            parts.add(operand());
        }
        return parts.size() == 1 ? parts.get(0) : new Expression.Value.Joined(List.copyOf(parts));
    }

    private Expression.Value operand() throws Unclear {
        Token token = here();
        next++;
        Expression.Value value = switch (token.kind()) {
            case NAME -> new Expression.Value.Field(token.text());
            case VARIABLE -> new Expression.Value.Variable(token.text());
            case STRING -> new Expression.Value.Literal(token.unquoted());
            default -> throw new Unclear(token);
        };
        while (taken(".")) {
            Token method = here();
            next++;
            expect("(");
            value = new Expression.Value.Call(value, method.text(), values());
        }
        return value;
    }

    /** Up to the closing parenthesis. */
    private List<Expression.Value> values() throws Unclear {
        List<Expression.Value> values = new ArrayList<>();
        while (!taken(")")) {
            if (!values.isEmpty()) {
                expect(",");
            }
            values.add(value());
        }
        return List.copyOf(values);
    }

    private String operator() {
        Token token = tokens.get(next);
        return token.is(Token.Kind.SYMBOL) ? token.text() : "";
    }

    private boolean taken(String expected) {
        if (next < tokens.size() && tokens.get(next).is(expected)) {
            next++;
            return true;
        }
        return false;
    }

    private void expect(String expected) throws Unclear {
        if (!taken(expected)) {
            throw new Unclear(here());
        }
    }

    private Token here() throws Unclear {
        if (next >= tokens.size()) {
            throw new Unclear(tokens.get(tokens.size() - 1));
        }
        return tokens.get(next);
    }
}
