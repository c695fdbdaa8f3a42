package org.offereligibility.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What auditors do with the ledger; each thing is a verb of its own under this one. */
@Command(
        name = "audit",
        synopsisSubcommandLabel = "VERB",
        description = "Finds, proves, repeats and, where the law asks, erases recorded decisions.",
        commandListHeading = "%nVerbs:%n",
        footerHeading = "%n",
        footer = "`offer-eligibility audit VERB --help` tells more about a verb.")
final class AuditCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "say what to audit: a verb is missing");
    }
}
