package org.offereligibility.decision;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.offereligibility.policy.Expression;
import org.offereligibility.policy.Expression.Value;

/**
 * A value or a test in a rule's text, ready to be asked.
 *
 * @param places of the variables that it needs, in the order in which it takes them
 */
record Asked(List<Integer> places, Function<Object[], Object> reading) {
    private static final Map<Class<?>, Map<String, Method>> ACCESSORS = new ConcurrentHashMap<>();

    /** @param arguments what stands at the places */
    Object of(Object... arguments) {
        return reading.apply(arguments);
    }

    /** The fields of the fact at that place, and the fact itself as {@code this}. */
    static Map<String, Asked> fields(Class<?> type, int place) {
        Map<String, Asked> fields = new HashMap<>();
        accessors(type)
                .forEach((name, accessor) ->
                        fields.put(name, new Asked(List.of(place), arguments -> invoke(accessor, arguments[0]))));
        fields.put("this", new Asked(List.of(place), arguments -> arguments[0]));
        return fields;
    }

    private static Map<String, Method> accessors(Class<?> type) {
        return ACCESSORS.computeIfAbsent(type, unseen -> {
            Map<String, Method> accessors = new LinkedHashMap<>();
            if (type.isRecord()) {
                for (RecordComponent component : type.getRecordComponents()) {
                    accessors.put(component.getName(), component.getAccessor());
                }
            } else {
                for (Method method : type.getMethods()) {
                    accessors.put(method.getName(), method);
                }
            }
            return accessors;
        });
    }

    static Asked value(Value value, Map<String, Asked> fields, ToIntFunction<String> place) {
        if (value instanceof Value.Field field) {
            Asked known = fields.get(field.name());
            if (known == null) {
                throw new IllegalStateException("a rule with an unknown field is refused at loading");
            }
            return known;
        }
        if (value instanceof Value.Variable variable) {
            return new Asked(List.of(place.applyAsInt(variable.name())), arguments -> arguments[0]);
        }
        if (value instanceof Value.Literal literal) {
            return new Asked(List.of(), arguments -> literal.text());
        }
        if (value instanceof Value.Joined joined) {
            return of(
                    joined.parts().stream()
                            .map(part -> value(part, fields, place))
                            .toList(),
                    values -> {
                        StringBuilder text = new StringBuilder();
                        Arrays.stream(values).forEach(text::append);
                        return text.toString();
                    });
        }
        Value.Call call = (Value.Call) value;
        List<Asked> parts = new ArrayList<>(List.of(value(call.target(), fields, place)));
        call.arguments().forEach(argument -> parts.add(value(argument, fields, place)));
        return of(parts, values -> call(call.method(), values));
    }

    static Asked holds(Expression expression, Function<Value, Asked> value) {
        if (expression instanceof Expression.AnyOf any) {
            return upTo(
                    true, any.parts().stream().map(part -> holds(part, value)).toList());
        }
        if (expression instanceof Expression.AllOf all) {
            return upTo(
                    false, all.parts().stream().map(part -> holds(part, value)).toList());
        }
        if (expression instanceof Expression.Negated negated) {
            return of(List.of(holds(negated.inner(), value)), parts -> !(Boolean) parts[0]);
        }
        if (expression instanceof Expression.Comparison comparison) {
            return of(
                    List.of(value.apply(comparison.left()), value.apply(comparison.right())),
                    sides -> Operands.holds(comparison.operator(), sides[0], sides[1]));
        }
        if (expression instanceof Expression.OneOf oneOf) {
            List<Asked> parts = new ArrayList<>(List.of(value.apply(oneOf.left())));
            oneOf.options().forEach(option -> parts.add(value.apply(option)));
            return of(
                    parts,
                    values -> Arrays.asList(values).subList(1, values.length).contains(values[0]) != oneOf.negated());
        }
        if (expression instanceof Expression.Matches matches) {
            return of(
                    List.of(value.apply(matches.left()), value.apply(matches.form())),
                    values -> String.valueOf(values[0]).matches(String.valueOf(values[1])) != matches.negated());
        }
        return value.apply(((Expression.Holds) expression).value());
    }

    /** Tests asked one after the other until one comes out that way, which then is the whole's; else it is the other. */
    private static Asked upTo(boolean deciding, List<Asked> tests) {
        return new Asked(places(tests), arguments -> {
            int next = 0;
            for (Asked test : tests) {
                int end = next + test.places().size();
                if (Boolean.TRUE.equals(test.of(Arrays.copyOfRange(arguments, next, end))) == deciding) {
                    return deciding;
                }
                next = end;
            }
            return !deciding;
        });
    }

    private static List<Integer> places(List<Asked> parts) {
        return parts.stream().flatMap(part -> part.places().stream()).toList();
    }

    /** Something of several parts, each of which takes as many arguments as it needs. */
    private static Asked of(List<Asked> parts, Function<Object[], Object> together) {
        return new Asked(places(parts), arguments -> {
            Object[] values = new Object[parts.size()];
            int next = 0;
            for (int i = 0; i < values.length; i++) {
                Asked part = parts.get(i);
                int end = next + part.places().size();
                values[i] = part.of(Arrays.copyOfRange(arguments, next, end));
                next = end;
            }
            return together.apply(values);
        });
    }

    private static Object call(String method, Object[] values) {
        Object[] arguments = Arrays.copyOfRange(values, 1, values.length);
        Method found = Arrays.stream(values[0].getClass().getMethods())
                .filter(known -> known.getName().equals(method) && known.getParameterCount() == arguments.length)
                .findFirst()
                .orElseThrow();
        return invoke(found, values[0], arguments);
    }

    private static Object invoke(Method method, Object target, Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException raised) {
            throw new IllegalArgumentException(raised.getCause());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
