package org.offereligibility.desk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.offereligibility.policy.Manifest;
import org.offereligibility.policy.PolicyFolder;

/**
 * Writes a version so that at any moment either nothing of it can be seen or all of it: into a hidden folder, from memory to
 * the disk itself, and then under its name in one step. The lock of the role must be held.
 */
final class NewVersion {
    private static final String HIDDEN = ".publishing-";

    private NewVersion() {}

    /**
     * @param files the very bytes that were checked
     * @return the version's folder
     * @throws FileAlreadyExistsException if there is a version of that day
     * @throws IOException if it cannot be written; then nothing of it is left
     */
    static Path write(Path role, PolicyFolder files, Manifest manifest) throws IOException {
        String name = manifest.version().toString();
        Path target = role.resolve(name);
        Path hidden = role.resolve(HIDDEN + name);
        sweep(role);
        try {
            Files.createDirectory(hidden);
            for (Map.Entry<String, byte[]> file : files.files().entrySet()) {
                Path path = hidden.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                write(path, file.getValue());
            }
            if (!PolicyFolder.read(hidden).hash().equals(manifest.hash())) {
                throw new IOException("what was written is not what was checked");
            }
            write(hidden.resolve(Manifest.FILE), manifest.text().getBytes(StandardCharsets.UTF_8));
            try (Stream<Path> walk = Files.walk(hidden)) {
                for (Path folder : walk.filter(Files::isDirectory).toList()) {
                    force(folder);
                }
            }
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(target.toString());
            }
            move(hidden, target);
            force(role);
            return target;
        } finally {
            sweep(role);
        }
    }

    private static void move(Path hidden, Path target) throws IOException {
        try {
            Files.move(hidden, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unsafe) {
            throw new IOException("this file system cannot move a folder in one step", unsafe);
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** Makes the names in a folder last through a loss of power, where the system lets a program ask for that. */
    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notAskedFor) {
            // Windows has no such thing, and writes folders through
        }
    }

    /** Removes what a publishing left that was killed. */
    private static void sweep(Path role) throws IOException {
        List<Path> leftOver;
        try (Stream<Path> list = Files.list(role)) {
            leftOver = list.filter(path -> String.valueOf(path.getFileName()).startsWith(HIDDEN))
                    .toList();
        }
        for (Path folder : leftOver) {
            try (Stream<Path> walk = Files.walk(folder)) {
                for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
