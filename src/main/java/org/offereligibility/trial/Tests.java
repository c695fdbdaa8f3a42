package org.offereligibility.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.offereligibility.policy.Expression;
import org.offereligibility.policy.Expression.Value;

/** What a test of a rule says in a situation, and what is known once it holds. */
final class Tests {
    private Tests() {}

    /** @param fields of the fact that is tested, by name */
    static Truth truth(Expression test, Map<String, Integer> fields, Situation in) {
        if (test instanceof Expression.AllOf all) {
            return all(all.parts().stream().map(part -> truth(part, fields, in)).toList());
        }
        if (test instanceof Expression.AnyOf any) {
            return all(any.parts().stream()
                            .map(part -> truth(part, fields, in).not())
                            .toList())
                    .not();
        }
        if (test instanceof Expression.Negated negated) {
            return truth(negated.inner(), fields, in).not();
        }
        if (test instanceof Expression.Comparison comparison) {
            int left = place(comparison.left(), fields, in);
            return in.values.compare(left, comparison.operator(), place(comparison.right(), fields, in));
        }
        if (test instanceof Expression.OneOf oneOf) {
            Truth found = oneOf(oneOf, fields, in);
            return oneOf.negated() ? found.not() : found;
        }
        if (test instanceof Expression.Matches matches) {
            Truth found = isTrue(in, matches(matches, fields, in));
            return matches.negated() ? found.not() : found;
        }
        return isTrue(in, place(((Expression.Holds) test).value(), fields, in));
    }

    private static Truth all(List<Truth> parts) {
        return Truth.of(parts.stream().allMatch(part -> part == Truth.ALWAYS), parts.contains(Truth.NEVER));
    }

    private static Truth isTrue(Situation in, int place) {
        Optional<String> word = in.values.range(place).word();
        return Truth.of(
                word.filter("true"::equals).isPresent(),
                word.filter("false"::equals).isPresent());
    }

    private static Truth oneOf(Expression.OneOf test, Map<String, Integer> fields, Situation in) {
        int left = place(test.left(), fields, in);
        Set<String> words = words(test);
        if (!words.isEmpty() && in.values.range(left) instanceof Range.Words known && !known.others()) {
            return Truth.of(
                    words.containsAll(known.words()), known.words().stream().noneMatch(words::contains));
        }
        return all(test.options().stream()
                        .map(option -> in.values
                                .compare(left, "==", place(option, fields, in))
                                .not())
                        .toList())
                .not();
    }

    /** The options where all of them are written out, else nothing. */
    private static Set<String> words(Expression.OneOf test) {
        Set<String> words = new TreeSet<>();
        for (Value option : test.options()) {
            if (!(option instanceof Value.Literal literal)) {
                return Set.of();
            }
            words.add(literal.text());
        }
        return words;
    }

    private static int matches(Expression.Matches test, Map<String, Integer> fields, Situation in) {
        int left = place(test.left(), fields, in);
        int form = place(test.form(), fields, in);
        return in.values.computed("matches", List.of(left, form), () -> {
            Optional<String> pattern = in.values.range(form).word();
            if (pattern.isPresent() && in.values.range(left) instanceof Range.Words words && !words.others()) {
                Set<String> answers = words.words().stream()
                        .map(word -> String.valueOf(word.matches(pattern.get())))
                        .collect(Collectors.toCollection(TreeSet::new));
                return new Range.Words(answers, false);
            }
            return Arithmetic.YES_OR_NO;
        });
    }

    /** Every way in which the test turns out as wanted; the situation itself is used up. */
    static List<Situation> assume(Expression test, boolean wanted, Map<String, Integer> fields, Situation in) {
        if (test instanceof Expression.Negated negated) {
            return assume(negated.inner(), !wanted, fields, in);
        }
        if (test instanceof Expression.AllOf all) {
            return wanted ? each(all.parts(), true, fields, in) : any(all.parts(), false, fields, in);
        }
        if (test instanceof Expression.AnyOf any) {
            return wanted ? any(any.parts(), true, fields, in) : each(any.parts(), false, fields, in);
        }
        if (test instanceof Expression.Comparison comparison) {
            int left = place(comparison.left(), fields, in);
            int right = place(comparison.right(), fields, in);
            in.values.relate(left, wanted ? comparison.operator() : opposite(comparison.operator()), right);
        } else if (test instanceof Expression.OneOf oneOf) {
            return options(oneOf, wanted != oneOf.negated(), fields, in);
        } else if (test instanceof Expression.Matches matches) {
            answer(in, matches(matches, fields, in), wanted != matches.negated());
        } else {
            answer(in, place(((Expression.Holds) test).value(), fields, in), wanted);
        }
        return in.values.isImpossible() ? List.of() : List.of(in);
    }

