package org.offereligibility.cli;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Who asks for something to be recorded, and under which id. */
final class Asking {
    @Option(
            names = "--by",
            paramLabel = "PERSON",
            description = "Who asks, which is recorded openly (default: the user of this machine).")
    private Optional<String> by = Optional.empty();

    @Option(
            names = "--request-id",
            paramLabel = "ID",
            description = "What was asked before under the same id is not recorded twice (default: a new one).")
    private Optional<String> requestId = Optional.empty();

    /** @throws ParameterException if nobody can be named */
    String by(Surroundings surroundings, CommandSpec spec) {
        return by.map(String::strip)
                .or(() -> Stream.of("USER", "LOGNAME", "USERNAME")
                        .map(surroundings::variable)
                        .filter(user -> !user.isEmpty())
                        .findFirst())
                .filter(person -> !person.isEmpty())
                .orElseThrow(() -> new ParameterException(spec.commandLine(), "say who asks with `--by`"));
    }

    String requestId() {
        return requestId
                .filter(id -> !id.isBlank())
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    /** Whether the user said anything of it. */
    boolean isGiven() {
        return by.isPresent() || requestId.isPresent();
    }
}
