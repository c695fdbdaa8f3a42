package org.offereligibility.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.Problem;
import org.offereligibility.dossier.Quoted;
import org.offereligibility.dossier.Vocabularies;
import org.offereligibility.dossier.Vocabulary;

/** The policies under one folder: {@code <role>/<first day in force>/}. All were read and found in order before any decides. */
public final class Policies implements Vocabularies {
    private final Path directory;
    private final Compiler compiler;
    private final Map<String, NavigableMap<LocalDate, PolicySource>> byRole = new TreeMap<>();
    private final Map<Path, RuleSet> compiled = new ConcurrentHashMap<>();

    private Policies(Path directory, Optional<Path> cache) {
        this.directory = directory;
        this.compiler = new Compiler(new CompiledRulesCache(cache));
    }

    /**
     * Reads and checks every version of every policy under the directory; folders that are not named by a day, such as
     * {@code draft}, take no part.
     *
     * @param cache where compiled rules are kept; none to compile anew each time
     * @throws RulesUnusable with every problem of every version
     */
    public static Policies read(Path directory, Optional<Path> cache) throws RulesUnusable {
        Policies policies = new Policies(directory, cache);
        ArrayList<Problem> problems = new ArrayList<>();
        for (Path role : folders(directory)) {
            for (Path version : folders(role)) {
                Checking.isNoDay(String.valueOf(version.getFileName()))
                        .ifPresent(message -> problems.add(new Problem(version.toString(), 0, 0, "", message)));
                day(version).ifPresent(day -> {
                    try {
                        policies.byRole
                                .computeIfAbsent(String.valueOf(role.getFileName()), name -> new TreeMap<>())
                                .put(day, PolicySource.read(PolicyFolder.read(version)));
                    } catch (RulesUnusable unusable) {
                        problems.addAll(unusable.problems());
                    } catch (IOException unreadable) {
                        problems.add(new Problem(version.toString(), 0, 0, "", "this folder cannot be read"));
                    }
                });
            }
        }
        if (problems.isEmpty() && policies.byRole.isEmpty()) {
            problems.add(new Problem(
                    directory.toString(),
                    0,
                    0,
                    "",
                    "there is no policy here: expected folders such as `<role>/2025-01-01`"));
        }
        if (!problems.isEmpty()) {
            throw new RulesUnusable(problems);
        }
        return policies;
    }

    private static Iterable<Path> folders(Path directory) throws RulesUnusable {
        try (Stream<Path> list = Files.list(directory)) {
            return list.filter(Files::isDirectory)
                    .filter(path -> !String.valueOf(path.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new RulesUnusable(java.util.List.of(new Problem(
                    directory.toString(), 0, 0, "", "there is no folder of policies here that can be read")));
        }
    }

    private static Optional<LocalDate> day(Path folder) {
        try {
            return Optional.of(LocalDate.parse(String.valueOf(folder.getFileName())));
        } catch (DateTimeParseException noVersion) {
            return Optional.empty();
        }
    }

    @Override
    public Vocabulary inForce(String role, Moment asOf) throws NotInForce {
        return source(role, asOf).vocabulary();
    }

    /**
     * The rules of the role's version in force at that instant; a version's first day begins at midnight UTC.
     *
     * @throws NotInForce if there is none
     * @throws RulesUnusable if the engine cannot compile them
     */
    public RuleSet rules(String role, Moment asOf) throws NotInForce, RulesUnusable {
        PolicySource source = source(role, asOf);
        RuleSet ready = compiled.get(source.folder().path());
        if (ready != null) {
            return ready;
        }
        synchronized (compiled) {
            ready = compiled.get(source.folder().path());
            if (ready == null) {
                ready = new RuleSet(
                        source,
                        compiler.compile(source.assembly(), source.types().declared(), source.folder()));
                compiled.put(source.folder().path(), ready);
            }
            return ready;
        }
    }

    private PolicySource source(String role, Moment asOf) throws NotInForce {
        NavigableMap<LocalDate, PolicySource> versions = byRole.get(role);
        if (versions == null) {
            throw new NotInForce(
                    "/role",
                    "there is no policy for the role " + Quoted.of(role) + " under `" + directory + "`"
                            + Vocabulary.nearest(role, byRole.keySet())
                                    .map(near -> ": did you mean `" + near + "`?")
                                    .orElse("; there are " + String.join(", ", new TreeSet<>(byRole.keySet()))));
        }
        LocalDate day = asOf.instant().atOffset(ZoneOffset.UTC).toLocalDate();
        Map.Entry<LocalDate, PolicySource> version = versions.floorEntry(day);
        if (version == null) {
            throw new NotInForce(
                    "/asOf",
                    "no version of the policy for `" + role + "` is in force on " + day
                            + "; the first is in force from " + versions.firstKey());
        }
        return version.getValue();
    }
}
