package org.offereligibility.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.offereligibility.dossier.Problem;
import org.offereligibility.dossier.Quoted;

/**
 * What is written down of a version when it is published, in {@value #FILE} inside its folder: what its files were, who
 * answers for it, and what was found out about it beforehand. The file is no part of the policy and not of its hash.
 *
 * @param version the first day on which it is in force
 * @param hash of all files together, as {@link PolicyFolder#hash}
 * @param files by name, {@code sha256:} and the SHA-256 of each
 * @param program the version of this program that published it
 * @param previous the version that it follows; none for the first
 */
public record Manifest(
        String role,
        LocalDate version,
        String hash,
        SortedMap<String, String> files,
        String author,
        String approver,
        Instant publishedAt,
        String program,
        String engine,
        Optional<Previous> previous,
        Measured measured) {
    /** The file's name; only at the top of a version's folder does it mean this. */
    public static final String FILE = "manifest.json";

    /** The version that another follows, as it was then. */
    public record Previous(LocalDate version, String hash) {}

    /**
     * What was found out before publishing; what was not measured is absent.
     *
     * @param warnings how many the check of meaning gave
     * @param scenarios how many came out as they say
     * @param coverage how much of the rules the scenarios reach
     * @param mutation how many changed rules the scenarios tell from the right ones
     * @param survivors the changes that nobody would notice, in sentences; none where there are none or they were not sought
     * @param changes against the previous version, in sentences
     * @param impact on past cases, in sentences
     */
    public record Measured(
            Optional<Integer> warnings,
            Optional<Share> scenarios,
            Optional<Share> coverage,
            Optional<Share> mutation,
            List<String> survivors,
            Optional<List<String>> changes,
            Optional<List<String>> impact) {}

    /** The hash of each file of a folder, by its name. */
    public static SortedMap<String, String> hashes(PolicyFolder folder) {
        SortedMap<String, String> hashes = new TreeMap<>();
        folder.files().forEach((name, bytes) -> hashes.put(name, "sha256:" + PolicyFolder.sha256(bytes)));
        return hashes;
    }

    /**
     * The manifest of a version.
     *
     * @param folder the version's
     * @return none if the version has none
     * @throws RulesUnusable if there is one and it cannot be read or says what no manifest says
     */
    public static Optional<Manifest> read(PolicyFolder folder) throws RulesUnusable {
        Path file = folder.path().resolve(FILE);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ManifestReader.read(folder, Files.readAllBytes(file)));
        } catch (IOException unreadable) {
            throw new RulesUnusable(List.of(new Problem(folder.named(FILE), 0, 0, "", "this file cannot be read")));
        }
    }

    /**
     * Checks that a published version is as it was when it was published.
     *
     * @return its manifest; none if it was never sealed
     * @throws RulesUnusable if its files are others than those of its manifest, or the manifest is damaged
     */
    public static Optional<Manifest> check(PolicyFolder folder) throws RulesUnusable {
        Optional<Manifest> manifest = read(folder);
        List<Problem> problems = new ArrayList<>();
        manifest.ifPresent(written -> problems.addAll(written.mismatches(folder)));
        if (!problems.isEmpty()) {
            throw new RulesUnusable(problems);
        }
        return manifest;
    }

    /** One problem for each file that is another, is missing, or was not there when the version was published. */
    public List<Problem> mismatches(PolicyFolder folder) {
        SortedMap<String, String> now = hashes(folder);
        TreeSet<String> names = new TreeSet<>(files.keySet());
        names.addAll(now.keySet());
        List<Problem> problems = new ArrayList<>();
        for (String name : names) {
            String was = files.getOrDefault(name, "");
            String is = now.getOrDefault(name, "");
            if (!was.equals(is)) {
                String what = is.isEmpty()
                        ? "this file is missing: it was there when the version was published"
                        : was.isEmpty()
                                ? "this file was not there when the version was published"
                                : "this file has changed since the version was published";
                problems.add(new Problem(folder.named(name), 0, 0, "", what + "; " + remedy()));
            }
        }
        return problems;
    }

    private String remedy() {
        return "a published version is never edited: restore it from a backup, and to change the rules, change "
                + Quoted.of(role + "/draft") + " and publish that";
    }

    /** The file's text, always the same for the same manifest. */
    public String text() {
        return ManifestText.of(this);
    }
}
