package org.offereligibility.policy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.offereligibility.dossier.Exact;

/**
 * A type of facts that rules may speak of.
 *
 * @param noun what one such fact is called in a sentence
 * @param shown the heading under which every decision shows the facts of this type, for those that it shows
 * @param row what one line of the table is called, with fields in braces: <code>{level} level in {currency}</code>
 * @param at where it is declared, for types of the policy
 * @param file where it is declared, or empty for types of the dossier
 */
public record FactType(
        String name,
        String noun,
        Origin origin,
        Optional<String> table,
        Optional<String> shown,
        Optional<String> row,
        List<Field> fields,
        String file,
        Token at) {
    /** The type that every finding has; each rule set has it. */
    public static final String FINDING = "Finding";

    /** A field's name in braces, in words for people. */
    static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

    /** What may be marked at a field. */
    static final List<String> MARKS = List.of("word", "each", "key", "names", "over", "from", "to", "reads");

    /** What may be marked at a declaration. */
    static final List<String> MARKS_OF_TYPES = List.of("table", "noun", "shown", "row");

    /** The mark of a field whose value is a term of the offer. */
    static final String OFFER_TERM = "offerTerm";

    /** Where facts of a type come from. */
    public enum Origin {
        DOSSIER,
        TABLE,
        DERIVED
    }

    /** What kind of value a field holds, by the name that rule files use for it. */
    public static final Set<String> VALUE_TYPES = Set.of("String", "Exact", "Moment", "PlainText", "Boolean");

    /**
     * @param word the kind of vocabulary that the value is a word of
     * @param marks {@code each}, {@code key}, {@code names}, {@code over}, {@code from}, {@code to}, {@code reads} (what its
     *     value is called in a sentence) and what they say
     */
    public record Field(
            Token at, String name, String type, Optional<String> word, java.util.Map<String, String> marks) {
        boolean has(String mark) {
            return marks.containsKey(mark);
        }

        /** The number that a mark of the field says, for {@code from} and {@code to}. */
        Optional<Exact> limit(String mark) {
            return Optional.ofNullable(marks.get(mark)).flatMap(said -> new CellNumber(said, ';').exact());
        }
    }

    public Optional<Field> field(String fieldName) {
        return fields.stream().filter(field -> field.name().equals(fieldName)).findFirst();
    }

    /** {@code RoundHeld} becomes {@code round held}. */
    public static String noun(String typeName) {
        return typeName.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
