package org.offereligibility.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Every place that a dossier can have, as {@code dossier.schema.json} says; nobody else lists them. */
public final class DossierPlaces {
    private static final String SCHEMA = "/org/offereligibility/dossier.schema.json";

    /** A list's entry by its index, or {@code -} for one that is yet to come (RFC 6901, section 4). */
    private static final Pattern ENTRY = Pattern.compile("0|[1-9][0-9]{0,8}|[-*]");

    /** What stands at a place. */
    public enum Kind {
        WHOLE_NUMBER,
        NUMBER,
        INSTANT,
        TEXT,
        LIST,
        OBJECT;

        public boolean isNumber() {
            return this == WHOLE_NUMBER || this == NUMBER;
        }
    }

    private static final SortedMap<String, Kind> ALL = all();

    private DossierPlaces() {}

    /** By JSON pointer (RFC 6901), sorted; {@code *} stands for any entry of a list: {@code /scores/*}{@code /score}. */
    public static SortedMap<String, Kind> known() {
        return ALL;
    }

    /** What stands at a pointer into some dossier, if the schema knows the place. */
    public static Optional<Kind> kind(String pointer) {
        return Optional.ofNullable(ALL.get(general(pointer)));
    }

    /** The words of which one stands at the place, for places that the schema gives words to; else none. */
    public static List<String> words(String pointer) {
        return schema().at(inSchema(pointer) + "/enum").orElse(null) instanceof Json.Arr words
                ? words.items().stream()
                        .map(word -> word instanceof Json.Str text ? text.value() : "")
                        .toList()
                : List.of();
    }

    /**
     * The bounds of the number at the place, as the schema gives them.
     *
     * @param lowIn whether the lowest number itself is possible
     * @param whole whether only whole numbers are possible
     */
    public record Bounds(Optional<Exact> low, boolean lowIn, Optional<Exact> high, boolean whole) {}

    /** The bounds at a place; none where no number stands. */
    public static Optional<Bounds> bounds(String pointer) {
        Json schema = schema().at(inSchema(pointer)).orElse(null);
        return schema == null
                ? Optional.empty()
                : kind(pointer).filter(Kind::isNumber).map(kind -> {
                    Optional<Exact> over = number(schema, "/exclusiveMinimum");
                    return new Bounds(
                            over.or(() -> number(schema, "/minimum")),
                            over.isEmpty(),
                            number(schema, "/maximum"),
                            kind == Kind.WHOLE_NUMBER);
                });
    }

    private static Optional<Exact> number(Json schema, String name) {
        return schema.at(name)
                .flatMap(value ->
                        value instanceof Json.Num number ? Optional.of(Exact.of(number.value())) : Optional.empty());
    }

    private static String inSchema(String pointer) {
        StringBuilder place = new StringBuilder();
        for (String token : general(pointer).split("/", -1)) {
            place.append(token.isEmpty() ? "" : token.equals("*") ? "/items" : "/properties/" + token);
        }
        return place.toString();
    }

    /** The pointer with {@code *} for each index and each {@code -} that leads into a list. */
    public static String general(String pointer) {
        StringBuilder general = new StringBuilder();
        for (String token : pointer.split("/", -1)) {
            if (general.isEmpty() && token.isEmpty()) {
                general.append(pointer.isEmpty() ? "" : "/");
                continue;
            }
            String before = general.substring(0, Math.max(0, general.length() - 1));
            boolean entry = ENTRY.matcher(token).matches() && ALL.get(before) == Kind.LIST;
            general.append(entry ? "*" : token).append('/');
        }
        return general.isEmpty() ? "" : general.substring(0, general.length() - 1);
    }

    /** The published schema. */
    static Json schema() {
        try (InputStream in = DossierPlaces.class.getResourceAsStream(SCHEMA)) {
            if (in != null
                    && JsonText.parse(new Entry(SCHEMA, 1, in.readAllBytes())) instanceof JsonText.Parsed.Tree schema) {
                return schema.json();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        throw new IllegalStateException(SCHEMA + " is not part of this build, or is broken");
    }

    private static SortedMap<String, Kind> all() {
        SortedMap<String, Kind> places = new TreeMap<>();
        collect(schema(), "", places);
        places.remove("");
        return Collections.unmodifiableSortedMap(places);
    }

    private static void collect(Json schema, String pointer, SortedMap<String, Kind> places) {
        places.put(pointer, kind(schema));
        schema.at("/items").ifPresent(items -> collect(items, pointer + "/*", places));
        if (schema.at("/properties").orElse(null) instanceof Json.Obj properties) {
            for (Json.Member member : properties.members()) {
                collect(member.value(), pointer + "/" + Json.escape(member.name()), places);
            }
        }
    }

    private static Kind kind(Json schema) {
        if (text(schema, "/format").filter("date-time"::equals).isPresent()) {
            return Kind.INSTANT;
        }
        List<String> types = List.of("integer", "number", "array", "object");
        return switch (types.indexOf(text(schema, "/type").orElse(""))) {
            case 0 -> Kind.WHOLE_NUMBER;
            case 1 -> Kind.NUMBER;
            case 2 -> Kind.LIST;
            case 3 -> Kind.OBJECT;
            default -> Kind.TEXT;
        };
    }

    private static Optional<String> text(Json schema, String pointer) {
        return schema.at(pointer)
                .flatMap(value -> value instanceof Json.Str text ? Optional.of(text.value()) : Optional.empty());
    }
}
