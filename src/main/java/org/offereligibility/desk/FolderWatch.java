package org.offereligibility.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.offereligibility.policy.Shelf;

/**
 * Waits until versions or drafts under a folder have changed and are at rest again. The operating system's notice makes it
 * quick; content alone says whether there was a change, so that it also works where no notice is given, as on network drives,
 * and does not depend on the times of files. For one thread.
 */
public final class FolderWatch implements AutoCloseable {
    /** Roles, their versions, and the folders in these. */
    private static final int DEPTH = 4;

    private final Path folder;
    private final Duration quiet;
    private final Duration poll;
    private final Optional<WatchService> notices;

    /**
     * @param folder of policies
     * @param quiet how long nothing may change before a change counts as done; editors write several times
     * @param poll how often to look if there is no notice
     */
    public FolderWatch(Path folder, Duration quiet, Duration poll) {
        this.folder = folder;
        this.quiet = quiet;
        this.poll = poll;
        this.notices = notices(folder);
    }

    private static Optional<WatchService> notices(Path folder) {
        try {
            return Optional.of(folder.getFileSystem().newWatchService());
        } catch (IOException | UnsupportedOperationException none) {
            return Optional.empty();
        }
    }

    /** What lies there at this moment. */
    public SortedMap<String, String> contents() {
        return Shelf.fingerprints(folder);
    }

    /**
     * Blocks until what lies there is another than before, and has been so for a while.
     *
     * @return what lies there now
     * @throws InterruptedException if the thread is told to stop
     */
    public SortedMap<String, String> await(SortedMap<String, String> before) throws InterruptedException {
        while (true) {
            register();
            SortedMap<String, String> now = contents();
            if (!now.equals(before)) {
                now = settled(now);
                if (!now.equals(before)) {
                    return now;
                }
            }
            pause();
        }
    }

    private SortedMap<String, String> settled(SortedMap<String, String> changed) throws InterruptedException {
        SortedMap<String, String> last = changed;
        while (true) {
            Thread.sleep(quiet.toMillis());
            SortedMap<String, String> now = contents();
            if (now.equals(last)) {
                return now;
            }
            last = now;
        }
    }

    private void pause() throws InterruptedException {
        if (notices.isEmpty()) {
            Thread.sleep(poll.toMillis());
            return;
        }
        WatchKey notice = notices.get().poll(poll.toMillis(), TimeUnit.MILLISECONDS);
        while (notice != null) {
            notice.pollEvents();
            notice.reset();
            notice = notices.get().poll();
        }
    }

    /** A folder that is registered already stays so; where one cannot be, looking now and then must do. */
    private void register() {
        if (notices.isEmpty()) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder, DEPTH, FileVisitOption.FOLLOW_LINKS)) {
            for (Path each : walk.filter(Files::isDirectory).toList()) {
                each.register(
                        notices.get(),
                        List.of(
                                        StandardWatchEventKinds.ENTRY_CREATE,
                                        StandardWatchEventKinds.ENTRY_MODIFY,
                                        StandardWatchEventKinds.ENTRY_DELETE)
                                .toArray(new java.nio.file.WatchEvent.Kind<?>[0]));
            }
        } catch (IOException | UncheckedIOException vanished) {
            // what is there is registered the next time
        }
    }

    @Override
    public void close() {
        notices.ifPresent(service -> {
            try {
                service.close();
            } catch (IOException closedAnyway) {
                // nothing waits for it any more
            }
        });
    }
}
