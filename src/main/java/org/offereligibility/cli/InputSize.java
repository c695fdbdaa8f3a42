package org.offereligibility.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How much there is to read, so that it can be told how long it will take. */
final class InputSize {
    private static final Pattern DOSSIERS = Pattern.compile(".*\\.(json|jsonl|ndjson)", Pattern.CASE_INSENSITIVE);

    private InputSize() {}

    /** In bytes; absent if something is no file or folder, such as standard input, or cannot be looked at. */
    static OptionalLong of(List<String> inputs) {
        long total = 0;
        try {
            for (String name : inputs) {
                Path input = Path.of(name);
                if (Files.isDirectory(input)) {
                    try (Stream<Path> files = Files.walk(input)) {
                        for (Path file : (Iterable<Path>) files.filter(InputSize::isRead)::iterator) {
                            total += Files.size(file);
                        }
                    }
                } else if (Files.isRegularFile(input)) {
                    total += Files.size(input);
                } else {
                    return OptionalLong.empty();
                }
            }
            return OptionalLong.of(total);
        } catch (IOException | UncheckedIOException unreadable) {
            return OptionalLong.empty();
        }
    }

    private static boolean isRead(Path file) {
        return DOSSIERS.matcher(String.valueOf(file.getFileName())).matches() && Files.isRegularFile(file);
    }
}
