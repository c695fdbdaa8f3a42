package org.offereligibility.desk;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Stream;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.Problem;
import org.offereligibility.policy.Manifest;
import org.offereligibility.policy.PolicyFolder;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RulesUnusable;
import org.offereligibility.policy.Shelf;
import org.offereligibility.policy.Versions;

/** Makes a version of a draft, or says everything because of which it must not be one. No version that is there is touched. */
public final class Publishing {
    private final Path policies;
    private final Optional<Path> cache;
    private final Scrutiny scrutiny;
    private final DecidedUntil decided;
    private final Instant now;

    /**
     * @param policies the folder of policies
     * @param cache where compiled rules are kept; none to compile anew
     * @param now when it is published
     */
    public Publishing(Path policies, Optional<Path> cache, Scrutiny scrutiny, DecidedUntil decided, Instant now) {
        this.policies = policies;
        this.cache = cache;
        this.scrutiny = scrutiny;
        this.decided = decided;
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * What is to be published.
     *
     * @param role the name of a folder under that of policies
     * @param validFrom the first day on which it is in force, in UTC
     * @param dossiers files or folders of past cases, to see what becomes of them
     */
    public record Request(String role, LocalDate validFrom, Signatories signatories, List<String> dossiers) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * @param folder where the version stands, or would
         * @param until the last day on which it is in force, where a later version was published before
         * @param written false if it was only tried
         */
        record Published(Manifest manifest, Evidence evidence, Path folder, Optional<LocalDate> until, boolean written)
                implements Outcome {}

        /**
         * Nothing was written.
         *
         * @param problems of the draft's rules, or of the versions that are there
         * @param reasons why it must not be published, in sentences
         */
        record Refused(List<Problem> problems, List<String> reasons) implements Outcome {}
    }

    /**
     * Publishes a draft.
     *
     * @param write false to try everything and write nothing
     * @throws IOException if what must be read or written cannot be; then there is no new version
     */
    public Outcome publish(Request request, boolean write) throws IOException {
        Path role = policies.resolve(request.role());
        if (!Files.isDirectory(role.resolve(Shelf.DRAFT))) {
            return refused("There is no draft: expected a folder `" + role.resolve(Shelf.DRAFT)
                    + "`. To begin one, copy the version that it is to follow.");
        }
        if (!write) {
            return examined(request, role, false);
        }
        Optional<RoleLock> lock = RoleLock.take(role);
        if (lock.isEmpty()) {
            return refused("Somebody else is publishing a version for `" + request.role()
                    + "` at this moment. Wait until that is done, look at it, and try again.");
        }
        try (RoleLock held = lock.get()) {
            return examined(request, role, true);
        }
    }

    private Outcome examined(Request request, Path role, boolean write) throws IOException {
        NavigableMap<LocalDate, Path> versions = Shelf.versions(role);
        List<Problem> problems = new ArrayList<>();
        List<String> reasons = new ArrayList<>(request.signatories().objections());
        reasons.addAll(objections(request, role, versions));
        Path place = role.resolve(Shelf.DRAFT);
        reasons.addAll(links(place));
        Map<LocalDate, PolicyFolder> sound = sound(versions, problems);
        Optional<PolicyFolder> previous = Optional.ofNullable(versions.lowerKey(request.validFrom()))
                .flatMap(day -> Optional.ofNullable(sound.get(day)));
        PolicyFolder draft = PolicyFolder.read(place);
        Evidence evidence = Evidence.NONE;
        try {
            RuleSet rules = RuleSet.of(draft, cache);
            Moment first =
                    new Moment(request.validFrom().atStartOfDay(ZoneOffset.UTC).toInstant());
            evidence = scrutiny.of(new Scrutiny.Case(rules, previous, first, request.dossiers()));
            reasons.addAll(evidence.lacking(rules.header().thresholds()));
        } catch (RulesUnusable unusable) {
            problems.addAll(unusable.problems());
        }
        if (!problems.isEmpty() || !reasons.isEmpty()) {
            return new Outcome.Refused(List.copyOf(problems), List.copyOf(reasons));
        }
        Manifest manifest = manifest(request, draft, previous, evidence);
        Optional<LocalDate> until =
                Optional.ofNullable(versions.higherKey(request.validFrom())).map(next -> next.minusDays(1));
        Path folder = role.resolve(request.validFrom().toString());
        if (write) {
            try {
                NewVersion.write(role, draft, manifest);
            } catch (FileAlreadyExistsException meanwhile) {
                return refused(alreadyThere(folder));
            }
        }
        return new Outcome.Published(manifest, evidence, folder, until, write);
    }

    private List<String> objections(Request request, Path role, NavigableMap<LocalDate, Path> versions) {
        List<String> objections = new ArrayList<>();
        LocalDate day = request.validFrom();
        Path folder = role.resolve(day.toString());
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            objections.add(alreadyThere(folder));
        }
        decided.lastDay(request.role(), versions.navigableKeySet())
                .filter(last -> !day.isAfter(last))
                .ifPresent(last -> objections.add("The rules have decided up to " + last
                        + ", so that no other version can be in force from " + day + " on: name a day from "
                        + last.plusDays(1) + " on."));
        return objections;
    }

    private static String alreadyThere(Path folder) {
        return "There is a version of that day already, `" + folder
                + "`, and a published version is never changed: name another day.";
    }

    /** A link would let a version hold, or come to hold, what nobody has looked at. */
    private static List<String> links(Path draft) throws IOException {
        try (Stream<Path> walk = Files.walk(draft)) {
            return walk.filter(Files::isSymbolicLink)
                    .sorted()
                    .map(link -> "`" + link + "` is a link to a file or folder elsewhere: put the thing itself there.")
                    .toList();
        }
    }

    /** The versions that are as they were published; of each other one, its problems. */
    private static Map<LocalDate, PolicyFolder> sound(Map<LocalDate, Path> versions, List<Problem> problems)
            throws IOException {
        Map<LocalDate, PolicyFolder> sound = new java.util.TreeMap<>();
        for (Map.Entry<LocalDate, Path> version : versions.entrySet()) {
            PolicyFolder folder = PolicyFolder.read(version.getValue());
            try {
                Manifest.check(folder);
                sound.put(version.getKey(), folder);
            } catch (RulesUnusable broken) {
                problems.addAll(broken.problems());
            }
        }
        return sound;
    }

    private Manifest manifest(Request request, PolicyFolder draft, Optional<PolicyFolder> previous, Evidence evidence) {
        return new Manifest(
                request.role(),
                request.validFrom(),
                draft.hash(),
                Manifest.hashes(draft),
                request.signatories().author(),
                request.signatories().approver(),
                now,
                Versions.program(),
                Versions.engine(),
                previous.map(folder -> new Manifest.Previous(LocalDate.parse(folder.version()), folder.hash())),
                evidence.measured());
    }

    private static Outcome refused(String reason) {
        return new Outcome.Refused(List.of(), List.of(reason));
    }
}
