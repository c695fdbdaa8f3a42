package org.offereligibility.cli;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.offereligibility.decision.Decision;
import org.offereligibility.desk.Outcome.Decided;
import org.offereligibility.explanation.DocketSummary;
import org.offereligibility.ledger.Entry;

/** A page for each decision and, where there are several dossiers, a summary of all. */
final class Pages implements Layout {
    private final boolean summaryOnly;
    private final BiFunction<Decision, Optional<String>, String> page;
    private final String between;
    private final Function<DocketSummary, String> ending;
    private final DocketSummary summary = new DocketSummary();
    private long decided;
    private long refused;

    /** @param between what stands between two pages, beside an empty line */
    Pages(
            boolean summaryOnly,
            BiFunction<Decision, Optional<String>, String> page,
            String between,
            Function<DocketSummary, String> ending) {
        this.summaryOnly = summaryOnly;
        this.page = page;
        this.between = "\n" + between;
        this.ending = ending;
    }

    @Override
    public String of(Decided decided) {
        return summaryOnly ? "" : page.apply(decided.decision(), decided.candidateName());
    }

    @Override
    public String recorded(String text, Entry entry) {
        return summaryOnly ? text : text + "\nRecorded as " + entry.id() + ", number " + entry.index() + ".\n";
    }

    @Override
    public String before(Decided next) {
        summary.add(next.decision());
        decided++;
        return decided == 1 || summaryOnly ? "" : between;
    }

    @Override
    public void refused() {
        summary.addRefused();
        refused++;
    }

    @Override
    public String ending() {
        if (!summaryOnly && decided + refused < 2) {
            return "";
        }
        return (summaryOnly || decided == 0 ? "" : between) + ending.apply(summary);
    }
}
