package org.offereligibility.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offereligibility.dossier.Vocabulary;

/** Whether an expression uses only what it may: fields of its fact, variables that have a value, words, and a few methods. */
final class Expressions {
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final Set<String> SYMBOLS = Stream.concat(
                    COMPARISONS.stream(), Stream.of("&&", "||", "!", "(", ")", ",", ".", "+"))
            .collect(Collectors.toUnmodifiableSet());

    private final Vocabulary vocabulary;
    private final Unread unread;
    private final BiConsumer<Token, String> problems;

    Expressions(Vocabulary vocabulary, Unread unread, BiConsumer<Token, String> problems) {
        this.vocabulary = vocabulary;
        this.unread = unread;
        this.problems = problems;
    }

    /**
     * @param type the fact whose fields may be named; none in a consequence
     * @return the kind of value that the expression has, as far as that can be told; else an empty text
     */
    String check(List<Token> expression, Optional<FactType> type, Map<String, String> variables) {
        for (Token token : expression) {
            if (token.is(Token.Kind.NAME) && NotInRules.OPERATORS.contains(token.text())) {
                problems.accept(
                        token,
                        "`" + token.text()
                                + "` is not used in these rules: compare with `==`, `!=`, `<`, `<=`, `>`, `>=`,"
                                + " `in` or `matches`");
                return "";
            }
        }
        for (int i = 1; i < expression.size(); i++) {
            if (isValue(expression.get(i)) && endsValue(expression.get(i - 1))) {
                problems.accept(
                        expression.get(i - 1).behind(),
                        "a comma is missing here, before "
                                + VisibleText.shown(expression.get(i).text()));
                return "";
            }
        }
        for (int i = 0; i < expression.size(); i++) {
            Token token = expression.get(i);
            switch (token.kind()) {
                case NAME -> name(expression, i, type, variables);
                case VARIABLE -> {
                    if (!variables.containsKey(token.text())) {
                        problems.accept(token, UnknownName.told("variable", token.text(), variables.keySet()));
                    }
                }
                case STRING -> string(expression, i, type);
                case NUMBER ->
                    problems.accept(
                            token,
                            "the number `" + token.text()
                                    + "` belongs into a table, where it can be found and changed");
                default -> {
                    if (!SYMBOLS.contains(token.text())) {
                        problems.accept(token, "`" + token.text() + "` is not used in these rules");
                    }
                }
            }
        }
        comparisons(expression, type, variables);
        return ValueKind.of(expression, type, variables);
    }

    /** An {@code eval}: it asks of variables only, so that words stand beside their fields, where they can be checked. */
    void overVariables(Condition.Eval eval, Map<String, String> variables) {
        List<Token> expression = eval.constraint().expression();
        expression.stream()
                .filter(token -> token.is(Token.Kind.STRING))
                .forEach(token -> problems.accept(
                        token,
                        "a text may not stand in an `eval`: compare it in the pattern of the field it belongs to"));
        if (expression.stream().noneMatch(token -> token.is(Token.Kind.VARIABLE))) {
            problems.accept(eval.at(), "an `eval` asks something of variables, such as `eval($mean < $mark)`");
        }
        test(expression, check(expression, Optional.empty(), variables));
    }

    /** Reports an expression that stands where something is to be tested, and is only a value. */
    void test(List<Token> expression, String kind) {
        boolean compares = expression.stream()
                .anyMatch(token -> !token.is(Token.Kind.STRING) && COMPARISONS.contains(token.text()));
        if (!compares && !kind.isEmpty() && !kind.equalsIgnoreCase("boolean")) {
            problems.accept(
                    expression.get(0),
                    "expected a comparison such as `==` or `<`: this is " + ValueKind.spoken(kind)
                            + " and nothing that holds or not");
        }
    }

    private static boolean isValue(Token token) {
        return token.is(Token.Kind.VARIABLE)
                || token.is(Token.Kind.STRING)
                || token.is(Token.Kind.NUMBER)
                || token.is(Token.Kind.NAME) && !token.is("in") && !token.is("not") && !token.is("matches");
    }

    private static boolean endsValue(Token token) {
        return isValue(token) || token.is(")");
    }

    private void name(List<Token> expression, int i, Optional<FactType> type, Map<String, String> variables) {
        Token token = expression.get(i);
        boolean afterDot = i > 0 && expression.get(i - 1).is(".");
        boolean called = i + 1 < expression.size() && expression.get(i + 1).is("(");
        if (token.is("this") && type.isPresent() && !afterDot && isAnother(expression, i)) {
            return;
        }
        if (token.is("this")) {
            problems.accept(token, "`this` has one use: `this != $other`, another fact of the same type");
            return;
        }
        if (token.is("in") && called
                || token.is("not")
                        && i + 1 < expression.size()
                        && (expression.get(i + 1).is("in")
                                || expression.get(i + 1).is("matches"))) {
            return;
        }
        if (token.is("matches") && i > 0 && !afterDot) {
            matches(expression, i, type, variables);
            return;
        }
        if (afterDot) {
            if (!called || !FactTypes.METHODS.contains(token.text())) {
                problems.accept(token, UnknownName.told("operation", token.text(), FactTypes.METHODS));
            }
        } else if (called || type.isEmpty()) {
            problems.accept(token, "`" + token.text() + "` may not be used here");
        } else if (type.get().field(token.text()).isEmpty()) {
            Set<String> fields = new TreeSet<>();
            type.get().fields().forEach(field -> fields.add(field.name()));
            problems.accept(
                    token,
                    UnknownName.told("field", token.text(), fields) + " (of `"
                            + type.get().name() + "`)");
        }
    }

