package org.offereligibility.decision;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Fact;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.Vocabulary;
import org.offereligibility.policy.FactType;
import org.offereligibility.policy.TableRow;

/**
 * Values as a message about a fault may show them: numbers, times and the policy's own words, and of facts where they stand.
 * Any other text could be the id of a person or written by one.
 */
final class Discreet {
    private final Vocabulary vocabulary;
    private final List<String> kinds;
    private final Map<Object, TableRow> rows;

    /** @param rows of tables, by the facts they became */
    Discreet(Vocabulary vocabulary, Map<Object, TableRow> rows) {
        this.vocabulary = vocabulary;
        this.kinds = vocabulary.kinds();
        this.rows = rows;
    }

    String of(@Nullable Object value) {
        if (value == null) {
            return "nothing";
        }
        if (value instanceof Exact || value instanceof Moment || value instanceof Boolean) {
            return value.toString();
        }
        if (value instanceof String word) {
            return kinds.stream().anyMatch(kind -> vocabulary.has(kind, word)) ? "`" + word + "`" : "(a text)";
        }
        String noun = FactType.noun(value.getClass().getSimpleName());
        if (value instanceof Fact fact) {
            return "the " + noun + " at `" + fact.pointer() + "`";
        }
        TableRow row = rows.get(value);
        if (row != null) {
            return row.file() + ", line " + row.line();
        }
        if (!value.getClass().isRecord()) {
            return "(a text)";
        }
        List<String> parts = Reasons.parts(value).entrySet().stream()
                .map(part -> part.getKey() + " " + of(part.getValue()))
                .toList();
        return "the " + noun + (parts.isEmpty() ? "" : " of " + String.join(", ", parts));
    }
}
