package org.offereligibility.ledger;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** The archived rules, against their hashes and the records that were made by them. */
final class ArchiveCheckRun {
    /** More different rule sets than this are not told apart: nobody has so many. */
    private static final int MOST = 100_000;

    private final Snapshot snapshot;
    private final Flaws flaws;
    private final ArchiveCheck check;
    private final Map<String, Need> needed = new TreeMap<>();
    private long count;
    private long unused;

    private record Need(Entry first, long records) {}

    ArchiveCheckRun(Snapshot snapshot, Flaws flaws, ArchiveCheck check) {
        this.snapshot = snapshot;
        this.flaws = flaws;
        this.check = check;
    }

    /** How many rule sets are archived. */
    long count() {
        return count;
    }

    void needs(String rules, Entry record) {
        if (!rules.isEmpty() && (needed.containsKey(rules) || needed.size() < MOST)) {
            needed.merge(rules, new Need(record, 1), (known, one) -> new Need(known.first(), known.records() + 1));
        }
    }

    void look() throws SQLException {
        Set<String> found = new HashSet<>();
        try (Rows<RuleArchive> rows = snapshot.rows(
                row -> new RuleArchive(Rows.text(row, 1), Rows.bytes(row, 2)),
                "SELECT hash, content FROM archive ORDER BY hash")) {
            for (var next = rows.next(); next.isPresent(); next = rows.next()) {
                RuleArchive archive = next.get();
                rows.take();
                count++;
                found.add(archive.hash());
                Optional<Need> need = Optional.ofNullable(needed.get(archive.hash()));
                unused += need.isEmpty() ? 1 : 0;
                if (!check.holds(archive)) {
                    flaws.add(need.map(of -> flaw(Flaw.Kind.ARCHIVE, of, "are not the ones that it was made by"))
                            .orElseGet(() -> new Flaw(
                                    Flaw.Kind.ARCHIVE,
                                    OptionalLong.empty(),
                                    "",
                                    "",
                                    "Rules are archived that are not what their hash names. No record was made by"
                                            + " them.")));
                }
            }
        }
        needed.forEach((hash, need) -> {
            if (!found.contains(hash)) {
                flaws.add(flaw(Flaw.Kind.ARCHIVE_MISSING, need, "are not archived"));
            }
        });
    }

    private static Flaw flaw(Flaw.Kind kind, Need need, String are) {
        Entry first = need.first();
        return new Flaw(
                kind,
                OptionalLong.of(first.index()),
                first.id(),
                first.kind(),
                "The rules that it names " + are + "."
                        + (need.records() == 1
                                ? ""
                                : " " + Numbers.of(need.records(), "record") + " name them; this is the first."));
    }

    /** What is worth knowing of the archive, though it harms nothing. */
    Optional<String> remark() {
        return unused == 0
                ? Optional.empty()
                : Optional.of(Numbers.of(unused, "archived rule set") + (unused == 1 ? " is" : " are")
                        + " named by no record.");
    }
}
