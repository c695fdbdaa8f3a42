package org.offereligibility.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.offereligibility.policy.Expression.Value;

/** A noun, and in plain words what is asked of it: {@code band with the role “pmm” and a base under 185,000}. */
public final class Clauses {
    /** How a value is said that is that of another fact of the same condition. */
    public static final String THE_SAME = "the same";

    private static final Map<String, String> COMPARISONS =
            Map.of("==", "of", "<", "under", "<=", "of at most", ">", "over", ">=", "of at least", "!=", "other than");

    private static final Map<String, String> OF_INSTANTS = Map.of(
            "==",
            "at",
            "<",
            "before",
            "<=",
            "no later than",
            ">",
            "after",
            ">=",
            "no earlier than",
            "!=",
            "other than at");

    private static final Map<String, String> TURNED =
            Map.of("<", ">=", "<=", ">", ">", "<=", ">=", "<", "==", "!=", "!=", "==");

    private final Function<Value, String> said;
    private final List<String> with = new ArrayList<>();
    private final List<String> that = new ArrayList<>();
    private String noun;

    /** @param said the literals and variables as they are said */
    public Clauses(String noun, Function<Value, String> said) {
        this.noun = noun;
        this.said = said;
    }

    /** One thing that is asked of a fact of that noun, by itself: {@code a base over base maximum}. */
    static String alone(String noun, Function<Value, String> said, Expression asked) {
        Clauses clauses = new Clauses(noun, said);
        return asked instanceof Expression.Holds ? "one whose " + clauses.clause(asked) : clauses.clause(asked);
    }

    /** Adds something that is asked of it. */
    public void add(Expression asked) {
        if (asked instanceof Expression.AllOf all) {
            all.parts().forEach(this::add);
        } else if (asked instanceof Expression.Negated negated
                && turned(negated.inner()).isPresent()) {
            add(turned(negated.inner()).get());
        } else if (asked instanceof Expression.Holds holds) {
            that.add("whose " + words(holds.value()));
        } else if (asked instanceof Expression.Comparison comparison && isMoment(comparison.left())) {
            that.add((words(comparison.left()).equals("at") ? "" : "that ") + clause(comparison));
        } else if (asked instanceof Expression.Comparison comparison
                && comparison.left() instanceof Value.Field field
                && names(field.name(), comparison.operator())) {
            name(field.name(), comparison.operator(), words(comparison.right()));
        } else {
            with.add(clause(asked));
        }
    }

    /** Whether the noun is called like the field, so that the field need not be named. */
    private boolean names(String field, String operator) {
        String name = FactType.noun(field);
        return noun.equals(name)
                || noun.endsWith(" " + name)
                || noun.startsWith(name + " ") && operator.equals("==") && !noun.contains("“");
    }

    private void name(String field, String operator, String value) {
        String name = FactType.noun(field);
        if (!operator.equals("==")) {
            noun = noun + " " + compared(COMPARISONS, operator, value);
        } else if (value.equals(THE_SAME)) {
            noun = value + " " + noun;
        } else if (noun.startsWith(name + " ")) {
            noun = name + " " + value + noun.substring(name.length());
        } else {
            noun = noun + " " + value;
        }
    }

    private static String compared(Map<String, String> comparisons, String operator, String value) {
        return comparisons.getOrDefault(operator, "") + " " + (value.equals(THE_SAME) ? "that of the other" : value);
    }

    /** A field that names an instant at which something was done, such as {@code startedAt}. */
    private static boolean isMoment(Value value) {
        return value instanceof Value.Field field && field.name().matches("[a-z]+edAt|at");
    }

    private String clause(Expression asked) {
        if (asked instanceof Expression.AnyOf any) {
            return any.parts().stream().map(this::clause).collect(Collectors.joining(" or "));
        }
        if (asked instanceof Expression.AllOf all) {
            return all.parts().stream().map(this::clause).collect(Collectors.joining(" and "));
        }
        if (asked instanceof Expression.Negated negated) {
            return turned(negated.inner()).map(this::clause).orElseGet(() -> "not " + clause(negated.inner()));
        }
        if (asked instanceof Expression.Comparison comparison) {
            return clause(comparison);
        }
        if (asked instanceof Expression.OneOf oneOf) {
            String options =
                    either(oneOf.options().stream().map(this::words).distinct().toList());
            return oneOf.negated()
                    ? article(words(oneOf.left())) + " other than " + options
                    : "the " + words(oneOf.left()) + " " + options;
        }
        if (asked instanceof Expression.Matches matches) {
            return article(words(matches.left())) + (matches.negated() ? " not" : "") + " of the form "
                    + words(matches.form());
        }
        return words(((Expression.Holds) asked).value());
    }

    /** The opposite, where it can be said without a “not”. */
    private static Optional<Expression> turned(Expression asked) {
        if (asked instanceof Expression.Comparison comparison) {
            String operator = TURNED.getOrDefault(comparison.operator(), comparison.operator());
            return Optional.of(new Expression.Comparison(comparison.left(), operator, comparison.right()));
        }
        if (asked instanceof Expression.OneOf oneOf) {
            return Optional.of(new Expression.OneOf(oneOf.left(), oneOf.options(), !oneOf.negated()));
        }
        return asked instanceof Expression.Matches matches
                ? Optional.of(new Expression.Matches(matches.left(), matches.form(), !matches.negated()))
                : Optional.empty();
    }

    private String clause(Expression.Comparison comparison) {
        String left = words(comparison.left());
        String compared = words(comparison.right());
        String right = comparison.right() instanceof Value.Variable && compared.equals(left) ? THE_SAME : compared;
        if (isMoment(comparison.left())) {
            return left.replaceFirst(" ?at$", " ").stripLeading() + compared(OF_INSTANTS, comparison.operator(), right);
        }
        if (comparison.operator().equals("==") && !(comparison.left() instanceof Value.Call)) {
            return right.equals(THE_SAME) ? right + " " + left : "the " + left + " " + right;
        }
        return article(left) + " " + compared(COMPARISONS, comparison.operator(), right);
    }

    private String words(Value value) {
        if (value instanceof Value.Field field) {
            return FactType.noun(field.name());
        }
        if (value instanceof Value.Call call) {
            String arguments = call.arguments().stream().map(this::words).collect(Collectors.joining(" and "));
            return (words(call.target()) + " " + FactType.noun(call.method()) + " " + arguments).strip();
        }
        if (value instanceof Value.Joined joined) {
            return joined.parts().stream().map(this::words).collect(Collectors.joining(" followed by "));
        }
        return said.apply(value);
    }

    /** The words with {@code a} or {@code an} before them, unless they speak of several. */
    public static String article(String words) {
        String head = words.replaceFirst("(?<=.) (?:with|that|whose|“).*", "");
        boolean several = head.endsWith("s") && !head.endsWith("ss") || head.contains("s of ");
        return several || words.startsWith("the ")
                ? words
                : (words.matches("[aeio].*|u[^ns].*") ? "an " : "a ") + words;
    }

    private static String either(List<String> options) {
        int last = options.size() - 1;
        return last < 1
                ? String.join("", options)
                : String.join(", ", options.subList(0, last)) + " or " + options.get(last);
    }

    @Override
    public String toString() {
        StringBuilder words = new StringBuilder(noun);
        for (int i = 0; i < with.size(); i++) {
            words.append(i == 0 ? " with " : i == with.size() - 1 ? " and " : ", ")
                    .append(with.get(i));
        }
        for (int i = 0; i < that.size(); i++) {
            words.append(i == 0 ? " " : " and ").append(that.get(i));
        }
        return words.toString();
    }
}
