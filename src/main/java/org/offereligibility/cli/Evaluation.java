package org.offereligibility.cli;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.offereligibility.decision.EnginesDisagree;
import org.offereligibility.desk.Outcome;
import org.offereligibility.dossier.Entry;
import org.offereligibility.dossier.Intake.Item;
import org.offereligibility.dossier.Problem;

/** One run over all dossiers: decisions go to the output and problems to standard error, both in the order of the input. */
final class Evaluation {
    private final Pipeline.Work<Entry, Outcome> desk;
    private final Layout layout;
    private final Output output;
    private final StandardError err;
    private final Progress progress;
    private long dossiers;
    private long refused;
    private boolean disputed;

    Evaluation(Pipeline.Work<Entry, Outcome> desk, Layout layout, Output output, StandardError err, Progress progress) {
        this.desk = desk;
        this.layout = layout;
        this.output = output;
        this.err = err;
        this.progress = progress;
    }

    /** What a worker made of an entry. */
    private sealed interface Answer {
        record Written(Outcome.Decided decided, String text) implements Answer {}

        record Refused(List<Problem> problems) implements Answer {}

        record Disputed(Problem problem) implements Answer {}
    }

    private record Answered(Answer answer, long bytes) {}

    /** Returns the exit code. */
    int run(Iterator<Item> items, int threads) throws Exception {
        try {
            new Pipeline<Item, Answered>(threads, Evaluation::bytes, this::answer)
                    .run(items, new Pipeline.Receiver<>() {
                        @Override
                        public void take(Answered answered, boolean last) throws Output.Lost {
                            dossiers++;
                            progress.add(answered.bytes());
                            print(answered.answer());
                            if (last) {
                                output.flush();
                            }
                        }

                        @Override
                        public void tick() {
                            progress.tick();
                        }
                    });
            output.write(layout.ending());
            output.flush();
        } finally {
            progress.end();
        }
        return conclude();
    }

    private static long bytes(Item item) {
        return item instanceof Item.Text text ? text.entry().text().length : 0;
    }

    private Answered answer(Item item) throws Exception {
        return new Answered(
                item instanceof Item.Text text
                        ? evaluate(text.entry())
                        : new Answer.Refused(List.of(((Item.Unopened) item).problem())),
                bytes(item));
    }

    private Answer evaluate(Entry entry) throws Exception {
        try {
            Outcome outcome = desk.of(entry);
            return outcome instanceof Outcome.Decided decided
                    ? new Answer.Written(decided, layout.of(decided))
                    : new Answer.Refused(((Outcome.Refused) outcome).problems());
        } catch (EnginesDisagree disagreement) {
            return new Answer.Disputed(
                    new Problem(entry.file(), entry.line(), 0, "", String.valueOf(disagreement.getMessage())));
        }
    }

    private void print(Answer answer) throws Output.Lost {
        if (answer instanceof Answer.Written written) {
            output.write(layout.before(written.decided()));
            output.write(written.text());
        } else if (answer instanceof Answer.Refused refusal) {
            refused();
            refusal.problems().forEach(problem -> err.line(problem.toString()));
        } else if (answer instanceof Answer.Disputed dispute) {
            refused();
            disputed = true;
            err.line(dispute.problem().toString());
        }
    }

    private void refused() {
        refused++;
        layout.refused();
    }

    private int conclude() {
        if (refused > 0) {
            err.line(String.format(
                    Locale.ROOT, "%,d of %,d %s refused", refused, dossiers, dossiers == 1 ? "dossier" : "dossiers"));
        }
        if (disputed) {
            err.line("offer-eligibility: the two engines disagreed, which is a fault in the program: report it with the"
                    + " dossier and the rules");
            return ExitCode.INTERNAL;
        }
        return refused > 0 ? ExitCode.REFUSED : ExitCode.DECIDED;
    }
}
