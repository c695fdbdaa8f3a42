package org.offereligibility.policy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * Compiled rule sets on disk, each under a name that says exactly what it was compiled from and by what. A file begins with
 * the SHA-256 of the rest; one that does not match is as good as none. A cache that cannot be written costs time and nothing else.
 */
final class CompiledRulesCache {
    private static final int DIGEST = 64;

    private final Optional<Path> directory;

    /** @param directory made when first needed; none to keep nothing */
    CompiledRulesCache(Optional<Path> directory) {
        this.directory = directory;
    }

    /** What compiled rules depend on: their assembly, the engine and the Java platform; tables are no part of them. */
    static String key(Assembly assembly) {
        String all = assembly.fingerprint()
                + '\n'
                + Versions.engine()
                + '\n'
                + Runtime.version().feature();
        return PolicyFolder.sha256(all.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
    }

    Optional<byte[]> find(String key) {
        if (directory.isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] stored = Files.readAllBytes(file(directory.get(), key));
            byte[] module = Arrays.copyOfRange(stored, Math.min(DIGEST, stored.length), stored.length);
            String digest = new String(stored, 0, Math.min(DIGEST, stored.length), StandardCharsets.US_ASCII);
            if (digest.equals(PolicyFolder.sha256(module))) {
                return Optional.of(module);
            }
            forget(key);
        } catch (NoSuchFileException notYet) {
            return Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    void keep(String key, byte[] module) {
        if (directory.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(directory.get());
            Path draft = Files.createTempFile(directory.get(), key, ".part");
            Files.write(draft, PolicyFolder.sha256(module).getBytes(StandardCharsets.US_ASCII));
            Files.write(draft, module, java.nio.file.StandardOpenOption.APPEND);
            Files.move(
                    draft,
                    file(directory.get(), key),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            // the next start compiles again
        }
    }

    void forget(String key) {
        directory.ifPresent(folder -> {
            try {
                Files.deleteIfExists(file(folder, key));
            } catch (IOException stays) {
                // it is overwritten when the rules have been compiled again
            }
        });
    }

    private static Path file(Path folder, String key) {
        return folder.resolve(key + ".rules");
    }
}
