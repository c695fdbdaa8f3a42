package org.offereligibility.policy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.offereligibility.dossier.Entry;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.JsonText;
import org.offereligibility.dossier.Problem;
import org.offereligibility.dossier.Quoted;

/** Reads a manifest as strictly as it was written, and tells everything that is wrong with it at once. */
final class ManifestReader {
    private static final Set<String> PROPERTIES = new LinkedHashSet<>(List.of(
            "manifest",
            "role",
            "version",
            "author",
            "approver",
            "publishedAt",
            "program",
            "engine",
            "madeFrom",
            "previous",
            "changes",
            "warnings",
            "scenarios",
            "coverage",
            "mutation",
            "survivors",
            "impact",
            "policyHash",
            "files",
            ManifestText.SEAL));

    private final PolicyFolder folder;
    private final List<Problem> problems = new ArrayList<>();

    private ManifestReader(PolicyFolder folder) {
        this.folder = folder;
    }

    /** @throws RulesUnusable with everything that is wrong with it */
    static Manifest read(PolicyFolder folder, byte[] text) throws RulesUnusable {
        ManifestReader reader = new ManifestReader(folder);
        String file = folder.named(Manifest.FILE);
        JsonText.Parsed parsed = JsonText.parse(new Entry(file, 1, text));
        if (parsed instanceof JsonText.Parsed.Broken broken) {
            throw new RulesUnusable(List.of(broken.problem()));
        }
        if (!(((JsonText.Parsed.Tree) parsed).json() instanceof Json.Obj object)) {
            throw new RulesUnusable(List.of(new Problem(file, 1, 0, "", "this is no manifest: expected an object")));
        }
        Optional<Manifest> manifest = reader.manifest(object);
        if (manifest.isEmpty() || !reader.problems.isEmpty()) {
            throw new RulesUnusable(reader.problems);
        }
        return manifest.get();
    }

    private Optional<Manifest> manifest(Json.Obj object) {
        boolean unique = names(object, PROPERTIES);
        String kind = text(object, "manifest");
        if (!kind.isEmpty() && !kind.equals(ManifestText.KIND)) {
            report(object.at(), "/manifest", "this is another kind of manifest than `" + ManifestText.KIND + "`");
        }
        String role = text(object, "role");
        same(object, "role", role, folder.role());
        String version = text(object, "version");
        same(object, "version", version, folder.version());
        String madeFrom = text(object, "madeFrom");
        if (!madeFrom.isEmpty() && !madeFrom.equals(Shelf.DRAFT)) {
            report(object.at(), "/madeFrom", "expected `draft`");
        }
        String policyHash = hash(object, "policyHash", "");
        SortedMap<String, String> files = files(object);
        String seal = hash(object, ManifestText.SEAL, "");
        if (unique && !seal.isEmpty() && !seal.equals(ManifestText.seal(object))) {
            report(
                    object.at(),
                    "",
                    "this manifest has been changed since it was written; restore it from a backup: what a manifest says"
                            + " is never edited");
        }
        Optional<LocalDate> day = date(object, "version", "");
        Optional<Instant> publishedAt = instant(object);
        Manifest.Measured measured = new Manifest.Measured(
                object.get("warnings").flatMap(value -> whole(value, "/warnings")),
                share(object, "scenarios", "passed"),
                share(object, "coverage", "reached"),
                share(object, "mutation", "noticed"),
                texts(object, "survivors").orElse(List.of()),
                texts(object, "changes"),
                texts(object, "impact"));
        String author = text(object, "author");
        String approver = text(object, "approver");
        String program = text(object, "program");
        String engine = text(object, "engine");
        Optional<Manifest.Previous> previous = previous(object);
        if (day.isEmpty() || publishedAt.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Manifest(
                role,
                day.get(),
                policyHash,
                files,
                author,
                approver,
                publishedAt.get(),
                program,
                engine,
                previous,
                measured));
    }

    private boolean names(Json.Obj object, Set<String> known) {
        Set<String> seen = new HashSet<>();
        boolean unique = true;
        for (Json.Member member : object.members()) {
            if (!known.contains(member.name())) {
                report(member.at(), "", UnknownName.told("property", member.name(), known));
            }
            if (!seen.add(member.name())) {
                report(member.at(), "", "the property " + Quoted.of(member.name()) + " stands here twice");
                unique = false;
            }
        }
        return unique;
    }

    private void same(Json.Obj object, String property, String said, String folders) {
        if (!said.isEmpty() && !said.equals(folders)) {
            report(
                    object.get(property).orElse(object).at(),
                    "/" + property,
                    "this is the manifest of " + Quoted.of(said) + ", but the folder is that of " + Quoted.of(folders)
                            + ": a version is not made by copying another; publish a draft instead");
        }
    }

