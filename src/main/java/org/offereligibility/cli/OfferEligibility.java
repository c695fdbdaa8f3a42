package org.offereligibility.cli;

import java.util.concurrent.Callable;
import org.offereligibility.policy.Versions;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program without a verb. */
@Command(
        name = "offer-eligibility",
        synopsisSubcommandLabel = "VERB",
        description =
                "Tells a hiring committee whether a candidate may be made this offer, and explains every decision.",
        commandListHeading = "%nVerbs:%n",
        footerHeading = "%n",
        footer = "`offer-eligibility VERB --help` tells more about a verb.",
        versionProvider = OfferEligibility.Version.class)
final class OfferEligibility implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version of the program and of its rules engine.")
    private boolean version;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show all details of a fault in the program.")
    private boolean debug;

    boolean showsDetails() {
        return debug;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "say what to do: a verb is missing");
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"offer-eligibility " + Versions.program(), Versions.engine()};
        }
    }
}
