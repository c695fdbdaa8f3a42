package org.offereligibility.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.offereligibility.decision.Engines;
import org.offereligibility.desk.Desk;
import org.offereligibility.dossier.Intake;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.Vocabularies.NotInForce;
import org.offereligibility.ledger.Ledger;
import org.offereligibility.policy.Policies;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RulesUnusable;
import org.offereligibility.report.Basis;
import org.offereligibility.report.Cohort;
import org.offereligibility.report.Report;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What reports have in common: which dossiers or records they are about, how they are written, and where they go. */
final class ReportInput {
    @Option(
            names = "--dossiers",
            paramLabel = "PATH",
            arity = "1..*",
            description =
                    "Files of one dossier (.json) or one a line (.jsonl), folders of such files, or - for standard input;"
                            + " several may be given.")
    private List<String> inputs = new ArrayList<>();

    @Mixin
    private ReportLedger recorded = new ReportLedger();

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description = "The role to report on (default: the only one there is).")
    private Optional<String> role = Optional.empty();

    @Mixin
    private ReportForm form = new ReportForm();

    @Mixin
    private Labour labour = new Labour();

    @Mixin
    private Setting setting = new Setting();

    /** Makes a report of everybody who was decided. */
    interface Maker {
        Report of(Cohort cohort, RuleSet rules, Basis basis);
    }

    /**
     * Takes what is recorded, or decides all dossiers, and writes the report of it.
     *
     * @param files others that the user named, so that the report replaces none of them
     * @return the exit code of reading and deciding
     */
    int write(Surroundings surroundings, StandardError err, CommandSpec spec, List<Path> files, Maker maker)
            throws Exception {
        if (inputs.isEmpty() != recorded.isGiven()) {
            throw new ParameterException(
                    spec.commandLine(),
                    inputs.isEmpty()
                            ? "say what to report on: dossiers with `--dossiers`, or the recorded decisions with `--data`"
                            : "a report is on dossiers or on recorded decisions: leave out `--dossiers`, or `--data` and"
                                    + " `--database`");
        }
        if (recorded.isLimited() && !recorded.isGiven()) {
            throw new ParameterException(
                    spec.commandLine(), "`--from` and `--until` are about recorded decisions: say where with `--data`");
        }
        List<String> taken = new ArrayList<>(inputs);
        files.forEach(file -> taken.add(file.toString()));
        Moment evaluationTime = setting.evaluationTime(surroundings);
        try (Output output = setting.output(surroundings, spec, taken)) {
            int code = recorded.isGiven()
                    ? ofLedger(surroundings, spec, evaluationTime, maker, output)
                    : ofDossiers(surroundings, err, spec, evaluationTime, maker, output);
            output.complete();
            return code;
        } catch (RulesUnusable unusable) {
            return Setting.unusable(unusable, err);
        }
    }

    private int ofDossiers(
            Surroundings surroundings,
            StandardError err,
            CommandSpec spec,
            Moment evaluationTime,
            Maker maker,
            Output output)
            throws Exception {
        int workers = labour.threads(spec);
        try (Intake intake = Intake.of(inputs, surroundings.in())) {
            Policies policies = setting.policies(surroundings);
            RuleSet rules = rules(policies, role, evaluationTime, spec);
            Cohort cohort = new Cohort(rules.role());
            int code = new ReportRun(
                            Desk.open(policies, Engines.MATCHER_ALONE),
                            cohort,
                            err,
                            labour.progress(surroundings, err, inputs))
                    .run(intake, workers, evaluationTime);
            output.write(form.written(maker.of(cohort, rules, Basis.dossiers(cohort)), setting.screen(surroundings)));
            return code;
        }
    }

    private int ofLedger(Surroundings surroundings, CommandSpec spec, Moment evaluationTime, Maker maker, Output output)
            throws Exception {
        try (Ledger ledger = recorded.open(surroundings, spec)) {
            Cohort cohort = new Cohort(ReportLedger.role(role, ledger, spec));
            RuleSet rules = rules(setting.policies(surroundings), Optional.of(cohort.role()), evaluationTime, spec);
            Basis basis = recorded.fill(cohort, ledger, Optional.of(evaluationTime));
            output.write(form.written(maker.of(cohort, rules, basis), setting.screen(surroundings)));
            return ExitCode.DECIDED;
        }
    }

    private static RuleSet rules(Policies policies, Optional<String> role, Moment evaluationTime, CommandSpec spec)
            throws RulesUnusable {
        List<String> roles = policies.roles();
        if (role.isEmpty() && roles.size() > 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there are policies for several roles: say `--role` and one of " + String.join(", ", roles));
        }
        try {
            return policies.rules(role.orElse(roles.get(0)), evaluationTime);
        } catch (NotInForce none) {
            throw new ParameterException(
                    spec.commandLine(),
                    String.valueOf(none.getMessage())
                            + (roles.contains(role.orElse(roles.get(0))) ? "; say another day with `--as-of`" : ""));
        }
    }

    /** A file that an option names, whole. */
    static byte[] read(Path file, CommandSpec spec) {
        try {
            if (Files.isDirectory(file)) {
                throw new ParameterException(spec.commandLine(), "`" + file + "` is a folder and not a table");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException missing) {
            throw new ParameterException(spec.commandLine(), "there is no file `" + file + "`");
        } catch (IOException unreadable) {
            throw new ParameterException(spec.commandLine(), "the file `" + file + "` cannot be read");
        }
    }
}