    private Optional<Manifest.Previous> previous(Json.Obj object) {
        Json given = object.get("previous").orElse(null);
        if (given instanceof Json.Obj previous) {
            names(previous, new LinkedHashSet<>(List.of("version", "policyHash")));
            String hash = hash(previous, "policyHash", "/previous");
            return date(previous, "version", "/previous").map(day -> new Manifest.Previous(day, hash));
        }
        if (given != null) {
            report(given.at(), "/previous", "expected an object");
        }
        return Optional.empty();
    }

    private SortedMap<String, String> files(Json.Obj object) {
        SortedMap<String, String> files = new TreeMap<>();
        if (object.get("files").orElse(null) instanceof Json.Obj list) {
            for (Json.Member member : list.members()) {
                if (files.put(member.name(), hash(list, member.name(), "/files")) != null) {
                    report(member.at(), "/files", "the file " + Quoted.of(member.name()) + " stands here twice");
                }
            }
        } else {
            report(object.at(), "/files", "expected an object with the hash of each file");
        }
        return files;
    }

    private Optional<Share> share(Json.Obj object, String property, String part) {
        Json given = object.get(property).orElse(null);
        if (given == null) {
            return Optional.empty();
        }
        String pointer = "/" + property;
        if (!(given instanceof Json.Obj share)) {
            report(given.at(), pointer, "expected an object with `" + part + "` and `of`");
            return Optional.empty();
        }
        names(share, new LinkedHashSet<>(List.of(part, "of")));
        Optional<Integer> reached = whole(share.get(part).orElse(share), pointer + "/" + part);
        Optional<Integer> all = whole(share.get("of").orElse(share), pointer + "/of");
        if (reached.isPresent() && all.isPresent() && reached.get() > all.get()) {
            report(share.at(), pointer, "more are `" + part + "` than there are");
            return Optional.empty();
        }
        return reached.flatMap(some -> all.map(of -> new Share(some, of)));
    }

    private Optional<Integer> whole(Json value, String pointer) {
        if (value instanceof Json.Num number) {
            try {
                int whole = number.value().intValueExact();
                if (whole >= 0) {
                    return Optional.of(whole);
                }
            } catch (ArithmeticException noInteger) {
                // told below
            }
        }
        report(value.at(), pointer, "expected a whole number from 0");
        return Optional.empty();
    }

    private Optional<List<String>> texts(Json.Obj object, String property) {
        Json given = object.get(property).orElse(null);
        if (given == null) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        if (given instanceof Json.Arr list && list.items().stream().allMatch(Json.Str.class::isInstance)) {
            list.items().forEach(item -> texts.add(((Json.Str) item).value()));
        } else {
            report(given.at(), "/" + property, "expected a list of texts");
        }
        return Optional.of(List.copyOf(texts));
    }

    private Optional<LocalDate> date(Json.Obj object, String property, String within) {
        String written = text(object, property, within);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> day = Policies.day(written);
        if (day.isEmpty()) {
            report(object.at(), within + "/" + property, "expected a day such as `2025-01-01`");
        }
        return day;
    }

    private Optional<Instant> instant(Json.Obj object) {
        String written = text(object, "publishedAt");
        try {
            return written.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(written));
        } catch (DateTimeException none) {
            report(object.at(), "/publishedAt", "expected an instant such as `2025-01-01T10:00:00Z`");
            return Optional.empty();
        }
    }

    private String hash(Json.Obj object, String property, String within) {
        String written = text(object, property, within);
        if (!written.isEmpty() && !written.matches("sha256:[0-9a-f]{64}")) {
            report(
                    object.at(),
                    within + "/" + Json.escape(property),
                    "expected `sha256:` and the hash in 64 hexadecimal digits");
        }
        return written;
    }

    private String text(Json.Obj object, String property) {
        return text(object, property, "");
    }

    private String text(Json.Obj object, String property, String within) {
        Json value = object.get(property).orElse(null);
        if (value instanceof Json.Str text
                && !text.value().isBlank()
                && text.value().chars().noneMatch(Character::isISOControl)) {
            return text.value();
        }
        report(
                value == null ? object.at() : value.at(),
                within + "/" + Json.escape(property),
                value == null ? "is missing" : "expected a text");
        return "";
    }

    private void report(Json.Position at, String pointer, String message) {
        problems.add(new Problem(
                folder.named(Manifest.FILE), at.line(), pointer.isEmpty() ? at.column() : 0, pointer, message));
    }
}
