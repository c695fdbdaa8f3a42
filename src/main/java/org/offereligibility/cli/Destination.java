package org.offereligibility.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where the answer of a verb goes, and how it looks there. */
final class Destination {
    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write there, once complete, and not to standard output.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "auto: on a terminal, unless NO_COLOR is set (the default); always; never.")
    private Screen.Colour colour = Screen.Colour.AUTO;

    Screen screen(Surroundings surroundings) {
        return Screen.of(surroundings, out.isEmpty() && surroundings.outIsTerminal(), colour);
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
                            spec.commandLine(), "`" + out.get() + "` is among the inputs: give `--out` another file");
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
}
