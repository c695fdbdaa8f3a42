package org.offereligibility.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The ledger in one file. */
class EmbeddedLedgerTests extends LedgerContract {
    @Override
    Place newPlace() {
        return Place.in(folder.resolve("data"));
    }

    @Test
    void noFileKeepsAByteOfWhatWasErased() throws Exception {
        String secret = "Wilhelmina-7731";
        Entry entry = null;
        for (int i = 0; i < 40; i++) {
            Entry next = ledger.append(Records.decision("r" + i, i == 20 ? secret : "C-" + i, "REFER"));
            entry = i == 20 ? next : entry;
        }
        assertThat(holding(secret)).isNotEmpty();
        byte[] salt = ledger.part(20, "dossier").orElseThrow().salt();
        ledger.erase(
                "e",
                "HR",
                "",
                List.of(new Erasure(entry.id(), new TreeSet<>(Set.of("candidate", "dossier", "decision", "outcome")))));
        assertThat(holding(secret)).isEmpty();
        assertThat(holding(new String(salt, StandardCharsets.ISO_8859_1))).isEmpty();
        assertThat(Records.sound(ledger)).hasSize(41);
    }

    private List<Path> holding(String secret) throws Exception {
        try (Stream<Path> files = Files.walk(place.folder())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> {
                        try {
                            return Files.readString(file, StandardCharsets.ISO_8859_1)
                                    .contains(secret);
                        } catch (java.io.IOException unreadable) {
                            throw new java.io.UncheckedIOException(unreadable);
                        }
                    })
                    .toList();
        }
    }

    @Test
    void noRowTakesTheSameRowsPlace() throws Exception {
        ledger.append(Records.decision("r1", "C-1", "ELIGIBLE"));
        try (Connection connection = Database.at(place).connect();
                Statement statement = connection.createStatement()) {
            for (String attack : List.of(
                    "REPLACE INTO record SELECT idx, id, leaf, at, kind, request, 'me', about, role, version, rules FROM record",
                    "REPLACE INTO record SELECT 1, id, leaf, at, kind, request, 'me', about, role, version, rules FROM record",
                    "REPLACE INTO part SELECT idx, name, salt, salt FROM part",
                    "REPLACE INTO node SELECT level, idx, hash FROM node",
                    "REPLACE INTO checkpoint SELECT size, '' FROM checkpoint",
                    "REPLACE INTO archive SELECT hash, hash FROM archive")) {
                assertThatThrownBy(() -> statement.executeUpdate(attack)).isInstanceOf(SQLException.class);
            }
        }
        assertThat(Records.sound(ledger)).hasSize(1);
    }

    @Test
    void aFileOfAnotherKindIsRefused() throws Exception {
        Place junk = Place.in(Files.createDirectories(folder.resolve("junk")));
        Files.writeString(junk.file(), "This is a letter, and a long one. ".repeat(100));
        assertThatThrownBy(() -> Records.open(junk))
                .isInstanceOf(LedgerUnusable.class)
                .hasMessageContaining("is no ledger: it is not a file that this program wrote");
        Place other = Place.in(Files.createDirectories(folder.resolve("other")));
        try (Connection connection = Database.at(other).connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE songs (title TEXT)");
        }
        assertThatThrownBy(() -> Records.open(other))
                .isInstanceOf(LedgerUnusable.class)
                .hasMessageContaining("it holds other tables");
        Place empty = Place.in(Files.createDirectories(folder.resolve("empty")));
        Files.createFile(empty.file());
        try (Ledger fresh = Records.open(empty)) {
            assertThat(fresh.size()).isZero();
        }
    }

    @Test
    void aFolderThatIsAFileIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> Records.open(Place.in(file)))
                .isInstanceOf(LedgerUnusable.class)
                .hasMessageContaining("cannot be made");
        assertThatThrownBy(() -> Records.open(Place.in(file.resolve("below")))).isInstanceOf(LedgerUnusable.class);
        Place folderForFile = Place.in(Files.createDirectories(folder.resolve("odd")));
        Files.createDirectory(folderForFile.file());
        assertThatThrownBy(() -> Records.open(folderForFile))
                .isInstanceOf(LedgerUnusable.class)
                .hasMessageContaining("cannot be opened for writing");
    }
}
