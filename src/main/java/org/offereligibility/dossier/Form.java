package org.offereligibility.dossier;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One object of a dossier while it is read: gives its properties as what they must be, and reports all that is not so. */
final class Form {
    private static final BigDecimal LARGEST_AMOUNT = new BigDecimal(1_000_000_000);

    private final Json.Obj object;
    private final String pointer;
    private final Report report;
    private final Set<String> known = new LinkedHashSet<>();

    Form(Json.Obj object, String pointer, Report report) {
        this.object = object;
        this.pointer = pointer;
        this.report = report;
    }

    /** Takes problems, each with its place. */
    interface Report {
        void problem(Json.Position at, String pointer, String message);

        /** The vocabulary to read against; none where no policy is in force. */
        Optional<Vocabulary> vocabulary();
    }

    /** An element of a list, with its pointer. */
    record Item(Json value, String pointer) {}

    String pointer(String property) {
        return pointer + "/" + Json.escape(property);
    }

    Json.Position at() {
        return object.at();
    }

    Json.Position at(String property) {
        return object.get(property).map(Json::at).orElse(object.at());
    }

    /** The property's value, known from now on to be one that the form has. */
    private Optional<Json> value(String property, boolean required) {
        known.add(property);
        Optional<Json> value = object.get(property);
        if (required && value.isEmpty()) {
            report.problem(object.at(), pointer, "`" + property + "` is missing");
        }
        return value;
    }

    private <T> Optional<T> refuse(Json value, String property, String message) {
        report.problem(value.at(), pointer(property), message);
        return Optional.empty();
    }

    Optional<String> text(String property, boolean required, int least, int most) {
        return value(property, required).flatMap(value -> {
            if (!(value instanceof Json.Str text)) {
                return refuse(value, property, "expected a text, found " + kind(value));
            }
            int length = text.value().codePointCount(0, text.value().length());
            if (length < least) {
                return refuse(value, property, "this text is empty");
            }
            return length > most
                    ? refuse(value, property, "this text has " + length + " characters, more than " + most)
                    : Optional.of(text.value());
        });
    }

    Optional<String> requiredText(String property) {
        return text(property, true, 1, Integer.MAX_VALUE);
    }

    void prose(String property) {
        text(property, false, 0, Integer.MAX_VALUE);
    }

    Optional<String> word(String property, boolean required, String kind) {
        return value(property, required).flatMap(value -> word(value, pointer(property), kind, report));
    }

    /** A word of the vocabulary; where there is no vocabulary, any text. */
    static Optional<String> word(Json value, String pointer, String kind, Report report) {
        if (!(value instanceof Json.Str text)) {
            report.problem(value.at(), pointer, "expected a word (" + kind + "), found " + kind(value));
            return Optional.empty();
        }
        Optional<Vocabulary> vocabulary = report.vocabulary();
        if (vocabulary.isPresent() && !vocabulary.get().has(kind, text.value())) {
            report.problem(
                    value.at(),
                    pointer,
                    notAWord(text.value(), "a known " + kind, vocabulary.get().words(kind)));
            return Optional.empty();
        }
        return Optional.of(text.value());
    }

    static String notAWord(String given, String what, List<String> words) {
        String shown = given.length() > 60 ? given.substring(0, 60) + "..." : given;
        return "`" + shown + "` is not " + what
                + Vocabulary.nearest(given, words)
                        .map(near -> ": did you mean `" + near + "`?")
                        .orElse(words.size() <= 12 ? "; expected one of " + String.join(", ", words) : "");
    }

    Optional<Exact> number(String property, int least, int most) {
        return decimal(property, true).flatMap(number -> {
            boolean inside = number.value().compareTo(BigDecimal.valueOf(least)) >= 0
                    && number.value().compareTo(BigDecimal.valueOf(most)) <= 0;
            return inside
                    ? Optional.of(Exact.of(number.value()))
                    : refuse(number, property, "`" + shown(number) + "` is outside of " + least + " to " + most);
        });
    }

    Optional<Exact> whole(String property, int least, int most) {
        return decimal(property, true).flatMap(number -> {
            if (number.value().stripTrailingZeros().scale() > 0) {
                return refuse(number, property, "expected a whole number, found `" + shown(number) + "`");
            }
            boolean inside = number.value().compareTo(BigDecimal.valueOf(least)) >= 0
                    && number.value().compareTo(BigDecimal.valueOf(most)) <= 0;
            return inside
                    ? Optional.of(Exact.of(number.value()))
                    : refuse(number, property, "`" + shown(number) + "` is outside of " + least + " to " + most);
        });
    }

