package org.offereligibility.trial;

import java.util.Optional;
import org.offereligibility.decision.Conclusion;
import org.offereligibility.dossier.Json;
import org.offereligibility.policy.Scenario;

/** What became of a mutant. */
public sealed interface Fate {
    /** A scenario that does not come out any more as it says: of those about what the mutant can reach, if one of them does not. */
    record Killed(Scenario scenario) implements Fate {}

    /** The rules would not be taken: what the check says first. */
    record Refused(String problem) implements Fate {}

    /** No dossier whatever is decided otherwise. */
    record Equivalent(String proof) implements Fate {}

    /**
     * No scenario notices, but this dossier is decided otherwise.
     *
     * @param base the file of the dossier that it is a change of; empty if it stands by itself
     * @param difference to that dossier
     * @param before what the rules as they are conclude
     * @param after what the mutant concludes; none where it refuses the dossier as input
     */
    record ToldApart(
            Json dossier, String base, Optional<Difference> difference, Conclusion before, Optional<Conclusion> after)
            implements Fate {}

    /** No scenario notices, and of so many dossiers none is decided otherwise; which proves nothing. */
    record Open(int tried) implements Fate {}
}
