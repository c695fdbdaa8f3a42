package org.offereligibility.desk;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.offereligibility.decision.Engines;
import org.offereligibility.dossier.Entry;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.Problem;
import org.offereligibility.policy.RulesUnusable;
import org.offereligibility.policy.Shelf;

/**
 * A desk that stays open while its rules change. A changed folder of policies is read, checked and compiled beside the desk
 * that is deciding, and takes its place whole, or is refused while the last good one goes on. Each decision is reached by one
 * state of the rules from beginning to end. Safe for threads.
 */
public final class LiveDesk implements AutoCloseable {
    /** Long enough for an editor to write a file, and for a person not to wait. */
    public static final Duration QUIET = Duration.ofMillis(300);

    /** How often to look where the operating system gives no notice. */
    public static final Duration POLL = Duration.ofSeconds(2);

    /** Is told what became of each change, on the thread that watches. */
    public interface Listener {
        /** The rules as they are on disk have begun to decide. */
        void inForce();

        /** The rules as they are on disk cannot be used; those from before go on deciding. */
        void refused(List<Problem> problems);
    }

    private final Path directory;
    private final Listener listener;
    private final Thread watching;
    /** Replaced as a whole, and by the watching thread alone. */
    private volatile Desk desk;

    private boolean refused;

    private LiveDesk(Path directory, Desk desk, Listener listener, FolderWatch watch, SortedMap<String, String> read) {
        this.directory = directory;
        this.desk = desk;
        this.listener = listener;
        this.watching = new Thread(() -> watch(watch, read), "rules-watch");
        watching.setDaemon(true);
    }

    /**
     * Opens the desk, all its rules compiled, and begins to watch them.
     *
     * @param cache where compiled rules are kept; none to compile anew each time
     * @param quiet how long nothing may change before a change counts as done
     * @param poll how often to look where the operating system gives no notice
     * @throws RulesUnusable with every problem of every version, if there is nothing yet that could go on deciding
     */
    public static LiveDesk open(
            Path directory, Optional<Path> cache, Engines engines, Listener listener, Duration quiet, Duration poll)
            throws RulesUnusable {
        SortedMap<String, String> before = Shelf.fingerprints(directory);
        Desk desk = Desk.open(directory, cache, engines).prepared();
        // what changed while it was read is a change that is still to come
        SortedMap<String, String> read = Shelf.fingerprints(directory).equals(before) ? before : new TreeMap<>();
        LiveDesk live = new LiveDesk(directory, desk, listener, new FolderWatch(directory, quiet, poll), read);
        live.watching.start();
        return live;
    }

    /**
     * Decides a dossier as {@link Desk#evaluate} does, by the rules as they are when it begins.
     *
     * @param evaluationTime the instant at which a dossier is judged that names none
     * @throws RulesUnusable never for rules that were in force when it began
     */
    public Outcome evaluate(Entry entry, Moment evaluationTime) throws RulesUnusable {
        return desk.evaluate(entry, evaluationTime);
    }

    /**
     * Reads a dossier as {@link Desk#consider} does; what it gives keeps the rules as they are now.
     *
     * @param evaluationTime the instant at which a dossier is judged that names none
     * @throws RulesUnusable never for rules that were in force when it began
     */
    public Consideration consider(Entry entry, Moment evaluationTime) throws RulesUnusable {
        return desk.consider(entry, evaluationTime);
    }

    private void watch(FolderWatch watch, SortedMap<String, String> read) {
        SortedMap<String, String> known = read;
        try (watch) {
            while (!Thread.currentThread().isInterrupted()) {
                SortedMap<String, String> now = watch.await(known);
                if (renew(now)) {
                    known = now;
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether what was read is what lay there; if it changed meanwhile, it is to be read again. */
    private boolean renew(SortedMap<String, String> lying) {
        Desk before = desk;
        List<Problem> problems = List.of();
        try {
            Desk next = before.renewed();
            if (!Shelf.fingerprints(directory).equals(lying)) {
                return false;
            }
            next.prepared();
            if (refused || !next.versions().equals(before.versions())) {
                desk = next;
                refused = false;
                listener.inForce();
            }
            return true;
        } catch (RulesUnusable unusable) {
            problems = unusable.problems();
        } catch (RuntimeException | LinkageError | StackOverflowError fault) {
            problems = List.of(new Problem(
                    directory.toString(), 0, 0, "", "these rules cannot be used: the program has a fault with them"));
        }
        // an engine that is interrupted at its work calls the rules broken
        if (Thread.currentThread().isInterrupted()
                || !Shelf.fingerprints(directory).equals(lying)) {
            return false;
        }
        refused = true;
        listener.refused(problems);
        return true;
    }

    /** Stops watching; what is in force goes on deciding. */
    @Override
    public void close() {
        watching.interrupt();
    }
}
