package org.offereligibility.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.offereligibility.policy.Checking;
import org.offereligibility.policy.PolicyFolder;
import org.offereligibility.policy.Remark;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RulesUnusable;
import org.offereligibility.trial.Meaning;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says everything that is wrong with the rules of one version or more, at once. */
@Command(
        name = "check",
        description = {
            "Reads rules as HR left them, and says at once all that is wrong with them: where, what, and what to do.",
            "",
            "Nothing is decided and nothing is changed."
        })
final class RulesCheckCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final StandardError err;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Destination destination = new Destination();

    @Mixin
    private RulesPlace place = new RulesPlace();

    @Parameters(
            paramLabel = "DIR",
            arity = "0..*",
            description =
                    "A version or draft, by its folder or as ROLE/VERSION, or a folder of them (default: every version and"
                            + " draft under `--policies`).")
    private List<String> named = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description =
                    "text: for people (the default); json: one object for another program; sarif: for editors and code review.")
    private CheckReport.Form form = CheckReport.Form.TEXT;

    @Option(names = "--strict", description = "A warning is reason enough for the exit code 5.")
    private boolean strict;

    RulesCheckCommand(Surroundings surroundings, StandardError err) {
        this.surroundings = surroundings;
        this.err = err;
    }

    @Override
    public Integer call() throws Output.Lost {
        List<PolicyFolder> folders = folders();
        try (Output out = destination.output(surroundings, spec, List.of())) {
            List<CheckReport.Part> parts = new ArrayList<>();
            for (PolicyFolder folder : folders) {
                if (surroundings.errIsTerminal()) {
                    err.status("checking " + folder.path() + " ...");
                }
                parts.add(new CheckReport.Part(folder, remarks(folder)));
            }
            err.clearStatus();
            CheckReport report = new CheckReport(parts);
            out.write(
                    switch (form) {
                        case TEXT -> new CheckText(destination.screen(surroundings)).of(report);
                        case JSON -> CheckJson.of(report);
                        case SARIF -> CheckSarif.of(report);
                    });
            out.complete();
            return report.exitCode(strict);
        }
    }

    /** What keeps the rules from being used; of rules that can be, what they probably do not mean. */
    private List<Remark> remarks(PolicyFolder folder) {
        List<Remark> remarks = new ArrayList<>(Checking.of(folder, place.cache(surroundings)));
        try {
            remarks.addAll(Meaning.of(RuleSet.of(folder, place.cache(surroundings))));
        } catch (RulesUnusable told) {
            // that is what the remarks say already
        }
        remarks.sort(Remark.BY_PLACE);
        return remarks;
    }

    private List<PolicyFolder> folders() {
        if (named.isEmpty()) {
            return place.folders(Optional.empty(), spec);
        }
        Map<String, PolicyFolder> folders = new LinkedHashMap<>();
        for (String name : named) {
            place.folders(Optional.of(name), spec)
                    .forEach(folder -> folders.putIfAbsent(
                            folder.path().toAbsolutePath().normalize().toString(), folder));
        }
        return List.copyOf(folders.values());
    }
}
