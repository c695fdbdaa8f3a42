package org.offereligibility.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.offereligibility.dossier.Json;
import org.offereligibility.ledger.Commitment;
import org.offereligibility.ledger.Entry;
import org.offereligibility.ledger.Filter;
import org.offereligibility.ledger.Ledger;
import org.offereligibility.ledger.LedgerUnusable;
import org.offereligibility.ledger.Part;
import org.offereligibility.ledger.RuleArchive;

/**
 * All that is kept of a record, from the ledger or from a receipt.
 *
 * @param leaf what it says openly
 * @param parts what is sealed and still there, by name
 * @param rules the rule set that decided
 * @param gone the names of the sealed parts whose absence is explained, because they were erased
 */
public record Kept(Json.Obj leaf, SortedMap<String, Part> parts, Optional<RuleArchive> rules, Set<String> gone) {
    private static final int MANY = 1000;
    private static final String ERASED = "erased";

    /** Reads all that a ledger keeps of a record. */
    public static Kept of(Ledger ledger, Entry entry) throws LedgerUnusable {
        SortedMap<String, Part> parts = new TreeMap<>();
        ledger.parts(entry.index()).forEach(part -> parts.put(part.name(), part));
        Set<String> gone = new TreeSet<>();
        for (Entry about : ledger.page(Filter.about(entry.id()), 0, MANY)) {
            if (about.kind().equals(Entry.TOMBSTONE)) {
                gone.addAll(List.of(RecordedDecision.of(about).field(ERASED).split(",")));
            }
        }
        String hash = RecordedDecision.of(entry).field(Records.RULES);
        return new Kept(
                RecordedDecision.of(entry).leaf(), parts, hash.isEmpty() ? Optional.empty() : ledger.rules(hash), gone);
    }

    /** What stands openly under that name; empty if nothing does. */
    public String field(String name) {
        return Records.text(leaf, name).orElse("");
    }

    /** The names of all that was ever sealed, in their order. */
    public List<String> everSealed() {
        return leaf.get("sealed").orElse(null) instanceof Json.Obj all
                ? all.members().stream().map(Json.Member::name).sorted().toList()
                : List.of();
    }

    /** Of the sealed parts that are there, those that are not what the record is committed to. */
    public List<String> altered() {
        List<String> altered = new ArrayList<>();
        for (Part part : parts.values()) {
            Optional<String> promised = leaf.get("sealed")
                    .filter(Json.Obj.class::isInstance)
                    .flatMap(all -> Records.text((Json.Obj) all, part.name()));
            boolean fits = part.salt().length == Commitment.SALT_LENGTH
                    && promised.equals(Optional.of(
                            Commitment.of(part.salt(), part.content()).text()));
            if (!fits) {
                altered.add(part.name());
            }
        }
        return altered;
    }

    /** Of what was sealed, what is neither there nor erased. */
    public List<String> missing() {
        return everSealed().stream()
                .filter(name -> !parts.containsKey(name) && !gone.contains(name))
                .toList();
    }

    Optional<byte[]> content(String name) {
        return Optional.ofNullable(parts.get(name)).map(Part::content);
    }
}
