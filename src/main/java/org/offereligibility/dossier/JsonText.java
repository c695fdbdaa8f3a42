package org.offereligibility.dossier;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON text (RFC 8259) into values that know where they stand. */
public final class JsonText {
    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 400;
    private static final int LARGEST_EXPONENT = 1000;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(100_000)
                    .build())
            .build();

    private final String file;
    private final int firstLine;
    private final Consumer<Problem> problems;

    private JsonText(String file, int firstLine, Consumer<Problem> problems) {
        this.file = file;
        this.firstLine = firstLine;
        this.problems = problems;
    }

    /**
     * The one value that the bytes hold, or nothing and one problem that says where they stop to be JSON.
     *
     * @param firstLine the line of the file at which the bytes begin, from 1
     * @param bytes UTF-8, with or without byte order mark
     */
    public static Optional<Json> read(String file, int firstLine, byte[] bytes, Consumer<Problem> problems) {
        return new JsonText(file, firstLine, problems).read(bytes);
    }

    private Optional<Json> read(byte[] bytes) {
        int start = bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF
                ? 3
                : 0;
        Optional<String> text = decoded(bytes, start);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text.get())) {
            if (parser.nextToken() == null) {
                return refuse(firstLine, 1, "there is nothing here: expected a dossier, `{ ... }`");
            }
            Json value = value(parser);
            if (parser.nextToken() != null) {
                Json.Position at = position(parser.currentTokenLocation());
                return refuse(at.line(), at.column(), "the JSON ends before this: expected nothing more");
            }
            return Optional.of(value);
        } catch (Unreadable unreadable) {
            return refuse(unreadable.at.line(), unreadable.at.column(), String.valueOf(unreadable.getMessage()));
        } catch (JacksonException broken) {
            Json.Position at = position(broken.getLocation() == null ? TokenStreamLocation.NA : broken.getLocation());
            return refuse(Math.max(at.line(), firstLine), Math.max(at.column(), 1), plain(broken));
        }
    }

    private Optional<String> decoded(byte[] bytes, int start) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, start, bytes.length - start))
                    .toString());
        } catch (CharacterCodingException malformed) {
            int bad = firstBad(bytes, start);
            int line = firstLine;
            int lineStart = start;
            for (int i = start; i < bad; i++) {
                if (bytes[i] == '\n') {
                    line++;
                    lineStart = i + 1;
                }
            }
            refuse(line, bad - lineStart + 1, "this is not UTF-8: save the file as UTF-8");
            return Optional.empty();
        }
    }

    private static int firstBad(byte[] bytes, int start) {
        ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        java.nio.CharBuffer out = java.nio.CharBuffer.allocate(bytes.length - start + 1);
        StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        return in.position();
    }

    private Json value(JsonParser parser) {
        Json.Position at = position(parser.currentTokenLocation());
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser, at);
            case START_ARRAY -> array(parser, at);
            case VALUE_STRING -> new Json.Str(at, paired(parser.getString(), at));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(at, number(parser, at));
            case VALUE_TRUE, VALUE_FALSE -> new Json.Bool(at, token == JsonToken.VALUE_TRUE);
            default -> new Json.Null(at);
        };
    }

    /** From the digits as they stand; never through binary floating point. */
    private static BigDecimal number(JsonParser parser, Json.Position at) {
        try {
            BigDecimal number = new BigDecimal(parser.getString());
            if (Math.abs((long) number.scale()) <= LARGEST_EXPONENT) {
                return number;
            }
        } catch (NumberFormatException exponentOutOfRange) {
            // said below
        }
        throw new Unreadable(at, "this number's exponent is beyond " + LARGEST_EXPONENT);
    }

    private Json object(JsonParser parser, Json.Position at) {
        List<Json.Member> members = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Json.Position nameAt = position(parser.currentTokenLocation());
            String name = paired(parser.currentName(), nameAt);
            parser.nextToken();
            members.add(new Json.Member(nameAt, name, value(parser)));
        }
        return new Json.Obj(at, members);
    }

    private Json array(JsonParser parser, Json.Position at) {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return new Json.Arr(at, items);
    }

    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Json.Position at;

        private Unreadable(Json.Position at, String message) {
            super(message, null, false, false);
            this.at = at;
        }
    }

    private static String paired(String text, Json.Position at) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new Unreadable(at, "this text has half of a character pair (an unpaired surrogate)");
            }
        }
        return text;
    }

    private Json.Position position(TokenStreamLocation location) {
        return new Json.Position(
                Math.max(1, location.getLineNr()) + firstLine - 1, Math.max(1, location.getColumnNr()));
    }

    private static String plain(JacksonException broken) {
        String said = String.valueOf(broken.getOriginalMessage());
        if (said.contains("nesting depth")) {
            return "values lie within each other deeper than " + DEEPEST + " levels";
        }
        if (said.contains("Number value length") || said.contains("number length")) {
            return "this number has more than " + LONGEST_NUMBER + " digits";
        }
        if (said.contains("end-of-input") || said.contains("end of input") || said.contains("closing quote")) {
            return "the JSON ends in the middle: a closing `\"`, `]` or `}` is missing";
        }
        if (said.contains("Unrecognized token")) {
            return "this is not JSON: expected a text in quotes, a number, `true`, `false`, `null`, `{` or `[`";
        }
        return "this is not JSON: " + said.replaceAll("\\s*\\(.*", "").replace('\n', ' ');
    }

    private Optional<Json> refuse(int line, int column, String message) {
        problems.accept(new Problem(file, line, column, "", message));
        return Optional.empty();
    }
}
