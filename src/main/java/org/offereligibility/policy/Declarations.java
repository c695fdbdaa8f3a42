package org.offereligibility.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.offereligibility.dossier.Problem;

/** Whether the types of facts that a policy declares can stand beside the words of the rule language. */
final class Declarations {
    /** Words that mean something else in a rule or in what the engine makes of it. */
    private static final Set<String> TAKEN =
            Set.of("String", "Exact", "Moment", "PlainText", "Boolean", "Object", "Fact");

    private Declarations() {}

    static void check(List<FactType> declared, Consumer<Problem> problems) {
        Map<String, String> folded = new TreeMap<>();
        for (FactType type : declared) {
            String name = type.name();
            String other = folded.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
            if (isFunction(name)) {
                report(
                        type,
                        type.at(),
                        "`" + name + "` is the name of a function of `accumulate`: call the fact otherwise",
                        problems);
            } else if (TAKEN.contains(name)) {
                report(
                        type,
                        type.at(),
                        "`" + name + "` means something else in a rule already: call the fact otherwise",
                        problems);
            } else if (other != null && !other.equals(name)) {
                report(
                        type,
                        type.at(),
                        "`" + name + "` and `" + other + "` differ in capital letters only: call one of them otherwise",
                        problems);
            } else if (!Character.isUpperCase(name.charAt(0))) {
                report(
                        type,
                        type.at(),
                        "the name of a fact begins with a capital letter, such as `"
                                + name.substring(0, 1).toUpperCase(Locale.ROOT)
                                + name.substring(1) + "`",
                        problems);
            }
            Set<String> fields = new java.util.HashSet<>();
            for (FactType.Field field : type.fields()) {
                if (!fields.add(field.name())) {
                    report(type, field.at(), "`" + name + "` has a field `" + field.name() + "` already", problems);
                }
                limits(type, field, problems);
            }
        }
    }

    private static void limits(FactType type, FactType.Field field, Consumer<Problem> problems) {
        for (String mark : List.of("from", "to")) {
            if (field.has(mark)
                    && (!field.type().equals("Exact") || field.limit(mark).isEmpty())) {
                report(
                        type,
                        field.at(),
                        field.type().equals("Exact")
                                ? "`@" + mark + "` takes a number in quotes, such as `@" + mark + "(\"0\")`"
                                : "`@" + mark + "` is for numbers, and `" + field.name() + "` is "
                                        + ValueKind.spoken(field.type()),
                        problems);
            }
        }
        String under = field.marks().getOrDefault("over", "");
        if (field.has("over")
                && type.field(under)
                        .filter(other -> other.type().equals("Exact"))
                        .isEmpty()) {
            report(
                    type,
                    field.at(),
                    "`@over` names another column of numbers of `" + type.name() + "`, and `" + under + "` is none",
                    problems);
        }
    }

    /** The engine finds functions by their class, which begins with a capital letter, and by any spelling of it. */
    private static boolean isFunction(String name) {
        return FactTypes.FUNCTIONS.stream().anyMatch(function -> function.equalsIgnoreCase(name));
    }

    private static void report(FactType type, Token at, String message, Consumer<Problem> problems) {
        problems.accept(new Problem(type.file(), at.line(), at.column(), "", message));
    }
}
