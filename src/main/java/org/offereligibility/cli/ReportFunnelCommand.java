package org.offereligibility.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.offereligibility.report.Funnel;
import org.offereligibility.report.FunnelReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells how many candidates each round eliminates. */
@Command(
        name = "funnel",
        description = {
            "Tells how many candidates each round eliminates, beside what the policy expects.",
            "Dossiers are decided by the rules in force; of what is recorded, the decisions count as they stand."
        },
        customSynopsis = "offer-eligibility report funnel (--dossiers PATH... | --data DIR) [OPTION]...",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Every dossier, or every recorded decision, is in the report.",
            "1:A fault in the program or its surroundings. There is no report.",
            "2:The command was not understood or cannot be carried out. There is no report.",
            "3:Some input was refused. The report is about the rest.",
            "4:The rules cannot be used. There is no report."
        },
        sortOptions = false)
final class ReportFunnelCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final StandardError err;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ReportInput input = new ReportInput();

    ReportFunnelCommand(Surroundings surroundings, StandardError err) {
        this.surroundings = surroundings;
        this.err = err;
    }

    @Override
    public Integer call() throws Exception {
        return input.write(
                surroundings,
                err,
                spec,
                List.of(),
                (cohort, rules, basis) -> new FunnelReport(
                        Funnel.of(
                                cohort,
                                rules.vocabulary().words("round"),
                                rules.header().funnel()),
                        rules.vocabulary()::reads,
                        basis));
    }
}
