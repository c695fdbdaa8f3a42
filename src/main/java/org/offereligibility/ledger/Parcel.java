package org.offereligibility.ledger;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Files in one ZIP file, which may come from anybody: nothing in it is believed, unpacked to the disk, or read without end. */
public final class Parcel {
    /** What all files together may hold, in bytes. */
    static final long LARGEST = 64L << 20;

    static final int MOST_FILES = 10_000;
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Parcel() {}

    /** The same files give the same bytes; they are not compressed, since compression differs from one platform to the next. */
    public static byte[] pack(SortedMap<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                CRC32 sum = new CRC32();
                sum.update(file.getValue());
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(file.getValue().length);
                entry.setCrc(sum.getValue());
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
     * The files of a parcel, also if another program packed them again.
     *
     * @throws Receipt.Broken if it cannot be read, is too large, or is no honest ZIP file
     */
    public static SortedMap<String, byte[]> open(Path path) throws Receipt.Broken {
        try {
            if (Files.size(path) > 2 * LARGEST) {
                throw new Receipt.Broken("the file is larger than any receipt");
            }
            byte[] bytes = Files.readAllBytes(path);
            SortedMap<String, byte[]> files = files(bytes);
            if (!Arrays.equals(pack(files), bytes)) {
                // Another program packed it. A ZIP file lists its files twice, and must not tell each reader another
                // tale.
                compare(files, path);
            }
            return files;
        } catch (IOException | UncheckedIOException | IllegalArgumentException noZip) {
            throw new Receipt.Broken("the file cannot be read, is cut off, or is no ZIP file");
        }
    }

    private static SortedMap<String, byte[]> files(byte[] bytes) throws IOException, Receipt.Broken {
        SortedMap<String, byte[]> files = new TreeMap<>();
        long size = 0;
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readNBytes((int) (LARGEST - size + 1));
                size += content.length;
                if (size > LARGEST || ++entries > MOST_FILES) {
                    throw new Receipt.Broken("what is packed in the file is larger than any receipt");
                }
                String name = entry.getName();
                if (name.endsWith("/") && content.length == 0 && isPlain(name.substring(0, name.length() - 1))) {
                    continue; // a folder
                }
                if (!isPlain(name)) {
                    throw new Receipt.Broken("a file in it has a name that no file of a receipt has");
                }
                if (files.put(name, content) != null) {
                    throw new Receipt.Broken("two files in it have one name");
                }
            }
        }
        if (files.isEmpty()) {
            throw new Receipt.Broken("the file is no ZIP file, or an empty one");
        }
        return files;
    }

    private static boolean isPlain(String name) {
        return name.chars().noneMatch(c -> c == '\\' || c == ':' || Character.isISOControl(c))
                && Arrays.stream(name.split("/", -1))
                        .noneMatch(step -> step.isEmpty() || step.equals(".") || step.equals(".."));
    }

    private static void compare(SortedMap<String, byte[]> files, Path path) throws IOException, Receipt.Broken {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            int found = 0;
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.isDirectory()) {
                    continue;
                }
                byte[] content = files.get(entry.getName());
                if (content == null
                        || !Arrays.equals(zip.getInputStream(entry).readNBytes(content.length + 1), content)) {
                    throw new Receipt.Broken("the file does not show the same to every program that opens it");
                }
                found++;
            }
            if (found != files.size()) {
                throw new Receipt.Broken("the file does not show the same to every program that opens it");
            }
        }
    }
}
