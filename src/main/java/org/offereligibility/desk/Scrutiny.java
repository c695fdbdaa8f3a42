package org.offereligibility.desk;

import java.util.List;
import java.util.Optional;
import org.offereligibility.dossier.Moment;
import org.offereligibility.policy.PolicyFolder;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RulesUnusable;

/** Finds out about a draft what must be known before it is published. */
public interface Scrutiny {
    /**
     * A draft that could be read and compiled.
     *
     * @param previous the version that it would follow; none if it would be the first
     * @param firstMoment from which on it would be in force
     * @param dossiers files or folders of past cases, as the user named them; none if nobody asks what becomes of them
     */
    record Case(RuleSet draft, Optional<PolicyFolder> previous, Moment firstMoment, List<String> dossiers) {}

    /** @throws RulesUnusable if the version before cannot be used */
    Evidence of(Case draft) throws RulesUnusable;
}
