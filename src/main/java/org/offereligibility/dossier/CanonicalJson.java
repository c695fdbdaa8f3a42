package org.offereligibility.dossier;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Iterator;

/**
 * JSON in its canonical form, the JSON Canonicalization Scheme of RFC 8785.
 *
 * <p>The RFC writes each number as the nearest IEEE 754 double is written in ECMAScript. A number whose value a double's
 * shortest form does not give back, such as {@code 7.0000000000000000001}, lies outside of the RFC; it is written exactly, as
 * its digits with an exponent, so that two different dossiers never share a canonical form.
 */
public final class CanonicalJson {
    private CanonicalJson() {}

    public static String text(Json json) {
        StringBuilder text = new StringBuilder();
        write(json, text);
        return text.toString();
    }

    public static byte[] bytes(Json json) {
        return text(json).getBytes(StandardCharsets.UTF_8);
    }

    /** {@code sha256:} and the SHA-256 over the canonical form, in hexadecimal. */
    public static String hash(Json json) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes(json));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static void write(Json json, StringBuilder text) {
        if (json instanceof Json.Obj object) {
            text.append('{');
            Iterator<Json.Member> members = object.members().stream()
                    .sorted(Comparator.comparing(Json.Member::name))
                    .iterator();
            while (members.hasNext()) {
                Json.Member member = members.next();
                string(member.name(), text);
                text.append(':');
                write(member.value(), text);
                text.append(members.hasNext() ? "," : "");
            }
            text.append('}');
        } else if (json instanceof Json.Arr array) {
            text.append('[');
            for (int i = 0; i < array.items().size(); i++) {
                text.append(i == 0 ? "" : ",");
                write(array.items().get(i), text);
            }
            text.append(']');
        } else if (json instanceof Json.Str string) {
            string(string.value(), text);
        } else if (json instanceof Json.Num number) {
            text.append(number(number.value()));
        } else if (json instanceof Json.Bool bool) {
            text.append(bool.value());
        } else {
            text.append("null");
        }
    }

    /** RFC 8785, section 3.2.2.2. */
    private static void string(String value, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < 0x20) {
                        text.append("\\u00")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }

    /** RFC 8785, section 3.2.2.3, for numbers that a double gives back; others exactly. */
    static String number(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        BigDecimal exact = value.stripTrailingZeros();
        BigDecimal shortest = exact.precision() <= 15 && Math.abs((long) exact.scale()) < 290 ? exact : shortest(exact);
        return shortest.compareTo(exact) == 0 ? ecmaScript(exact) : exactly(exact);
    }

    /** The decimal of the fewest digits that is read back as the double nearest to the value, and nearest to that. */
    private static BigDecimal shortest(BigDecimal value) {
        double nearest = value.doubleValue();
        if (Double.isInfinite(nearest) || nearest == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal whole = new BigDecimal(nearest);
        for (int digits = 1; digits < 17; digits++) {
            BigDecimal rounded = whole.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == nearest) {
                return rounded.stripTrailingZeros();
            }
        }
        return whole.round(new MathContext(17, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }

    /** ECMA-262, Number::toString, of a decimal without trailing zeros. */
    private static String ecmaScript(BigDecimal value) {
        String sign = value.signum() < 0 ? "-" : "";
        String digits = value.unscaledValue().abs().toString();
        int k = digits.length();
        int n = k - value.scale();
        if (k <= n && n <= 21) {
            return sign + digits + "0".repeat(n - k);
        }
        if (0 < n && n <= 21) {
            return sign + digits.substring(0, n) + "." + digits.substring(n);
        }
        if (-6 < n && n <= 0) {
            return sign + "0." + "0".repeat(-n) + digits;
        }
        return scientific(sign, digits, n - 1);
    }

    private static String exactly(BigDecimal value) {
        String digits = value.unscaledValue().abs().toString();
        return scientific(value.signum() < 0 ? "-" : "", digits, digits.length() - 1L - value.scale());
    }

    private static String scientific(String sign, String digits, long exponent) {
        return sign + digits.charAt(0) + (digits.length() > 1 ? "." + digits.substring(1) : "") + "e"
                + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
    }
}
