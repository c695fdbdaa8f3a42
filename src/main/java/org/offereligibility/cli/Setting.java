package org.offereligibility.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.offereligibility.decision.Engines;
import org.offereligibility.desk.Desk;
import org.offereligibility.dossier.Moment;
import org.offereligibility.policy.RulesUnusable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What every verb that decides has in common: by which rules, at which instant, and where the answer goes. */
final class Setting {
    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write there, once complete, and not to standard output.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--policies",
            paramLabel = "DIR",
            defaultValue = "rules",
            description = "The folder of policies (default: ${DEFAULT-VALUE}).")
    private Path policies = Path.of("rules");

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            converter = AsOf.class,
            description =
                    "The instant (2025-03-31T17:00:00Z) or day (2025-03-31, from its first moment in UTC) at which a"
                            + " dossier is judged that names none (default: now).")
    private Optional<Moment> asOf = Optional.empty();

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "auto: on a terminal, unless NO_COLOR is set (the default); always; never.")
    private Screen.Colour colour = Screen.Colour.AUTO;

    @Option(names = "--no-cache", description = "Compile the rules anew and keep nothing.")
    private boolean noCache;

    Moment evaluationTime(Surroundings surroundings) {
        return asOf.orElseGet(() -> new Moment(surroundings.clock().instant()));
    }

    Screen screen(Surroundings surroundings) {
        return Screen.of(surroundings, out.isEmpty() && surroundings.outIsTerminal(), colour);
    }

    Desk desk(Surroundings surroundings, Engines engines) throws RulesUnusable {
        return Desk.open(policies, noCache ? Optional.empty() : Optional.of(CacheDirectory.of(surroundings)), engines);
    }

    /** Opened before anything else is done, so that no work is lost for a file that cannot be written. */
    Output output(Surroundings surroundings, CommandSpec spec, List<String> inputs) {
        if (out.isEmpty()) {
            return Output.standard(surroundings);
        }
        for (String input : inputs) {
            try {
                if (Files.isSameFile(Path.of(input), out.get())) {
                    throw new ParameterException(
                            spec.commandLine(), "`" + out.get() + "` is among the dossiers: give `--out` another file");
                }
            } catch (IOException oneIsMissing) {
                // then they are not the same
            }
        }
        try {
            return Output.file(out.get());
        } catch (Output.Lost unwritable) {
            throw new ParameterException(spec.commandLine(), String.valueOf(unwritable.getMessage()));
        }
    }

    /** Tells every problem of the rules and returns the exit code for it. */
    static int unusable(RulesUnusable unusable, StandardError err) {
        unusable.problems().forEach(problem -> err.line(problem.toString()));
        int count = unusable.problems().size();
        err.line("The rules cannot be used: " + count + (count == 1 ? " problem." : " problems."));
        return ExitCode.RULES;
    }
}