    /** {@code this != $other}, the one use that {@code this} has. */
    private static boolean isAnother(List<Token> expression, int i) {
        return expression.size() == 3
                && i == 0
                && expression.get(1).is("!=")
                && expression.get(2).is(Token.Kind.VARIABLE);
    }

    /** A text stands beside a field ({@code field == "word"}, {@code field in ("a", "b")}) and is one of its words. */
    private void string(List<Token> expression, int i, Optional<FactType> type) {
        if (type.isEmpty() || i > 0 && expression.get(i - 1).is("matches")) {
            return;
        }
        int left = i - 1;
        if (left >= 0 && (expression.get(left).is("(") || expression.get(left).is(","))) {
            while (left >= 0 && !expression.get(left).is("in")) {
                left--;
            }
        }
        int name = left - 1;
        while (name > 0
                && (expression.get(name).is("not") || expression.get(name).is("in"))) {
            name--;
        }
        if (name >= 0 && expression.get(name).is(Token.Kind.NAME)) {
            type.get().field(expression.get(name).text()).ifPresent(field -> word(field, expression.get(i)));
        }
    }

    /** A field or a variable of the kind text, {@code matches} or {@code not matches}, and a pattern that can be used. */
    private void matches(List<Token> expression, int i, Optional<FactType> type, Map<String, String> variables) {
        int left = expression.get(i - 1).is("not") ? i - 2 : i - 1;
        if (left < 0
                || !expression.get(left).is(Token.Kind.NAME)
                        && !expression.get(left).is(Token.Kind.VARIABLE)
                || i + 1 == expression.size()
                || !expression.get(i + 1).is(Token.Kind.STRING)) {
            problems.accept(expression.get(i), TextPattern.MISSING);
            return;
        }
        Token asked = expression.get(left);
        Token literal = expression.get(i + 1);
        String kind = ValueKind.of(List.of(asked), type, variables);
        if (!kind.isEmpty() && !kind.equals("String")) {
            problems.accept(
                    asked, "`matches` asks of a word or text, and `" + asked.text() + "` is " + ValueKind.spoken(kind));
        }
        TextPattern pattern =
                new TextPattern(literal.text().substring(1, literal.text().length() - 1));
        Optional<String> fault = pattern.fault();
        fault.ifPresent(what -> problems.accept(literal, what));
        type.flatMap(fact -> fact.field(asked.text()))
                .flatMap(FactType.Field::word)
                .filter(word ->
                        fault.isEmpty() && !unread.mayHaveKind(word) && !pattern.matchesAny(vocabulary.words(word)))
                .ifPresent(word -> problems.accept(literal, "no " + word + " matches `" + pattern.regex() + "`"));
    }

    void word(FactType.Field field, Token literal) {
        field.word().ifPresent(kind -> {
            String word = literal.unquoted();
            if (!vocabulary.has(kind, word) && !unread.mayHaveWord(kind, word)) {
                problems.accept(literal, UnknownName.told(kind, word, vocabulary.words(kind)));
            }
        });
    }

    /** The two sides of a comparison must be of one kind. */
    private void comparisons(List<Token> expression, Optional<FactType> type, Map<String, String> variables) {
        int depth = 0;
        int begin = 0;
        int operator = -1;
        for (int i = 0; i <= expression.size(); i++) {
            boolean end = i == expression.size();
            if (!end) {
                depth += expression.get(i).is("(") ? 1 : expression.get(i).is(")") ? -1 : 0;
            }
            if (end
                    || depth == 0
                            && (expression.get(i).is("&&") || expression.get(i).is("||"))) {
                if (operator > begin) {
                    String left = ValueKind.of(expression.subList(begin, operator), type, variables);
                    String right = ValueKind.of(expression.subList(operator + 1, i), type, variables);
                    if (!left.isEmpty() && !right.isEmpty() && !left.equals(right)) {
                        problems.accept(
                                expression.get(operator),
                                ValueKind.spoken(left) + " is compared with " + ValueKind.spoken(right)
                                        + ": both sides must be of one kind");
                    }
                }
                begin = i + 1;
                operator = -1;
            } else if (depth == 0
                    && COMPARISONS.contains(expression.get(i).text())
                    && !expression.get(i).is(Token.Kind.STRING)) {
                operator = i;
            }
        }
    }
}
