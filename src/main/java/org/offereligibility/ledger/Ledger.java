package org.offereligibility.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Records that can only be added to. What {@link #append} returns is on the disk, whatever is killed afterwards; what it
 * does not return is there whole or not at all, and asking again with the same request id settles which. Any number of
 * threads and processes may record at once. Times are as the clock said: a clock that was put back shows, and the order of
 * records is that of their indexes.
 */
public final class Ledger implements AutoCloseable {
    private static final int PAGE = 500;
    private static final int AT_ONCE = 1000;

    private final Database database;
    private final Optional<Writer> writer;
    private final Optional<Verifier> verifier;
    private final Object reading = new Object();
    private Optional<Session> reader = Optional.empty();

    private Ledger(Database database, Optional<Verifier> verifier) {
        this.database = database;
        this.verifier = verifier;
        this.writer = Optional.empty();
    }

    private Ledger(Database database, LedgerKey key, InstantSource clock, SecureRandom random) {
        this.database = database;
        this.verifier = Optional.of(key.verifier());
        this.writer = Optional.of(new Writer(
                database,
                clock,
                random,
                (size, root) -> new String(
                        key.sign(new Checkpoint(key.verifier().name(), size, root))
                                .bytes(),
                        StandardCharsets.UTF_8),
                this::copyCheckpoint));
    }

    /**
     * Opens a ledger; where there is none, an empty one with a key of its own is made.
     *
     * @param random makes the salts
     * @throws LedgerUnusable if it cannot be written to, is no ledger, was written by a newer program, or has lost its key
     */
    public static Ledger open(Place place, InstantSource clock, SecureRandom random) throws LedgerUnusable {
        try {
            Files.createDirectories(place.folder());
        } catch (IOException refused) {
            throw new LedgerUnusable(
                    "The folder " + place.folder() + " cannot be made. Check that its name is not that of a"
                            + " file, and that its place may be written to.");
        }
        Database database = Database.at(place);
        Schema.prepare(database);
        return new Ledger(database, KnownKey.of(database), clock, random);
    }

    /**
     * Opens a ledger that is there, to be read: no key is needed, and nothing is written, so that a copy of the file alone,
     * in a folder that nothing may be written to, can be looked at.
     *
     * @throws LedgerUnusable if there is none, if it cannot be read, or if another version of this program wrote it
     */
    public static Ledger openToRead(Place place) throws LedgerUnusable {
        Database database = Database.toRead(place);
        Schema.require(database);
        try (Session session = Session.of(database)) {
            return new Ledger(database, KnownKey.named(session));
        } catch (SQLException | RuntimeException failed) {
            throw Fault.of(failed, place);
        }
    }

    /**
     * Records one thing; returns once it is on the disk.
     *
     * @return the record, or the earlier one of the same request
     * @throws LedgerUnusable if it was not recorded, or, of a database that went away, if nobody can know: ask again with
     *     the same request id
     */
    public Entry append(Draft draft) throws LedgerUnusable {
        return append(List.of(draft)).get(0);
    }

    /**
     * Records some things, all or none.
     *
     * @return as many records, in their order
     * @throws LedgerUnusable as {@link #append(Draft)} does
     */
    public List<Entry> append(List<Draft> drafts) throws LedgerUnusable {
        for (Draft draft : drafts) {
            Leaf.check(draft);
            if (draft.kind().equals(Entry.TOMBSTONE)) {
                throw new LedgerUnusable("A tombstone is only made by erasing.");
            }
        }
        return drafts.isEmpty() ? List.of() : writer().record(new Request(drafts));
    }

    /**
     * Removes sealed parts of records with their salts, after a tombstone for each was appended; up to {@value #AT_ONCE}
     * records in one transaction. The tree keeps its leaves, so every proof still verifies. The embedded database's files are
     * then rewritten without what was removed; PostgreSQL's tables too, but its own log and backups are its administrator's.
     *
     * @param reason sealed in the tombstones, for it may name a person
     * @param unless what must not have happened meanwhile
     * @return the tombstones; asked again with the same request id, the same. Where an earlier erasing was cut short, the files
     *     are rewritten even if there is nothing left to erase
     * @throws LedgerUnusable.Conflict if it did happen meanwhile, or the request id was used for something else
     * @throws LedgerUnusable if not all was erased, or if traces are still in a file; the message says which
     */
    public List<Entry> erase(
            String requestId, String by, String reason, List<Erasure> erasures, Optional<Unless> unless)
            throws LedgerUnusable {
        List<Entry> all = new ArrayList<>();
        Path erasing = database.place().erasing();
        if (erasures.isEmpty() && !Files.exists(erasing)) {
            return all;
        }
        remember(erasing);
        for (int i = 0; i < erasures.size(); i += AT_ONCE) {
            List<Draft> tombstones = new ArrayList<>();
            for (Erasure erasure : erasures.subList(i, Math.min(erasures.size(), i + AT_ONCE))) {
                Draft tombstone = new Draft(
                        Entry.TOMBSTONE,
                        requestId + "/" + erasure.id(),
                        by,
                        erasure.id(),
                        Map.of(Erasure.fieldName(), erasure.field()),
                        new TreeMap<>(Map.of("note", reason.getBytes(StandardCharsets.UTF_8))),
                        Set.of(),
                        Optional.empty());
                Leaf.check(tombstone);
                tombstones.add(tombstone);
            }
            all.addAll(writer().record(new Request(tombstones, unless)));
        }
        writer().scrub();
        try {
            Files.deleteIfExists(erasing);
        } catch (IOException nextTime) {
            // then the files are rewritten once too often
        }
        return all;
    }

    private static void remember(Path erasing) throws LedgerUnusable {
        try {
            Files.writeString(
                    erasing,
                    "Something is being erased from this ledger. If no program is at work, ask for it once more.\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.SYNC);
        } catch (IOException refused) {
            throw new LedgerUnusable(
                    "Nothing was erased: the folder " + erasing.getParent() + " cannot be written to.");
        }
    }

    /** The same, whatever happens meanwhile. */
    public List<Entry> erase(String requestId, String by, String reason, List<Erasure> erasures) throws LedgerUnusable {
        return erase(requestId, by, reason, erasures, Optional.empty());
    }

    /** The record of an id. */
    public Optional<Entry> find(String id) throws LedgerUnusable {
        return read(session -> Tables.find(session, id));
    }

    /** The record of a request, which may be its first or its only one. */
    public Optional<Entry> ofRequest(String requestId) throws LedgerUnusable {
        return read(session -> Optional.ofNullable(
                Tables.ofRequests(session, List.of(requestId)).get(requestId)));
    }

    /**
     * The records whose id begins so, at most two: enough to know whether it names one.
     *
     * @param start not empty
     */
    public List<Entry> beginning(String start) throws LedgerUnusable {
        return read(session -> Tables.beginning(session, start));
    }

    /** How many records there are. */
    public long size() throws LedgerUnusable {
        return read(Tables::size);
    }

    /** Every record from an index on, in their order; those that arrive meanwhile too. */
    public void each(long from, Consumer<Entry> consumer) throws LedgerUnusable {
        long next = from;
        for (List<Entry> page = page(Filter.ALL, next, PAGE); !page.isEmpty(); page = page(Filter.ALL, next, PAGE)) {
            page.forEach(consumer);
            next = page.get(page.size() - 1).index() + 1;
        }
    }

    /**
     * The first records that are wanted, oldest first. Records that arrive meanwhile change no page before them.
     *
     * @param from the first index to look at; for the next page the last one's index plus 1
     */
    public List<Entry> page(Filter filter, long from, int limit) throws LedgerUnusable {
        return read(session -> Tables.page(session, filter, from, false, limit));
    }

    /**
     * The last records that are wanted, newest first.
     *
     * @param before the first index not to look at, {@link Long#MAX_VALUE} for the newest; for the next page the last one's
     *     index
     */
    public List<Entry> pageBack(Filter filter, long before, int limit) throws LedgerUnusable {
        return read(session -> Tables.page(session, filter, before, true, limit));
    }

    /** What of a record is sealed and not erased, by name. */
    public List<Part> parts(long index) throws LedgerUnusable {
        return read(session -> Tables.parts(session, index));
    }

    /** One sealed part of a record, unless it never had it or it is erased. */
    public Optional<Part> part(long index, String name) throws LedgerUnusable {
        return parts(index).stream().filter(part -> part.name().equals(name)).findFirst();
    }

    /** The names of the parts that these records still have, by index; nothing for one that has none. */
    public Map<Long, Set<String>> sealed(Collection<Long> indexes) throws LedgerUnusable {
        return read(session -> Tables.sealed(session, indexes));
    }

    /** One part of each of these records that still has it, by index. */
    public Map<Long, Part> parts(Collection<Long> indexes, String name) throws LedgerUnusable {
        return read(session -> Tables.parts(session, indexes, name));
    }

    /** The words under which a record is found, in their order. */
    public List<Mark> marks(long index) throws LedgerUnusable {
        return read(session -> session.sql("SELECT name, value FROM mark WHERE idx = ? ORDER BY name, value")
                .param(index)
                .query((row, number) -> new Mark(row.getString(1), row.getString(2)))
                .list());
    }

    /** A rule set by its hash. */
    public Optional<RuleArchive> rules(String hash) throws LedgerUnusable {
        return read(session -> session.sql("SELECT hash, content FROM archive WHERE hash = ?")
                .param(hash)
                .query((row, number) -> new RuleArchive(row.getString(1), row.getBytes(2)))
                .optional());
    }

    /** The hashes of all archived rule sets, in their order. */
    public List<String> archived() throws LedgerUnusable {
        return read(session -> session.sql("SELECT hash FROM archive").query(String.class).list().stream()
                .sorted()
                .toList());
    }

    /** The signed note of the newest checkpoint, as the database holds it. */
    public Optional<String> latestCheckpoint() throws LedgerUnusable {
        return read(session -> session.sql("SELECT note FROM checkpoint ORDER BY size DESC LIMIT 1")
                .query(String.class)
                .optional());
    }

    /** The signed notes of all checkpoints, the smallest tree first; each is the note of one commit. */
    public void eachCheckpoint(Consumer<String> consumer) throws LedgerUnusable {
        record Kept(long size, String note) {}
        for (long after = -1; ; ) {
            long last = after;
            List<Kept> page = read(session -> session.sql(
                            "SELECT size, note FROM checkpoint WHERE size > ? ORDER BY size LIMIT " + PAGE)
                    .param(last)
                    .query((row, number) -> new Kept(row.getLong(1), row.getString(2)))
                    .list());
            if (page.isEmpty()) {
                return;
            }
            page.forEach(kept -> consumer.accept(kept.note()));
            after = page.get(page.size() - 1).size();
        }
    }

    /** The tree's nodes as the database holds them. Where it has not, or cannot be read, {@code IllegalStateException}. */
    public Nodes nodes() {
        return (level, index) -> {
            try {
                return read(session -> Tables.node(session, level, index))
                        .orElseThrow(() -> new IllegalStateException("a node of the tree is missing"));
            } catch (LedgerUnusable gone) {
                throw new IllegalStateException(gone.getMessage(), gone);
            }
        };
    }

    /**
     * What checks the ledger's checkpoints; its name is their origin.
     *
     * @throws LedgerUnusable if the ledger was opened to be read and the key that it names is damaged
     */
    public Verifier verifier() throws LedgerUnusable {
        return verifier.orElseThrow(() -> new LedgerUnusable("The public key that the ledger " + database.place()
                + " names is damaged. `audit verify` says what else is."));
    }

    Database database() {
        return database;
    }

    private Writer writer() throws LedgerUnusable {
        return writer.orElseThrow(
                () -> new LedgerUnusable("The ledger " + database.place() + " was opened to be read alone."));
    }

    private <T> T read(Function<Session, T> question) throws LedgerUnusable {
        synchronized (reading) {
            for (boolean again = false; ; again = true) {
                try {
                    Session session = reader.isPresent() ? reader.get() : Session.of(database);
                    reader = Optional.of(session);
                    return question.apply(session);
                } catch (SQLException | RuntimeException failed) {
                    reader.ifPresent(Session::close);
                    reader = Optional.empty();
                    if (again || !Fault.isPassing(failed)) {
                        throw Fault.of(failed, database.place());
                    }
                }
            }
        }
    }

    /** For people and for whoever watches the file; what counts is in the database, so a failure here is no failure. */
    private void copyCheckpoint(String note) {
        Path target = database.place().checkpoint();
        Path draft =
                target.resolveSibling("checkpoint." + ProcessHandle.current().pid() + ".draft");
        try {
            Files.writeString(draft, note);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException nextTime) {
            // the next commit writes it again
        }
    }

    @Override
    public void close() {
        writer.ifPresent(Writer::close);
        synchronized (reading) {
            reader.ifPresent(Session::close);
            reader = Optional.empty();
        }
    }
}
