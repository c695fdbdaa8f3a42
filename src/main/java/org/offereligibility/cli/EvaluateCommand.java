package org.offereligibility.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.offereligibility.decision.Engines;
import org.offereligibility.desk.Desk;
import org.offereligibility.dossier.Intake;
import org.offereligibility.dossier.Moment;
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
        int workers = labour.threads(spec);
        Moment evaluationTime = setting.evaluationTime(surroundings);
        Screen screen = setting.screen(surroundings);
        try (Output output = setting.output(surroundings, spec, inputs);
                Intake intake = Intake.of(inputs, surroundings.in())) {
            Desk desk = setting.desk(surroundings, noCrossCheck ? Engines.MATCHER_ALONE : Engines.BOTH);
            Layout layout = Layout.of(format, screen, summaryOnly);
            Evaluation evaluation = new Evaluation(
                    entry -> desk.evaluate(entry, evaluationTime),
                    layout,
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
