package org.offereligibility.desk;

import java.util.List;
import java.util.Optional;
import org.offereligibility.decision.Decision;
import org.offereligibility.dossier.Problem;

/** What became of one dossier at the desk. */
public sealed interface Outcome {
    /** @param candidateName as the dossier gives it, for people to read */
    record Decided(Decision decision, Optional<String> candidateName) implements Outcome {}

    /** @param problems in the order of their places; never empty */
    record Refused(List<Problem> problems) implements Outcome {}
}
