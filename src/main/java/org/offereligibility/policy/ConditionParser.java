package org.offereligibility.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.offereligibility.dossier.Vocabulary;
import org.offereligibility.policy.Condition.Constraint;
import org.offereligibility.policy.Token.Kind;

/** Reads the conditions and expressions of a rule. */
final class ConditionParser {
    private final String text;
    private static final int DEEPEST = 50;

    private final TokenStream tokens;
    private int depth;

    ConditionParser(String text, TokenStream tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    Condition condition() {
        depth++;
        try {
            if (depth > DEEPEST) {
                throw tooDeep(tokens.peek());
            }
            return next();
        } finally {
            depth--;
        }
    }

    private TokenStream.Unreadable tooDeep(Token at) {
        return tokens.fail(
                at,
                "more than " + DEEPEST + " parentheses or `not` stand inside each other here: state facts of your own");
    }

    /** Whether a condition begins here, as far as that can be told from two tokens. */
    boolean begins() {
        Token first = tokens.peek();
        Token second = tokens.peekSecond();
        return switch (first.kind()) {
            case NAME ->
                List.of("exists", "forall", "accumulate", "eval").contains(first.text())
                        || first.is("not") && !second.is("in") && !second.is("matches")
                        || Character.isUpperCase(first.text().charAt(0)) && second.is("(");
            case VARIABLE -> second.is(":");
            default -> false;
        };
    }

    private Condition next() {
        Token at = tokens.peek();
        if (at.is("not") || at.is("exists")) {
            tokens.take();
            Condition inner = within(at);
            return at.is("not") ? new Condition.Not(at, inner, since(at)) : new Condition.Exists(at, inner, since(at));
        }
        if (at.is("accumulate")) {
            return accumulate();
        }
        if (at.is("forall")) {
            return forAll();
        }
        if (at.is("eval")) {
            return eval();
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

    /** What stands under {@code not} or {@code exists}, where Drools takes nothing but patterns and groups of them. */
    private Condition within(Token outer) {
        Condition inner = condition();
        withoutFact(inner).findFirst().ifPresent(at -> {
            throw tokens.fail(
                    at,
                    "`" + at.text() + "` may not stand under `" + outer.text()
                            + "`: state what it means as a fact of its own, and ask for that fact here");
        });
        return inner;
    }

    private static Stream<Token> withoutFact(Condition condition) {
        if (condition instanceof Condition.And and) {
            return and.conditions().stream().flatMap(ConditionParser::withoutFact);
        }
        if (condition instanceof Condition.Or or) {
            return or.conditions().stream().flatMap(ConditionParser::withoutFact);
        }
        return condition instanceof Condition.ForAll || condition instanceof Condition.Eval
                ? Stream.of(condition.at())
                : Stream.empty();
    }

    private Condition forAll() {
        Token at = tokens.take();
        tokens.expect("(");
        Condition.Pattern all = pattern();
        if (!tokens.peek().is(")")) {
            // Drools 10.2 takes one pattern as true and two as false where there is no fact at all
            throw tokens.fail(
                    tokens.peek(),
                    "a `forall` has one pattern, and holds where there is no such fact: where only some facts are meant write"
                            + " `not (... and not ...)`, with `exists ...` beside it if there must be one");
        }
        tokens.expect(")");
        if (all.variable().isPresent()
                || all.constraints().size() != 1
                || all.constraints().get(0).isBinding()) {
            // of several, readers take the first for a choice among the facts, and Drools asks all of them of every
            // fact
            throw tokens.fail(
                    all.at(),
                    "a `forall` asks one thing of all facts of a type, such as `forall(" + all.type()
                            + "(field == \"word\"))`, and names none: for some of the facts write `not " + all.type()
                            + "(...)` with what may not be");
        }
        return new Condition.ForAll(at, all, since(at));
    }

    private Condition eval() {
        Token at = tokens.take();
        tokens.expect("(");
        Token first = tokens.peek();
        Constraint asked = asked(first, Optional.empty(), expression(")"));
        tokens.expect(")");
        return new Condition.Eval(at, asked, since(at));
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
        if (!(over instanceof Condition.Pattern)) {
            // Drools 10.2 fails over several patterns when another rule asks for the same ones under a `not` or an
            // `exists`, and over a `not` whenever it is run
            throw tokens.fail(
                    over.at(),
                    "an `accumulate` runs over one pattern: state what you mean as a fact of its own, and accumulate that");
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
                || List.of("end", "insert", "rule", "declare", "when").contains(type.text())) {
            throw type.is("end") || type.is("insert") || tokens.atBlock() || type.is(Kind.END)
                    ? tokens.missing("then", ": a rule has conditions, `then` and a consequence")
                    : tokens.fail(type, "expected a condition, found " + VisibleText.shown(type.text()));
        }
        if (!tokens.peekSecond().is("(")
                && Vocabulary.nearest(type.text(), List.of("then")).isPresent()) {
            throw tokens.fail(type, "expected `then`, found `" + type.text() + "`: did you mean `then`?");
        }
        refuse(type);
        tokens.take();
        tokens.expect("(");
        List<Constraint> constraints = new ArrayList<>();
        while (!tokens.peek().is(")")) {
            constraints.add(constraint());
            commaOrEnd();
        }
        tokens.expect(")");
        refuse(tokens.peek());
        return new Condition.Pattern(type, variable, type.text(), List.copyOf(constraints), since(at));
    }

    /** Between two things in parentheses stands a comma, and behind the last none. */
    void commaOrEnd() {
        if (tokens.peek().is(")")) {
            return;
        }
        Token comma = tokens.peek();
        tokens.expect(",");
        if (tokens.peek().is(")")) {
            throw tokens.fail(comma, "this comma is one too many: nothing follows it");
        }
    }

    private void refuse(Token token) {
        if (token.is(Kind.NAME) && NotInRules.CONDITIONS.containsKey(token.text())) {
            throw tokens.fail(
                    token,
                    "`" + token.text() + "` is not used in these rules: " + NotInRules.CONDITIONS.get(token.text()));
        }
    }

    private Constraint constraint() {
        Token at = tokens.peek();
        Optional<String> variable = Optional.empty();
        if (at.is(Kind.VARIABLE) && tokens.peekSecond().is(":")) {
            tokens.take();
            tokens.take();
            variable = Optional.of(at.text());
        }
        return asked(at, variable, expression(",", ")"));
    }

    private Constraint asked(Token at, Optional<String> variable, List<Token> expression) {
        return new Constraint(
                at,
                variable,
                expression,
                text.substring(
                        expression.get(0).offset(),
                        expression.get(expression.size() - 1).end()));
    }

    /** {@code $name : Type(}. */
    private boolean startsPattern() {
        Token type = tokens.peekThird();
        return type.is(Kind.NAME) && Character.isUpperCase(type.text().charAt(0));
    }

    /** Everything up to one of the closing tokens, parentheses in balance. */
    List<Token> expression(String... closing) {
        List<Token> expression = new ArrayList<>();
        int nested = 0;
        while (nested > 0
                || !List.of(closing)
                        .contains(
                                tokens.peek().is(Kind.STRING)
                                        ? ""
                                        : tokens.peek().text())) {
            Token token = tokens.peek();
            boolean onNewLine = token.line() > tokens.last().line();
            if (token.is(Kind.END)
                    || token.is(";")
                    || token.is("{")
                    || token.is("}")
                    || token.is("then")
                    || token.is("when")
                    || token.is("end")
                    || tokens.atBlock()
                    || onNewLine && begins() && !(token.is(Kind.VARIABLE) && !startsPattern())) {
                throw tokens.missing(")", "");
            }
            nested += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (nested > DEEPEST) {
                throw tooDeep(token);
            }
            expression.add(tokens.take());
        }
        if (expression.isEmpty()) {
            throw tokens.fail(
                    tokens.peek(),
                    "expected something to compare before `" + tokens.peek().text() + "`");
        }
        return expression;
    }
}
