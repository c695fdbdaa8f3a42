package org.offereligibility.cli;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.offereligibility.decision.EnginesDisagree;
import org.offereligibility.dossier.Intake.Item;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.Problem;
import org.offereligibility.impact.Compared;
import org.offereligibility.impact.Comparison;
import org.offereligibility.impact.Impact;
import org.offereligibility.impact.ImpactReport;

/** One run over all dossiers under two sets of rules; what is written and told is in the order of the input. */
final class ImpactRun {
    private final Comparison comparison;
    private final Impact impact;
    private final ImpactReport report;
    private final Output output;
    private final StandardError err;
    private final Progress progress;
    private final AtomicLong turned = new AtomicLong();
    private boolean written;
    private boolean disputed;

    ImpactRun(
            Comparison comparison,
            Impact impact,
            ImpactReport report,
            Output output,
            StandardError err,
            Progress progress) {
        this.comparison = comparison;
        this.impact = impact;
        this.report = report;
        this.output = output;
        this.err = err;
        this.progress = progress;
    }

    /**
     * What a worker made of a dossier.
     *
     * @param dispute if the engines did not agree
     */
    private record Answered(Optional<Compared> compared, Optional<Problem> dispute, String text, long bytes) {}

    /** Returns the exit code. */
    int run(Iterator<Item> items, int threads, Moment evaluationTime) throws Exception {
        output.write(report.opening());
        try {
            new Pipeline<Item, Answered>(threads, ImpactRun::bytes, item -> answer(item, evaluationTime))
                    .run(items, new Pipeline.Receiver<>() {
                        @Override
                        public void take(Answered answered, boolean last) throws Output.Lost {
                            progress.add(answered.bytes());
                            ImpactRun.this.take(answered);
                            if (last) {
                                output.flush();
                            }
                        }

                        @Override
                        public void tick() {
                            progress.tick();
                        }
                    });
        } finally {
            progress.end();
        }
        output.write(report.ending(impact));
        output.flush();
        return conclude();
    }

    private static long bytes(Item item) {
        return item instanceof Item.Text text ? text.entry().text().length : 0;
    }

    private Answered answer(Item item, Moment evaluationTime) {
        try {
            // Of those before this one, as many have turned or more: who is to be told why, is in any order of working.
            boolean told = turned.get() < report.told();
            Compared compared = comparison.compare(item, evaluationTime, told);
            return new Answered(Optional.of(compared), Optional.empty(), report.of(compared), bytes(item));
        } catch (EnginesDisagree disagreement) {
            var entry = ((Item.Text) item).entry();
            Problem problem = new Problem(entry.file(), entry.line(), 0, "", String.valueOf(disagreement.getMessage()));
            return new Answered(Optional.empty(), Optional.of(problem), "", bytes(item));
        }
    }

    private void take(Answered answered) throws Output.Lost {
        answered.dispute().ifPresent(problem -> {
            disputed = true;
            err.line(problem.toString());
        });
        if (answered.compared().isPresent()) {
            Compared compared = answered.compared().get();
            impact.add(compared);
            if (compared instanceof Compared.Decided decided && decided.turned()) {
                turned.incrementAndGet();
            }
            if (compared instanceof Compared.Refused refused) {
                tell(refused);
            }
        }
        if (!answered.text().isEmpty()) {
            output.write((written ? report.between() : "") + answered.text());
            written = true;
        }
    }

    private void tell(Compared.Refused refused) {
        List<Problem> before = refused.before().problems();
        List<Problem> after = refused.after().problems();
        before.forEach(problem -> err.line(problem + (after.contains(problem) ? "" : " (by the old rules)")));
        after.stream()
                .filter(problem -> !before.contains(problem))
                .forEach(problem -> err.line(problem + " (by the new rules)"));
    }

    private int conclude() {
        long refused = impact.summary().refusals().sum();
        if (refused > 0) {
            long all = refused + impact.summary().decided();
            err.line(String.format(
                    Locale.ROOT, "%,d of %,d %s refused", refused, all, all == 1 ? "dossier" : "dossiers"));
        }
        if (disputed) {
            err.line("offer-eligibility: the two engines disagreed, which is a fault in the program: report it with the"
                    + " dossier and the rules");
            return ExitCode.INTERNAL;
        }
        return refused > 0 ? ExitCode.REFUSED : ExitCode.DECIDED;
    }
}
