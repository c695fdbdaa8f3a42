package org.offereligibility.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.offereligibility.policy.Condition.Constraint;
import org.offereligibility.policy.Token.Kind;

/** Reads the conditions and expressions of a rule. */
final class ConditionParser {
    private final String text;
    private final TokenStream tokens;

    ConditionParser(String text, TokenStream tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    Condition condition() {
        Token at = tokens.peek();
        if (at.is("not") || at.is("exists")) {
            tokens.take();
            Condition inner = condition();
            return at.is("not") ? new Condition.Not(at, inner, since(at)) : new Condition.Exists(at, inner, since(at));
        }
        if (at.is("accumulate")) {
            return accumulate();
        }
        if (at.is("(")) {
            tokens.take();
            Condition group = disjunction();
            tokens.expect(")");
            return group;
        }
        return pattern();
    }

    /** What was read since that token. */
    private String since(Token first) {
        return text.substring(first.offset(), tokens.last().end());
    }

    private Condition disjunction() {
        Token at = tokens.peek();
        List<Condition> alternatives = new ArrayList<>(List.of(conjunction()));
        while (tokens.peek().is("or")) {
            tokens.take();
            alternatives.add(conjunction());
        }
        return alternatives.size() == 1
                ? alternatives.get(0)
                : new Condition.Or(at, List.copyOf(alternatives), since(at));
    }

    private Condition conjunction() {
        Token at = tokens.peek();
        List<Condition> parts = new ArrayList<>(List.of(condition()));
        while (tokens.peek().is("and")) {
            tokens.take();
            parts.add(condition());
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.And(at, List.copyOf(parts), since(at));
    }

    private Condition accumulate() {
        Token at = tokens.take();
        tokens.expect("(");
        Condition over = conjunction();
        if (!ofPatterns(over)) {
            // Drools 10.2 compiles a `not` in here and then fails when the rule is run
            throw tokens.fail(
                    over.at(),
                    "an `accumulate` runs over patterns only: state what you mean as a fact of its own, and accumulate that");
        }
        tokens.expect(";");
        Token variable = tokens.take();
        if (!variable.is(Kind.VARIABLE)) {
            throw tokens.fail(variable, "expected a name such as `$total` for what is accumulated");
        }
        tokens.expect(":");
        Token function = tokens.expectName("a function such as `total`");
        tokens.expect("(");
        List<Token> argument = expression(",", ")");
        tokens.expect(")");
        if (tokens.peek().is(",")) {
            // Drools drops the condition when one function has no value, but goes on with a hole when one of several
            // has none
            throw tokens.fail(
                    tokens.peek(), "an `accumulate` has one function: write another `accumulate` for the next");
        }
        tokens.expect(")");
        return new Condition.Accumulate(
                at, over, new Condition.Function(function, variable.text(), function.text(), argument), since(at));
    }

    private static boolean ofPatterns(Condition condition) {
        return condition instanceof Condition.Pattern
                || condition instanceof Condition.And and
                        && and.conditions().stream().allMatch(ConditionParser::ofPatterns);
    }

    private Condition.Pattern pattern() {
        Token at = tokens.peek();
        Optional<String> variable = Optional.empty();
        if (at.is(Kind.VARIABLE)) {
            tokens.take();
            tokens.expect(":");
            variable = Optional.of(at.text());
        }
        Token type = tokens.peek();
        if (!type.is(Kind.NAME)
                || List.of("end", "insert", "rule", "declare", "when", "eval", "forall", "from")
                        .contains(type.text())) {
            throw tokens.fail(
                    type,
                    type.is("end") || type.is("insert") || tokens.atBlock() || type.is(Kind.END)
                            ? "`then` is missing before this: a rule has conditions, `then` and a consequence"
                            : type.is("eval") || type.is("forall") || type.is("from")
                                    ? "`" + type.text()
                                            + "` is not used in these rules: write a pattern, `not` or `exists`"
                                    : "expected a condition, found `" + type.text() + "`");
        }
        tokens.take();
        tokens.expect("(");
        List<Constraint> constraints = new ArrayList<>();
        while (!tokens.peek().is(")")) {
            constraints.add(constraint());
            if (!tokens.peek().is(")")) {
                tokens.expect(",");
            }
        }
        tokens.expect(")");
        return new Condition.Pattern(type, variable, type.text(), List.copyOf(constraints), since(at));
    }

    private Constraint constraint() {
        Token at = tokens.peek();
        Optional<String> variable = Optional.empty();
        if (at.is(Kind.VARIABLE) && tokens.peekSecond().is(":")) {
            tokens.take();
            tokens.take();
            variable = Optional.of(at.text());
        }
        List<Token> expression = expression(",", ")");
        return new Constraint(
                at,
                variable,
                expression,
                text.substring(
                        expression.get(0).offset(),
                        expression.get(expression.size() - 1).end()));
    }

    /** Everything up to one of the closing tokens, parentheses in balance. */
    List<Token> expression(String... closing) {
        List<Token> expression = new ArrayList<>();
        int depth = 0;
        while (depth > 0
                || !List.of(closing)
                        .contains(
                                tokens.peek().is(Kind.STRING)
                                        ? ""
                                        : tokens.peek().text())) {
            Token token = tokens.peek();
            if (token.is(Kind.END)
                    || token.is(";")
                    || token.is("{")
                    || token.is("}")
                    || token.is("then")
                    || token.is("when")
                    || token.is("end")
                    || tokens.atBlock()) {
                throw tokens.fail(token, "`)` is missing before this");
            }
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            expression.add(tokens.take());
        }
        if (expression.isEmpty()) {
            throw tokens.fail(
                    tokens.peek(),
                    "expected an expression before `" + tokens.peek().text() + "`");
        }
        return expression;
    }
}
