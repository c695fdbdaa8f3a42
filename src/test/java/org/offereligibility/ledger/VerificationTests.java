package org.offereligibility.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No single change of the embedded database's file goes unseen, and looking changes nothing. */
class VerificationTests {
    private static final List<String> TABLES =
            List.of("ledger", "record", "part", "mark", "node", "checkpoint", "archive");

    @TempDir
    Path folder;

    private Place place;

    @BeforeEach
    void record() throws Exception {
        place = Place.in(folder.resolve("data"));
        try (Ledger ledger = Records.open(place)) {
            ledger.append(Records.decision("r1", "C-1", "ELIGIBLE"));
            Entry second = ledger.append(List.of(
                            Records.decision("r2", "C-2", "REFER"), Records.decision("r3", "C-3", "INELIGIBLE")))
                    .get(0);
            ledger.append(Records.about("ruling", "r4", second.id()));
            ledger.erase("e", "HR", "asked", List.of(new Erasure(second.id(), new TreeSet<>(Set.of("dossier")))));
        }
    }

    private Connection intruder() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + place.file());
        does(connection, "PRAGMA synchronous = OFF");
        for (String trigger : texts(connection, "SELECT name FROM sqlite_master WHERE type = 'trigger'")) {
            does(connection, "DROP TRIGGER " + trigger);
        }
        return connection;
    }

    private static void does(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    /** One row as a condition that holds of it alone, and its columns with a changed value of the same type for each. */
    private record Row(String table, String condition, List<String> changes) {}

    private static List<Row> rows(Connection connection) throws SQLException {
        List<Row> rows = new ArrayList<>();
        for (String table : TABLES) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT * FROM " + table)) {
                ResultSetMetaData columns = row.getMetaData();
                while (row.next()) {
                    List<String> conditions = new ArrayList<>();
                    List<String> changes = new ArrayList<>();
                    for (int i = 1; i <= columns.getColumnCount(); i++) {
                        String column = columns.getColumnName(i);
                        String quoted = texts(connection, "SELECT quote(x) FROM (SELECT " + literal(row, i) + " AS x)")
                                .get(0);
                        conditions.add(column + " = " + quoted);
                        changes.add(column + " = " + changed(row.getObject(i), quoted));
                    }
                    rows.add(new Row(table, String.join(" AND ", conditions), changes));
                }
            }
        }
        return rows;
    }

    private static String literal(ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        return value instanceof byte[] bytes
                ? "x'" + HexFormat.of().formatHex(bytes) + "'"
                : value instanceof Number
                        ? value.toString()
                        : "'" + value.toString().replace("'", "''") + "'";
    }

    private static String changed(Object value, String quoted) {
        if (value instanceof byte[] bytes) {
            byte[] other = bytes.clone();
            other[other.length / 2] ^= 1;
            return "x'" + HexFormat.of().formatHex(other) + "'";
        }
        return value instanceof Number number ? Long.toString(number.longValue() + 1000) : quoted + " || 'x'";
    }

    private boolean isFound() throws LedgerUnusable {
        return !Records.verified(place).isIntact();
    }

    @Test
    void noValueCanBeChangedUnseen() throws Exception {
        int changes = 0;
        try (Connection connection = intruder()) {
            does(connection, "PRAGMA ignore_check_constraints = ON");
            for (Row row : rows(connection)) {
                for (String change : row.changes()) {
                    if (row.table().equals("ledger") && change.startsWith("one")) {
                        continue;
                    }
                    does(connection, "CREATE TABLE kept AS SELECT * FROM " + row.table());
                    does(connection, "UPDATE " + row.table() + " SET " + change + " WHERE " + row.condition());
                    assertThat(isFound()).as(row.table() + ": " + change).isTrue();
                    does(connection, "DELETE FROM " + row.table());
                    does(connection, "INSERT INTO " + row.table() + " SELECT * FROM kept");
                    does(connection, "DROP TABLE kept");
                    changes++;
                }
            }
        }
        assertThat(isFound()).isFalse();
        assertThat(changes).isGreaterThan(100);
    }

    /** A checkpoint that is not the newest may go: nobody can tell from what was recorded how it was cut into commits. */
    @Test
    void noRowCanBeRemovedUnseen() throws Exception {
        try (Connection connection = intruder()) {
            for (Row row : rows(connection)) {
                if (row.table().equals("checkpoint") && !row.condition().contains("size = 5 ")) {
                    continue;
                }
                does(connection, "CREATE TABLE kept AS SELECT * FROM " + row.table());
                does(connection, "DELETE FROM " + row.table() + " WHERE " + row.condition());
                assertThat(isFound()).as(row.toString()).isTrue();
                does(connection, "DELETE FROM " + row.table());
                does(connection, "INSERT INTO " + row.table() + " SELECT * FROM kept");
                does(connection, "DROP TABLE kept");
            }
        }
        assertThat(isFound()).isFalse();
    }

    @Test
    void noRowCanBeAddedUnseen() throws Exception {
        for (String row : List.of(
                "INSERT INTO node (level, idx, hash) VALUES (0, 99, zeroblob(32))",
                "INSERT INTO node (level, idx, hash) VALUES (9, 0, zeroblob(32))",
                "INSERT INTO node (level, idx, hash) VALUES (-1, 0, zeroblob(32))",
                "INSERT INTO checkpoint (size, note) VALUES (9, '')",
                "INSERT INTO checkpoint (size, note) VALUES (-9, '')",
                "INSERT INTO mark (idx, name, value) VALUES (-1, '', '')",
                "INSERT INTO part (idx, name, salt, content) VALUES (-1, '', x'', x'')",
                "INSERT INTO archive (hash, content) VALUES ('', x'')",
                "INSERT INTO record SELECT 1000000000000000, 'x', leaf, at, kind, 'x', asked_by, about, role, version,"
                        + " rules FROM record WHERE idx = 0",
                "INSERT INTO record SELECT 5, 'x', leaf, at, kind, 'x', asked_by, about, role, version,"
                        + " rules FROM record WHERE idx = 0")) {
            try (Connection connection = intruder()) {
                does(connection, row);
                assertThat(isFound()).as(row).isTrue();
            }
            recordAnew();
        }
    }

    private void recordAnew() throws Exception {
        for (String name : List.of("ledger.db", "ledger.db-wal", "ledger.db-shm", "ledger.key", "checkpoint")) {
            Files.deleteIfExists(place.folder().resolve(name));
        }
        record();
    }

    @Test
    void aCopyOfTheFileAloneIsEnoughAndIsNotTouched() throws Exception {
        Path copy = Files.createDirectory(folder.resolve("copy"));
        Files.copy(place.file(), copy.resolve("ledger.db"));
        byte[] before = Files.readAllBytes(copy.resolve("ledger.db"));
        VerificationReport report = Records.verified(Place.in(copy));
        assertThat(report.isIntact()).isTrue();
        assertThat(Files.readAllBytes(copy.resolve("ledger.db"))).isEqualTo(before);
        assertThat(copy.resolve("ledger.key")).doesNotExist();
    }

    @Test
    void whatIsNoLedgerIsSaidToBeNone() throws Exception {
        for (String content : List.of("", "rubbish that is no database at all, and is longer than a header is")) {
            Path none = Files.createDirectory(folder.resolve("none" + content.length()));
            Files.writeString(none.resolve("ledger.db"), content);
            assertThatThrownBy(() -> Ledger.openToRead(Place.in(none)))
                    .isInstanceOf(LedgerUnusable.class)
                    .hasMessageContaining("no ledger");
        }
        assertThatThrownBy(() -> Ledger.openToRead(Place.in(folder.resolve("nowhere"))))
                .isInstanceOf(LedgerUnusable.class);
        try (Connection connection = intruder()) {
            does(connection, "UPDATE flyway_schema_history SET version = '99'");
        }
        assertThatThrownBy(() -> Ledger.openToRead(place)).hasMessageContaining("newer version");
    }

    @Test
    void aFileWithDamagedPagesIsNotIntact() throws Exception {
        byte[] bytes = Files.readAllBytes(place.file());
        int pages = bytes.length / 4096;
        for (int page = 2; page < pages; page++) {
            byte[] damaged = bytes.clone();
            Arrays.fill(damaged, page * 4096, page * 4096 + 200, (byte) 0xA5);
            Files.write(place.file(), damaged);
            try {
                assertThat(isFound()).as("page " + page).isTrue();
            } catch (LedgerUnusable unreadable) {
                assertThat(unreadable).hasMessageContaining("damaged");
            }
        }
    }
}
