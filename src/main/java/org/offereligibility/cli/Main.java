package org.offereligibility.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.offereligibility.decision.Verdict;
import org.offereligibility.ledger.LedgerUnusable;
import org.offereligibility.policy.TableFile;
import org.offereligibility.policy.Versions;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The program's entry. */
public final class Main {
    /** The parser refuses to lay out anything narrower. */
    private static final int NARROWEST_HELP = 55;

    private Main() {}

    public static void main(String[] arguments) {
        // The rules engine upper-cases words of its own in the default locale, and then cannot read them in a Turkish
        // one.
        Locale.setDefault(Locale.ROOT);
        System.exit(run(Surroundings.ofThisProcess(), arguments));
    }

    /** Runs the program once and returns its exit code; nothing outside of the surroundings is touched. */
    static int run(Surroundings surroundings, String... arguments) {
        StandardError err = new StandardError(surroundings.err());
        Screen screen = Screen.of(surroundings, surroundings.outIsTerminal(), Screen.Colour.AUTO);
        PrintWriter help = new PrintWriter(new OutputStreamWriter(surroundings.out(), StandardCharsets.UTF_8));
        OfferEligibility program = new OfferEligibility();
        CommandLine command = new CommandLine(program)
                .addSubcommand(audit(surroundings, err))
                .addSubcommand(new EvaluateCommand(surroundings, err))
                .addSubcommand(new ExplainCommand(surroundings, err))
                .addSubcommand(record(surroundings, err))
                .addSubcommand(report(surroundings, err))
                .addSubcommand(rules(surroundings, err))
                .addSubcommand(new SchemaCommand(surroundings))
                .setOut(help)
                .setUsageHelpWidth(Math.max(NARROWEST_HELP, screen.width()))
                .setColorScheme(CommandLine.Help.defaultColorScheme(screen.colour() ? Ansi.ON : Ansi.OFF))
                .registerConverter(AuditVerifyCommand.Form.class, Choice.of(AuditVerifyCommand.Form.class))
                .registerConverter(AuditShowCommand.Form.class, Choice.of(AuditShowCommand.Form.class))
                .registerConverter(AuditShowCommand.Piece.class, Choice.of(AuditShowCommand.Piece.class))
                .registerConverter(FoundForm.class, Choice.of(FoundForm.class))
                .registerConverter(CheckReport.Form.class, Choice.of(CheckReport.Form.class))
                .registerConverter(Format.class, Choice.of(Format.class))
                .registerConverter(RulesDiffCommand.Form.class, Choice.of(RulesDiffCommand.Form.class))
                .registerConverter(RulesListCommand.Form.class, Choice.of(RulesListCommand.Form.class))
                .registerConverter(Question.Reader.class, Choice.of(Question.Reader.class))
                .registerConverter(Question.Form.class, Choice.of(Question.Form.class))
                .registerConverter(RulesMutateCommand.Form.class, Choice.of(RulesMutateCommand.Form.class))
                .registerConverter(RulesTestCommand.Form.class, Choice.of(RulesTestCommand.Form.class))
                .registerConverter(Verdict.class, Choice.ofUpperCase(Verdict.class))
                .registerConverter(TableFile.Kind.class, Choice.of(TableFile.Kind.class))
                .registerConverter(ReportForm.Form.class, Choice.of(ReportForm.Form.class))
                .registerConverter(AuditReplayCommand.Form.class, Choice.of(AuditReplayCommand.Form.class))
                .registerConverter(RulesImpactCommand.Form.class, Choice.of(RulesImpactCommand.Form.class))
                .registerConverter(Screen.Colour.class, Choice.of(Screen.Colour.class))
                .registerConverter(SchemaCommand.Schema.class, Choice.of(SchemaCommand.Schema.class))
                .setParameterExceptionHandler(new UsageErrors(err))
                .setExecutionExceptionHandler((failure, verb, parsed) -> failed(failure, err, program.showsDetails()));
        command.getSubcommands().values().stream()
                .filter(verb -> verb.getSubcommands().isEmpty())
                .forEach(ExitCode::tell);
        ExitCode.tell(command);
        return command.execute(arguments);
    }

