package org.offereligibility.policy;

import java.util.Comparator;
import java.util.Optional;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.Problem;

/**
 * Something that a check has to say of a rule set.
 *
 * @param kind what kind of thing it is, in words with hyphens, the same from one release to the next
 * @param problem where, and in HR's words what and what to do
 * @param example a dossier that shows it
 */
public record Remark(Severity severity, String kind, Problem problem, Optional<Json> example) {
    /** By place, errors before warnings of the same place. */
    public static final Comparator<Remark> BY_PLACE = Comparator.comparing(Remark::problem, Problem.BY_PLACE)
            .thenComparing(Remark::severity)
            .thenComparing(Remark::kind);

    /** What follows from a remark. */
    public enum Severity {
        /** It must be mended; only a rule that no scenario shows does not keep the rules from being used. */
        ERROR,
        /** The rules can be used, and probably do not say what was meant. */
        WARNING
    }
}
