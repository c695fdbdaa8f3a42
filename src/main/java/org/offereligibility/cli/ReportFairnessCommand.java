package org.offereligibility.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.offereligibility.decision.Verdict;
import org.offereligibility.dossier.Problem;
import org.offereligibility.report.Fairness;
import org.offereligibility.report.FairnessReport;
import org.offereligibility.report.Groups;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tells whether groups fare alike. */
@Command(
        name = "fairness",
        description = {
            "Tells how groups of candidates fare: rates of selection, their ratios, and what each rule has to do with them.",
            "Dossiers are decided by the rules in force; of what is recorded, the decisions count as they stand.",
            "The groups are read for this report alone and stored nowhere."
        },
        customSynopsis =
                "offer-eligibility report fairness (--dossiers PATH... | --data DIR) --groups FILE [OPTION]...",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Every dossier and every line of the groups is in the report, whether or not a group is flagged.",
            "1:A fault in the program or its surroundings. There is no report.",
            "2:The command was not understood or cannot be carried out. There is no report.",
            "3:Some dossiers or lines of the groups were refused. The report is about the rest.",
            "4:The rules cannot be used. There is no report."
        },
        sortOptions = false)
final class ReportFairnessCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final StandardError err;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--groups",
            paramLabel = "FILE",
            required = true,
            description =
                    "A table (.csv) with the columns candidate and group: who belongs to which group, a line each.")
    private Path groups = Path.of("");

    @Option(
            names = "--selected",
            paramLabel = "VERDICT",
            defaultValue = "ELIGIBLE",
            description = "The least verdict that counts as selected: ELIGIBLE (the default) or REFER.")
    private Verdict selected = Verdict.ELIGIBLE;

    @Mixin
    private ReportInput input = new ReportInput();

    private boolean refused;

    ReportFairnessCommand(Surroundings surroundings, StandardError err) {
        this.surroundings = surroundings;
        this.err = err;
    }

    @Override
    public Integer call() throws Exception {
        if (selected.compareTo(Verdict.REFER) < 0) {
            throw new ParameterException(
                    spec.commandLine(), "`--selected` takes ELIGIBLE or REFER, but was `" + selected + "`");
        }
        Optional<Groups> read = Groups.read(groups.toString(), ReportInput.read(groups, spec), this::refuse);
        if (read.isEmpty()) {
            return ExitCode.USAGE;
        }
        int code = input.write(surroundings, err, spec, List.of(groups), (cohort, rules, basis) -> {
            Map<String, String> joined = read.get().joined(cohort, this::refuse);
            return new FairnessReport(Fairness.of(cohort, joined, selected), basis);
        });
        return code == ExitCode.DECIDED && refused ? ExitCode.REFUSED : code;
    }

    private void refuse(Problem problem) {
        refused = true;
        err.line(problem.toString());
    }
}
