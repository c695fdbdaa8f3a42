package org.offereligibility.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What people do with a recorded decision; each thing is a verb of its own under this one. */
@Command(
        name = "record",
        synopsisSubcommandLabel = "VERB",
        description = "Records what people do with a decision: rule on it, override it, withdraw it.",
        commandListHeading = "%nVerbs:%n",
        footerHeading = "%n",
        footer = {
            "Decisions themselves are recorded by `offer-eligibility evaluate --record`.",
            "`offer-eligibility record VERB --help` tells more about a verb."
        })
final class RecordCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "say what to record: a verb is missing");
    }
}
