package org.offereligibility.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A whole ledger as it was at one moment, row by row. */
final class Snapshot implements AutoCloseable {
    private final boolean server;
    private final Connection connection;
    private final Rows<Entry> records;
    private final Rows<Numbered<Part>> parts;
    private final Rows<Numbered<Mark>> marks;
    private final Rows<Note> checkpoints;
    private final Map<Integer, Rows<Numbered<byte[]>>> nodes = new HashMap<>();

    /** Something of a record, or of the tree, and its number. */
    record Numbered<T>(long index, T what) {}

    /** A checkpoint as it is stored. */
    record Note(long size, String text) {}

    Snapshot(Database database) throws SQLException {
        server = database instanceof Server;
        connection = database.snapshot();
        try {
            records = Rows.of(
                    connection,
                    Snapshot::entry,
                    "SELECT idx, id, leaf, at, kind, request, asked_by, about, role, version, rules FROM record"
                            + " ORDER BY idx");
            parts = Rows.of(
                    connection,
                    row -> new Numbered<>(
                            row.getLong(1), new Part(Rows.text(row, 2), Rows.bytes(row, 3), Rows.bytes(row, 4))),
                    "SELECT idx, name, salt, content FROM part ORDER BY idx, name");
            marks = Rows.of(
                    connection,
                    row -> new Numbered<>(row.getLong(1), new Mark(Rows.text(row, 2), Rows.text(row, 3))),
                    "SELECT idx, name, value FROM mark ORDER BY idx");
            checkpoints = Rows.of(
                    connection,
                    row -> new Note(row.getLong(1), Rows.text(row, 2)),
                    "SELECT size, note FROM checkpoint ORDER BY size");
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    /** Whether PostgreSQL holds it. */
    boolean isServer() {
        return server;
    }

    Rows<Entry> records() {
        return records;
    }

    Rows<Note> checkpoints() {
        return checkpoints;
    }

    Rows<Numbered<Part>> parts() {
        return parts;
    }

    Rows<Numbered<Mark>> marks() {
        return marks;
    }

    /** The stored hash of a complete subtree; to be asked for along each level. Empty if there is none of 32 bytes. */
    Optional<Hash> node(int level, long index) throws SQLException {
        Rows<Numbered<byte[]>> row = level(level);
        while (row.next().filter(node -> node.index() < index).isPresent()) {
            row.take();
        }
        Optional<byte[]> found =
                row.next().filter(node -> node.index() == index).map(Numbered::what);
        return found.filter(bytes -> bytes.length == Hash.LENGTH).map(Hash::ofBytes);
    }

    /** The stored hashes of a level that were not asked for yet. */
    Rows<Numbered<byte[]>> level(int level) throws SQLException {
        Rows<Numbered<byte[]>> rows = nodes.get(level);
        if (rows == null) {
            rows = rows(
                    row -> new Numbered<>(row.getLong(1), Rows.bytes(row, 2)),
                    "SELECT idx, hash FROM node WHERE level = ? ORDER BY idx",
                    level);
            nodes.put(level, rows);
        }
        return rows;
    }

    <T> Rows<T> rows(Rows.Reading<T> reading, String sql, Object... values) throws SQLException {
        return Rows.of(connection, reading, sql, values);
    }

    /** All answers to a question that has few. */
    <T> List<T> all(Rows.Reading<T> reading, String sql, Object... values) throws SQLException {
        List<T> all = new ArrayList<>();
        try (Rows<T> rows = rows(reading, sql, values)) {
            for (Optional<T> next = rows.next(); next.isPresent(); next = rows.next()) {
                all.add(next.get());
                rows.take();
            }
        }
        return all;
    }

    /** Where the record of an id stands. */
    Optional<Long> indexOf(String id) throws SQLException {
        return all(row -> row.getLong(1), "SELECT idx FROM record WHERE id = ? ORDER BY idx LIMIT 1", id).stream()
                .findFirst();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong(1),
                Rows.text(row, 2),
                Rows.bytes(row, 3),
                Instant.ofEpochMilli(row.getLong(4)),
                Rows.text(row, 5),
                Rows.text(row, 6),
                Rows.text(row, 7),
                Rows.text(row, 8),
                Rows.text(row, 9),
                Rows.text(row, 10),
                Rows.text(row, 11));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
