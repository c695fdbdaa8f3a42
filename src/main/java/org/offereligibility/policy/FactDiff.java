package org.offereligibility.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.offereligibility.policy.Difference.Kind;
import org.offereligibility.policy.Difference.RawLine;

/** In what the declarations of two versions differ: which facts rules may speak of, and which columns tables have. */
final class FactDiff {
    static final String SECTION = "Facts and columns";

    private static final Map<String, String> KINDS = Map.of(
            "String",
            "a word or text",
            "Exact",
            "a number",
            "Moment",
            "an instant",
            "PlainText",
            "prose",
            "Boolean",
            "yes or no");

    private final LegiblePolicy before;
    private final LegiblePolicy after;
    private final List<Difference> differences = new ArrayList<>();

    FactDiff(LegiblePolicy before, LegiblePolicy after) {
        this.before = before;
        this.after = after;
    }

    List<Difference> differences() {
        after.types().forEach((name, type) -> {
            FactType same = before.types().get(name);
            if (same != null) {
                compare(same, type);
            } else if (!before.mayHold(type.file(), "declare " + name)) {
                add(type, "New " + what(type) + ".", List.of(), lines(after, name));
            }
        });
        before.types().forEach((name, type) -> {
            if (!after.types().containsKey(name) && !after.mayHold(type.file(), "declare " + name)) {
                add(type, Said.begun(what(type)) + " is removed.", lines(before, name), List.of());
            }
        });
        return differences;
    }

    private static List<RawLine> lines(LegiblePolicy policy, String type) {
        return policy.declared().getOrDefault(type, List.of());
    }

    private static String what(FactType type) {
        String fields =
                type.fields().stream().map(field -> FactType.noun(field.name())).collect(Collectors.joining(", "));
        return type.table()
                        .map(file -> "kind of table line, " + Said.quoted(type.noun()) + ", read from " + file)
                        .orElseGet(() -> "derived fact, " + Said.quoted(type.noun()))
                + (fields.isEmpty() ? "" : " (" + fields + ")");
    }

    private void compare(FactType old, FactType now) {
        String part = now.table().isPresent() ? "column" : "part";
        marks("The fact " + Said.quoted(now.noun()), ofType(old), ofType(now), old, now);
        for (FactType.Field field : now.fields()) {
            Optional<FactType.Field> same = old.field(field.name());
            String named =
                    "the " + part + " " + Said.quoted(FactType.noun(field.name())) + " of " + Said.quoted(now.noun());
            if (same.isEmpty()) {
                add(now, Said.begun(named) + " is new: " + kind(field) + ".", List.of(), at(after, now, field));
                continue;
            }
            if (!same.get().type().equals(field.type())) {
                add(
                        now,
                        Said.begun(named) + " is now " + kind(field) + " instead of " + kind(same.get()) + ".",
                        at(before, old, same.get()),
                        at(after, now, field));
            }
            marks(same.get(), field, Said.begun(named), old, now);
        }
        for (FactType.Field field : old.fields()) {
            if (now.field(field.name()).isEmpty()) {
                add(
                        now,
                        "The " + part + " " + Said.quoted(FactType.noun(field.name())) + " of "
                                + Said.quoted(now.noun()) + " is removed.",
                        at(before, old, field),
                        List.of());
            }
        }
        order(old, now);
    }

    /** In which order a table's columns are declared says nothing; the parts of a derived fact are stated by it. */
    private void order(FactType old, FactType now) {
        List<String> was =
                new ArrayList<>(old.fields().stream().map(FactType.Field::name).toList());
        List<String> is =
                new ArrayList<>(now.fields().stream().map(FactType.Field::name).toList());
        was.retainAll(is);
        is.retainAll(was);
        if (now.table().isEmpty() && !was.equals(is)) {
            add(
                    now,
                    "The parts of " + Said.quoted(now.noun()) + " stand in another order.",
                    lines(before, old.name()),
                    lines(after, now.name()));
        }
    }

    private static String kind(FactType.Field field) {
        return KINDS.getOrDefault(field.type(), field.type());
    }

    private static Map<String, String> ofType(FactType type) {
        Map<String, String> marks = new java.util.LinkedHashMap<>();
        type.table().ifPresent(table -> marks.put("table", table));
        marks.put("noun", type.noun());
        type.shown().ifPresent(shown -> marks.put("shown", shown));
        type.row().ifPresent(row -> marks.put("row", row));
        return marks;
    }

    private void marks(FactType.Field same, FactType.Field field, String named, FactType old, FactType now) {
        for (String mark : union(same.marks(), field.marks())) {
            changed(named, mark, same.marks(), field.marks())
                    .ifPresent(sentence -> add(now, sentence, at(before, old, same), at(after, now, field)));
        }
    }

    private void marks(String named, Map<String, String> was, Map<String, String> is, FactType old, FactType now) {
        for (String mark : union(was, is)) {
            changed(named, mark, was, is)
                    .ifPresent(sentence -> add(now, sentence, lines(before, old.name()), lines(after, now.name())));
        }
    }

    private static TreeSet<String> union(Map<String, String> was, Map<String, String> is) {
        TreeSet<String> marks = new TreeSet<>(was.keySet());
        marks.addAll(is.keySet());
        return marks;
    }

    private static Optional<String> changed(
            String named, String mark, Map<String, String> was, Map<String, String> is) {
        if (!is.containsKey(mark)) {
            return Optional.of(named + " is no longer marked `@" + mark + "`.");
        }
        String to = is.getOrDefault(mark, "");
        if (!was.containsKey(mark)) {
            return Optional.of(
                    named + " is now marked `@" + mark + "`" + (to.isEmpty() ? "" : ": " + Said.quoted(to)) + ".");
        }
        String from = was.getOrDefault(mark, "");
        return from.equals(to)
                ? Optional.empty()
                : Optional.of(named + " now has " + Said.quoted(to) + " after `@" + mark + "` instead of "
                        + Said.quoted(from) + ".");
    }

    private static List<RawLine> at(LegiblePolicy policy, FactType type, FactType.Field field) {
        return policy.lines(type.file(), field.at().line(), field.at().line());
    }

    private void add(FactType type, String sentence, List<RawLine> from, List<RawLine> to) {
        differences.add(new Difference(Kind.FACT, SECTION, type.name(), sentence, from, to));
    }
}
