package org.offereligibility.policy;

import java.util.List;
import java.util.Optional;
import org.offereligibility.dossier.Json;

/**
 * One of HR's own tests: a dossier, the verdict that it must get, and the codes.
 *
 * @param file relative to the version's folder
 * @param line where it begins, from 1
 * @param because why it is so, in HR's own words; or empty
 * @param rule the code of the rule that it is about; empty if it is about none
 * @param shows that the rule holds, that it just does not, or that it does not where its evidence is absent; or nothing of it
 * @param base the dossier from which it starts, if it is not given whole
 * @param dossier the base dossier with the scenario's changes, or the one that is given whole
 * @param codes exactly the codes of its findings, those that speak for the candidate apart
 * @param supports codes that speak for the candidate and must be there
 * @param not codes that must not be there
 * @param section in which the rule finds what it finds, where the file says so
 * @param subjects exactly what the findings of the rule are about, where the scenario says so
 * @param effects exactly the effects with which they count, where the scenario says so
 */
public record Scenario(
        String file,
        int line,
        String name,
        String because,
        String rule,
        Optional<Shows> shows,
        Optional<Base> base,
        Json dossier,
        String verdict,
        List<String> codes,
        List<String> supports,
        List<String> not,
        Optional<String> section,
        Optional<List<String>> subjects,
        Optional<List<String>> effects) {
    /** @param file beside the scenarios */
    public record Base(String file, Json dossier) {}

    /** What a scenario shows of its rule. */
    public enum Shows {
        HOLDS("holds"),
        JUST_NOT("just-not"),
        ABSENT("absent");

        private final String word;

        Shows(String word) {
            this.word = word;
        }

        /** As scenario files write it. */
        public String word() {
            return word;
        }
    }
}
