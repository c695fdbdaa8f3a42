package org.offereligibility.policy;

import java.math.BigDecimal;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.Json.Position;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Reads a scalar by the core schema (YAML 1.2.2, section 10.3.2), of which not everything is a value here. */
final class YamlScalar {
    private static final int LONGEST_NUMBER = 60;
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> TRUTHS = Set.of("true", "True", "TRUE");
    private static final Set<String> FALSEHOODS = Set.of("false", "False", "FALSE");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern LONG_POWER = Pattern.compile(".*[eE][-+]?0*[0-9]{3,}");
    private static final Pattern OTHER_BASE = Pattern.compile("0o[0-7]+|0x[0-9a-fA-F]+");
    private static final Pattern NO_NUMBER = Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

    private YamlScalar() {}

    /** The value; where {@code refusal} took a reason, some value that must not be used. */
    static Json read(ScalarEvent scalar, Position at, Consumer<String> refusal) {
        String text = scalar.getValue();
        if (!scalar.isPlain()) {
            return new Json.Str(at, text);
        }
        if (NULLS.contains(text)) {
            return new Json.Null(at);
        }
        if (TRUTHS.contains(text) || FALSEHOODS.contains(text)) {
            return new Json.Bool(at, TRUTHS.contains(text));
        }
        if (DECIMAL.matcher(text).matches()) {
            if (text.length() <= LONGEST_NUMBER && !LONG_POWER.matcher(text).matches()) {
                return new Json.Num(at, new BigDecimal(text));
            }
            refusal.accept(VisibleText.shown(text) + " is longer than any number that is meant here");
        } else if (OTHER_BASE.matcher(text).matches()) {
            refusal.accept(VisibleText.shown(text)
                    + " would be read as a number to another base than ten; write the number in digits,"
                    + " or put the word in quotation marks");
        } else if (NO_NUMBER.matcher(text).matches()) {
            refusal.accept(VisibleText.shown(text) + " is not a number that can be reckoned with; write one in digits");
        }
        return new Json.Str(at, text);
    }
}
