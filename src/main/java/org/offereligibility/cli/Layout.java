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

    /** What is written before it, knowing what went before; called in the order of the dossiers. */
    default String before(Decided decided) {
        return "";
    }

    /** Takes note of a dossier that was refused. */
    default void refused() {}

    /** What is written when there are no more. */
    default String ending() {
        return "";
    }

    /** @param summaryOnly whether the pages are left out */
    static Layout of(Format format, Screen screen, boolean summaryOnly) {
        return switch (format) {
            case JSON -> decided -> DecisionJson.text(decided.decision()) + "\n";
            case TEXT -> {
                CommitteeText pages = new CommitteeText(screen.width(), screen.colour());
                String rule = "─".repeat(screen.width()) + "\n\n";
                yield new Pages(
                        summaryOnly, pages::page, rule, summary -> summary.text(screen.width(), screen.colour()));
            }
            case MARKDOWN -> new Pages(summaryOnly, new CommitteeMarkdown()::page, "", DocketSummary::markdown);
        };
    }
}
