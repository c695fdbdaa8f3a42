package org.offereligibility.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Opens what a user names, one after the other, and hands out dossiers as they are read, never holding more than one:
 *
 * <ul>
 *   <li>a {@code .json} file: one dossier;
 *   <li>a {@code .jsonl} or {@code .ndjson} file: one dossier a line, blank lines passed over;
 *   <li>a folder: its files of these endings, and those of the folders in it, in the order of their names; what a symbolic
 *       link to a folder leads to is left alone;
 *   <li>{@code -}: standard input, in either form. If its first line that is not blank is the beginning of a JSON document
 *       but not the whole of it, all of the input is one dossier; else each line is one.
 * </ul>
 *
 * A dossier of more than {@value #LARGEST} bytes (64 MiB) is refused and passed over without being held in memory. What
 * cannot be opened is a problem among the items; the rest is read all the same. Not for use by several threads.
 */
public final class Intake implements Iterator<Intake.Item>, AutoCloseable {
    /** The largest dossier, in bytes. */
    public static final int LARGEST = 64 * 1024 * 1024;

    /** What comes next: a text, or what kept one from being read. */
    public sealed interface Item {
        record Text(Entry entry) implements Item {}

        record Unopened(Problem problem) implements Item {}
    }

    /** Something still to be opened. */
    private record Named(String name, boolean insideFolder) {}

    private final Deque<Named> named = new ArrayDeque<>();
    private final InputStream standardInput;
    private final int largest;
    private boolean standardInputRead;
    private @Nullable EntryStream open;
    private @Nullable Item next;

    Intake(List<String> names, InputStream standardInput, int largest) {
        names.forEach(name -> named.addLast(new Named(name, false)));
        this.standardInput = standardInput;
        this.largest = largest;
    }

    /**
     * @param names as the user gave them: paths of files and folders, or {@code -}
     * @param standardInput read only if {@code -} is among the names, and not closed
     */
    public static Intake of(List<String> names, InputStream standardInput) {
        return new Intake(names, standardInput, LARGEST);
    }

    @Override
    public boolean hasNext() {
        while (next == null) {
            if (open != null) {
                next = open.next();
                if (next == null) {
                    close();
                }
            } else if (named.isEmpty()) {
                return false;
            } else {
                next = open(named.removeFirst());
            }
        }
        return true;
    }

    /** @throws NoSuchElementException if everything has been read */
    @Override
    public Item next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        Item item = next;
        next = null;
        return item;
    }

    /** Lets go of the file that is being read, if any; what has not been handed out is not read any more. */
    @Override
    public void close() {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    /** Opens it, so that its entries come next, or says what is wrong with it. */
    private @Nullable Item open(Named wanted) {
        String name = wanted.name();
        if (name.equals("-")) {
            if (standardInputRead) {
                return unopened(name, "standard input is named twice: it can be read once only");
            }
            standardInputRead = true;
            open = new EntryStream(name, new Unclosed(standardInput), EntryStream.Form.EITHER, largest);
            return null;
        }
        if (name.isBlank()) { // the empty path would be the current folder, which nobody means by it
            return unopened("(no name)", "is not the name of a file or folder");
        }
        try {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                return openFolder(path, wanted);
            }
            if (!Files.exists(path)) {
                return unopened(
                        name,
                        Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                                ? "is a link that leads nowhere"
                                : "there is no such file or folder");
            }
            if (!Files.isRegularFile(path)) {
                return unopened(
                        name, "is neither a file nor a folder; to read from a program, pipe it in and name `-`");
            }
            if (!isDossierFile(name)) {
                return unopened(name, "expected a file that ends in `.json`, `.jsonl` or `.ndjson`, a folder, or `-`");
            }
            EntryStream.Form form = ending(name).equals(".json") ? EntryStream.Form.ONE : EntryStream.Form.LINES;
            open = new EntryStream(name, Files.newInputStream(path), form, largest);
            return null;
        } catch (InvalidPathException noPath) {
            return unopened(name.replaceAll("\\p{Cc}", "?"), "is not the name of a file or folder");
        } catch (AccessDeniedException denied) {
            return unopened(name, "may not be read: permission is missing");
        } catch (IOException | UncheckedIOException unreadable) {
            return unopened(name, "cannot be read");
        }
    }

    private @Nullable Item openFolder(Path folder, Named wanted) throws IOException {
        List<Path> inside;
        try (Stream<Path> found = Files.list(folder)) {
            inside = found.filter(path -> isFolder(path) || isDossierFile(path.toString()))
                    .sorted(Comparator.comparing((Path path) -> String.valueOf(path.getFileName()))
                            .reversed())
                    .toList();
        }
        if (!wanted.insideFolder() && !holdsDossierFile(folder)) {
            return unopened(wanted.name(), "the folder has no file in it that ends in `.json`, `.jsonl` or `.ndjson`");
        }
        inside.forEach(path -> named.addFirst(new Named(path.toString(), true)));
        return null;
    }

    /** Whether there is anything to read, here or further down; stops at the first file. */
    private static boolean holdsDossierFile(Path folder) throws IOException {
        Deque<Path> folders = new ArrayDeque<>(List.of(folder));
        while (!folders.isEmpty()) {
            try (Stream<Path> found = Files.list(folders.removeFirst())) {
                for (Path path : (Iterable<Path>) found::iterator) {
                    if (isFolder(path)) {
                        folders.addLast(path);
                    } else if (isDossierFile(path.toString())) {
                        return true;
                    }
                }
            } catch (AccessDeniedException denied) {
                return true; // there may be one: opening the folder will say that it may not be read
            }
        }
        return false;
    }

    private static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isDossierFile(String name) {
        return List.of(".json", ".jsonl", ".ndjson").contains(ending(name));
    }

    private static String ending(String name) {
        return name.substring(Math.max(0, name.lastIndexOf('.'))).toLowerCase(Locale.ROOT);
    }

    private static Item unopened(String file, String message) {
        return new Item.Unopened(new Problem(file, 0, 0, "", message));
    }
}
