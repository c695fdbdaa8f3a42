package org.offereligibility.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** PostgreSQL, in a schema of its own. */
final class Server implements Database {
    static final String SCHEMA = "ledger";
    static final int PATIENCE_SECONDS = 30;

    /** The triggers that the migration sets: three for each of seven tables, and one for the order of records. */
    static final int GUARDS = 22;

    /** One number for all writers of a database; it means nothing. */
    private static final long LOCK = 0x6c6564676572L;

    /** The driver warns of addresses on standard error; what is wrong is said in our own words. Held, or it is forgotten. */
    private static final Logger DRIVER = Logger.getLogger("org.postgresql");

    static {
        DRIVER.setLevel(Level.OFF);
    }

    private final Place place;
    private final boolean toRead;
    private final PGSimpleDataSource source = new PGSimpleDataSource();

    Server(Place place) throws LedgerUnusable {
        this(place, false);
    }

    /** @param toRead whether to read alone, with the user's own rights */
    Server(Place place, boolean toRead) throws LedgerUnusable {
        this.place = place;
        this.toRead = toRead;
        String url = place.url().orElseThrow();
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new LedgerUnusable("The address of a database begins with jdbc:postgresql:// and this one does not.");
        }
        try {
            source.setUrl(url);
        } catch (IllegalArgumentException malformed) {
            throw new LedgerUnusable("The address of the database cannot be read. It is written like this:"
                    + " jdbc:postgresql://host:5432/database");
        }
        place.user().ifPresent(source::setUser);
        place.password().ifPresent(source::setPassword);
        source.setApplicationName("offer-eligibility");
        source.setCurrentSchema(SCHEMA);
        source.setConnectTimeout(10);
        source.setSocketTimeout(4 * PATIENCE_SECONDS);
        source.setTcpKeepAlive(true);
        source.setReWriteBatchedInserts(true);
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public DataSource owner() {
        return source;
    }

    @Override
    public Connection connect() throws SQLException {
        Connection connection = source.getConnection();
        try (Statement statement = connection.createStatement()) {
            if (toRead) {
                connection.setReadOnly(true);
                return connection;
            }
            // a session may be set to acknowledge what is not yet on the disk; this one never
            statement.execute("SET synchronous_commit = on");
            statement.execute("SET lock_timeout = '" + PATIENCE_SECONDS + "s'");
            statement.execute("SET ROLE ledger_append");
        } catch (SQLException refused) {
            connection.close();
            throw refused;
        }
        return connection;
    }

    @Override
    public Connection snapshot() throws SQLException {
        Connection connection = connect();
        try {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException refused) {
            connection.close();
            throw refused;
        }
    }

    /** @throws LedgerUnusable if the server acknowledges what is not on its disk */
    void requireDurable(Connection connection) throws SQLException, LedgerUnusable {
        try (Statement statement = connection.createStatement();
                ResultSet setting = statement.executeQuery("SHOW fsync")) {
            if (setting.next() && "off".equals(setting.getString(1))) {
                throw new LedgerUnusable(
                        "The database " + place + " is set not to wait for its disk (fsync is off), so that"
                                + " a power cut may lose what was recorded. Have it turned on.");
            }
        }
    }

    @Override
    public void lock(Session session) {
        session.sql("SELECT pg_advisory_xact_lock(" + LOCK + ")").query().listOfRows();
    }

    @Override
    public void allowErasing(Session session) {
        session.sql("SET LOCAL ROLE ledger_erase").update();
    }

    /** Rewrites the tables without what was removed. The server's own log and its backups are its administrator's. */
    @Override
    public void scrub(Session session) {
        session.sql("SET ROLE ledger_erase").update();
        session.sql("VACUUM FULL part").update();
        session.sql("VACUUM FULL mark").update();
        session.sql("SET ROLE ledger_append").update();
    }

    @Override
    public String tablesQuery() {
        return "SELECT table_name FROM information_schema.tables WHERE table_schema = '" + SCHEMA + "'";
    }
}
