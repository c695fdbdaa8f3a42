package org.offereligibility.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings a ledger's tables to the shape that this program knows. */
final class Schema {
    /** The newest migration under {@code db/migration}. */
    static final int KNOWN = 2;

    private static final String HISTORY = "flyway_schema_history";
    private static final Object ONE_AT_A_TIME = new Object();

    private Schema() {}

    /** Makes the tables if there are none. Flyway is only woken when there is something to do: it takes its time. */
    static void prepare(Database database) throws LedgerUnusable {
        try {
            if (version(database) < KNOWN) {
                synchronized (ONE_AT_A_TIME) {
                    migrate(database);
                }
            }
        } catch (SQLException | FlywayException failed) {
            throw Fault.of(failed, database.place());
        } catch (IOException failed) {
            throw new LedgerUnusable("The folder " + database.place().folder() + " cannot be written to.");
        }
    }

    /** @throws LedgerUnusable unless the tables are those that this program knows */
    static void require(Database database) throws LedgerUnusable {
        try (Connection connection = database.connect()) {
            int version = version(database, connection);
            if (version == 0) {
                throw new LedgerUnusable("There is no ledger in " + database.place() + ".");
            }
            if (version < KNOWN) {
                throw new LedgerUnusable("The ledger " + database.place() + " was written by an older version of this"
                        + " program and can only be read after this version has recorded something in it.");
            }
        } catch (SQLException failed) {
            throw Fault.of(failed, database.place());
        }
    }

    private static int version(Database database) throws SQLException, LedgerUnusable {
        try (Connection connection = database.owner().getConnection()) {
            if (database instanceof Server server) {
                server.requireDurable(connection);
            }
            return version(database, connection);
        }
    }

    private static int version(Database database, Connection connection) throws SQLException, LedgerUnusable {
        try (Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names = statement.executeQuery(database.tablesQuery())) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            if (!tables.contains(HISTORY)) {
                if (!tables.isEmpty()) {
                    throw new LedgerUnusable("The database " + database.place()
                            + " is no ledger: it holds other tables. Give the ledger a place of its own.");
                }
                return 0;
            }
            try (ResultSet at = statement.executeQuery("SELECT max(CAST(version AS INTEGER)) FROM " + HISTORY
                    + " WHERE success" + (database instanceof Server ? "" : " = 1"))) {
                int version = at.next() ? at.getInt(1) : 0;
                if (version > KNOWN) {
                    throw new LedgerUnusable("The ledger " + database.place()
                            + " was written by a newer version of this" + " program. Use that version or a later one.");
                }
                return version;
            }
        }
    }

    private static void migrate(Database database) throws IOException, SQLException, LedgerUnusable {
        if (database instanceof Server) {
            run(database, "postgresql");
            return;
        }
        // Flyway lets several processes take turns on PostgreSQL, not on SQLite
        try (FileChannel channel = FileChannel.open(
                        database.place().folder().resolve("ledger.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            if (held.isValid() && version(database) < KNOWN) {
                run(database, "sqlite");
            }
        }
    }

    private static void run(Database database, String vendor) {
        var flyway = Flyway.configure()
                .dataSource(database.owner())
                .locations("classpath:db/migration/" + vendor)
                .failOnMissingLocations(true)
                .loggers("slf4j");
        if (database instanceof Server) {
            flyway.schemas(Server.SCHEMA).createSchemas(true);
        }
        flyway.load().migrate();
    }
}
