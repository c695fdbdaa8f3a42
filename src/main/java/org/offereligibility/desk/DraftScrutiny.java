package org.offereligibility.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.offereligibility.policy.Share;

/**
 * The one place where all that is found out about a draft comes together. Every measure that the program has is taken here,
 * and only here.
 */
public final class DraftScrutiny implements Scrutiny {
    @Override
    public Evidence of(Case draft) {
        List<String> failures = new ArrayList<>();
        Share scenarios = new ScenarioRun(draft.draft(), draft.firstMoment()).run(failures);
        return new Evidence(
                Optional.empty(), // the check of meaning: trial
                Optional.of(scenarios),
                failures,
                Optional.empty(), // coverage: trial
                Optional.empty(), // mutation: trial
                List.of(),
                Optional.empty(), // changes in sentences: policy
                Optional.empty()); // impact on draft.dossiers(): impact
    }
}
