package org.offereligibility.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.offereligibility.dossier.Intake;
import org.offereligibility.dossier.Moment;
import org.offereligibility.impact.Comparison;
import org.offereligibility.impact.Impact;
import org.offereligibility.impact.ImpactCsv;
import org.offereligibility.impact.ImpactJson;
import org.offereligibility.impact.ImpactPage;
import org.offereligibility.impact.ImpactReport;
import org.offereligibility.impact.ImpactText;
import org.offereligibility.policy.PolicyFolder;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RulesUnusable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Decides past cases by two sets of rules and tells the difference. */
@Command(
        name = "impact",
        description = {
            "Tells what new rules would have done to past cases: which verdicts turn, and because of which rule.",
            "Every dossier is decided by both sets of rules, whichever was in force."
        },
        customSynopsis = "offer-eligibility rules impact OLD NEW --dossiers PATH... [OPTION]...",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Every dossier was decided by both, whether or not anything turns.",
            "1:A fault in the program or its surroundings. Nothing that was printed is wrong, but it is not all.",
            "2:The command was not understood or cannot be carried out. Nothing was decided.",
            "3:Some dossiers were refused by one or both. The rest was compared.",
            "4:The old or the new rules cannot be used. Nothing was decided."
        },
        sortOptions = false)
final class RulesImpactCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final StandardError err;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "OLD",
            description = "The old rules: a version's or draft's folder, or role/version under --policies.")
    private String old = "";

    @Parameters(index = "1", paramLabel = "NEW", description = "The new rules, likewise.")
    private String young = "";

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
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description =
                    "text: sentences and tables to read aloud (the default); html: a page with a picture that prints"
                            + " well; json: one object with every case that turns, and why; csv: a line for each case"
                            + " in which anything changes.")
    private Form form = Form.TEXT;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many of the cases that turn, and of those refused, text and html list (default: 50).")
    private int limit = 50;

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            converter = AsOf.class,
            description =
                    "The instant (2025-03-31T17:00:00Z) or day (2025-03-31, from its first moment in UTC) at which a"
                            + " dossier is judged that names none (default: now).")
    private Optional<Moment> asOf = Optional.empty();

    @Mixin
    private Labour labour = new Labour();

    @Mixin
    private Destination destination = new Destination();

    @Mixin
    private RulesPlace place = new RulesPlace();

    /** How the difference is written down. */
    enum Form {
        TEXT,
        HTML,
        JSON,
        CSV
    }

    RulesImpactCommand(Surroundings surroundings, StandardError err) {
        this.surroundings = surroundings;
        this.err = err;
    }

    @Override
    public Integer call() throws Exception {
        int workers = labour.threads(spec);
        if (limit < 0) {
            throw mistake("`--limit` takes a whole number from 0, but was `" + limit + "`");
        }
        PolicyFolder before = place.folder(old, spec);
        PolicyFolder after = place.folder(young, spec);
        Moment evaluationTime =
                asOf.orElseGet(() -> new Moment(surroundings.clock().instant()));
        try (Output output = destination.output(surroundings, spec, inputs);
                Intake intake = Intake.of(inputs, surroundings.in())) {
            Optional<RuleSet> first = usable(before, "old", old);
            Optional<RuleSet> second = usable(after, "new", young);
            if (first.isEmpty() || second.isEmpty()) {
                return ExitCode.RULES;
            }
            if (!first.get().role().equals(second.get().role())) {
                throw mistake("the old rules are for the role `" + first.get().role() + "` and the new ones for `"
                        + second.get().role() + "`: only rules for one role can be compared");
            }
            Comparison comparison = new Comparison(first.get(), second.get(), place.cache(surroundings));
            Impact impact = new Impact(comparison, limit);
            int code = new ImpactRun(
                            comparison, impact, report(impact), output, err, labour.progress(surroundings, err, inputs))
                    .run(intake, workers, evaluationTime);
            output.complete();
            return code;
        }
    }

    private Optional<RuleSet> usable(PolicyFolder folder, String which, String named) {
        try {
            return Optional.of(RuleSet.of(folder, place.cache(surroundings)));
        } catch (RulesUnusable unusable) {
            unusable.problems().forEach(problem -> err.line(problem.toString()));
            int count = unusable.problems().size();
            err.line("The " + which + " rules, `" + named + "`, cannot be used: " + count
                    + (count == 1 ? " problem." : " problems."));
            return Optional.empty();
        }
    }

    private ImpactReport report(Impact impact) {
        Screen screen = destination.screen(surroundings);
        return switch (form) {
            case TEXT -> new ImpactText(screen.width(), screen.colour(), limit);
            case HTML -> new ImpactPage(limit);
            case JSON -> new ImpactJson(impact.summary());
            case CSV -> new ImpactCsv();
        };
    }

    private ParameterException mistake(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
