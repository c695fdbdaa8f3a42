package org.offereligibility.policy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.Problem;
import org.offereligibility.dossier.Quoted;
import org.offereligibility.dossier.Vocabularies;
import org.offereligibility.dossier.Vocabulary;

/** The policies under one folder: {@code <role>/<first day in force>/}. All were read and found in order before any decides. */
public final class Policies implements Vocabularies {
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final Path directory;
    private final Compiler compiler;
    private final Map<String, NavigableMap<LocalDate, PolicySource>> byRole = new TreeMap<>();
    private final Map<Path, RuleSet> compiled = new ConcurrentHashMap<>();

    private Policies(Path directory, Compiler compiler) {
        this.directory = directory;
        this.compiler = compiler;
    }

    /**
     * Reads and checks every version of every policy under the directory; folders that are not named by a day, such as
     * {@code draft}, take no part.
     *
     * @param cache where compiled rules are kept; none to compile anew each time
     * @throws RulesUnusable with every problem of every version; a version whose files are no longer those of its manifest
     *     has one
     */
    public static Policies read(Path directory, Optional<Path> cache) throws RulesUnusable {
        return new Policies(directory, new Compiler(new CompiledRulesCache(cache))).filled(Optional.empty());
    }

    /**
     * The same policies as they are on disk now. Versions whose files have not changed are neither read nor compiled again.
     *
     * @throws RulesUnusable as {@link #read} does; this one stays as it is
     */
    public Policies renewed() throws RulesUnusable {
        return new Policies(directory, compiler).filled(Optional.of(this));
    }

    private Policies filled(Optional<Policies> before) throws RulesUnusable {
        ArrayList<Problem> problems = new ArrayList<>();
        for (Path role : folders(directory)) {
            for (Path version : folders(role)) {
                String name = String.valueOf(version.getFileName());
                Checking.isNoDay(name)
                        .ifPresent(message -> problems.add(new Problem(version.toString(), 0, 0, "", message)));
                day(name).ifPresent(day -> {
                    try {
                        take(day, PolicyFolder.read(version), before);
                    } catch (RulesUnusable unusable) {
                        problems.addAll(unusable.problems());
                    } catch (IOException unreadable) {
                        problems.add(new Problem(version.toString(), 0, 0, "", "this folder cannot be read"));
                    }
                });
            }
        }
        if (problems.isEmpty() && byRole.isEmpty()) {
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
        return this;
    }

    private void take(LocalDate day, PolicyFolder folder, Optional<Policies> before) throws RulesUnusable {
        Manifest.check(folder);
        Path path = folder.path();
        PolicySource known = before.map(policies -> policies.byRole.get(folder.role()))
                .map(versions -> versions.get(day))
                .filter(source ->
                        source.folder().path().equals(path) && source.hash().equals(folder.hash()))
                .orElse(null);
        byRole.computeIfAbsent(folder.role(), name -> new TreeMap<>())
                .put(day, known == null ? PolicySource.read(folder) : known);
        if (known != null) {
            before.map(policies -> policies.compiled.get(path)).ifPresent(rules -> compiled.put(path, rules));
        }
    }

    /** Every role that has a policy, sorted. */
    public List<String> roles() {
        return List.copyOf(byRole.keySet());
    }

    /**
     * Every version, compiled; by role and day.
     *
     * @throws RulesUnusable with every problem that the engine has with any of them
     */
    public List<RuleSet> all() throws RulesUnusable {
        List<RuleSet> all = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (NavigableMap<LocalDate, PolicySource> versions : byRole.values()) {
            for (PolicySource source : versions.values()) {
                try {
                    all.add(rules(source));
                } catch (RulesUnusable unusable) {
                    problems.addAll(unusable.problems());
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new RulesUnusable(problems);
        }
        return all;
    }

    private static List<Path> folders(Path directory) throws RulesUnusable {
        try {
            return Shelf.folders(directory);
        } catch (IOException unreadable) {
            throw new RulesUnusable(List.of(new Problem(
                    directory.toString(), 0, 0, "", "there is no folder of policies here that can be read")));
        }
    }

    /** The day that a version's folder is named by; none for a draft and for whatever else may lie there. */
    public static Optional<LocalDate> day(String folder) {
        try {
            return DAY.matcher(folder).matches() ? Optional.of(LocalDate.parse(folder)) : Optional.empty();
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
        return rules(source(role, asOf));
    }

    private RuleSet rules(PolicySource source) throws RulesUnusable {
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
