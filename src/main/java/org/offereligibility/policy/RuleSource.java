package org.offereligibility.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One rule, as its author wrote it.
 *
 * @param file relative to the version's folder
 * @param at the name's token, whose line is the rule's
 * @param annotations by name without {@code @}: the tokens of the value
 * @param when where the conditions begin
 * @param states what the consequence states
 * @param text as it stands in the file, from {@code rule} to {@code end}
 */
public record RuleSource(
        String file,
        String name,
        Token at,
        Map<String, Token> annotations,
        Token when,
        List<Condition> conditions,
        Statement states,
        String text) {
    /** {@code insert(new type(arguments));} */
    public record Statement(Token at, String type, List<List<Token>> arguments) {}

    /** What an argument of a consequence says, taken apart; none if it is no value. */
    public static Optional<Expression.Value> value(List<Token> argument) {
        try {
            return new ExpressionParser(argument).whole() instanceof Expression.Holds holds
                    ? Optional.of(holds.value())
                    : Optional.empty();
        } catch (ExpressionParser.Unclear unclear) {
            return Optional.empty();
        }
    }

    /** What an annotation says; empty where the rule does not have it. */
    public String annotation(String annotation) {
        return Optional.ofNullable(annotations.get(annotation))
                .map(Token::unquoted)
                .orElse("");
    }

    /** Where an annotation's value stands; the rule's name where it has none. */
    Token annotationAt(String annotation) {
        return annotations.getOrDefault(annotation, at);
    }

    public int line() {
        return at.line();
    }

    /** The code of the finding; empty for a rule that derives a fact. */
    public String code() {
        return annotation("code");
    }

    /** The variables that have a value wherever the rule holds. */
    public Set<String> variables() {
        Set<String> variables = new TreeSet<>();
        conditions.forEach(condition -> Condition.variables(condition, variables));
        return variables;
    }

    /** The types of facts that the conditions speak of. */
    public Set<String> reads() {
        return Layers.read(this);
    }

    public boolean findsSomething() {
        return states.type().equals(FactType.FINDING);
    }
}
