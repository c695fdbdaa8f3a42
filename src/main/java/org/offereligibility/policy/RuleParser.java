package org.offereligibility.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.offereligibility.dossier.Problem;
import org.offereligibility.dossier.Vocabulary;
import org.offereligibility.policy.Condition.Constraint;
import org.offereligibility.policy.Token.Kind;

/**
 * Reads the part of DRL that rule files may use: declarations, and rules of patterns, {@code not}, {@code exists},
 * {@code and}, {@code or} and {@code accumulate}, that state one fact. What is not in this grammar is refused here, before
 * Drools sees the file; what is, Drools compiles as it stands.
 */
final class RuleParser {
    /** What a rule file holds. */
    record RuleFile(
            String file, String text, List<FactType> types, List<Declaration> declarations, List<RuleSource> rules) {}

    /** Where a declaration stands in the text. */
    record Declaration(int begin, int end) {}

    private final String file;
    private final String text;
    private final Consumer<Problem> problems;
    private final List<Token> tokens;
    private int next;

    private RuleParser(String file, String text, Consumer<Problem> problems) {
        this.file = file;
        this.text = text;
        this.problems = problems;
        this.tokens = Lexer.tokens(file, text, problems);
    }

    static RuleFile parse(String file, String text, Consumer<Problem> problems) {
        return new RuleParser(file, text, problems).file();
    }

    /** The text cannot be read further from here; the reader goes on at the next rule or declaration. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Unreadable() {
            super(null, null, false, false);
        }
    }

    private RuleFile file() {
        List<FactType> types = new ArrayList<>();
        List<Declaration> declarations = new ArrayList<>();
        List<RuleSource> rules = new ArrayList<>();
        while (!peek().is(Kind.END)) {
            int before = next;
            try {
                if (peek().is("declare")) {
                    int begin = peek().offset();
                    types.add(declaration());
                    declarations.add(new Declaration(begin, tokens.get(next - 1).end()));
                } else if (peek().is("rule")) {
                    rules.add(rule());
                } else {
                    throw fail(peek(), notHere(peek()));
                }
            } catch (Unreadable unreadable) {
                next = Math.max(next, before + 1);
                while (!peek().is(Kind.END) && !(startsBlock(peek()))) {
                    next++;
                }
            }
        }
        return new RuleFile(file, text, types, declarations, rules);
    }

    private static String notHere(Token token) {
        return switch (token.text()) {
            case "package", "import" ->
                "a rule file has no `" + token.text()
                        + "`: the facts it may speak of are there already; remove this line";
            case "function", "global", "query", "dialect", "unit" ->
                "a rule file may not have a `" + token.text() + "`: it holds rules and declarations only";
            default ->
                "expected `rule` or `declare`, found `" + token.text() + "`"
                        + Vocabulary.nearest(token.text(), List.of("rule", "declare"))
                                .map(word -> ": did you mean `" + word + "`?")
                                .orElse("");
        };
    }

    private boolean startsBlock(Token token) {
        return token.column() == 1 && (token.is("rule") || token.is("declare"));
    }

    // ---- declarations

    private FactType declaration() {
        expect("declare");
        Token name = expectName("the name of a type of facts");
        Map<String, Token> marks = marks();
        List<FactType.Field> fields = new ArrayList<>();
        while (!peek().is("end")) {
            Token field = expectName("a field or `end`");
            expect(":");
            Token type = expectName("the kind of value, such as `String` or `Exact`");
            if (!FactType.VALUE_TYPES.contains(type.text())) {
                report(type, unknown("kind of value", type.text(), FactType.VALUE_TYPES));
            }
            Map<String, Token> fieldMarks = marks();
            Map<String, String> said = new LinkedHashMap<>();
            fieldMarks.forEach((mark, value) -> {
                if (!List.of("word", "each", "key", "names", "over").contains(mark)) {
                    report(value, unknown("mark of a field", mark, List.of("word", "each", "key", "names", "over")));
                }
                said.put(mark, value.is(Kind.STRING) ? value.unquoted() : "");
            });
            String word = said.containsKey("names") ? said.get("names") : said.get("word");
            fields.add(new FactType.Field(field, field.text(), type.text(), Optional.ofNullable(word), said));
        }
        expect("end");
        for (String mark : marks.keySet()) {
            if (!List.of("table", "noun").contains(mark)) {
                report(marks.get(mark), unknown("mark of a declaration", mark, List.of("table", "noun")));
            }
        }
        Optional<String> table = Optional.ofNullable(marks.get("table")).map(Token::unquoted);
        String noun = marks.containsKey("noun") ? marks.get("noun").unquoted() : FactType.noun(name.text());
        return new FactType(
                name.text(),
                noun,
                table.isPresent() ? FactType.Origin.TABLE : FactType.Origin.DERIVED,
                table,
                List.copyOf(fields),
                file,
                name);
    }

    /** Annotations; one without a value has its own token as value. */
    private Map<String, Token> marks() {
        Map<String, Token> marks = new LinkedHashMap<>();
        while (peek().is(Kind.ANNOTATION)) {
            Token annotation = take();
            Token value = annotation;
            if (peek().is("(")) {
                take();
                value = take();
                if (!value.is(Kind.STRING)) {
                    throw fail(value, "expected a text in quotes after `" + annotation.text() + "(`");
                }
                expect(")");
            }
            if (marks.put(annotation.text().substring(1), value) != null) {
                report(annotation, "`" + annotation.text() + "` stands here twice");
            }
        }
        return marks;
    }

