package org.offereligibility.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What many decisions show together; each report is a verb of its own under this one. */
@Command(
        name = "report",
        synopsisSubcommandLabel = "VERB",
        description = "Tells what many decisions show together.",
        commandListHeading = "%nVerbs:%n",
        footerHeading = "%n",
        footer = "`offer-eligibility report VERB --help` tells more about a verb.")
final class ReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "say what to report: a verb is missing");
    }
}
