package org.offereligibility.ledger;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Group commit: whoever gets the lock writes, in one transaction, what all who wait for it want recorded. Nobody is answered
 * before that transaction is on the disk.
 */
final class Writer implements AutoCloseable {
    private static final int MOST = 256;
    private static final int TRIES = 60;
    private static final long PAUSE_MILLIS = 500;

    private final Database database;
    private final InstantSource clock;
    private final SecureRandom random;
    private final BiFunction<Long, Hash, String> note;
    private final Consumer<String> checkpoint;
    private final ConcurrentLinkedQueue<Request> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<Session> open = Optional.empty();

    /**
     * @param note signs a checkpoint of a size and a root
     * @param checkpoint told each checkpoint's text once it is on the disk
     */
    Writer(
            Database database,
            InstantSource clock,
            SecureRandom random,
            BiFunction<Long, Hash, String> note,
            Consumer<String> checkpoint) {
        this.database = database;
        this.clock = clock;
        this.random = random;
        this.note = note;
        this.checkpoint = checkpoint;
    }

    List<Entry> record(Request mine) throws LedgerUnusable {
        waiting.add(mine);
        lock.lock();
        try {
            while (!mine.isAnswered()) {
                commit(next());
            }
        } finally {
            lock.unlock();
        }
        return mine.answer();
    }

    /** An erasure goes by itself: it needs more rights, and whoever lacks them shall not spoil what others record. */
    private List<Request> next() {
        List<Request> batch = new ArrayList<>();
        for (Request head = waiting.peek(); head != null && batch.size() < MOST; head = waiting.peek()) {
            if (head.erases() && !batch.isEmpty()) {
                break;
            }
            batch.add(waiting.remove());
            if (head.erases()) {
                break;
            }
        }
        return batch;
    }

    private void commit(List<Request> batch) {
        for (int attempt = 1; batch.stream().anyMatch(request -> !request.isAnswered()); attempt++) {
            try {
                once(batch);
            } catch (RuntimeException | SQLException failed) {
                close();
                if (!Fault.isPassing(failed) || attempt == TRIES || !paused()) {
                    LedgerUnusable why = Fault.of(failed, database.place());
                    batch.forEach(request -> request.refused(why));
                }
            }
        }
    }

    /** What was committed although the connection broke before it said so is found again by its request id. */
    private void once(List<Request> batch) throws SQLException {
        Session session = open.isPresent() ? open.get() : Session.of(database);
        open = Optional.of(session);
        Map<Request, List<Entry>> taken = new LinkedHashMap<>();
        Map<Request, LedgerUnusable> refused = new LinkedHashMap<>();
        Optional<String> text = Optional.ofNullable(session.transaction().execute(status -> {
                    database.lock(session);
                    if (batch.get(0).erases()) {
                        database.allowErasing(session);
                    }
                    Batch writing = new Batch(session, clock, random, batch);
                    for (Request request : batch) {
                        try {
                            taken.put(request, writing.take(request));
                        } catch (LedgerUnusable why) {
                            refused.put(request, why);
                        }
                    }
                    return writing.write(note);
                }))
                .flatMap(written -> written);
        taken.forEach(Request::recorded);
        refused.forEach(Request::refused);
        text.ifPresent(checkpoint);
    }

    /**
     * Makes sure that nothing that was erased is left in the files.
     *
     * @throws LedgerUnusable if it may be
     */
    void scrub() throws LedgerUnusable {
        lock.lock();
        try {
            Session session = open.isPresent() ? open.get() : Session.of(database);
            open = Optional.of(session);
            database.scrub(session);
        } catch (RuntimeException | SQLException failed) {
            close();
            throw new LedgerUnusable(Fault.of(failed, database.place()).sentence()
                    + " What was to be erased is erased from the ledger, but traces of it may still be in its files."
                    + " Ask for the same once more.");
        } finally {
            lock.unlock();
        }
    }

    private static boolean paused() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            open.ifPresent(Session::close);
            open = Optional.empty();
        } finally {
            lock.unlock();
        }
    }
}
