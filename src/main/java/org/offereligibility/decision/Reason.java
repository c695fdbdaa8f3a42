package org.offereligibility.decision;

import java.util.List;
import java.util.Map;
import org.offereligibility.dossier.Json;

/**
 * One of the things that made a rule hold; together they are a tree whose leaves are the dossier, the tables, and what was
 * absent. Values in a map are {@code String}, {@code Boolean}, {@link org.offereligibility.dossier.Exact} or
 * {@link org.offereligibility.dossier.Moment}, in the order in which the table or the fact declares them.
 */
public sealed interface Reason {
    /**
     * @param pointer RFC 6901, into the dossier as it was given
     * @param value what stands there
     */
    record FromDossier(String pointer, Json value) implements Reason {}

    /**
     * A row of a table.
     *
     * @param file relative to the version's folder
     * @param line of the file, from 1
     */
    record FromPolicy(String file, int line, Map<String, Object> value) implements Reason {}

    /**
     * A fact that a rule of the policy derived.
     *
     * @param fact the fact's name, such as {@code AdjustedScore}
     * @param message the same in one plain sentence
     */
    record Derived(
            String fact, String message, Map<String, Object> value, Finding.RuleReference rule, List<Reason> because)
            implements Reason {}

    /** @param what what had to be absent, in plain words */
    record Absent(String what) implements Reason {}
}
