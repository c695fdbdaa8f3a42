package org.offereligibility.policy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The files of one version of a policy in one piece (a ZIP file), to be kept with what they decided. */
public final class PolicyArchive {
    /** ZIP knows no earlier day. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** No policy comes near; what claims more was not written here. */
    private static final long LARGEST = 64L << 20;

    private static final int MOST_FILES = 10_000;

    private PolicyArchive() {}

    /** The same files give the same bytes. */
    public static byte[] of(PolicyFolder folder) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : folder.files().entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * The folder as it was; whether it is the one that it should be, its {@link PolicyFolder#hash} says.
     *
     * @return none if the bytes are no archive
     */
    public static Optional<PolicyFolder> open(byte[] archive, String role, String version) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        long size = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readNBytes((int) (LARGEST - size + 1));
                size += content.length;
                if (size > LARGEST
                        || files.size() == MOST_FILES
                        || files.put(entry.getName(), content) != null) {
                    return Optional.empty();
                }
            }
        } catch (IOException | IllegalArgumentException noArchive) {
            return Optional.empty();
        }
        return files.isEmpty()
                ? Optional.empty()
                : Optional.of(new PolicyFolder(Path.of(role, version), role, version, files));
    }
}
