package org.offereligibility.dossier;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON (RFC 8259) as strictly as it is written down: UTF-8 alone, one document, numbers as exact decimals. Beyond
 * the RFC it refuses what nobody could handle safely afterwards: more than {@value #DEEPEST} values inside each other or {@value #MOST_VALUES} in all, a
 * number of more than {@value #LONGEST_NUMBER} characters or with an exponent beyond ±{@value #LARGEST_EXPONENT}, and half
 * of a surrogate pair.
 */
public final class JsonText {
    static final int DEEPEST = 200;
    static final int MOST_VALUES = 1_000_000;
    static final int LONGEST_NUMBER = 1_000;
    static final int LARGEST_EXPONENT = 999_999_999;

    /** The limits that count are the ones above; Jackson's own are set aside, so that each has one message. */
    private static final JsonFactory JACKSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST + 10)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /** What came of reading a text. */
    public sealed interface Parsed {
        record Tree(Json json) implements Parsed {}

        /** @param cutShort whether the text ended before the document did, so that more of it might have mended it */
        record Broken(Problem problem, boolean cutShort) implements Parsed {}
    }

    private final SourceText source;
    private final JsonParser parser;
    private int depth;
    private int values;

    /** Where the last token begins that was read whole; -1 before the first. */
    private int understood = -1;

    private JsonText(SourceText source, JsonParser parser) {
        this.source = source;
        this.parser = parser;
    }

    /** The whole of the entry as one JSON document, or the first thing that is wrong with it; never throws. */
    public static Parsed parse(Entry entry) {
        try {
            SourceText source = SourceText.of(entry);
            char[] text = source.text();
            try (JsonParser parser = JACKSON.createParser(ObjectReadContext.empty(), text, 0, text.length)) {
                return new Parsed.Tree(new JsonText(source, parser).document());
            }
        } catch (SourceText.Unreadable unreadable) {
            return new Parsed.Broken(unreadable.problem(), unreadable.cutShort());
        }
    }

    private Json document() throws SourceText.Unreadable {
        Json json = value(next());
        int rest = source.afterSpace((int) parser.currentLocation().getCharOffset());
        if (rest < source.text().length) {
            throw source.broken(rest, "the document has ended before this: expected one document and nothing after it");
        }
        return json;
    }

    private Json value(@Nullable JsonToken token) throws SourceText.Unreadable {
        if (token == null) {
            throw source.broken(understood);
        }
        if (++values > MOST_VALUES) {
            throw source.broken(start(), "the document has more than %,d values".formatted(MOST_VALUES));
        }
        Json.Position at = position();
        return switch (token) {
            case START_OBJECT -> object(at);
            case START_ARRAY -> array(at);
            case VALUE_STRING -> new Json.Str(at, string());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(at, number());
            case VALUE_TRUE -> new Json.Bool(at, true);
            case VALUE_FALSE -> new Json.Bool(at, false);
            default -> new Json.Null(at);
        };
    }

    private Json.Obj object(Json.Position at) throws SourceText.Unreadable {
        deeper();
        List<Json.Member> members = new ArrayList<>();
        while (next() != JsonToken.END_OBJECT) {
            Json.Position nameAt = position();
            String name = string();
            members.add(new Json.Member(nameAt, name, value(next())));
        }
        depth--;
        return new Json.Obj(at, members);
    }

    private Json.Arr array(Json.Position at) throws SourceText.Unreadable {
        deeper();
        List<Json> items = new ArrayList<>();
        for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
            items.add(value(token));
        }
        depth--;
        return new Json.Arr(at, items);
    }

    private void deeper() throws SourceText.Unreadable {
        if (++depth > DEEPEST) {
            throw source.broken(start(), "more than " + DEEPEST + " objects and arrays stand inside each other");
        }
    }

    private BigDecimal number() throws SourceText.Unreadable {
        String written = string();
        if (written.length() > LONGEST_NUMBER) {
            throw source.broken(start(), "the number is longer than %,d characters".formatted(LONGEST_NUMBER));
        }
        try {
            BigDecimal number = new BigDecimal(written);
            if (Math.abs((long) number.scale()) <= LARGEST_EXPONENT) {
                return number;
            }
        } catch (NumberFormatException beyondAnyScale) {
            // told below
        }
        throw source.broken(
                start(),
                Quoted.of(written)
                        + " has an exponent beyond anything that can be read (±%,d)".formatted(LARGEST_EXPONENT));
    }

    private String string() throws SourceText.Unreadable {
        String string;
        try {
            string = parser.getString();
        } catch (JacksonException broken) {
            throw source.broken(understood);
        }
        understood = start();
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (!Character.isHighSurrogate(c)
                    || i + 1 == string.length()
                    || !Character.isLowSurrogate(string.charAt(i + 1))) {
                throw source.broken(
                        start(), "the text here holds half of a surrogate pair (`\\u%04x`)".formatted((int) c));
            }
            i++;
        }
        return string;
    }

    private @Nullable JsonToken next() throws SourceText.Unreadable {
        try {
            JsonToken token = parser.nextToken();
            if (token != null && token != JsonToken.VALUE_STRING && token != JsonToken.PROPERTY_NAME) {
                understood = start();
            }
            return token;
        } catch (JacksonException broken) {
            throw source.broken(understood);
        }
    }

    private int start() {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    private Json.Position position() {
        TokenStreamLocation at = parser.currentTokenLocation();
        return new Json.Position(source.firstLine() + at.getLineNr() - 1, at.getColumnNr());
    }
}
