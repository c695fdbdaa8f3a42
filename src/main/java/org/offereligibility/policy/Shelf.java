package org.offereligibility.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.offereligibility.dossier.Problem;

/** Everything that lies in the folders of policies, sound or not: versions, drafts, and what is neither. */
public final class Shelf {
    /** The name of the folder that HR edits. */
    public static final String DRAFT = "draft";

    /** What a folder of a role is. */
    public enum Kind {
        VERSION,
        DRAFT,
        /** Its name is neither a day nor {@value Shelf#DRAFT}; nothing in it is ever read. */
        IGNORED
    }

    /**
     * One folder of a role.
     *
     * @param name the folder's
     * @param until the last day on which it is in force, of a version that another follows
     * @param hash of its files; empty if they cannot be read
     * @param manifest of a version that was published, if it can be read
     * @param problems everything because of which it cannot be used, short of what only the engine would notice
     */
    public record Item(
            String role,
            String name,
            Kind kind,
            Optional<LocalDate> until,
            String hash,
            Optional<Manifest> manifest,
            List<Problem> problems) {
        /** The first day on which it is in force, of a version. */
        public Optional<LocalDate> from() {
            return Policies.day(name);
        }
    }

    private Shelf() {}

    /**
     * What lies there, by role; of each role first the versions by day, then the draft, then what is ignored.
     *
     * @throws IOException if the folder itself, or that of a role, cannot be read
     */
    public static List<Item> read(Path directory) throws IOException {
        List<Item> items = new ArrayList<>();
        for (Path role : folders(directory)) {
            TreeMap<LocalDate, Path> versions = versions(role);
            for (LocalDate day : versions.navigableKeySet()) {
                Optional<LocalDate> next = Optional.ofNullable(versions.higherKey(day));
                Path folder = versions.getOrDefault(day, role);
                items.add(item(name(role), folder, Kind.VERSION, next.map(until -> until.minusDays(1))));
            }
            List<Path> others = folders(role).stream()
                    .filter(folder -> Policies.day(name(folder)).isEmpty())
                    .toList();
            others.stream()
                    .filter(folder -> name(folder).equals(DRAFT))
                    .forEach(folder -> items.add(item(name(role), folder, Kind.DRAFT, Optional.empty())));
            others.stream()
                    .filter(folder -> !name(folder).equals(DRAFT))
                    .forEach(folder -> items.add(new Item(
                            name(role),
                            name(folder),
                            Kind.IGNORED,
                            Optional.empty(),
                            "",
                            Optional.empty(),
                            List.of())));
        }
        return items;
    }

    /**
     * The folders of a role's versions.
     *
     * @throws IOException if the role's folder cannot be read
     */
    public static TreeMap<LocalDate, Path> versions(Path role) throws IOException {
        TreeMap<LocalDate, Path> versions = new TreeMap<>();
        for (Path folder : folders(role)) {
            Policies.day(name(folder)).ifPresent(day -> versions.put(day, folder));
        }
        return versions;
    }

    /**
     * What identifies the content of each version and draft, manifest included, by {@code role/name}. Two that are equal were
     * read from the same bytes, whatever the times of the files say.
     */
    public static SortedMap<String, String> fingerprints(Path directory) {
        SortedMap<String, String> fingerprints = new TreeMap<>();
        try {
            for (Path role : folders(directory)) {
                for (Path folder : folders(role)) {
                    if (name(folder).equals(DRAFT) || Policies.day(name(folder)).isPresent()) {
                        fingerprints.put(name(role) + "/" + name(folder), fingerprint(folder));
                    }
                }
            }
        } catch (IOException unreadable) {
            fingerprints.put("", "unreadable");
        }
        return fingerprints;
    }

    private static String fingerprint(Path folder) {
        try {
            Path manifest = folder.resolve(Manifest.FILE);
            return PolicyFolder.read(folder).hash()
                    + (Files.isRegularFile(manifest) ? PolicyFolder.sha256(Files.readAllBytes(manifest)) : "");
        } catch (IOException unreadable) {
            return "unreadable";
        }
    }

    /** Those whose names do not begin with a dot, in the order of their names. */
    static List<Path> folders(Path directory) throws IOException {
        try (Stream<Path> list = Files.list(directory)) {
            return list.filter(Files::isDirectory)
                    .filter(path -> !name(path).startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path folder) {
        return String.valueOf(folder.getFileName());
    }

    private static Item item(String role, Path path, Kind kind, Optional<LocalDate> until) {
        List<Problem> problems = new ArrayList<>();
        Optional<Manifest> manifest = Optional.empty();
        String hash = "";
        try {
            PolicyFolder folder = PolicyFolder.read(path);
            hash = folder.hash();
            if (kind == Kind.VERSION) {
                manifest = manifest(folder, problems);
            }
            PolicySource.read(folder);
        } catch (RulesUnusable unusable) {
            problems.addAll(unusable.problems());
        } catch (IOException unreadable) {
            problems.add(new Problem(path.toString(), 0, 0, "", "this folder cannot be read"));
        }
        return new Item(role, name(path), kind, until, hash, manifest, List.copyOf(problems));
    }

    private static Optional<Manifest> manifest(PolicyFolder folder, List<Problem> problems) {
        try {
            Optional<Manifest> manifest = Manifest.read(folder);
            manifest.ifPresent(written -> problems.addAll(written.mismatches(folder)));
            return manifest;
        } catch (RulesUnusable damaged) {
            problems.addAll(damaged.problems());
            return Optional.empty();
        }
    }
}
