package org.offereligibility.explanation;

import java.nio.charset.StandardCharsets;
import org.offereligibility.dossier.Entry;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.JsonText;

/** One change to a dossier, to ask what would follow from it. Indices of lists are those of the dossier as it is. */
public sealed interface Edit {
    /** Where in the dossier (RFC 6901); {@code -} as the last step adds an entry to a list. */
    String pointer();

    /** Sets what stands there, or puts it there. */
    record Set(String pointer, Json value) implements Edit {}

    /** Takes away what stands there. */
    record Remove(String pointer) implements Edit {}

    /**
     * What could not be read as a change.
     *
     * @param pointer as far as it could be made out
     * @param why a sentence without a capital and without a full stop
     */
    record Unclear(String pointer, String why) implements Edit {}

    /**
     * Reads {@code /pointer=value}, the value being JSON; what is not JSON, such as {@code senior} or an instant, is taken as
     * the text that it is. Never throws.
     */
    static Edit set(String written) {
        int sign = written.indexOf('=');
        if (sign < 0) {
            return new Unclear("", "expected `/pointer=value`, such as `/level=senior`; there is no `=` in it");
        }
        String pointer = written.substring(0, sign).strip();
        String value = written.substring(sign + 1).strip();
        if (value.isEmpty()) {
            return new Unclear(pointer, "no value stands after `=`; to take away what stands there, remove it instead");
        }
        JsonText.Parsed parsed = JsonText.parse(new Entry("", 1, value.getBytes(StandardCharsets.UTF_8)));
        if (parsed instanceof JsonText.Parsed.Tree tree) {
            return new Set(pointer, tree.json());
        }
        if ("{[\"".indexOf(value.charAt(0)) >= 0) {
            return new Unclear(
                    pointer,
                    "the value is not JSON: "
                            + ((JsonText.Parsed.Broken) parsed).problem().message());
        }
        return new Set(pointer, new Json.Str(new Json.Position(1, 1), value));
    }
}
