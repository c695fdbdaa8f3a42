package org.offereligibility.cli;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.offereligibility.decision.RuleFailed;
import org.offereligibility.desk.Consideration;
import org.offereligibility.desk.Desk;
import org.offereligibility.dossier.Entry;
import org.offereligibility.dossier.Intake.Item;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.Problem;
import org.offereligibility.policy.RulesUnusable;
import org.offereligibility.report.Cohort;
import org.offereligibility.report.Judged;

/** One run over all dossiers, to see what their decisions show together; problems are told in the order of the input. */
final class ReportRun {
    private final Desk desk;
    private final Cohort cohort;
    private final StandardError err;
    private final Progress progress;
    private long dossiers;
    private long refused;

    ReportRun(Desk desk, Cohort cohort, StandardError err, Progress progress) {
        this.desk = desk;
        this.cohort = cohort;
        this.err = err;
        this.progress = progress;
    }

    private record Answered(Optional<Judged> judged, List<Problem> problems, long bytes) {}

    /** Fills the cohort and returns the exit code. */
    int run(Iterator<Item> items, int threads, Moment evaluationTime) throws Exception {
        try {
            new Pipeline<Item, Answered>(threads, ReportRun::bytes, item -> answer(item, evaluationTime))
                    .run(items, new Pipeline.Receiver<>() {
                        @Override
                        public void take(Answered answered, boolean last) {
                            progress.add(answered.bytes());
                            ReportRun.this.take(answered);
                        }

                        @Override
                        public void tick() {
                            progress.tick();
                        }
                    });
        } finally {
            progress.end();
        }
        if (refused > 0) {
            err.line(String.format(
                    Locale.ROOT, "%,d of %,d %s refused", refused, dossiers, dossiers == 1 ? "dossier" : "dossiers"));
        }
        return refused > 0 ? ExitCode.REFUSED : ExitCode.DECIDED;
    }

    private static long bytes(Item item) {
        return item instanceof Item.Text text ? text.entry().text().length : 0;
    }

    private Answered answer(Item item, Moment evaluationTime) throws RulesUnusable {
        if (item instanceof Item.Unopened unopened) {
            return new Answered(Optional.empty(), List.of(unopened.problem()), 0);
        }
        Entry entry = ((Item.Text) item).entry();
        Consideration considered = desk.consider(entry, evaluationTime);
        if (considered instanceof Consideration.Refused refusal) {
            return new Answered(Optional.empty(), refusal.problems(), bytes(item));
        }
        Consideration.Case asked = (Consideration.Case) considered;
        try {
            return new Answered(
                    Optional.of(Judged.of(asked.evaluator().evaluate(asked.dossier(), asked.asOf()), asked.dossier())),
                    List.of(),
                    bytes(item));
        } catch (RuleFailed failed) {
            return new Answered(
                    Optional.empty(),
                    List.of(new Problem(entry.file(), entry.line(), 0, "", String.valueOf(failed.getMessage()))),
                    bytes(item));
        }
    }

    private void take(Answered answered) {
        dossiers++;
        answered.judged().ifPresent(cohort::add);
        if (answered.judged().isEmpty()) {
            refused++;
            answered.problems().forEach(problem -> err.line(problem.toString()));
        }
    }
}