    private static CommandLine audit(Surroundings surroundings, StandardError err) {
        CommandLine audit = new CommandLine(new AuditCommand())
                .addSubcommand(new AuditBisectCommand(surroundings, err))
                .addSubcommand(new AuditCheckCommand(surroundings))
                .addSubcommand(new AuditEraseCommand(surroundings, err))
                .addSubcommand(new AuditExportCommand(surroundings, err))
                .addSubcommand(new AuditHoldCommand(surroundings, err))
                .addSubcommand(new AuditListCommand(surroundings, err))
                .addSubcommand(new AuditReleaseCommand(surroundings, err))
                .addSubcommand(new AuditReplayCommand(surroundings, err))
                .addSubcommand(new AuditRetainCommand(surroundings))
                .addSubcommand(new AuditSearchCommand(surroundings, err))
                .addSubcommand(new AuditShowCommand(surroundings, err))
                .addSubcommand(new AuditVerifyCommand(surroundings, err));
        audit.getSubcommands().values().forEach(ExitCode::tellOfLedger);
        ExitCode.tellOfLedger(audit);
        return audit;
    }

    private static CommandLine record(Surroundings surroundings, StandardError err) {
        CommandLine record = new CommandLine(new RecordCommand())
                .addSubcommand(new RecordOverrideCommand(surroundings, err))
                .addSubcommand(new RecordRulingCommand(surroundings, err))
                .addSubcommand(new RecordWithdrawalCommand(surroundings, err));
        record.getSubcommands().values().forEach(ExitCode::tellOfRecording);
        ExitCode.tellOfRecording(record);
        return record;
    }

    private static CommandLine report(Surroundings surroundings, StandardError err) {
        CommandLine report = new CommandLine(new ReportCommand())
                .addSubcommand(new ReportFairnessCommand(surroundings, err))
                .addSubcommand(new ReportFunnelCommand(surroundings, err))
                .addSubcommand(new ReportOverridesCommand(surroundings));
        ExitCode.tell(report);
        return report;
    }

    private static CommandLine rules(Surroundings surroundings, StandardError err) {
        CommandLine rules = new CommandLine(new RulesCommand())
                .addSubcommand(new RulesCheckCommand(surroundings, err))
                .addSubcommand(new RulesConvertCommand(surroundings, err))
                .addSubcommand(new RulesDiffCommand(surroundings))
                .addSubcommand(new RulesImpactCommand(surroundings, err))
                .addSubcommand(new RulesListCommand(surroundings, err))
                .addSubcommand(new RulesMutateCommand(surroundings, err))
                .addSubcommand(new RulesPublishCommand(surroundings, err))
                .addSubcommand(new RulesTestCommand(surroundings, err))
                .addSubcommand(new RulesWatchCommand(surroundings));
        rules.getSubcommands().values().forEach(ExitCode::tellOfRules);
        Optional.ofNullable(rules.getSubcommands().get("diff")).ifPresent(ExitCode::tellOfDiff);
        ExitCode.tellOfRules(rules);
        return rules;
    }

    private static int failed(Exception failure, StandardError err, boolean details) {
        if (failure instanceof Output.Lost lost) {
            if (lost.nobodyListens()) {
                return ExitCode.NOBODY_LISTENS;
            }
            err.line("offer-eligibility: " + lost.getMessage());
            return ExitCode.INTERNAL;
        }
        if (failure instanceof LedgerUnusable unusable) {
            err.line("offer-eligibility: " + unusable.sentence());
            return ExitCode.INTERNAL;
        }
        err.line("offer-eligibility: this is a fault in the program (version " + Versions.program()
                + "), not in your input; "
                + (details
                        ? "please report it with these details:"
                        : "run it again with `--debug` and report what it shows"));
        if (details) {
            err.details(failure);
        }
        return ExitCode.INTERNAL;
    }
}
