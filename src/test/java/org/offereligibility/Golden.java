package org.offereligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whole texts that people read, kept as files. {@code mvn verify -Dgolden=accept} writes them anew, to be read before they are committed. */
public final class Golden {
    private static final Path FILES = Path.of("src/test/resources");

    private Golden() {}

    public static void assertEquals(String file, String actual) throws IOException {
        assertEqualFiles(FILES.resolve(file), actual);
    }

    public static void assertEqualFiles(Path golden, String actual) throws IOException {
        if ("accept".equals(System.getProperty("golden"))) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, actual);
        }
        assertThat(actual)
                .as("%s (accept changes with -Dgolden=accept)", golden)
                .isEqualTo(Files.readString(golden));
    }
}
