package org.offereligibility.explanation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.offereligibility.decision.Finding;
import org.offereligibility.decision.Reason;

/**
 * One thing that made a rule hold, with nothing left out, as an auditor reads it. All texts are {@linkplain Verbatim harmless}.
 *
 * @param kind {@code dossier}, {@code table}, {@code derived} or {@code absent}
 * @param where a JSON pointer (RFC 6901), a file and line, or the derived fact's name; empty for what is absent
 * @param says the same in one sentence, where there is one
 * @param value the dossier's value as JSON, or the columns of a row or the parts of a derived fact with theirs, so that texts
 *     stand in quotation marks; empty for what is absent
 * @param rule that derived the fact
 */
record Proof(
        String kind,
        String where,
        String says,
        String value,
        Optional<Finding.RuleReference> rule,
        List<Proof> because) {
    static List<Proof> of(List<? extends Reason> reasons) {
        return reasons.stream().map(Proof::of).toList();
    }

    private static Proof of(Reason reason) {
        if (reason instanceof Reason.FromDossier given) {
            // The pointer of the whole document is empty, and still is a place.
            return leaf(
                    "dossier", given.pointer().isEmpty() ? "\"\"" : given.pointer(), DecisionJson.text(given.value()));
        }
        if (reason instanceof Reason.FromPolicy row) {
            return leaf("table", row.file() + ", line " + row.line(), columns(row.value()));
        }
        if (reason instanceof Reason.Derived derived) {
            return new Proof(
                    "derived",
                    Verbatim.of(derived.fact()),
                    Verbatim.of(derived.message()),
                    Verbatim.of(columns(derived.value())),
                    Optional.of(derived.rule()),
                    of(derived.because()));
        }
        String what = Verbatim.of(((Reason.Absent) reason).what());
        return new Proof("absent", "", what, "", Optional.empty(), List.of());
    }

    private static Proof leaf(String kind, String where, String value) {
        return new Proof(kind, Verbatim.of(where), "", Verbatim.of(value), Optional.empty(), List.of());
    }

    /** {@code role "violinist", feeMinimum 900, counts true}; also what is empty, since it is empty in the table. */
    private static String columns(Map<String, Object> values) {
        StringBuilder columns = new StringBuilder();
        values.forEach((name, value) -> columns.append(columns.isEmpty() ? "" : ", ")
                .append(name)
                .append(' ')
                .append(value instanceof String text ? DecisionJson.text(text) : value.toString()));
        return columns.toString();
    }
}
