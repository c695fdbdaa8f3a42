package org.offereligibility.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Moment;
import org.offereligibility.policy.Expression;
import org.offereligibility.policy.Expression.Value;

/** The values in a constraint, as they were when it was tested on a fact. */
final class Operands {
    private final Map<String, Object> fields;
    private final Map<String, Object> variables;

    /** @param fields of the fact by name; none for a condition without one */
    Operands(Map<String, Object> fields, Map<String, Object> variables) {
        this.fields = fields;
        this.variables = variables;
    }

    static Operands on(Object fact, Map<String, Object> variables) {
        Map<String, Object> fields = new LinkedHashMap<>(Reasons.parts(fact));
        fields.put("this", fact);
        return new Operands(fields, variables);
    }

    /** Whether the constraint holds: the same as what Drools compiled from it. */
    boolean holds(Expression expression) {
        if (expression instanceof Expression.AnyOf any) {
            return any.parts().stream().anyMatch(this::holds);
        }
        if (expression instanceof Expression.AllOf all) {
            return all.parts().stream().allMatch(this::holds);
        }
        if (expression instanceof Expression.Negated negated) {
            return !holds(negated.inner());
        }
        if (expression instanceof Expression.Comparison comparison) {
            return holds(comparison.operator(), value(comparison.left()), value(comparison.right()));
        }
        if (expression instanceof Expression.OneOf oneOf) {
            Object left = value(oneOf.left());
            return oneOf.options().stream().anyMatch(option -> value(option).equals(left)) != oneOf.negated();
        }
        if (expression instanceof Expression.Matches matches) {
            return String.valueOf(value(matches.left())).matches(String.valueOf(value(matches.form())))
                    != matches.negated();
        }
        return Boolean.TRUE.equals(value(((Expression.Holds) expression).value()));
    }

    static boolean holds(String operator, Object left, Object right) {
        return switch (operator) {
            case "==" -> left.equals(right);
            case "!=" -> !left.equals(right);
            case "<" -> order(left, right) < 0;
            case "<=" -> order(left, right) <= 0;
            case ">" -> order(left, right) > 0;
            default -> order(left, right) >= 0;
        };
    }

    @SuppressWarnings("unchecked")
    private static int order(Object left, Object right) {
        return ((Comparable<Object>) left).compareTo(right);
    }

    /** The comparisons because of which the constraint does not hold, with their values. */
    List<Obstacle.Compared> failing(Expression expression) {
        List<Obstacle.Compared> compared = new ArrayList<>();
        collect(expression, false, compared);
        return List.copyOf(compared);
    }

    /** @param wanted which comparisons are collected: those that hold, or those that do not */
    private void collect(Expression expression, boolean wanted, List<Obstacle.Compared> compared) {
        if (expression instanceof Expression.AnyOf any) {
            any.parts().forEach(part -> collect(part, wanted, compared));
        } else if (expression instanceof Expression.AllOf all) {
            all.parts().forEach(part -> collect(part, wanted, compared));
        } else if (expression instanceof Expression.Negated negated) {
            collect(negated.inner(), !wanted, compared);
        } else if (holds(expression) == wanted) {
            if (expression instanceof Expression.Comparison comparison) {
                compared.add(compared(comparison.left(), comparison.right()));
            } else if (expression instanceof Expression.OneOf oneOf) {
                oneOf.options().stream()
                        .filter(option -> !oneOf.negated() || value(option).equals(value(oneOf.left())))
                        .forEach(option -> compared.add(compared(oneOf.left(), option)));
            } else if (expression instanceof Expression.Matches matches) {
                compared.add(alone(matches.left()));
            } else if (expression instanceof Expression.Holds holds) {
                compared.add(alone(holds.value()));
            }
        }
    }

    private Obstacle.Compared alone(Value value) {
        Obstacle.Operand operand = operand(value);
        return new Obstacle.Compared(operand, "is", new Obstacle.Operand("", operand.value()), Optional.empty());
    }

    private Obstacle.Compared compared(Value left, Value right) {
        return compared(operand(left), operand(right));
    }

    static Obstacle.Compared compared(Obstacle.Operand left, Obstacle.Operand right) {
        Object a = left.value();
        Object b = right.value();
        if (a instanceof Exact one && b instanceof Exact other) {
            return new Obstacle.Compared(left, sign(one.compareTo(other)), right, Optional.of(one.distanceTo(other)));
        }
        if (a instanceof Moment one && b instanceof Moment other) {
            return new Obstacle.Compared(
                    left,
                    sign(one.compareTo(other)),
                    right,
                    Optional.of(one.hoursSince(other).distanceTo(Exact.ZERO)));
        }
        return new Obstacle.Compared(left, a.equals(b) ? "=" : "≠", right, Optional.empty());
    }

    private static String sign(int order) {
        return order < 0 ? "<" : order > 0 ? ">" : "=";
    }

    private Obstacle.Operand operand(Value value) {
        return new Obstacle.Operand(name(value), value(value));
    }

    private static String name(Value value) {
        if (value instanceof Value.Field field) {
            return field.name();
        }
        if (value instanceof Value.Variable variable) {
            return variable.name();
        }
        if (value instanceof Value.Call call) {
            return name(call.target()) + "." + call.method() + "("
                    + call.arguments().stream().map(Operands::name).collect(Collectors.joining(", ")) + ")";
        }
        return "";
    }

    /** What has a value in the rule's text. */
    Object value(Value value) {
        if (value instanceof Value.Field field) {
            return known(fields, field.name());
        }
        if (value instanceof Value.Variable variable) {
            return known(variables, variable.name());
        }
        if (value instanceof Value.Literal literal) {
            return literal.text();
        }
        if (value instanceof Value.Joined joined) {
            return joined.parts().stream()
                    .map(part -> String.valueOf(value(part)))
                    .collect(Collectors.joining());
        }
        return call((Value.Call) value);
    }

    /** The same, or nothing for a variable that has no value yet. */
    Optional<Object> known(Value value) {
        return value instanceof Value.Variable variable
                ? Optional.ofNullable(variables.get(variable.name()))
                : Optional.of(value(value));
    }

    private static Object known(Map<String, Object> values, String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("there is no value for " + name);
        }
        return value;
    }

    private Object call(Value.Call call) {
        Object target = value(call.target());
        Object[] arguments = call.arguments().stream().map(this::value).toArray();
        try {
            return Arrays.stream(target.getClass().getMethods())
                    .filter(method ->
                            method.getName().equals(call.method()) && method.getParameterCount() == arguments.length)
                    .findFirst()
                    .orElseThrow()
                    .invoke(target, arguments);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(call.method() + " cannot be asked of this value", impossible);
        }
    }
}
