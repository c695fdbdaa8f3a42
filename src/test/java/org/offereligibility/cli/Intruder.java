package org.offereligibility.cli;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.offereligibility.ledger.Hash;
import org.offereligibility.ledger.Node;
import org.offereligibility.ledger.Tree;

/** Someone with full rights to the embedded database's file, who knows the program: the triggers go first. */
final class Intruder implements AutoCloseable {
    private final Connection connection;

    Intruder(Path file) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        does("PRAGMA synchronous = OFF");
        for (String trigger : texts("SELECT name FROM sqlite_master WHERE type = 'trigger'")) {
            does("DROP TRIGGER " + trigger);
        }
    }

    /** What someone does who broke in. */
    @FunctionalInterface
    interface Deed {
        void by(Intruder intruder) throws Exception;
    }

    void does(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    /** Replaces words within a leaf by others of the same length, so that it stays well written. */
    void rewrites(long index, String words, String others) throws SQLException {
        does(
                "UPDATE record SET leaf = CAST(replace(CAST(leaf AS TEXT), ?, ?) AS BLOB) WHERE idx = ?",
                words,
                others,
                index);
    }

    /** Makes all stored hashes fit what the records say now, and returns the root. */
    Hash growsTheTreeAnew() throws SQLException {
        does("DELETE FROM node");
        Map<List<Long>, Hash> nodes = new HashMap<>();
        List<byte[]> leaves = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT leaf FROM record ORDER BY idx")) {
            while (row.next()) {
                leaves.add(row.getBytes(1));
            }
        }
        for (int i = 0; i < leaves.size(); i++) {
            for (Node node : Tree.grown(
                    (level, index) -> nodes.get(List.of((long) level, index)), i, Hash.leaf(leaves.get(i)))) {
                nodes.put(List.of((long) node.level(), node.index()), node.hash());
                does(
                        "INSERT INTO node (level, idx, hash) VALUES (?, ?, ?)",
                        node.level(),
                        node.index(),
                        node.hash().bytes());
            }
        }
        return Tree.root((level, index) -> nodes.get(List.of((long) level, index)), leaves.size());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
