package org.offereligibility.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of one version of one policy, or of a draft, read once.
 *
 * @param path as it is named in messages
 * @param version the folder's name
 * @param files by path relative to the folder, with {@code /}; without the manifest, without those whose name, or whose
 *     folder's, begins with a dot, and without the {@code ~$} files that a spreadsheet program keeps while a workbook is open
 */
public record PolicyFolder(Path path, String role, String version, SortedMap<String, byte[]> files) {
    /** @throws IOException if the folder or a file in it cannot be read */
    public static PolicyFolder read(Path path) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(path)) {
            for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                String name = path.relativize(file).toString().replace('\\', '/');
                if (!isPassedOver(name)) {
                    files.put(name, Files.readAllBytes(file));
                }
            }
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        Path absolute = path.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        return new PolicyFolder(
                path,
                parent == null ? "" : String.valueOf(parent.getFileName()),
                String.valueOf(absolute.getFileName()),
                files);
    }

    private static boolean isPassedOver(String name) {
        return name.equals(Manifest.FILE)
                || name.startsWith(".")
                || name.contains("/.")
                || name.startsWith("~$")
                || name.contains("/~$");
    }

    /** The same folder in which that file has another content; nothing on disk changes. */
    public PolicyFolder with(String file, byte[] content) {
        SortedMap<String, byte[]> changed = new TreeMap<>(files);
        changed.put(file, content);
        return new PolicyFolder(path, role, version, changed);
    }

    /** The same folder without that file; nothing on disk changes. */
    public PolicyFolder without(String file) {
        SortedMap<String, byte[]> changed = new TreeMap<>(files);
        changed.remove(file);
        return new PolicyFolder(path, role, version, changed);
    }

    /** The same folder in which that file, or the table that stands in it, is as in another; nothing on disk changes. */
    public PolicyFolder puttingBack(String file, PolicyFolder other) {
        PolicyFolder changed = without(file);
        for (TableFile table : TableFile.all(this, file)) {
            changed = changed.without(table.name());
        }
        for (TableFile table : TableFile.all(other, file)) {
            changed = changed.with(table.name(), table.bytes());
        }
        byte[] content = other.files.get(file);
        return content == null ? changed : changed.with(file, content);
    }

    /**
     * {@code sha256:} and the SHA-256 over one line a file, in the order of their names' bytes: the file's own SHA-256, two
     * spaces, its name, a line feed. It is what {@code sha256sum} prints, so that anyone can make it again.
     */
    public String hash() {
        StringBuilder lines = new StringBuilder();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            lines.append(sha256(file.getValue()))
                    .append("  ")
                    .append(file.getKey())
                    .append('\n');
        }
        return "sha256:" + sha256(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The file as messages name it. */
    public String named(String file) {
        return path.resolve(file).toString().replace('\\', '/');
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
