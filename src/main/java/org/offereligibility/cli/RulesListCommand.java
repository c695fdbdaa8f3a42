package org.offereligibility.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.offereligibility.dossier.Problem;
import org.offereligibility.policy.Manifest;
import org.offereligibility.policy.Shelf;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists the versions and drafts of every policy. */
@Command(
        name = "list",
        description =
                "Lists the versions of each policy: when each is in force, who published it, and whether its files are still"
                        + " those that were published; and the drafts.",
        sortOptions = false)
final class RulesListCommand implements Callable<Integer> {
    enum Form {
        TEXT,
        JSON
    }

    private final Surroundings surroundings;
    private final StandardError err;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text: to read (the default); json: one list, for programs.")
    private Form form = Form.TEXT;

    @Mixin
    private Destination destination = new Destination();

    @Mixin
    private RulesPlace place = new RulesPlace();

    RulesListCommand(Surroundings surroundings, StandardError err) {
        this.surroundings = surroundings;
        this.err = err;
    }

    @Override
    public Integer call() throws Exception {
        LocalDate today = LocalDate.ofInstant(surroundings.clock().instant(), ZoneOffset.UTC);
        List<Shelf.Item> items = items();
        try (Output output = destination.output(surroundings, spec, List.of())) {
            output.write(form == Form.JSON ? RulesListJson.of(items, today) : text(items, today));
            output.complete();
        }
        List<Problem> problems = items.stream()
                .filter(item -> item.kind() == Shelf.Kind.VERSION)
                .flatMap(item -> item.problems().stream())
                .toList();
        problems.forEach(problem -> err.line(problem.toString()));
        return problems.isEmpty() ? ExitCode.DECIDED : ExitCode.RULES;
    }

    private List<Shelf.Item> items() {
        try {
            return Shelf.read(place.policies());
        } catch (IOException unreadable) {
            throw new ParameterException(
                    spec.commandLine(), "there is no folder of policies `" + place.policies() + "` that can be read");
        }
    }

    private String text(List<Shelf.Item> items, LocalDate today) {
        if (items.isEmpty()) {
            return "There is neither a version nor a draft under `" + place.policies() + "`.\n";
        }
        int width = items.stream().mapToInt(item -> item.name().length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        String role = "";
        for (Shelf.Item item : items) {
            if (!item.role().equals(role)) {
                role = item.role();
                text.append(text.isEmpty() ? "" : "\n").append(role).append('\n');
            }
            text.append("  ")
                    .append(item.name())
                    .append(" ".repeat(width - item.name().length()))
                    .append("  ")
                    .append(validity(item, today))
                    .append('\n');
            for (String line : more(item)) {
                text.append(" ".repeat(width + 4)).append(line).append('\n');
            }
        }
        return text.toString();
    }

    private static String validity(Shelf.Item item, LocalDate today) {
        return switch (item.kind()) {
            case DRAFT -> "decides nothing until it is published";
            case IGNORED -> "ignored: its name is neither a day of the calendar nor `draft`";
            case VERSION -> {
                String until = item.until().map(day -> " until " + day).orElse(" on");
                yield switch (State.of(item, today)) {
                    case PAST -> "past: was in force" + until;
                    case NOW ->
                        "in force now"
                                + item.until().map(day -> ", until " + day).orElse("");
                    case LATER -> "in force later: from " + item.name() + until;
                };
            }
        };
    }

    /** Where a version stands on a day. */
    enum State {
        PAST,
        NOW,
        LATER;

        static State of(Shelf.Item item, LocalDate today) {
            if (item.from().map(today::isBefore).orElse(true)) {
                return LATER;
            }
            return item.until().map(today::isAfter).orElse(false) ? PAST : NOW;
        }
    }

    private static List<String> more(Shelf.Item item) {
        if (item.kind() == Shelf.Kind.IGNORED) {
            return List.of();
        }
        String hash = item.hash().isEmpty() ? "" : "; hash " + item.hash().substring(0, "sha256:".length() + 12);
        String use = use(item.problems()) + hash;
        Optional<Manifest> manifest = item.manifest();
        if (manifest.isPresent()) {
            return List.of(
                    "published on " + LocalDate.ofInstant(manifest.get().publishedAt(), ZoneOffset.UTC) + " by "
                            + manifest.get().author() + ", approved by "
                            + manifest.get().approver(),
                    (item.problems().isEmpty() ? "files as they were published" : use(item.problems())) + hash);
        }
        return List.of(
                item.kind() == Shelf.Kind.VERSION && item.problems().isEmpty()
                        ? "not sealed: nothing shows whether its files were changed" + hash
                        : use);
    }

    private static String use(List<Problem> problems) {
        return problems.isEmpty()
                ? "can be used"
                : "cannot be used: " + problems.size() + (problems.size() == 1 ? " problem" : " problems");
    }
}
