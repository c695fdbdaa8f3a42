package org.offereligibility.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.Moment;

/** The public face of a record: canonical JSON of strings, and nothing personal but commitments. */
final class Leaf {
    /** A longer word could not be found again: PostgreSQL's indexes hold no longer ones. */
    static final int LONGEST = 400;

    private static final int LONGEST_CANDIDATE = 1200;
    private static final Set<String> OWN = Set.of("kind", "id", "at", "requestId", "by", "about", "sealed");
    private static final Json.Position HERE = new Json.Position(1, 1);

    private Leaf() {}

    /** @param salts one of 32 bytes for each part of the draft */
    static byte[] of(Draft draft, String id, Instant at, Map<String, byte[]> salts) {
        List<Json.Member> members = new ArrayList<>();
        add(members, "kind", draft.kind());
        add(members, "id", id);
        add(members, "at", new Moment(at).toString());
        add(members, "requestId", draft.requestId());
        add(members, "by", draft.by());
        if (!draft.about().isEmpty()) {
            add(members, "about", draft.about());
        }
        draft.fields().forEach((name, value) -> add(members, name, value));
        List<Json.Member> sealed = new ArrayList<>();
        draft.parts()
                .forEach((name, content) -> add(
                        sealed,
                        name,
                        Commitment.of(Objects.requireNonNull(salts.get(name)), content)
                                .text()));
        members.add(new Json.Member(HERE, "sealed", new Json.Obj(HERE, sealed)));
        return LedgerJson.bytes(new Json.Obj(HERE, members));
    }

    /** @throws LedgerUnusable if this cannot become a record, for a reason that is not the database's */
    static void check(Draft draft) throws LedgerUnusable {
        boolean named = !draft.requestId().isEmpty() && !draft.kind().isEmpty();
        boolean legible = legible(draft.kind())
                && legible(draft.requestId())
                && legible(draft.by())
                && legible(draft.about())
                && draft.fields().entrySet().stream().allMatch(e -> legible(e.getKey()) && legible(e.getValue()))
                && draft.marks().stream().allMatch(mark -> legible(mark.name()) && legible(mark.value()))
                && draft.parts().keySet().stream().allMatch(Leaf::legible);
        byte[] candidate = draft.parts().getOrDefault("candidate", new byte[0]);
        if (!named || !legible || candidate.length > LONGEST_CANDIDATE) {
            throw new LedgerUnusable("This cannot be recorded: each of its words must be ordinary text of at most "
                    + LONGEST + " characters, and it needs a kind and a request id.");
        }
        if (draft.fields().keySet().stream().anyMatch(OWN::contains)) {
            throw new LedgerUnusable(
                    "This cannot be recorded: one of its fields has a name that the ledger itself uses.");
        }
    }

    /** Half of a surrogate pair has no UTF-8, and PostgreSQL keeps no character 0. */
    private static boolean legible(String word) {
        return word.length() <= LONGEST
                && word.indexOf(0) < 0
                && word.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static void add(List<Json.Member> members, String name, String value) {
        members.add(new Json.Member(HERE, name, new Json.Str(HERE, value)));
    }
}
