package org.offereligibility.desk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps everybody else from publishing versions of a role. The operating system lets go of it when its holder is killed, so
 * that nobody is ever shut out for good; while it is held, a hidden file lies in the role's folder.
 */
final class RoleLock implements AutoCloseable {
    private static final String FILE = ".publishing.lock";

    private final Path file;
    private final FileChannel channel;

    private RoleLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * @param role the role's folder
     * @return none if somebody else holds it
     * @throws IOException if the folder cannot be written to
     */
    static Optional<RoleLock> take(Path role) throws IOException {
        Path file = role.resolve(FILE);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            taken = channel.tryLock() != null && isStill(file, channel);
        } catch (OverlappingFileLockException anotherThread) {
            taken = false;
        } finally {
            if (!taken) {
                channel.close();
            }
        }
        return taken ? Optional.of(new RoleLock(file, channel)) : Optional.empty();
    }

    /** Whether the file that is locked is the one that lies there, and not one that its holder has removed meanwhile. */
    private static boolean isStill(Path file, FileChannel channel) throws IOException {
        byte[] token = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
        channel.truncate(0).write(ByteBuffer.wrap(token), 0);
        try {
            return Arrays.equals(token, Files.readAllBytes(file));
        } catch (NoSuchFileException removed) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(file);
        }
    }
}
