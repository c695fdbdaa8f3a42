package org.offereligibility.cli;

import org.offereligibility.desk.Outcome.Decided;
import org.offereligibility.explanation.CommitteeMarkdown;
import org.offereligibility.explanation.CommitteeText;
import org.offereligibility.explanation.DecisionJson;
import org.offereligibility.explanation.DocketSummary;

/** One way of writing decisions down, one after the other. */
interface Layout {
    /** What is written for one decision. Called by several threads. */
    String of(Decided decided);

    /** Takes note of a decision for the ending; called in the order of the dossiers. */
    void received(Decided decided);

    /** What is written when there are no more. */
    String ending();
}
