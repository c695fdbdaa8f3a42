package org.offereligibility.explanation;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Moment;

/** How single names and values are read aloud. */
public final class Words {
    /** A vocabulary's word: {@code b2b-saas}, but not an id such as {@code hm-3}. */
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)*");

    private static final int LONGEST_WORD = 128;

    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d.*");

    /** More than one word, a sentence's end, or nothing at all. */
    private static final Pattern PROSE = Pattern.compile(" |[.!?]$|^$");

    /** Past this a number is no longer one that people write out. */
    private static final int DIGITS = 40;

    private static final List<String> NUMBERS = List.of(
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private Words() {}

    /** {@code baseSalary} and {@code base-salary} become {@code base salary}. */
    public static String name(String name) {
        return Printable.of(name.replaceAll("(?<=[\\p{Ll}\\d])(?=\\p{Lu})", " ")
                        .replace('-', ' ')
                        .replace('_', ' '))
                .toLowerCase(Locale.ROOT);
    }

    /** A text as people read it: a word without its hyphens, an instant as a time in UTC, prose in quotation marks. */
    public static String text(String text) {
        if (text.length() <= LONGEST_WORD && WORD.matcher(text).matches()) {
            return text.replace('-', ' ');
        }
        if (INSTANT.matcher(text).matches()) {
            try {
                return time(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeException notAnInstant) {
                return Printable.of(text);
            }
        }
        String printable = Printable.of(text);
        return PROSE.matcher(printable).find() ? Printable.quoted(text) : printable;
    }

    public static String number(BigDecimal number) {
        return Math.abs(number.scale()) > DIGITS || number.precision() > DIGITS
                ? number.toString()
                : Exact.of(number).spoken();
    }

    public static String number(long number) {
        return Exact.of(number).spoken();
    }

    public static String yesOrNo(boolean value) {
        return value ? "yes" : "no";
    }

    /** {@code 2025-07-23 18:00 UTC}; seconds only where there are some. */
    public static String time(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC).toString().replace('T', ' ') + " UTC";
    }

    /** A value of a table's row or of a derived fact. */
    public static String value(Object value) {
        if (value instanceof Exact number) {
            return number.spoken();
        }
        if (value instanceof Moment moment) {
            return time(moment.instant());
        }
        return value instanceof Boolean truth ? yesOrNo(truth) : text(String.valueOf(value));
    }

    /** {@code base minimum 185,000, base maximum 230,000}; what is empty is not mentioned. */
    public static String values(Map<String, Object> values) {
        StringBuilder words = new StringBuilder();
        values.forEach((name, value) -> {
            if (!String.valueOf(value).isBlank()) {
                words.append(words.isEmpty() ? "" : ", ")
                        .append(name(name))
                        .append(' ')
                        .append(value(value));
            }
        });
        return words.toString();
    }

    /** As it goes on in a sentence: with a small letter at its beginning, unless what begins it is a name in capitals. */
    static String begunSmall(String words) {
        return words.matches("\\p{Lu}\\p{Ll}* .*")
                ? words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1)
                : words;
    }

    /** {@code one finding}, {@code twelve findings}, {@code 1,300 findings}. */
    public static String count(long count, String one, String many) {
        return count(count) + " " + (count == 1 ? one : many);
    }

    /** The same as a sentence begins: {@code Two findings}. */
    public static String capitalCount(long count, String one, String many) {
        String words = count(count, one, many);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    public static String count(long count) {
        return count < NUMBERS.size() ? NUMBERS.get((int) count) : number(count);
    }
}
