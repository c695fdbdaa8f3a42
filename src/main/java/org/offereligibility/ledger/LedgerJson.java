package org.offereligibility.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.offereligibility.dossier.CanonicalJson;
import org.offereligibility.dossier.Json;

/**
 * The JSON that every program writes in the same bytes: objects, arrays, strings, booleans and whole numbers up to 2^53 - 1
 * either way. All else is refused before it is hashed, because programs disagree on how to write it.
 */
public final class LedgerJson {
    private static final BigDecimal LARGEST = BigDecimal.valueOf((1L << 53) - 1);

    private final List<Refusal> refusals = new ArrayList<>();

    private LedgerJson() {}

    /**
     * @param pointer where (RFC 6901)
     * @param message why; quotes nothing of the content
     */
    public record Refusal(String pointer, String message) {}

    /** All that has no place in the ledger, in the order of the text; none if the document may be recorded. */
    public static List<Refusal> refusals(Json json) {
        LedgerJson check = new LedgerJson();
        check.look(json, "");
        return List.copyOf(check.refusals);
    }

    /**
     * The canonical bytes (RFC 8785).
     *
     * @throws IllegalArgumentException if anything is refused; the message names every place
     */
    public static byte[] bytes(Json json) {
        List<Refusal> refused = refusals(json);
        if (!refused.isEmpty()) {
            StringBuilder message = new StringBuilder("this cannot be recorded:");
            refused.forEach(one -> message.append("\n  ")
                    .append(one.pointer().isEmpty() ? "(the whole document)" : one.pointer())
                    .append(": ")
                    .append(one.message()));
            throw new IllegalArgumentException(message.toString());
        }
        return CanonicalJson.bytes(json);
    }

    private void look(Json json, String pointer) {
        if (json instanceof Json.Obj object) {
            Set<String> names = new HashSet<>();
            for (Json.Member member : object.members()) {
                String at = pointer + "/" + Json.escape(member.name());
                if (!names.add(member.name())) {
                    refuse(at, "this name stands twice in one object");
                }
                whole(member.name(), at);
                look(member.value(), at);
            }
        } else if (json instanceof Json.Arr array) {
            for (int i = 0; i < array.items().size(); i++) {
                look(array.items().get(i), pointer + "/" + i);
            }
        } else if (json instanceof Json.Str string) {
            whole(string.value(), pointer);
        } else if (json instanceof Json.Num number) {
            if (number.value().scale() != 0 || number.value().abs().compareTo(LARGEST) > 0) {
                refuse(pointer, "only whole numbers up to 9007199254740991, written without point or exponent");
            }
        } else if (json instanceof Json.Null) {
            refuse(pointer, "an empty value; leave it out instead");
        }
    }

    private void whole(String text, String pointer) {
        if (text.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF)) {
            refuse(pointer, "half of a character (a lone surrogate)");
        }
    }

    private void refuse(String pointer, String message) {
        refusals.add(new Refusal(pointer, message));
    }
}
