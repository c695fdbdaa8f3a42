package org.offereligibility.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.offereligibility.dossier.Problem;
import org.offereligibility.policy.Manifest;
import org.offereligibility.policy.Policies;
import org.offereligibility.policy.PolicyFolder;
import org.offereligibility.policy.RulesUnusable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where the rules are, and where what was compiled from them is kept. */
final class RulesPlace {
    /** A version is not what was published, so that no verb works with it. */
    static final class NotAsPublished extends ParameterException {
        private static final long serialVersionUID = 1L;

        private final transient List<Problem> problems;

        NotAsPublished(CommandSpec spec, List<Problem> problems) {
            super(spec.commandLine(), "a version is not what was published");
            this.problems = problems;
        }

        List<Problem> problems() {
            return problems;
        }
    }

    @Option(
            names = "--policies",
            paramLabel = "DIR",
            defaultValue = "rules",
            description = "The folder of policies (default: ${DEFAULT-VALUE}).")
    private Path policies = Path.of("rules");

    @Option(names = "--no-cache", description = "Compile the rules anew and keep nothing.")
    private boolean noCache;

    Path policies() {
        return policies;
    }

    Optional<Path> cache(Surroundings surroundings) {
        return noCache ? Optional.empty() : Optional.of(CacheDirectory.of(surroundings));
    }

    /**
     * The version or draft that the user names: by its folder's path, or as {@code role/version} under the folder of policies.
     *
     * @throws ParameterException if there is no such folder
     * @throws NotAsPublished if its files are no longer those that were published
     */
    PolicyFolder folder(String named, CommandSpec spec) {
        List<PolicyFolder> found = folders(Optional.of(named), spec);
        if (found.size() > 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "`" + named + "` holds several versions: name one of them, such as `"
                            + found.get(0).path() + "`");
        }
        return found.get(0);
    }

    /**
     * The versions and drafts in a folder, in the order of their names: one if it is itself a version, every one in it
     * otherwise; without a name, all under the folder of policies.
     *
     * @throws ParameterException if there is none
     * @throws NotAsPublished if the files of one are no longer those that were published
     */
    List<PolicyFolder> folders(Optional<String> named, CommandSpec spec) {
        Path given = named.map(Path::of).orElse(policies);
        Path place = named.isPresent() && !Files.isDirectory(given) ? policies.resolve(given) : given;
        if (!Files.isDirectory(place)) {
            throw new ParameterException(spec.commandLine(), "there is no folder `" + given + "`");
        }
        try {
            List<PolicyFolder> all = new ArrayList<>();
            List<Problem> broken = new ArrayList<>();
            for (Path path : versions(place, 2)) {
                PolicyFolder folder = PolicyFolder.read(path);
                try {
                    if (Policies.day(folder.version()).isPresent()) {
                        Manifest.check(folder);
                    }
                } catch (RulesUnusable others) {
                    broken.addAll(others.problems());
                }
                all.add(folder);
            }
            if (!broken.isEmpty()) {
                throw new NotAsPublished(spec, broken);
            }
            if (all.isEmpty()) {
                all.add(PolicyFolder.read(place)); // what is missing in it is for the check to say
            }
            return all;
        } catch (IOException unreadable) {
            throw new ParameterException(spec.commandLine(), "the folder `" + place + "` cannot be read");
        }
    }

    private static List<Path> versions(Path place, int depth) throws IOException {
        if (Files.exists(place.resolve("policy.yaml")) || holdsRules(place)) {
            return List.of(place);
        }
        if (depth == 0) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try (Stream<Path> list = Files.list(place)) {
            for (Path folder : list.filter(Files::isDirectory)
                    .filter(path -> !String.valueOf(path.getFileName()).startsWith("."))
                    .sorted()
                    .toList()) {
                found.addAll(versions(folder, depth - 1));
            }
        }
        return found;
    }

    private static boolean holdsRules(Path place) throws IOException {
        try (Stream<Path> list = Files.list(place)) {
            return list.anyMatch(path -> path.toString().endsWith(".drl"));
        }
    }
}
