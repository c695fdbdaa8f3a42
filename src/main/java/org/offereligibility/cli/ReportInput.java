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
import org.offereligibility.policy.Policies;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RulesUnusable;
import org.offereligibility.report.Cohort;
import org.offereligibility.report.Report;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What every report has in common: which dossiers it is about, how it is written, and where it goes. */
final class ReportInput {
    @Option(
            names = "--dossiers",
            paramLabel = "PATH",
            required = true,
            arity = "1..*",
            description =
                    "Files of one dossier (.json) or one a line (.jsonl), folders of such files, or - for standard input;"
                            + " several may be given.")
    private List<String> inputs = new ArrayList<>();

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description = "The role to report on (default: the only one that has a policy).")
    private Optional<String> role = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description =
                    "text: sentences and tables to read aloud (the default); html: a page with pictures that prints well;"
                            + " csv: a table for a spreadsheet program; json: one object with everything.")
    private Form form = Form.TEXT;

    @Mixin
    private Labour labour = new Labour();

    @Mixin
    private Setting setting = new Setting();

    /** How a report is written down. */
    enum Form {
        TEXT,
        HTML,
        CSV,
        JSON
    }

    /**
     * Makes a report of everybody who was decided.
     *
     * @param leftOut how many dossiers count for nothing
     */
    interface Maker {
        Report of(Cohort cohort, RuleSet rules, long leftOut);
    }

    /**
     * Decides all dossiers and writes the report of them.
     *
     * @param files others that the user named, so that the report replaces none of them
     * @return the exit code of reading and deciding
     */
    int write(Surroundings surroundings, StandardError err, CommandSpec spec, List<Path> files, Maker maker)
            throws Exception {
        int workers = labour.threads(spec);
        Moment evaluationTime = setting.evaluationTime(surroundings);
        List<String> taken = new ArrayList<>(inputs);
        files.forEach(file -> taken.add(file.toString()));
        try (Output output = setting.output(surroundings, spec, taken);
                Intake intake = Intake.of(inputs, surroundings.in())) {
            Policies policies = setting.policies(surroundings);
            RuleSet rules = rules(policies, evaluationTime, spec);
            Cohort cohort = new Cohort(rules.role());
            int code = new ReportRun(
                            Desk.open(policies, Engines.MATCHER_ALONE),
                            cohort,
                            err,
                            labour.progress(surroundings, err, inputs))
                    .run(intake, workers, evaluationTime);
            output.write(written(maker.of(cohort, rules, cohort.otherRoles() + cohort.repeated()), surroundings));
            output.complete();
            return code;
        } catch (RulesUnusable unusable) {
            return Setting.unusable(unusable, err);
        }
    }

    private RuleSet rules(Policies policies, Moment evaluationTime, CommandSpec spec) throws RulesUnusable {
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

    private String written(Report report, Surroundings surroundings) {
        Screen screen = setting.screen(surroundings);
        return switch (form) {
            case TEXT -> report.text(screen.width(), screen.colour());
            case HTML -> report.page();
            case CSV -> report.csv();
            case JSON -> report.json();
        };
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