    /** Money: at most 1,000,000,000, with at most four decimals. */
    Optional<Exact> amount(String property, boolean required, boolean zeroToo) {
        return decimal(property, required).flatMap(number -> {
            if (number.value().signum() < 0 || number.value().signum() == 0 && !zeroToo) {
                return refuse(
                        number, property, "`" + shown(number) + "` is " + (zeroToo ? "under" : "not over") + " zero");
            }
            if (number.value().compareTo(LARGEST_AMOUNT) > 0) {
                return refuse(number, property, "`" + shown(number) + "` is over 1,000,000,000");
            }
            return number.value().stripTrailingZeros().scale() > 4
                    ? refuse(number, property, "`" + shown(number) + "` has more than four decimals")
                    : Optional.of(Exact.of(number.value()));
        });
    }

    private Optional<Json.Num> decimal(String property, boolean required) {
        return value(property, required).flatMap(value -> {
            if (value instanceof Json.Num number) {
                return Optional.of(number);
            }
            return refuse(
                    value,
                    property,
                    "expected a number, found " + kind(value)
                            + (value instanceof Json.Str text && text.value().matches("-?\\d+(\\.\\d+)?")
                                    ? ": write it without quotes"
                                    : ""));
        });
    }

    private static String shown(Json.Num number) {
        String text = number.value().toString();
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }

    Optional<Moment> instant(String property, boolean required, boolean nullToo) {
        return value(property, required).flatMap(value -> {
            if (nullToo && value instanceof Json.Null) {
                return Optional.empty();
            }
            if (!(value instanceof Json.Str text)) {
                return refuse(
                        value, property, "expected an instant such as `2025-03-01T10:00:00Z`, found " + kind(value));
            }
            try {
                return Optional.of(Instants.parse(text.value()));
            } catch (DateTimeException wrong) {
                String shown = text.value().matches("[-+:.0-9TtZz ]{1,60}") ? "`" + text.value() + "`: " : "";
                return refuse(value, property, shown + wrong.getMessage());
            }
        });
    }

    Optional<Form> object(String property, boolean required) {
        return value(property, required).flatMap(value -> {
            if (value instanceof Json.Obj inner) {
                return Optional.of(new Form(inner, pointer(property), report));
            }
            return refuse(value, property, "expected an object, found " + kind(value));
        });
    }

    List<Item> list(String property, boolean required) {
        Optional<Json> value = value(property, required);
        List<Item> items = new ArrayList<>();
        if (value.orElse(null) instanceof Json.Arr array) {
            for (int i = 0; i < array.items().size(); i++) {
                items.add(new Item(array.items().get(i), pointer(property) + "/" + i));
            }
        } else {
            value.ifPresent(other -> refuse(other, property, "expected a list, found " + kind(other)));
        }
        return items;
    }

    /** The elements of a list that are objects. */
    List<Form> objects(String property, boolean required) {
        List<Form> forms = new ArrayList<>();
        for (Item item : list(property, required)) {
            if (item.value() instanceof Json.Obj inner) {
                forms.add(new Form(inner, item.pointer(), report));
            } else {
                report.problem(item.value().at(), item.pointer(), "expected an object, found " + kind(item.value()));
            }
        }
        return forms;
    }

    boolean isEmpty() {
        return object.members().isEmpty();
    }

    String pointer() {
        return pointer;
    }

    /** Reports what the object has beyond what was asked for; called once all was. */
    void nothingElse() {
        for (Json.Member member : object.members()) {
            if (!known.contains(member.name())
                    && ProtectedAttributes.spokenOf(member.name()).isEmpty()) {
                String shown = member.name().length() > 60 ? member.name().substring(0, 60) + "..." : member.name();
                report.problem(
                        member.at(),
                        pointer(member.name()),
                        "unknown property `" + shown + "`"
                                + Vocabulary.nearest(member.name(), known)
                                        .map(near -> ": did you mean `" + near + "`?")
                                        .orElse("; expected " + String.join(", ", known)));
            }
        }
    }

    static String kind(Json value) {
        if (value instanceof Json.Str) {
            return "a text";
        }
        if (value instanceof Json.Num) {
            return "a number";
        }
        if (value instanceof Json.Bool) {
            return "true or false";
        }
        if (value instanceof Json.Null) {
            return "null";
        }
        return value instanceof Json.Arr ? "a list" : "an object";
    }
}
