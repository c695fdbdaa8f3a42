package org.offereligibility.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** How much there is to read, so that it can be told how long it will take. */
final class InputSize {
    private InputSize() {}

    /** In bytes; absent if something is no file or folder, such as standard input, or cannot be looked at. */
    static OptionalLong of(List<Path> inputs) {
        long total = 0;
        try {
            for (Path input : inputs) {
                if (Files.isDirectory(input)) {
                    try (Stream<Path> files = Files.walk(input)) {
                        for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
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
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            return OptionalLong.empty();
        }
    }
}