    private static void answer(Situation in, int place, boolean wanted) {
        in.values.narrow(place, Range.word(String.valueOf(wanted)));
    }

    private static List<Situation> options(
            Expression.OneOf test, boolean among, Map<String, Integer> fields, Situation in) {
        Set<String> words = words(test);
        if (!words.isEmpty()) {
            in.values.narrow(place(test.left(), fields, in), new Range.Words(words, !among));
            return in.values.isImpossible() ? List.of() : List.of(in);
        }
        List<Expression> comparisons = test.options().stream()
                .map(option -> (Expression) new Expression.Comparison(test.left(), "==", option))
                .toList();
        return among ? any(comparisons, true, fields, in) : each(comparisons, false, fields, in);
    }

    private static List<Situation> each(
            List<Expression> parts, boolean wanted, Map<String, Integer> fields, Situation in) {
        List<Situation> ways = List.of(in);
        for (Expression part : parts) {
            List<Situation> further = new ArrayList<>();
            ways.forEach(way -> further.addAll(assume(part, wanted, fields, way)));
            ways = further;
        }
        return ways;
    }

    private static List<Situation> any(
            List<Expression> parts, boolean wanted, Map<String, Integer> fields, Situation in) {
        List<Situation> ways = new ArrayList<>();
        parts.forEach(part -> ways.addAll(assume(part, wanted, fields, in.copy())));
        return ways;
    }

    static String opposite(String operator) {
        return switch (operator) {
            case "==" -> "!=";
            case "!=" -> "==";
            case "<" -> ">=";
            case "<=" -> ">";
            case ">" -> "<=";
            default -> "<";
        };
    }

    /** Where the value stands in the situation. */
    static int place(Value value, Map<String, Integer> fields, Situation in) {
        if (value instanceof Value.Field field) {
            return known(fields, field.name());
        }
        if (value instanceof Value.Variable variable) {
            return known(in.variables, variable.name());
        }
        if (value instanceof Value.Literal literal) {
            return in.values.computed("\"" + literal.text(), List.of(), () -> Range.word(literal.text()));
        }
        if (value instanceof Value.Joined joined) {
            List<Integer> parts =
                    joined.parts().stream().map(part -> place(part, fields, in)).toList();
            return in.values.computed("+", parts, () -> Range.ANY_TEXT);
        }
        Value.Call call = (Value.Call) value;
        List<Integer> from = new ArrayList<>(List.of(place(call.target(), fields, in)));
        call.arguments().forEach(argument -> from.add(place(argument, fields, in)));
        return in.values.computed(
                call.method(),
                from,
                () -> Arithmetic.range(
                        call.method(), from.stream().map(in.values::range).toList()));
    }

    private static int known(Map<String, Integer> places, String name) {
        Integer place = places.get(name);
        if (place == null) {
            throw new IllegalStateException("there is no value for " + name);
        }
        return place;
    }

    /** The values that a test speaks of. */
    static List<Value> operands(Expression test) {
        if (test instanceof Expression.AllOf all) {
            return all.parts().stream().flatMap(part -> operands(part).stream()).toList();
        }
        if (test instanceof Expression.AnyOf any) {
            return any.parts().stream().flatMap(part -> operands(part).stream()).toList();
        }
        if (test instanceof Expression.Negated negated) {
            return operands(negated.inner());
        }
        if (test instanceof Expression.Comparison comparison) {
            return List.of(comparison.left(), comparison.right());
        }
        if (test instanceof Expression.OneOf oneOf) {
            List<Value> values = new ArrayList<>(List.of(oneOf.left()));
            values.addAll(oneOf.options());
            return values;
        }
        if (test instanceof Expression.Matches matches) {
            return List.of(matches.left(), matches.form());
        }
        return List.of(((Expression.Holds) test).value());
    }
}
