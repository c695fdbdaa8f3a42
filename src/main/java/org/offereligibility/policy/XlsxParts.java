package org.offereligibility.policy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The parts of a workbook (ECMA-376), which is a zip file. Nothing is written to a disk, and a file that would grow beyond
 * its limits is refused before it does.
 */
final class XlsxParts {
    private static final int MOST_PARTS = 1_000;
    private static final int MOST_BYTES = 20 << 20;
    private static final int DIRECTORY_END = 22;

    private final Map<String, byte[]> parts;

    private XlsxParts(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    /** A workbook cannot be read as a whole; the message says why and what to do. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }

        static Unreadable damaged() {
            return new Unreadable("is damaged and cannot be read; open it in a spreadsheet program and save it anew");
        }

        String says() {
            return String.valueOf(getMessage());
        }
    }

    /** @throws Unreadable if this is no workbook, a damaged one, or one too large */
    static XlsxParts open(byte[] bytes) throws Unreadable {
        refuseOtherKinds(bytes);
        Map<String, byte[]> parts = new HashMap<>();
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            int left = MOST_BYTES;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries++;
                byte[] part = zip.readNBytes(left + 1);
                left -= part.length;
                if (left < 0 || entries > MOST_PARTS) {
                    throw new Unreadable("is too large: it unpacks to more than " + (MOST_BYTES >> 20)
                            + " MB or a thousand parts; a table has at most a few thousand rows and no pictures");
                }
                if (parts.put(named(entry.getName()), part) != null) {
                    throw Unreadable.damaged();
                }
            }
        } catch (IOException | IllegalArgumentException damaged) { // the latter of a part's name that is no text
            throw Unreadable.damaged();
        }
        if (entries != listed(bytes)) {
            throw Unreadable.damaged();
        }
        if (parts.containsKey("mimetype")) {
            throw new Unreadable(
                    "is an OpenDocument spreadsheet (.ods) by another name; save it as Excel workbook (.xlsx)");
        }
        if (parts.containsKey("xl/workbook.bin")) {
            throw new Unreadable("is a binary workbook (.xlsb) by another name; save it as Excel workbook (.xlsx)");
        }
        return new XlsxParts(parts);
    }

    private static void refuseOtherKinds(byte[] bytes) throws Unreadable {
        if (bytes.length == 0) {
            throw new Unreadable("is empty; save the table as Excel workbook (.xlsx) again");
        }
        if (begins(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new Unreadable("is locked with a password, or is an old workbook (.xls) by another name;"
                    + " save it as Excel workbook (.xlsx) without a password");
        }
        if (!begins(bytes, 'P', 'K', 3, 4)) {
            throw new Unreadable("is not an Excel workbook; if it is a CSV file, let its name end in `.csv`");
        }
    }

    /**
     * How many parts the list at the end of the file tells of: a file cut off has none, and one whose list says something
     * else than its content would be read differently by different programs.
     */
    private static int listed(byte[] bytes) throws Unreadable {
        for (int at = bytes.length - DIRECTORY_END; at >= 0 && at > bytes.length - DIRECTORY_END - 0xFFFF; at--) {
            if (bytes[at] == 'P' && bytes[at + 1] == 'K' && bytes[at + 2] == 5 && bytes[at + 3] == 6) {
                return (bytes[at + 10] & 0xFF) | (bytes[at + 11] & 0xFF) << 8;
            }
        }
        throw Unreadable.damaged();
    }

    /** Names of parts do not tell capitals from small letters, and some programs begin them with a slash. */
    private static String named(String part) {
        StringBuilder name = new StringBuilder(part.replace('\\', '/'));
        while (!name.isEmpty() && name.charAt(0) == '/') {
            name.deleteCharAt(0);
        }
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 'A' && name.charAt(i) <= 'Z') {
                name.setCharAt(i, (char) (name.charAt(i) + 'a' - 'A'));
            }
        }
        return name.toString();
    }

    private static boolean begins(byte[] bytes, int... signature) {
        for (int i = 0; i < signature.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != signature[i]) {
                return false;
            }
        }
        return true;
    }

    Optional<byte[]> part(String name) {
        return Optional.ofNullable(parts.get(named(name)));
    }
}
