package org.offereligibility.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.offereligibility.dossier.Exact;
import org.offereligibility.ledger.Ledger;
import org.offereligibility.report.Basis;
import org.offereligibility.report.Cohort;
import org.offereligibility.report.Overrides;
import org.offereligibility.report.OverridesReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tells which rules people set aside. */
@Command(
        name = "overrides",
        description = {
            "Tells which rules people override, how often, why, and who does.",
            "It is about the decisions in the ledger; rules that are overridden often are for HR to look at."
        },
        customSynopsis = "offer-eligibility report overrides --data DIR [OPTION]...",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The report was made, whether or not a rule is overridden often.",
            "1:A fault in the program or its surroundings. There is no report.",
            "2:The command was not understood or cannot be carried out. There is no report."
        },
        sortOptions = false)
final class ReportOverridesCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ReportLedger recorded = new ReportLedger();

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description = "The role to report on (default: the only one of which something is recorded).")
    private Optional<String> role = Optional.empty();

    @Option(
            names = "--often-times",
            paramLabel = "N",
            defaultValue = "3",
            description = "A rule is overridden often if it was so many times or more (default: 3) ...")
    private long times = 3;

    @Option(
            names = "--often-percent",
            paramLabel = "P",
            defaultValue = "25",
            description = "... and in so many per cent, or more, of the cases in which it was found (default: 25).")
    private BigDecimal percent = BigDecimal.valueOf(25);

    @Mixin
    private ReportForm form = new ReportForm();

    @Mixin
    private Destination destination = new Destination();

    ReportOverridesCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        Overrides.Often often = often();
        try (Output output = destination.output(surroundings, spec, List.of());
                Ledger ledger = recorded.open(surroundings, spec)) {
            Cohort cohort = new Cohort(ReportLedger.role(role, ledger, spec));
            Basis basis = recorded.fill(cohort, ledger, Optional.empty());
            output.write(form.written(
                    new OverridesReport(Overrides.of(cohort, often), basis), destination.screen(surroundings)));
            output.complete();
            return ExitCode.DECIDED;
        }
    }

    private Overrides.Often often() {
        if (times < 1) {
            throw new ParameterException(spec.commandLine(), "`--often-times` takes a whole number from 1");
        }
        if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0 || percent.scale() > 4) {
            throw new ParameterException(
                    spec.commandLine(), "`--often-percent` takes a number from 0 to 100, with at most four decimals");
        }
        return new Overrides.Often(times, Exact.of(percent).dividedBy(Exact.of(100)));
    }
}
