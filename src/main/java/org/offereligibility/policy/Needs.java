package org.offereligibility.policy;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.offereligibility.dossier.Vocabulary;
import org.offereligibility.policy.Condition.Constraint;
import org.offereligibility.policy.Expression.Value;

/** Says what a rule needs, apart from any dossier: {@code a band for the offer with a base over base maximum}. */
final class Needs {
    private static final Map<String, String> FUNCTIONS = Map.of(
            "mean",
            "the mean of",
            "total",
            "the total of",
            "howMany",
            "how many there are of",
            "lowest",
            "the lowest",
            "highest",
            "the highest");

    private final Function<String, Optional<FactType>> types;
    private final Vocabulary vocabulary;
    private final ConditionWords words;

    Needs(Map<String, FactType> declared, Vocabulary vocabulary) {
        FactTypes known = new FactTypes(declared.values());
        this.types = known::named;
        this.vocabulary = vocabulary;
        this.words = new ConditionWords(types, this::said, constraint -> !isClear(constraint));
    }

    /** What goes after {@code needs}. */
    String of(Condition condition) {
        if (condition instanceof Condition.Not not) {
            return "that there is no " + what(not.condition());
        }
        if (condition instanceof Condition.ForAll all) {
            return "that there is no " + exception(all.pattern());
        }
        if (condition instanceof Condition.Eval eval) {
            return asks("", eval.constraint());
        }
        if (condition instanceof Condition.Accumulate accumulate) {
            return FUNCTIONS.getOrDefault(
                            accumulate.function().name(),
                            "the " + FactType.noun(accumulate.function().name()) + " of")
                    + " " + argument(accumulate) + " over each " + what(accumulate.condition());
        }
        return Clauses.article(what(condition));
    }

    /** Without an article. */
    String what(Condition condition) {
        return words.of(condition);
    }

    String noun(Condition.Pattern pattern) {
        return words.noun(pattern);
    }

    /** One thing that is asked of a fact, such as {@code a base over base maximum}. */
    String asks(String noun, Constraint constraint) {
        if (!isClear(constraint)) {
            return "`" + constraint.text().replaceAll("\\s+", " ") + "`";
        }
        return Clauses.alone(noun, this::said, constraint.asks());
    }

    private String exception(Condition.Pattern all) {
        Constraint constraint = all.constraints().get(0);
        if (!isClear(constraint)) {
            return noun(all) + " other than `" + constraint.text() + "`";
        }
        Clauses exception = new Clauses(noun(all), this::said);
        exception.add(new Expression.Negated(constraint.asks()));
        return exception.toString();
    }

    private static String argument(Condition.Accumulate accumulate) {
        return accumulate.function().argument().stream()
                .map(Token::text)
                .map(text -> text.startsWith("$") ? FactType.noun(text.substring(1)) : text)
                .collect(Collectors.joining(" "));
    }

    private String said(Value value) {
        if (value instanceof Value.Literal literal) {
            return Said.quoted(vocabulary.reads(literal.text()));
        }
        return value instanceof Value.Variable variable
                ? FactType.noun(variable.name().replaceFirst("^\\$", ""))
                : "";
    }

    /** In a draft there may be what no engine could take. */
    private static boolean isClear(Constraint constraint) {
        try {
            return !new ExpressionParser(constraint.expression())
                    .whole()
                    .toString()
                    .isEmpty();
        } catch (ExpressionParser.Unclear unclear) {
            return false;
        }
    }
}
