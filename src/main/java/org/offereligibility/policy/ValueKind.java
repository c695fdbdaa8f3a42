package org.offereligibility.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.PlainText;

/** What kind of value an expression has, by the name that rule files use for it, as far as that can be told from its text. */
final class ValueKind {
    private static final Map<String, String> RETURNS = returns();

    private ValueKind() {}

    /** The kind of value of a field, a variable, a text, or of one of these with operations after it. */
    static String of(List<Token> expression, Optional<FactType> type, Map<String, String> variables) {
        if (expression.isEmpty()) {
            return "";
        }
        Token first = expression.get(0);
        String kind = switch (first.kind()) {
            case VARIABLE -> variables.getOrDefault(first.text(), "");
            case STRING -> "String";
            case NAME ->
                type.flatMap(fact -> first.is("this")
                                ? Optional.of(fact.name())
                                : fact.field(first.text()).map(FactType.Field::type))
                        .orElse("");
            default -> "";
        };
        int depth = 0;
        for (int i = 1; i < expression.size(); i++) {
            Token token = expression.get(i);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0 && token.is(".") && i + 1 < expression.size()) {
                kind = returned(expression.get(i + 1).text());
                i++;
            } else if (depth == 0 && !token.is(")")) {
                return token.is("+") ? "String" : "";
            }
        }
        return kind;
    }

    /** How a person calls it: {@code a number} rather than the word that rule files write. */
    static String spoken(String kind) {
        return switch (kind) {
            case "Exact" -> "a number";
            case "String" -> "a word or text";
            case "PlainText" -> "a free text";
            case "Moment" -> "an instant";
            case "Boolean", "boolean" -> "a yes or no";
            default -> "the whole fact `" + kind + "`";
        };
    }

    private static Map<String, String> returns() {
        Map<String, String> returns = new HashMap<>();
        for (Class<?> owner : List.of(Exact.class, Moment.class, PlainText.class)) {
            for (var method : owner.getDeclaredMethods()) {
                returns.put(method.getName(), method.getReturnType().getSimpleName());
            }
        }
        return returns;
    }

    private static String returned(String method) {
        return FactTypes.METHODS.contains(method) ? RETURNS.getOrDefault(method, "") : "";
    }
}
