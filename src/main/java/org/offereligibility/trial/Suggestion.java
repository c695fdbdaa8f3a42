package org.offereligibility.trial;

import java.util.List;
import java.util.Optional;
import org.offereligibility.dossier.Json;
import org.offereligibility.policy.Scenario;

/**
 * A scenario that is missing, with what the rules find now.
 *
 * @param shown what it tries out
 * @param rule the code of the rule that it is about, or empty
 * @param shows what it shows of that rule; nothing for a rule without a code
 * @param dossier the whole of it
 * @param difference to the base dossier, if there is one
 * @param codes of findings that do not speak for the candidate, sorted
 * @param supports codes of those that do, sorted
 */
record Suggestion(
        String name,
        String shown,
        String rule,
        Optional<Scenario.Shows> shows,
        Json dossier,
        Optional<Difference> difference,
        String verdict,
        List<String> codes,
        List<String> supports) {}
