package org.offereligibility.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.offereligibility.decision.Engines;
import org.offereligibility.desk.Desk;
import org.offereligibility.desk.Recording;
import org.offereligibility.dossier.Intake;
import org.offereligibility.dossier.Moment;
import org.offereligibility.ledger.Ledger;
import org.offereligibility.policy.RulesUnusable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Decides dossiers. */
@Command(name = "evaluate", description = "Decides dossiers by the rules in force and says why.", sortOptions = false)
final class EvaluateCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final StandardError err;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "DOSSIERS",
            description =
                    "Files of one dossier (.json) or one a line (.jsonl), folders of such files, or - for standard input.")
    private List<String> inputs = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description =
                    "text: a page to read aloud for each candidate, and a table of all if there are several (the default);"
                            + " json: one decision a line, in the order of the dossiers; markdown: the pages for a document.")
    private Format format = Format.TEXT;

    @Option(names = "--summary", description = "Of the pages, only the table of all and the counts for each verdict.")
    private boolean summaryOnly;

    @Mixin
    private Labour labour = new Labour();

    @Option(
            names = "--no-cross-check",
            description =
                    "Decide by one engine alone: faster, for bulk runs whose decisions do not count (default: every decision"
                            + " is reached by two, and refused if they do not agree).")
    private boolean noCrossCheck;

    @Option(
            names = "--record",
            description = {
                "Record each decision in the ledger, before it is shown: a decision that counts is one that was recorded.",
                "A run that stopped half-way can be run again with its `--request-id`: only what is missing is recorded."
            })
    private boolean record;

    @Mixin
    private Asking asking = new Asking();

    @Mixin
    private LedgerPlace ledgerPlace = new LedgerPlace();

    @Mixin
    private Setting setting = new Setting();

    EvaluateCommand(Surroundings surroundings, StandardError err) {
        this.surroundings = surroundings;
        this.err = err;
    }

    @Override
    public Integer call() throws Exception {
        if (inputs.isEmpty()) {
            throw mistake("there is nothing to evaluate: give files or folders of dossiers, or `-` for standard input");
        }
        if (record && noCrossCheck) {
            throw mistake(
                    "a decision that is recorded counts, and is reached by two engines: leave out `--no-cross-check`");
        }
        if (!record && (asking.isGiven() || ledgerPlace.isGiven())) {
            throw mistake("`--by`, `--request-id`, `--data` and `--database` are for recording: add `--record`");
        }
        Moment evaluationTime = setting.evaluationTime(surroundings);
        if (!record) {
            return evaluate(evaluationTime, desk -> Optional.empty());
        }
        String by = asking.by(surroundings, spec);
        try (Ledger ledger = ledgerPlace.open(surroundings, spec)) {
            String requestId = asking.requestId();
            err.line("Recording in " + ledgerPlace.place(surroundings) + " as request " + requestId);
            return evaluate(
                    evaluationTime,
                    desk -> Optional.of(new Keeping(new Recording(desk, ledger, by), requestId, evaluationTime)));
        }
    }

    private int evaluate(Moment evaluationTime, Function<Desk, Optional<Keeping>> keeping) throws Exception {
        int workers = labour.threads(spec);
        Screen screen = setting.screen(surroundings);
        try (Output output = setting.output(surroundings, spec, inputs);
                Intake intake = Intake.of(inputs, surroundings.in())) {
            Desk desk = setting.desk(surroundings, noCrossCheck ? Engines.MATCHER_ALONE : Engines.BOTH);
            Evaluation evaluation = new Evaluation(
                    entry -> desk.evaluate(entry, evaluationTime),
                    keeping.apply(desk),
                    Layout.of(format, screen, summaryOnly),
                    output,
                    err,
                    labour.progress(surroundings, err, inputs));
            int code = evaluation.run(intake, workers);
            output.complete();
            return code;
        } catch (RulesUnusable unusable) {
            return Setting.unusable(unusable, err);
        }
    }

    private ParameterException mistake(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
