package org.offereligibility.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.offereligibility.decision.Evaluator;
import org.offereligibility.dossier.Problem;
import org.offereligibility.dossier.Vocabulary;
import org.offereligibility.policy.PolicyFolder;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RuleSource;
import org.offereligibility.policy.RulesUnusable;
import org.offereligibility.policy.Scenario;
import org.offereligibility.trial.Coverage;
import org.offereligibility.trial.JUnitXml;
import org.offereligibility.trial.ScenarioJson;
import org.offereligibility.trial.ScenarioRun;
import org.offereligibility.trial.ScenarioText;
import org.offereligibility.trial.Suggestions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs HR's scenarios. */
@Command(
        name = "test",
        description = {
            "Runs the scenarios of a version or draft of the rules: what fails, why, and how much of the rules the"
                    + " scenarios try out.",
            "With `--suggest`, it writes the scenarios that are missing, to be read and adopted."
        },
        sortOptions = false)
final class RulesTestCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final StandardError err;

    enum Form {
        TEXT,
        JSON,
        JUNIT
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "DIR",
            arity = "0..*",
            description = "Versions or drafts, such as `rules/ROLE/draft` or `ROLE/draft` (default: every one under"
                    + " `--policies`).")
    private List<String> named = new ArrayList<>();

    @Option(
            names = "--rule",
            paramLabel = "CODE",
            description = "Run only the scenarios about the rule of that code. Several may be given.")
    private List<String> codes = new ArrayList<>();

    @Option(names = "--coverage", description = "Tell of each rule what the scenarios try out of it, and what not.")
    private boolean coverage;

    @Option(
            names = "--suggest",
            description = "Write the scenarios that are missing as YAML, for a file such as `scenarios/suggested.yaml`:"
                    + " with what the rules find now, for HR to say whether that is meant.")
    private boolean suggest;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text (the default), json, or junit: XML for continuous integration.")
    private Form form = Form.TEXT;

    @Mixin
    private Destination destination = new Destination();

    @Mixin
    private RulesPlace place = new RulesPlace();

    RulesTestCommand(Surroundings surroundings, StandardError err) {
        this.surroundings = surroundings;
        this.err = err;
    }

    @Override
    public Integer call() throws Exception {
        if (suggest && (coverage || form != Form.TEXT)) {
            throw mistake(
                    "`--suggest` writes scenarios as YAML: leave `" + (coverage ? "--coverage" : "--format") + "` out");
        }
        List<PolicyFolder> folders = folders();
        if (suggest && folders.size() > 1) {
            throw mistake("`--suggest` writes one file for one version: name it, such as `"
                    + folders.get(0).path() + "`");
        }
        Screen screen = destination.screen(surroundings);
        try (Output output = destination.output(surroundings, spec, List.of())) {
            List<RuleSet> rules = new ArrayList<>();
            List<Problem> problems = new ArrayList<>();
            for (PolicyFolder folder : folders) {
                try {
                    rules.add(RuleSet.of(folder, place.cache(surroundings)));
                } catch (RulesUnusable unusable) {
                    problems.addAll(unusable.problems());
                }
            }
            if (!problems.isEmpty()) {
                return Setting.unusable(new RulesUnusable(problems), err);
            }
            known(rules);
            int code = suggest ? suggest(rules.get(0), output) : test(rules, screen, output);
            output.complete();
            return code;
        }
    }

    private int test(List<RuleSet> all, Screen screen, Output output) throws Output.Lost {
        Waiting waiting = Waiting.on(surroundings, err, "scenarios");
        List<ScenarioRun> runs = new ArrayList<>();
        List<Coverage> coverages = new ArrayList<>();
        for (RuleSet rules : all) {
            ScenarioRun run = ScenarioRun.of(new Evaluator(rules), asked(rules), waiting::step);
            runs.add(run);
            coverages.add(Coverage.of(run));
        }
        waiting.end();
        switch (form) {
            case JSON -> output.write(ScenarioJson.of(runs, coverages) + "\n");
            case JUNIT -> output.write(JUnitXml.of(runs));
            default -> {
                ScenarioText text = new ScenarioText(screen.width(), screen.colour());
                for (ScenarioRun run : runs) {
                    output.write(text.failures(run));
                }
                for (int i = 0; i < runs.size(); i++) {
                    output.write(coverage ? text.coverage(coverages.get(i)) + "\n" : "");
                    output.write(text.summary(runs.get(i), coverages.get(i)));
                }
            }
        }
        return runs.stream().allMatch(run -> run.failed().isEmpty()) ? ExitCode.DECIDED : ExitCode.FOUND_WANTING;
    }

    private int suggest(RuleSet rules, Output output) throws Output.Lost {
        Waiting waiting = Waiting.on(surroundings, err, "things looked for");
        Suggestions suggestions = Suggestions.of(rules, asked(rules), codes, waiting::step);
        waiting.end();
        output.write(suggestions.yaml());
        return ExitCode.DECIDED;
    }

    private List<Scenario> asked(RuleSet rules) {
        return rules.scenarios().stream()
                .filter(scenario -> suggest || codes.isEmpty() || codes.contains(scenario.rule()))
                .toList();
    }

    /** Each folder once, in the order in which they are named. */
    private List<PolicyFolder> folders() {
        Map<String, PolicyFolder> folders = new LinkedHashMap<>();
        Stream<Optional<String>> names =
                named.isEmpty() ? Stream.of(Optional.empty()) : named.stream().map(Optional::of);
        names.flatMap(name -> place.folders(name, spec).stream())
                .forEach(folder -> folders.putIfAbsent(
                        folder.path().toAbsolutePath().normalize().toString(), folder));
        return List.copyOf(folders.values());
    }

    private void known(List<RuleSet> all) {
        TreeSet<String> known = new TreeSet<>();
        all.forEach(rules -> rules.rules().stream().map(RuleSource::code).forEach(known::add));
        known.remove("");
        for (String code : codes) {
            if (!known.contains(code)) {
                throw mistake("no rule has the code `" + code + "`"
                        + Vocabulary.nearest(code, known)
                                .map(near -> ": did you mean `" + near + "`?")
                                .orElse(""));
            }
        }
    }

    private ParameterException mistake(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
