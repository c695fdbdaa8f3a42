package org.offereligibility.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of the key that signs. */
class LedgerKeyTests {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("ledger.key");
    }

    @Test
    void onlyItsOwnerMayReadItAndNothingElseIsLeftInTheFolder() throws Exception {
        LedgerKey key = LedgerKey.in(file(), "example");
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                    .isEqualTo("rw-------");
        }
        assertThat(names()).containsExactly("ledger.key");
        assertThat(Files.readAllLines(file()).get(0)).isEqualTo(key.verifier().text());
        assertThat(LedgerKey.in(file(), "another").verifier().text())
                .isEqualTo(key.verifier().text());
        SignedNote note = LedgerKey.read(file()).sign(new Checkpoint("example", 1, Hash.EMPTY));
        assertThat(key.verifier().checkpoint(note)).contains(new Checkpoint("example", 1, Hash.EMPTY));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whoeverMakesItAtTheSameTimeGetsOneAndTheSame() throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> makers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                makers.add(() -> LedgerKey.in(file(), "example").verifier().text());
            }
            List<String> keys = new ArrayList<>();
            for (Future<String> made : many.invokeAll(makers)) {
                keys.add(made.get());
            }
            assertThat(keys).containsOnly(keys.get(0));
        } finally {
            many.shutdownNow();
        }
        assertThat(names()).containsExactly("ledger.key");
    }

    @Test
    void aDamagedFileIsSaidToBeAndIsNeverReplaced() throws Exception {
        LedgerKey.in(file(), "example");
        List<String> good = Files.readAllLines(file());
        LedgerKey.in(folder.resolve("other"), "example");
        List<String> other = Files.readAllLines(folder.resolve("other"));
        List<List<String>> damaged = new ArrayList<>(List.of(
                List.of(),
                List.of(""),
                good.subList(0, 3),
                good.subList(1, 4),
                List.of(other.get(0), good.get(1), good.get(2), good.get(3)),
                List.of(good.get(0), good.get(1), other.get(2), good.get(3)),
                List.of(good.get(0), good.get(1), good.get(2).substring(1), good.get(3)),
                List.of(good.get(0).replace("+", ""), good.get(1), good.get(2), good.get(3))));
        for (List<String> lines : damaged) {
            Files.write(file(), lines);
            assertThatThrownBy(() -> LedgerKey.in(file(), "example"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("it is damaged. Put it back from a backup")
                    .hasMessageNotContaining(good.get(2));
            assertThat(Files.readAllLines(file())).isEqualTo(lines);
        }
        Files.write(file(), new byte[] {(byte) 0xff, 0, 1});
        assertThatThrownBy(() -> LedgerKey.in(file(), "example")).hasMessageContaining("damaged");
    }
}
