package org.offereligibility.cli;

import java.util.Iterator;
import java.util.Optional;
import org.offereligibility.decision.Evaluator;
import org.offereligibility.desk.Kept;
import org.offereligibility.desk.Replay;
import org.offereligibility.desk.Replayed;
import org.offereligibility.desk.Sample;
import org.offereligibility.ledger.Entry;
import org.offereligibility.ledger.Ledger;
import org.offereligibility.ledger.LedgerUnusable;

/** One run over recorded decisions, each of which is evaluated again; told in the order of the ledger. */
final class ReplayRun {
    /** How it is told. */
    interface Report {
        /** Of a decision by its archived rules. */
        String of(Entry entry, Kept kept, Replayed replayed);

        /** Of a decision by other rules. */
        String of(Entry entry, Kept kept, Evaluator others, Replay.Otherwise otherwise);

        String ending(Counts counts);
    }

    /** How many came out how; of {@code --with}: how many verdicts stay, turn, and cannot be told. */
    static final class Counts {
        long all;
        long same;
        long different;
        long erased;
        boolean byOthers;
    }

    private final Ledger ledger;
    private final Replay replay;
    private final Optional<Evaluator> others;
    private final Report report;
    private final Output output;
    private final Progress progress;
    private final Counts counts = new Counts();

    ReplayRun(
            Ledger ledger, Replay replay, Optional<Evaluator> others, Report report, Output output, Progress progress) {
        this.ledger = ledger;
        this.replay = replay;
        this.others = others;
        this.report = report;
        this.output = output;
        this.progress = progress;
        counts.byOthers = others.isPresent();
    }

    private enum Came {
        NOTHING,
        SAME,
        DIFFERENT,
        ERASED
    }

    private record Answered(Came came, String text) {}

    /** Returns the exit code. */
    int run(Iterator<Long> indexes, int threads) throws Exception {
        try {
            new Pipeline<Long, Answered>(threads, index -> 1024, this::answer).run(indexes, new Pipeline.Receiver<>() {
                @Override
                public void take(Answered answered, boolean last) throws Output.Lost {
                    count(answered.came());
                    output.write(answered.text());
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
        output.write(report.ending(counts));
        return counts.different > 0 && !counts.byOthers ? ExitCode.NOT_INTACT : ExitCode.DECIDED;
    }

    private void count(Came came) {
        if (came == Came.NOTHING) {
            return;
        }
        progress.add(0);
        counts.all++;
        if (came == Came.SAME) {
            counts.same++;
        } else if (came == Came.DIFFERENT) {
            counts.different++;
        } else {
            counts.erased++;
        }
    }

    private Answered answer(long index) throws LedgerUnusable {
        Optional<Entry> found = Sample.at(ledger, index).filter(Sample::isDecision);
        if (found.isEmpty()) {
            return new Answered(Came.NOTHING, "");
        }
        Kept kept = Kept.of(ledger, found.get());
        return others.isPresent() ? byOthers(others.get(), found.get(), kept) : again(found.get(), kept);
    }

    private Answered again(Entry entry, Kept kept) {
        Replayed replayed = replay.of(kept);
        Came came = replayed instanceof Replayed.Identical
                ? Came.SAME
                : replayed instanceof Replayed.Erased ? Came.ERASED : Came.DIFFERENT;
        return new Answered(came, report.of(entry, kept, replayed));
    }

    private Answered byOthers(Evaluator evaluator, Entry entry, Kept kept) {
        if (!entry.role().equals(evaluator.rules().role())) {
            return new Answered(Came.NOTHING, "");
        }
        Replay.Otherwise otherwise = Replay.with(evaluator, kept);
        Came came = otherwise.verdict().isEmpty()
                ? Came.ERASED
                : otherwise.verdict().equals(otherwise.recorded()) ? Came.SAME : Came.DIFFERENT;
        return new Answered(came, report.of(entry, kept, evaluator, otherwise));
    }
}
