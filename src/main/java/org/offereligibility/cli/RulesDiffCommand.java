package org.offereligibility.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.offereligibility.explanation.Drawable;
import org.offereligibility.explanation.RulesDiff;
import org.offereligibility.policy.PolicyDiff;
import org.offereligibility.policy.PolicyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says in what two versions differ. */
@Command(
        name = "diff",
        description = {
            "Says in sentences what changes from one version of the rules to another, or to a draft.",
            "A draft that is not yet fit for use is compared as far as it can be read."
        },
        sortOptions = false)
final class RulesDiffCommand implements Callable<Integer> {
    private static final String DRAFT = "draft";

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "A",
            description =
                    "The older version: its folder, or ROLE/VERSION. A role alone, or nothing where only one role has"
                            + " a draft, means its newest version.")
    private Optional<String> older = Optional.empty();

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "B",
            description =
                    "The newer version, named in the same way (default: the draft of the same role; where A is the"
                            + " draft, it is compared with the newest version).")
    private Optional<String> newer = Optional.empty();

    @Option(
            names = "--raw",
            description = "Show beneath each sentence the lines of the files, as they were and as they are.")
    private boolean raw;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description =
                    "text (the default), markdown, html: a page that prints well, or json, which always has the lines.")
    private Form form = Form.TEXT;

    @Mixin
    private Destination destination = new Destination();

    @Mixin
    private RulesPlace place = new RulesPlace();

    /** How the differences are written down. */
    enum Form {
        TEXT,
        MARKDOWN,
        HTML,
        JSON
    }

    RulesDiffCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        Screen screen = destination.screen(surroundings);
        Compared compared = compared();
        try (Output output = destination.output(surroundings, spec, List.of())) {
            Drawable diff = new RulesDiff(PolicyDiff.of(compared.before(), compared.after()), raw);
            output.write(
                    switch (form) {
                        case TEXT -> diff.text(screen.width(), screen.colour());
                        case MARKDOWN -> diff.markdown();
                        case HTML -> diff.html();
                        case JSON -> diff.json() + "\n";
                    });
            output.complete();
        }
        return ExitCode.DECIDED;
    }

    private record Compared(PolicyFolder before, PolicyFolder after) {}

    private Compared compared() {
        if (older.isPresent() && newer.isPresent()) {
            return new Compared(place.folder(older.get(), spec), place.folder(newer.get(), spec));
        }
        List<PolicyFolder> found = place.folders(older, spec);
        if (found.size() == 1) {
            PolicyFolder one = found.get(0);
            List<PolicyFolder> beside = place.folders(Optional.of(folderOf(one).toString()), spec);
            return isDraft(one) ? new Compared(newest(one, beside), one) : new Compared(one, draft(beside));
        }
        PolicyFolder draft = draft(found);
        return new Compared(newest(draft, found), draft);
    }

    /** The folder in which the role's versions stand. */
    private static Path folderOf(PolicyFolder version) {
        Path parent = version.path().getParent();
        return parent == null
                ? version.path().toAbsolutePath().normalize().resolve("..").normalize()
                : parent;
    }

    private static boolean isDraft(PolicyFolder folder) {
        return folder.version().equals(DRAFT);
    }

    private PolicyFolder draft(List<PolicyFolder> among) {
        List<PolicyFolder> drafts =
                among.stream().filter(RulesDiffCommand::isDraft).toList();
        if (drafts.isEmpty()) {
            throw mistake("there is no draft of these rules: name two versions to compare");
        }
        if (drafts.size() > 1) {
            throw mistake("several roles have a draft: name one of them, such as `"
                    + drafts.get(0).role() + "`");
        }
        return drafts.get(0);
    }

    private PolicyFolder newest(PolicyFolder draft, List<PolicyFolder> among) {
        return among.stream()
                .filter(folder -> folder.role().equals(draft.role()) && isVersion(folder))
                .max(Comparator.comparing(PolicyFolder::version))
                .orElseThrow(() -> mistake("there is no version of `" + draft.role() + "` beside its draft"));
    }

    private static boolean isVersion(PolicyFolder folder) {
        try {
            LocalDate.parse(folder.version());
            return true;
        } catch (DateTimeParseException otherFolder) {
            return false;
        }
    }

    private ParameterException mistake(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
