package org.offereligibility.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints a published schema. */
@Command(name = "schema", description = "Prints the JSON Schema (2020-12) of what goes in or of what comes out.")
final class SchemaCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    enum Schema {
        DOSSIER,
        DECISION
    }

    @Parameters(paramLabel = "dossier|decision", description = "Which one.")
    private Schema schema = Schema.DOSSIER;

    SchemaCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException, Output.Lost {
        String name = "/org/offereligibility/" + schema.name().toLowerCase(Locale.ROOT) + ".schema.json";
        try (InputStream text = Objects.requireNonNull(SchemaCommand.class.getResourceAsStream(name), name);
                Output out = Output.standard(surroundings)) {
            out.write(new String(text.readAllBytes(), StandardCharsets.UTF_8));
            out.complete();
        }
        return ExitCode.DECIDED;
    }
}
