package org.offereligibility.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.offereligibility.decision.EnginesDisagree;
import org.offereligibility.desk.Outcome;
import org.offereligibility.desk.Recording;
import org.offereligibility.dossier.Entry;
import org.offereligibility.dossier.Intake.Item;
import org.offereligibility.dossier.Problem;

/** One run over all dossiers: decisions go to the output and problems to standard error, both in the order of the input. */
final class Evaluation {
    /** So many share one write to the disk, which takes as long as many decisions. */
    private static final int AT_ONCE = 200;

    private final Pipeline.Work<Entry, Outcome> desk;
    private final Layout layout;
    private final Output output;
    private final StandardError err;
    private final Progress progress;
    private final Optional<Keeping> keeping;
    private final List<Answer> waiting = new ArrayList<>();
    private long dossiers;
    private long refused;
    private long recorded;
    private boolean disputed;

    Evaluation(Pipeline.Work<Entry, Outcome> desk, Layout layout, Output output, StandardError err, Progress progress) {
        this(desk, Optional.empty(), layout, output, err, progress);
    }

    /** @param keeping if decisions are recorded: then it decides, and none is shown before it is on the disk */
    Evaluation(
            Pipeline.Work<Entry, Outcome> desk,
            Optional<Keeping> keeping,
            Layout layout,
            Output output,
            StandardError err,
            Progress progress) {
        this.desk = desk;
        this.keeping = keeping;
        this.layout = layout;
        this.output = output;
        this.err = err;
        this.progress = progress;
    }

    /** What a worker made of an entry. */
    private sealed interface Answer {
        /** @param asked if it is to be recorded */
        record Written(Outcome.Decided decided, String text, Optional<Recording.Asked> asked) implements Answer {}

        record Refused(List<Problem> problems) implements Answer {}

        record Disputed(Problem problem) implements Answer {}
    }

    private record Answered(Answer answer, long bytes) {}

    /** @param number in the run, from 1 */
    private record Numbered(Item item, long number) {}

    private static Iterator<Numbered> numbered(Iterator<Item> items) {
        return new Iterator<>() {
            private long number;

            @Override
            public boolean hasNext() {
                return items.hasNext();
            }

            @Override
            public Numbered next() {
                return new Numbered(items.next(), ++number);
            }
        };
    }

    /** Returns the exit code. */
    int run(Iterator<Item> items, int threads) throws Exception {
        try {
            new Pipeline<Numbered, Answered>(threads, numbered -> bytes(numbered.item()), this::answer)
                    .run(numbered(items), new Pipeline.Receiver<>() {
                        @Override
                        public void take(Answered answered, boolean last) throws Exception {
                            dossiers++;
                            progress.add(answered.bytes());
                            waiting.add(answered.answer());
                            if (keeping.isEmpty() || last || waiting.size() == AT_ONCE) {
                                show();
                            }
                            if (last) {
                                output.flush();
                            }
                        }

                        @Override
                        public void tick() {
                            progress.tick();
                        }
                    });
            show();
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

    private Answered answer(Numbered numbered) throws Exception {
        Item item = numbered.item();
        return new Answered(
                item instanceof Item.Text text
                        ? evaluate(text.entry(), numbered.number())
                        : new Answer.Refused(List.of(((Item.Unopened) item).problem())),
                bytes(item));
    }

    private Answer evaluate(Entry entry, long number) throws Exception {
        try {
            if (keeping.isPresent()) {
                Recording.Tried tried = keeping.get().decide(entry, number);
                return tried.reached()
                        .<Answer>map(reached -> new Answer.Written(
                                reached.decided(),
                                layout.of(reached.decided()),
                                Optional.of(new Recording.Asked(entry, reached))))
                        .orElseGet(() -> new Answer.Refused(tried.problems()));
            }
            Outcome outcome = desk.of(entry);
            return outcome instanceof Outcome.Decided decided
                    ? new Answer.Written(decided, layout.of(decided), Optional.empty())
                    : new Answer.Refused(((Outcome.Refused) outcome).problems());
        } catch (EnginesDisagree disagreement) {
            return new Answer.Disputed(
                    new Problem(entry.file(), entry.line(), 0, "", String.valueOf(disagreement.getMessage())));
        }
    }

    /** Records what is to be recorded of what waits, all at once, and shows it. */
    private void show() throws Exception {
        List<Recording.Asked> asked = waiting.stream()
                .filter(Answer.Written.class::isInstance)
                .flatMap(answer -> ((Answer.Written) answer).asked().stream())
                .toList();
        Iterator<Recording.Result> results = asked.isEmpty()
                ? Collections.emptyIterator()
                : keeping.orElseThrow().keep(asked).iterator();
        for (Answer answer : waiting) {
            if (answer instanceof Answer.Written written && written.asked().isPresent()) {
                show(written, results.next());
            } else {
                print(answer);
            }
        }
        waiting.clear();
    }

    private void show(Answer.Written written, Recording.Result result) throws Output.Lost {
        if (result instanceof Recording.Result.Recorded kept) {
            recorded++;
            output.write(layout.before(written.decided()));
            output.write(layout.recorded(written.text(), kept.entry()));
        } else if (result instanceof Recording.Result.Refused refusal) {
            print(new Answer.Refused(refusal.problems()));
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
        if (keeping.isPresent()) {
            err.line(String.format(
                    Locale.ROOT, "%,d %s recorded", recorded, recorded == 1 ? "decision is" : "decisions are"));
        }
        if (disputed) {
            err.line("offer-eligibility: the two engines disagreed, which is a fault in the program: report it with the"
                    + " dossier and the rules");
            return ExitCode.INTERNAL;
        }
        return refused > 0 ? ExitCode.REFUSED : ExitCode.DECIDED;
    }
}
