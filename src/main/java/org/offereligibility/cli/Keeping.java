package org.offereligibility.cli;

import java.util.List;
import org.offereligibility.desk.Recording;
import org.offereligibility.dossier.Entry;
import org.offereligibility.dossier.Moment;
import org.offereligibility.ledger.LedgerUnusable;
import org.offereligibility.policy.RulesUnusable;

/**
 * How the decisions of a run are recorded: each under the run's request id and its dossier's number, so that a run that stopped
 * half-way can be run again and records only what is missing.
 */
record Keeping(Recording recording, String requestId, Moment evaluationTime) {
    /** @param number of the dossier in the run, from 1 */
    Recording.Tried decide(Entry entry, long number) throws LedgerUnusable, RulesUnusable {
        return recording.decide(entry, requestId + "/" + number, evaluationTime);
    }

    List<Recording.Result> keep(List<Recording.Asked> decided) throws LedgerUnusable {
        return recording.keep(decided);
    }
}
