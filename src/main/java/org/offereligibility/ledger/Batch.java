package org.offereligibility.ledger;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** All that one transaction writes: records, what they seal, the tree above them, and a signed checkpoint. */
final class Batch {
    private final Session session;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Map<String, Entry> byRequest;
    private final Map<String, Draft> fresh = new HashMap<>();
    private final Map<Tables.Spot, Hash> nodes;
    private final List<Object[]> records = new ArrayList<>();
    private final List<Object[]> parts = new ArrayList<>();
    private final List<Object[]> marks = new ArrayList<>();
    private final List<Object[]> grown = new ArrayList<>();
    private final List<Object[]> erased = new ArrayList<>();
    private final List<String> outcomeErased = new ArrayList<>();
    private final Map<String, RuleArchive> archives = new LinkedHashMap<>();
    private final long before;
    private long size;

    /** To be made within the transaction, after every other writer was locked out. */
    Batch(Session session, InstantSource clock, SecureRandom random, List<Request> requests) {
        this.session = session;
        this.clock = clock;
        this.random = random;
        byRequest = Tables.ofRequests(
                session,
                requests.stream()
                        .flatMap(request -> request.drafts().stream())
                        .map(Draft::requestId)
                        .distinct()
                        .toList());
        size = Tables.size(session);
        before = size;
        nodes = Tables.edge(session, size);
    }

    /** @throws LedgerUnusable if one of its drafts cannot be recorded; then none of them is */
    List<Entry> take(Request request) throws LedgerUnusable {
        if (request.unless().isPresent()
                && Tables.arrived(session, request.unless().get())) {
            throw new LedgerUnusable.Conflict(
                    "No more was erased, because meanwhile something was recorded that may forbid it. Try again.");
        }
        for (Draft draft : request.drafts()) {
            Entry known = byRequest.get(draft.requestId());
            if (known != null && !isSame(draft, known)) {
                throw new LedgerUnusable.Conflict(
                        "Something else was recorded under this request id already, or it was erased since."
                                + " Give each request an id of its own.");
            }
            if (!draft.about().isEmpty() && Tables.find(session, draft.about()).isEmpty()) {
                throw new LedgerUnusable("There is no record with the id that this points at.");
            }
        }
        return request.drafts().stream().map(this::add).toList();
    }

    /** What is asked again must be the same to the byte, under the salts that it was sealed with. */
    private boolean isSame(Draft draft, Entry known) {
        Draft first = fresh.get(draft.requestId());
        if (first != null) {
            return Arrays.equals(plain(first), plain(draft));
        }
        Map<String, byte[]> salts = new HashMap<>();
        Tables.parts(session, known.index()).forEach(part -> salts.put(part.name(), part.salt()));
        return salts.keySet().containsAll(draft.parts().keySet())
                && Arrays.equals(Leaf.of(draft, known.id(), known.at(), salts), known.leaf());
    }

    private static byte[] plain(Draft draft) {
        Map<String, byte[]> noSalts = new HashMap<>();
        draft.parts().keySet().forEach(name -> noSalts.put(name, new byte[Commitment.SALT_LENGTH]));
        return Leaf.of(draft, "", Instant.EPOCH, noSalts);
    }

    private Entry add(Draft draft) {
        Entry known = byRequest.get(draft.requestId());
        if (known != null) {
            return known;
        }
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String id = UUID.randomUUID().toString();
        Map<String, byte[]> salts = new HashMap<>();
        draft.parts().forEach((name, content) -> {
            byte[] salt = Commitment.salt(random);
            salts.put(name, salt);
            parts.add(new Object[] {size, name, salt, content});
        });
        Entry entry = Entry.of(size, id, at, Leaf.of(draft, id, at, salts), draft);
        records.add(new Object[] {
            size,
            id,
            entry.leaf(),
            at.toEpochMilli(),
            entry.kind(),
            entry.requestId(),
            entry.by(),
            entry.about(),
            entry.role(),
            entry.version(),
            entry.rules()
        });
        draft.marks().forEach(mark -> marks.add(new Object[] {size, mark.name(), mark.value()}));
        draft.rules().ifPresent(rules -> archives.putIfAbsent(rules.hash(), rules));
        for (Node node : Tree.grown(this::at, size, Hash.leaf(entry.leaf()))) {
            nodes.put(new Tables.Spot(node.level(), node.index()), node.hash());
            grown.add(new Object[] {node.level(), node.index(), node.hash().bytes()});
        }
        if (draft.kind().equals(Entry.TOMBSTONE)) {
            for (String part : Erasure.partsOf(draft)) {
                erased.add(new Object[] {draft.about(), part});
                if (part.equals(Erasure.OUTCOME)) {
                    outcomeErased.add(draft.about());
                }
            }
        }
        byRequest.put(draft.requestId(), entry);
        fresh.put(draft.requestId(), draft);
        size++;
        return entry;
    }

    private Hash at(int level, long index) {
        Hash hash = nodes.get(new Tables.Spot(level, index));
        if (hash == null) {
            throw new IllegalStateException("a node of the tree is missing");
        }
        return hash;
    }

    /**
     * Writes it all.
     *
     * @param note signs a checkpoint of a size and a root
     * @return the new checkpoint's text, or none if there was nothing to add
     */
    Optional<String> write(BiFunction<Long, Hash, String> note) {
        if (size == before) {
            return Optional.empty();
        }
        var batch = session.batch();
        batch.batchUpdate(
                "INSERT INTO record (idx, id, leaf, at, kind, request, asked_by, about, role, version, rules)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                records);
        batch.batchUpdate("INSERT INTO part (idx, name, salt, content) VALUES (?, ?, ?, ?)", parts);
        batch.batchUpdate("INSERT INTO mark (idx, name, value) VALUES (?, ?, ?)", marks);
        batch.batchUpdate("INSERT INTO node (level, idx, hash) VALUES (?, ?, ?)", grown);
        archives.values().forEach(this::archive);
        String text = note.apply(size, Tree.root(this::at, size));
        session.sql("INSERT INTO checkpoint (size, note) VALUES (?, ?)")
                .param(size)
                .param(text)
                .update();
        batch.batchUpdate("DELETE FROM part WHERE idx = (SELECT idx FROM record WHERE id = ?) AND name = ?", erased);
        outcomeErased.forEach(id -> session.sql("DELETE FROM mark WHERE idx = (SELECT idx FROM record WHERE id = ?)")
                .param(id)
                .update());
        return Optional.of(text);
    }

    private void archive(RuleArchive rules) {
        boolean kept = session.sql("SELECT count(*) FROM archive WHERE hash = ?")
                        .param(rules.hash())
                        .query(Long.class)
                        .single()
                > 0;
        if (!kept) {
            session.sql("INSERT INTO archive (hash, content) VALUES (?, ?)")
                    .param(rules.hash())
                    .param(rules.bytes())
                    .update();
        }
    }
}
