package org.offereligibility.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.offereligibility.decision.Engines;
import org.offereligibility.desk.Desk;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.Problem;
import org.offereligibility.policy.Excerpt;
import org.offereligibility.policy.Policies;
import org.offereligibility.policy.RulesUnusable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What every verb that decides has in common: by which rules, at which instant, and where the answer goes. */
final class Setting {
    private static final int EXCERPT_WIDTH = 76;

    @Mixin
    private Destination destination = new Destination();

    @Mixin
    private RulesPlace place = new RulesPlace();

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            converter = AsOf.class,
            description =
                    "The instant (2025-03-31T17:00:00Z) or day (2025-03-31, from its first moment in UTC) at which a"
                            + " dossier is judged that names none (default: now).")
    private Optional<Moment> asOf = Optional.empty();

    Moment evaluationTime(Surroundings surroundings) {
        return asOf.orElseGet(() -> new Moment(surroundings.clock().instant()));
    }

    Screen screen(Surroundings surroundings) {
        return destination.screen(surroundings);
    }

    Policies policies(Surroundings surroundings) throws RulesUnusable {
        return Policies.read(place.policies(), place.cache(surroundings));
    }

    Desk desk(Surroundings surroundings, Engines engines) throws RulesUnusable {
        return Desk.open(policies(surroundings), engines);
    }

    /** Opened before anything else is done, so that no work is lost for a file that cannot be written. */
    Output output(Surroundings surroundings, CommandSpec spec, List<String> inputs) {
        return destination.output(surroundings, spec, inputs);
    }

    /** Tells every problem of the rules and returns the exit code for it. */
    static int unusable(RulesUnusable unusable, StandardError err) {
        for (Problem problem : unusable.problems()) {
            err.line(problem.toString());
            excerpt(problem).ifPresent(excerpt -> {
                err.line("    " + excerpt.line());
                if (!excerpt.caret().isEmpty()) {
                    err.line("    " + excerpt.caret());
                }
            });
        }
        int count = unusable.problems().size();
        err.line("The rules cannot be used: " + count + (count == 1 ? " problem." : " problems."));
        return ExitCode.RULES;
    }

    /** The line that a problem is about, if its file can still be read. */
    private static Optional<Excerpt> excerpt(Problem problem) {
        try {
            Path file = Path.of(problem.file());
            return problem.line() > 0 && Files.isRegularFile(file)
                    ? Excerpt.of(Files.readAllBytes(file), problem.line(), problem.column(), EXCERPT_WIDTH)
                    : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
