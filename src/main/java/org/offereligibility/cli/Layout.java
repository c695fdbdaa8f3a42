package org.offereligibility.cli;

import org.offereligibility.desk.Outcome.Decided;
import org.offereligibility.explanation.CommitteeMarkdown;
import org.offereligibility.explanation.CommitteeText;
import org.offereligibility.explanation.DecisionJson;
import org.offereligibility.explanation.DocketSummary;
import org.offereligibility.ledger.Entry;

/** One way of writing decisions down, one after the other. */
interface Layout {
    /** What is written for one decision. Called by several threads. */
    String of(Decided decided);

    /** What is written before it, knowing what went before; called in the order of the dossiers. */
    default String before(Decided decided) {
        return "";
    }

    /** What is written for a decision that was recorded, made of what would be written otherwise. */
    default String recorded(String text, Entry entry) {
        return text;
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
            case JSON -> new JsonLines();
            case TEXT -> {
                CommitteeText pages = new CommitteeText(screen.width(), screen.colour());
                String rule = "─".repeat(screen.width()) + "\n\n";
                yield new Pages(
                        summaryOnly, pages::page, rule, summary -> summary.text(screen.width(), screen.colour()));
            }
            case MARKDOWN -> new Pages(summaryOnly, new CommitteeMarkdown()::page, "", DocketSummary::markdown);
        };
    }

    /** A decision a line. */
    final class JsonLines implements Layout {
        @Override
        public String of(Decided decided) {
            return DecisionJson.text(decided.decision()) + "\n";
        }

        /** With {@code recorded} as its last property. */
        @Override
        public String recorded(String text, Entry entry) {
            String record = DecisionJson.text(json -> {
                json.writeStartObject();
                json.writeStringProperty("id", entry.id());
                json.writeNumberProperty("number", entry.index());
                json.writeStringProperty("at", entry.at().toString());
                json.writeStringProperty("by", entry.by());
                json.writeEndObject();
            });
            return text.substring(0, text.lastIndexOf('}')) + ",\"recorded\":" + record + "}\n";
        }
    }
}
