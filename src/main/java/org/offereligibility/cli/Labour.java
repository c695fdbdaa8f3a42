package org.offereligibility.cli;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How a verb goes about many dossiers: with how many hands, and whether it tells how far it has come. */
final class Labour {
    private static final int MOST_THREADS = 1024;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many dossiers are decided at a time (default: one for each processor).")
    private Optional<Integer> threads = Optional.empty();

    @Option(
            names = "--progress",
            negatable = true,
            description =
                    "Tell on standard error how far a run has come, or do not (default: on a terminal, when it takes long).")
    private Optional<Boolean> progress = Optional.empty();

    /** @throws ParameterException if the user asks for a number that makes no sense */
    int threads(CommandSpec spec) {
        int workers = threads.orElse(Runtime.getRuntime().availableProcessors());
        if (workers < 1 || workers > MOST_THREADS) {
            throw new ParameterException(
                    spec.commandLine(),
                    "`--threads` takes a whole number from 1 to " + MOST_THREADS + ", but was `" + workers + "`");
        }
        return workers;
    }

    /** @param inputs as the user named them, to tell how much there is */
    Progress progress(Surroundings surroundings, StandardError err, List<String> inputs) {
        boolean terminal = surroundings.errIsTerminal();
        if (!progress.orElse(terminal)) {
            return new Progress(err, Progress.Kind.NONE, OptionalLong.empty(), System::nanoTime);
        }
        Progress.Kind asked = terminal ? Progress.Kind.LINE : Progress.Kind.LOG;
        return new Progress(
                err,
                progress.isPresent() ? asked : Progress.Kind.LINE_AFTER_A_WHILE,
                InputSize.of(inputs),
                System::nanoTime);
    }
}
