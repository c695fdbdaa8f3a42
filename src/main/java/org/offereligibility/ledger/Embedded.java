package org.offereligibility.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** One file, SQLite: a commit is on the disk before it returns (write-ahead log, {@code synchronous=FULL}). */
record Embedded(Place place) implements Database {
    static final int PATIENCE_SECONDS = 30;

    @Override
    public DataSource owner() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(PATIENCE_SECONDS * 1000);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        // two writers that both began by reading would lock each other out
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        // what is erased is overwritten, and a row that another takes the place of counts as removed
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "ON");
        config.enableRecursiveTriggers(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + place.file().toAbsolutePath());
        return source;
    }

    @Override
    public Connection connect() throws SQLException {
        return owner().getConnection();
    }

    @Override
    public Connection snapshot() throws SQLException {
        return new EmbeddedToRead(place).snapshot();
    }

    /** Nothing: the transaction began as a writing one. */
    @Override
    public void lock(Session session) {}

    /** Nothing: a file has no users; the triggers watch. */
    @Override
    public void allowErasing(Session session) {}

    @Override
    public void scrub(Session session) throws LedgerUnusable {
        session.sql("PRAGMA wal_checkpoint(TRUNCATE)").query().listOfRows();
        session.sql("VACUUM").update();
        Map<String, Object> done =
                session.sql("PRAGMA wal_checkpoint(TRUNCATE)").query().singleRow();
        if (((Number) done.getOrDefault("busy", 1)).intValue() != 0) {
            throw new LedgerUnusable(
                    "What was to be erased is erased from the ledger, but traces of it are still in the file " + place
                            + "-wal, because another program is reading. Ask for the same once more when it has ended.");
        }
    }

    @Override
    public String tablesQuery() {
        return "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'";
    }
}
