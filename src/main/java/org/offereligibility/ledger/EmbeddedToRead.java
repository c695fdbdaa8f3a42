package org.offereligibility.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** One file, SQLite, opened so that nothing can be written to it. */
record EmbeddedToRead(Place place) implements Database {
    EmbeddedToRead {
        if (place.url().isPresent()) {
            throw new IllegalArgumentException("this is no file");
        }
    }

    @Override
    public DataSource owner() {
        return source(place.file().toAbsolutePath().toString());
    }

    private static DataSource source(String file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(Embedded.PATIENCE_SECONDS * 1000);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    @Override
    public Connection connect() throws SQLException {
        Connection connection = owner().getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.executeQuery("SELECT count(*) FROM sqlite_master").close();
            return connection;
        } catch (SQLException refused) {
            connection.close();
            if (!nobodyRecords()) {
                throw refused;
            }
        }
        // SQLite makes small files beside one with a write-ahead log, unless it is told that nobody changes it
        return source(place.file().toUri() + "?immutable=1").getConnection();
    }

    /** Whether the file alone holds everything: with a log beside it, the last records may stand there. */
    private boolean nobodyRecords() {
        Path log = place.file().resolveSibling(place.file().getFileName() + "-wal");
        try {
            return Files.isRegularFile(place.file()) && (!Files.exists(log) || Files.size(log) == 0);
        } catch (IOException unreadable) {
            return false;
        }
    }

    @Override
    public Connection snapshot() throws SQLException {
        Connection connection = connect();
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public void lock(Session session) {
        throw new UnsupportedOperationException("opened to be read");
    }

    @Override
    public void allowErasing(Session session) {
        throw new UnsupportedOperationException("opened to be read");
    }

    @Override
    public void scrub(Session session) {
        throw new UnsupportedOperationException("opened to be read");
    }

    @Override
    public String tablesQuery() {
        return new Embedded(place).tablesQuery();
    }
}
