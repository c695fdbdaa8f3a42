package org.offereligibility.dossier;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * One way to write each JSON document (RFC 8785, JCS): no white space, properties in the order of their names' UTF-16 code
 * units, the shortest escapes, numbers as {@link EcmaNumber} writes them. Two texts of one document give the same bytes,
 * and so the same hash; two different documents never do.
 */
public final class CanonicalJson {
    private static final Comparator<Json.Member> BY_NAME = Comparator.comparing(Json.Member::name);
    private static final BigDecimal SMALL = BigDecimal.valueOf(1_000_000_000_000L);
    private static final HexFormat HEX = HexFormat.of();

    private final StringBuilder text = new StringBuilder(1024);

    private CanonicalJson() {}

    /**
     * @return UTF-8
     * @throws IllegalArgumentException if an object has two properties of one name, or a text has half of a surrogate pair;
     *     neither has a canonical form
     */
    public static byte[] bytes(Json json) {
        return text(json).getBytes(StandardCharsets.UTF_8);
    }

    /** @throws IllegalArgumentException as {@link #bytes} does */
    public static String text(Json json) {
        CanonicalJson canonical = new CanonicalJson();
        canonical.write(json);
        return canonical.text.toString();
    }

    /**
     * {@code sha256:} and the SHA-256 over the canonical bytes, in lower-case hexadecimal.
     *
     * @throws IllegalArgumentException as {@link #bytes} does
     */
    public static String hash(Json json) {
        return hash(bytes(json));
    }

    /** {@code sha256:} and the SHA-256 over these bytes, in lower-case hexadecimal. */
    public static String hash(byte[] bytes) {
        try {
            return "sha256:"
                    + HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new AssertionError(everyPlatformHasIt);
        }
    }

    private void write(Json json) {
        if (json instanceof Json.Obj object) {
            write(object);
        } else if (json instanceof Json.Arr array) {
            char before = '[';
            for (Json item : array.items()) {
                text.append(before);
                write(item);
                before = ',';
            }
            text.append(array.items().isEmpty() ? "[]" : "]");
        } else if (json instanceof Json.Str string) {
            write(string.value());
        } else if (json instanceof Json.Num number) {
            write(number.value());
        } else if (json instanceof Json.Bool bool) {
            text.append(bool.value());
        } else {
            text.append("null");
        }
    }

    private void write(Json.Obj object) {
        List<Json.Member> members = new ArrayList<>(object.members());
        members.sort(BY_NAME);
        char before = '{';
        String last = null;
        for (Json.Member member : members) {
            if (member.name().equals(last)) {
                throw new IllegalArgumentException("two properties of one name have no canonical form");
            }
            last = member.name();
            text.append(before);
            write(last);
            text.append(':');
            write(member.value());
            before = ',';
        }
        text.append(members.isEmpty() ? "{}" : "}");
    }

    private void write(BigDecimal number) {
        if (number.scale() == 0 && number.abs().compareTo(SMALL) < 0) {
            text.append(number.longValue());
        } else {
            text.append(EcmaNumber.of(number));
        }
    }

    private void write(String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c >= 0x20 && c != '"' && c != '\\' && !Character.isSurrogate(c)) {
                text.append(c);
            } else if (Character.isSurrogate(c)) {
                if (!Character.isSurrogatePair(c, i + 1 < string.length() ? string.charAt(i + 1) : ' ')) {
                    throw new IllegalArgumentException("half of a surrogate pair has no canonical form");
                }
                text.append(c).append(string.charAt(++i));
            } else {
                escape(c);
            }
        }
        text.append('"');
    }

    private void escape(char c) {
        text.append('\\');
        switch (c) {
            case '"', '\\' -> text.append(c);
            case '\b' -> text.append('b');
            case '\t' -> text.append('t');
            case '\n' -> text.append('n');
            case '\f' -> text.append('f');
            case '\r' -> text.append('r');
            default -> text.append('u').append(HEX.toHexDigits(c));
        }
    }
}
