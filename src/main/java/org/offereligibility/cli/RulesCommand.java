package org.offereligibility.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What HR does with the rules themselves; each thing is a verb of its own under this one. */
@Command(
        name = "rules",
        synopsisSubcommandLabel = "VERB",
        description = "Checks, tests, compares and publishes the rules that HR edits.",
        commandListHeading = "%nVerbs:%n",
        footerHeading = "%n",
        footer = "`offer-eligibility rules VERB --help` tells more about a verb.")
final class RulesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "say what to do with the rules: a verb is missing");
    }
}
