package org.offereligibility.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL for all tests of a JVM, which waits for its disk as a real one does; each test takes a database of its own. */
public final class TestServer {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private TestServer() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "off")
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The JDBC URL of a new, empty database. */
    public static String newDatabase() {
        String name = "db" + NEXT.incrementAndGet();
        run("postgres", "CREATE DATABASE " + name);
        return SERVER.getJdbcUrl("postgres", name);
    }

    static void run(String database, String sql) {
        try (Connection connection = SERVER.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Stops the server as an administrator in a hurry does, without waiting for anyone, and starts it again. */
    static void restart() throws Exception {
        Path data = dataDirectory();
        Path control = control();
        List<String> command = new ArrayList<>();
        if (new ProcessBuilder("unshare", "-U", "id", "-u").start().waitFor() == 0) {
            // PostgreSQL refuses to run as root; the library starts it so, too
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(
                control.toString(),
                "-D",
                data.toString(),
                "-m",
                "immediate",
                "-w",
                "-o",
                "-p " + port() + " -c fsync=on",
                "-l",
                data.resolve("restarted.log").toString(),
                "restart"));
        Process restart = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (restart.waitFor() != 0) {
            throw new IllegalStateException("PostgreSQL did not restart");
        }
    }

    private static Path dataDirectory() throws SQLException {
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW data_directory")) {
            row.next();
            return Path.of(row.getString(1));
        }
    }

    /** {@code pg_ctl} beside the server that is running. */
    private static Path control() throws Exception {
        long postmaster = Long.parseLong(Files.readAllLines(dataDirectory().resolve("postmaster.pid"))
                .get(0)
                .strip());
        return Path.of(ProcessHandle.of(postmaster)
                        .orElseThrow()
                        .info()
                        .command()
                        .orElseThrow())
                .resolveSibling("pg_ctl");
    }

    static int port() {
        return SERVER.getPort();
    }
}
