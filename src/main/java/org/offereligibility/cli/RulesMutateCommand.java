package org.offereligibility.cli;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.offereligibility.dossier.Vocabulary;
import org.offereligibility.policy.PolicyFolder;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RuleSource;
import org.offereligibility.policy.RulesUnusable;
import org.offereligibility.trial.Mutant;
import org.offereligibility.trial.Mutation;
import org.offereligibility.trial.MutationJson;
import org.offereligibility.trial.MutationReport;
import org.offereligibility.trial.MutationText;
import org.offereligibility.trial.ScenarioResult;
import org.offereligibility.trial.ScenarioRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks which slips in the rules the scenarios would notice. */
@Command(
        name = "mutate",
        description = {
            "Edits the rules in every small way there is, one at a time: numbers, words, comparisons, conditions, effects,"
                    + " lines of tables. Nothing on disk changes.",
            "Tells which of these slips no scenario would notice, each with a dossier that shows the difference or the"
                    + " proof that there is none."
        },
        sortOptions = false)
final class RulesMutateCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final StandardError err;

    enum Form {
        TEXT,
        JSON
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            description = "A version or draft, such as `rules/ROLE/draft` or `ROLE/draft` (default: the only one under"
                    + " `--policies`).")
    private Optional<String> named = Optional.empty();

    @Option(names = "--rule", paramLabel = "CODE", description = "Edit only the rule of that code.")
    private Optional<String> code = Optional.empty();

    @Option(
            names = "--file",
            paramLabel = "NAME",
            description = "Edit only that file of the version, such as `bands.csv`.")
    private Optional<String> file = Optional.empty();

    @Option(
            names = "--threshold",
            paramLabel = "PERCENT",
            description =
                    "Be content if so many per cent of the slips that make a difference are noticed (default: all).")
    private Optional<Integer> threshold = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text (the default) or json: every edit and what became of it.")
    private Form form = Form.TEXT;

    @Mixin
    private Destination destination = new Destination();

    @Mixin
    private RulesPlace place = new RulesPlace();

    RulesMutateCommand(Surroundings surroundings, StandardError err) {
        this.surroundings = surroundings;
        this.err = err;
    }

    @Override
    public Integer call() throws Exception {
        if (threshold.filter(percent -> percent < 0 || percent > 100).isPresent()) {
            throw mistake("`--threshold` takes per cent from 0 to 100, but was `" + threshold.orElse(0) + "`");
        }
        PolicyFolder folder = place.folder(named.orElse(place.policies().toString()), spec);
        Screen screen = destination.screen(surroundings);
        try (Output output = destination.output(surroundings, spec, List.of())) {
            RuleSet rules = RuleSet.of(folder, place.cache(surroundings));
            Predicate<Mutant> asked = asked(rules);
            List<ScenarioResult> failing = ScenarioRun.of(rules).failed();
            if (!failing.isEmpty()) {
                failing.forEach(
                        result -> err.line(folder.named(result.scenario().file()) + ":"
                                + result.scenario().line() + ": the scenario \""
                                + result.scenario().name() + "\" fails"));
                err.line("What scenarios notice can be told only when all of them pass: see `rules test`.");
                return ExitCode.FOUND_WANTING;
            }
            Waiting waiting = Waiting.on(surroundings, err, "slips");
            MutationReport report = new MutationReport(
                    rules,
                    new Mutation(rules)
                            .tried(asked, Math.max(1, Runtime.getRuntime().availableProcessors()), (done, all) -> {
                                synchronized (waiting) {
                                    waiting.step(done, all);
                                }
                            }));
            waiting.end();
            output.write(
                    form == Form.JSON
                            ? MutationJson.of(report) + "\n"
                            : MutationText.of(report, screen.width(), screen.colour()));
            output.complete();
            return report.percent().orElse(100) >= threshold.orElse(100)
                            && (threshold.isPresent() || report.survivors() == 0)
                    ? ExitCode.DECIDED
                    : ExitCode.FOUND_WANTING;
        } catch (RulesUnusable unusable) {
            return Setting.unusable(unusable, err);
        }
    }

    private Predicate<Mutant> asked(RuleSet rules) {
        TreeSet<String> codes = new TreeSet<>();
        rules.rules().stream().map(RuleSource::code).forEach(codes::add);
        codes.remove("");
        code.filter(named -> !codes.contains(named)).ifPresent(unknown -> {
            throw mistake("no rule has the code `" + unknown + "`" + near(unknown, codes));
        });
        TreeSet<String> files = new TreeSet<>(rules.folder().files().keySet());
        file.filter(named -> !files.contains(named)).ifPresent(unknown -> {
            throw mistake("there is no file `" + unknown + "` in this version" + near(unknown, files));
        });
        return mutant -> file.filter(named -> !named.equals(mutant.file())).isEmpty()
                && code.filter(named -> !rules.rule(mutant.about())
                                .map(RuleSource::code)
                                .orElse("")
                                .equals(named))
                        .isEmpty();
    }

    private static String near(String word, TreeSet<String> words) {
        return Vocabulary.nearest(word, words)
                .map(near -> ": did you mean `" + near + "`?")
                .orElse("");
    }

    private ParameterException mistake(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
