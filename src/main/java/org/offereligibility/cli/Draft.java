package org.offereligibility.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is written beside the one it will become, so that the target is at any time either what it was or complete. A
 * draft that is not completed is removed, also when the program is told to stop.
 */
final class Draft implements AutoCloseable {
    private final Path draft;
    private final Path target;
    private final OutputStream stream;
    private final Thread removal = new Thread(this::remove, "remove-draft");

    private Draft(Path draft, Path target, OutputStream stream) {
        this.draft = draft;
        this.target = target;
        this.stream = stream;
    }

    /** @throws IOException if there is no place for a draft beside the target */
    static Draft beside(Path target) throws IOException {
        for (int number = 0; ; number++) {
            Path draft = target.resolveSibling("." + target.getFileName() + "." + number + ".part");
            try {
                OutputStream stream =
                        Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                Draft begun = new Draft(draft, target, stream);
                Runtime.getRuntime().addShutdownHook(begun.removal);
                return begun;
            } catch (FileAlreadyExistsException anotherRun) {
                if (number == 99) {
                    throw anotherRun;
                }
            }
        }
    }

    OutputStream stream() {
        return stream;
    }

    /** Makes the draft the target. */
    void complete() throws IOException {
        stream.close();
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException onSomeFileSystems) {
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Removes what was not completed. */
    @Override
    public void close() {
        remove();
        try {
            Runtime.getRuntime().removeShutdownHook(removal);
        } catch (IllegalStateException stopping) {
            // the hook runs, and finds nothing more to do
        }
    }

    private void remove() {
        try {
            stream.close();
        } catch (IOException unwritten) {
            // it is removed all the same
        }
        try {
            Files.deleteIfExists(draft);
        } catch (IOException stays) {
            // its name says what it is
        }
    }
}