    // ---- rules

    private RuleSource rule() {
        expect("rule");
        Token name = take();
        if (!name.is(Kind.STRING)) {
            throw fail(name, "expected the rule's name in quotes after `rule`");
        }
        Map<String, Token> annotations = marks();
        Token when = peek();
        if (!when.is("when")) {
            throw fail(
                    when,
                    when.is(Kind.NAME)
                            ? "expected `when`, found `" + when.text()
                                    + "`: a rule has annotations and conditions, and no attributes"
                            : "expected `when` before the conditions of this rule");
        }
        take();
        List<Condition> conditions = new ArrayList<>();
        while (!peek().is("then")) {
            conditions.add(condition());
        }
        expect("then");
        RuleSource.Statement states = statement();
        expect("end");
        return new RuleSource(file, name.unquoted(), name, annotations, when, List.copyOf(conditions), states);
    }

    private RuleSource.Statement statement() {
        Token first = peek();
        if (!first.is("insert")) {
            throw fail(first, "a consequence states one fact and nothing else: `insert(new ...);`");
        }
        take();
        expect("(");
        expect("new");
        Token type = expectName("the type of the fact that is stated");
        expect("(");
        List<List<Token>> arguments = new ArrayList<>();
        while (!peek().is(")")) {
            arguments.add(expression(",", ")"));
            if (!peek().is(")")) {
                expect(",");
            }
        }
        expect(")");
        expect(")");
        expect(";");
        if (!peek().is("end")) {
            throw fail(
                    peek(),
                    startsBlock(peek()) || peek().is(Kind.END)
                            ? "`end` is missing before this, after the consequence of the rule above"
                            : "expected `end`: a consequence states one fact and nothing else");
        }
        return new RuleSource.Statement(type, type.text(), arguments);
    }

    private Condition condition() {
        Token at = peek();
        if (at.is("not") || at.is("exists")) {
            take();
            Condition inner = condition();
            return at.is("not") ? new Condition.Not(at, inner) : new Condition.Exists(at, inner);
        }
        if (at.is("accumulate")) {
            return accumulate();
        }
        if (at.is("(")) {
            take();
            Condition group = disjunction();
            expect(")");
            return group;
        }
        return pattern();
    }

    private Condition disjunction() {
        Token at = peek();
        List<Condition> alternatives = new ArrayList<>(List.of(conjunction()));
        while (peek().is("or")) {
            take();
            alternatives.add(conjunction());
        }
        return alternatives.size() == 1 ? alternatives.get(0) : new Condition.Or(at, List.copyOf(alternatives));
    }

