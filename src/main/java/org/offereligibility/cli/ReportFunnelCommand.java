package org.offereligibility.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.report.Funnel;
import org.offereligibility.report.FunnelFigures;
import org.offereligibility.report.FunnelReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells how many candidates each round eliminates. */
@Command(
        name = "funnel",
        description = {
            "Tells how many candidates each round eliminates, beside what the policy expects.",
            "Every dossier is decided by the rules in force."
        },
        customSynopsis = "offer-eligibility report funnel --dossiers PATH... [OPTION]...",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Every dossier is in the report.",
            "1:A fault in the program or its surroundings. There is no report.",
            "2:The command was not understood or cannot be carried out. There is no report.",
            "3:Some input was refused. The report is about the rest.",
            "4:The rules cannot be used. There is no report."
        },
        sortOptions = false)
final class ReportFunnelCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final StandardError err;
    private FunnelFigures expected = FunnelFigures.NONE;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ReportInput input = new ReportInput();

    @Option(
            names = "--figures",
            paramLabel = "FILE",
            description =
                    "A table of what is expected, with the columns figure, year and value (default: the policy's own, "
                            + FunnelFigures.FILE + ", if it has one).")
    private Optional<Path> figures = Optional.empty();

    ReportFunnelCommand(Surroundings surroundings, StandardError err) {
        this.surroundings = surroundings;
        this.err = err;
    }

    @Override
    public Integer call() throws Exception {
        Optional<FunnelTable> given =
                figures.map(file -> new FunnelTable(file.toString(), ReportInput.read(file, spec)));
        return input.write(
                surroundings,
                err,
                spec,
                figures.stream().toList(),
                rules -> {
                    Optional<FunnelTable> table = given.isPresent() ? given : own(rules);
                    int[] problems = new int[1];
                    expected = table.map(read -> FunnelFigures.read(read.file(), read.bytes(), problem -> {
                                problems[0]++;
                                err.line(problem.toString());
                            }))
                            .orElse(FunnelFigures.NONE);
                    return problems[0] == 0
                            ? Optional.empty()
                            : Optional.of(given.isPresent() ? ExitCode.USAGE : ExitCode.RULES);
                },
                (cohort, rules, leftOut) -> new FunnelReport(
                        Funnel.of(cohort, rules.vocabulary().words("round"), expected),
                        rules.vocabulary()::reads,
                        leftOut));
    }

    private record FunnelTable(String file, byte[] bytes) {}

    private static Optional<FunnelTable> own(RuleSet rules) {
        return Optional.ofNullable(rules.folder().files().get(FunnelFigures.FILE))
                .map(bytes -> new FunnelTable(rules.folder().named(FunnelFigures.FILE), bytes));
    }
}
