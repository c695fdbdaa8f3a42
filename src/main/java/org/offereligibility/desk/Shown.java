package org.offereligibility.desk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.offereligibility.decision.Verdict;
import org.offereligibility.dossier.Json;
import org.offereligibility.ledger.Entry;
import org.offereligibility.ledger.Filter;
import org.offereligibility.ledger.Ledger;
import org.offereligibility.ledger.LedgerUnusable;
import org.offereligibility.ledger.Part;

/**
 * All that there is to say of one record.
 *
 * @param said what stands openly in it
 * @param about the record that it points at
 * @param parts what is sealed and was not erased, by name
 * @param remains what can still be proved
 * @param standing how the decision stands, of a decision only
 * @param followers all records that point at this one, oldest first, with what people wrote
 */
public record Shown(
        RecordedDecision said,
        Optional<Entry> about,
        List<Part> parts,
        Remains remains,
        RecordProof proof,
        Optional<Standing> standing,
        List<Follower> followers) {
    /** A record about this one, and what people wrote, unless that was erased. */
    public record Follower(RecordedDecision said, Optional<String> note) {}

    /** What a rule found. */
    public record FoundThen(String code, String effect, String rule, String section) {}

    public static Shown of(Ledger ledger, Entry entry) throws LedgerUnusable {
        List<Part> parts = ledger.parts(entry.index());
        TreeSet<String> names = new TreeSet<>();
        parts.forEach(part -> names.add(part.name()));
        List<Follower> followers = new ArrayList<>();
        for (Entry about : Holds.every(ledger, Filter.about(entry.id()))) {
            followers.add(new Follower(
                    RecordedDecision.of(about),
                    ledger.part(about.index(), Records.NOTE).map(Shown::text)));
        }
        return new Shown(
                RecordedDecision.of(entry),
                entry.about().isEmpty() ? Optional.empty() : ledger.find(entry.about()),
                parts,
                Remains.of(entry, names),
                RecordProof.of(ledger, entry, parts),
                entry.kind().equals(Records.DECISION) ? Optional.of(Standing.of(ledger, entry)) : Optional.empty(),
                followers);
    }

    public Entry entry() {
        return said.entry();
    }

    public Optional<Part> part(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst();
    }

    /** A part that is text. */
    public Optional<String> text(String name) {
        return part(name).map(Shown::text);
    }

    private static String text(Part part) {
        return new String(part.content(), StandardCharsets.UTF_8);
    }

    /** The verdict that was reached, or put in a decision's place. */
    public Optional<Verdict> verdict() {
        return part(Records.OUTCOME).flatMap(part -> RecordedDecision.verdict(part.content()));
    }

    /** What the rules found, in the order of the decision. */
    public List<FoundThen> findings() {
        List<FoundThen> findings = new ArrayList<>();
        Optional<Json> outcome = part(Records.OUTCOME).flatMap(part -> Records.json(part.content()));
        if (outcome.orElse(null) instanceof Json.Obj said
                && said.get("findings").orElse(null) instanceof Json.Arr list) {
            for (Json item : list.items()) {
                if (item instanceof Json.Obj found) {
                    findings.add(new FoundThen(
                            Records.text(found, Records.CODE).orElse(""),
                            Records.text(found, "effect").orElse(""),
                            Records.text(found, Records.RULE).orElse(""),
                            Records.text(found, "section").orElse("")));
                }
            }
        }
        return findings;
    }

    /** The names of the parts that were erased. */
    public List<String> erased() {
        return Remains.sealed(said).stream()
                .filter(name -> part(name).isEmpty())
                .toList();
    }
}