    private Condition conjunction() {
        Token at = peek();
        List<Condition> parts = new ArrayList<>(List.of(condition()));
        while (peek().is("and")) {
            take();
            parts.add(condition());
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.And(at, List.copyOf(parts));
    }

    private Condition accumulate() {
        Token at = take();
        expect("(");
        Condition over = conjunction();
        expect(";");
        Token variable = take();
        if (!variable.is(Kind.VARIABLE)) {
            throw fail(variable, "expected a name such as `$total` for what is accumulated");
        }
        expect(":");
        Token function = expectName("a function such as `total`");
        expect("(");
        List<Token> argument = expression(",", ")");
        expect(")");
        if (peek().is(",")) {
            // Drools drops the condition when one function has no value, but goes on with a hole when one of several
            // has none
            throw fail(peek(), "an `accumulate` has one function: write another `accumulate` for the next");
        }
        expect(")");
        return new Condition.Accumulate(
                at, over, new Condition.Function(function, variable.text(), function.text(), argument));
    }

    private Condition.Pattern pattern() {
        Token at = peek();
        Optional<String> variable = Optional.empty();
        if (at.is(Kind.VARIABLE)) {
            take();
            expect(":");
            variable = Optional.of(at.text());
        }
        Token type = peek();
        if (!type.is(Kind.NAME)
                || List.of("end", "insert", "rule", "declare", "when", "eval", "forall", "from")
                        .contains(type.text())) {
            throw fail(
                    type,
                    type.is("end") || type.is("insert") || startsBlock(type) || type.is(Kind.END)
                            ? "`then` is missing before this: a rule has conditions, `then` and a consequence"
                            : type.is("eval") || type.is("forall") || type.is("from")
                                    ? "`" + type.text()
                                            + "` is not used in these rules: write a pattern, `not` or `exists`"
                                    : "expected a condition, found `" + type.text() + "`");
        }
        take();
        expect("(");
        List<Constraint> constraints = new ArrayList<>();
        while (!peek().is(")")) {
            constraints.add(constraint());
            if (!peek().is(")")) {
                expect(",");
            }
        }
        expect(")");
        return new Condition.Pattern(type, variable, type.text(), List.copyOf(constraints));
    }

    private Constraint constraint() {
        Token at = peek();
        Optional<String> variable = Optional.empty();
        if (at.is(Kind.VARIABLE) && tokens.get(next + 1).is(":")) {
            take();
            take();
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
    private List<Token> expression(String... closing) {
        List<Token> expression = new ArrayList<>();
        int depth = 0;
        while (depth > 0 || !List.of(closing).contains(peek().is(Kind.STRING) ? "" : peek().text())) {
            Token token = peek();
            if (token.is(Kind.END)
                    || token.is(";")
                    || token.is("{")
                    || token.is("}")
                    || token.is("then")
                    || token.is("when")
                    || token.is("end")
                    || startsBlock(token)) {
                throw fail(token, "`)` is missing before this");
            }
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            expression.add(take());
        }
        if (expression.isEmpty()) {
            throw fail(peek(), "expected an expression before `" + peek().text() + "`");
        }
        return expression;
    }

    // ---- tokens

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        Token token = tokens.get(next);
        if (!token.is(Kind.END)) {
            next++;
        }
        return token;
    }

    private void expect(String expected) {
        Token token = peek();
        if (!token.is(expected)) {
            throw fail(
                    token,
                    token.is(Kind.END)
                            ? "`" + expected + "` is missing at the end of the file"
                            : "expected `" + expected + "`, found `" + token.text() + "`");
        }
        take();
    }

    private Token expectName(String what) {
        Token token = peek();
        if (!token.is(Kind.NAME)) {
            throw fail(token, "expected " + what + ", found `" + token.text() + "`");
        }
        return take();
    }

    private Unreadable fail(Token token, String message) {
        report(token, message);
        return new Unreadable();
    }

    private void report(Token token, String message) {
        problems.accept(new Problem(file, token.line(), token.column(), "", message));
    }

    static String unknown(String what, String given, java.util.Collection<String> known) {
        return "unknown " + what + " `" + given + "`"
                + Vocabulary.nearest(given, known)
                        .map(word -> ": did you mean `" + word + "`?")
                        .orElse(
                                known.size() <= 12
                                        ? "; known are " + String.join(", ", new java.util.TreeSet<>(known))
                                        : "");
    }
}
