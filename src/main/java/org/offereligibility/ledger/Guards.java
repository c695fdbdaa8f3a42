package org.offereligibility.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The database's triggers that refuse every change. Without them the records are none the worse, but someone made room. */
final class Guards {
    private static final Pattern TRIGGER = Pattern.compile("CREATE TRIGGER (?s:.*?)\\bEND(?=;)");

    private Guards() {}

    static Optional<String> remark(Snapshot snapshot) throws SQLException {
        long missing = snapshot.isServer() ? missingFromServer(snapshot) : missingFromFile(snapshot);
        return missing == 0
                ? Optional.empty()
                : Optional.of("The database was opened to changes: " + Numbers.of(missing, "trigger") + " that "
                        + (missing == 1 ? "refuses" : "refuse") + " them " + (missing == 1 ? "was" : "were")
                        + " removed or altered. Only someone with full rights to the database can do that.");
    }

    private static long missingFromFile(Snapshot snapshot) throws SQLException {
        Set<String> found = new HashSet<>();
        snapshot.all(row -> Rows.text(row, 1), "SELECT sql FROM sqlite_master WHERE type = 'trigger'")
                .forEach(sql -> found.add(plain(sql)));
        long missing = 0;
        Matcher wanted = TRIGGER.matcher(script());
        while (wanted.find()) {
            missing += found.contains(plain(wanted.group())) ? 0 : 1;
        }
        return missing;
    }

    private static long missingFromServer(Snapshot snapshot) throws SQLException {
        long found = snapshot.all(
                        row -> row.getLong(1),
                        "SELECT count(*) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
                                + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = '" + Server.SCHEMA
                                + "' AND NOT t.tgisinternal AND t.tgenabled IN ('O', 'A')")
                .get(0);
        return Math.max(0, Server.GUARDS - found);
    }

    private static String plain(String sql) {
        return sql.replaceAll("\\s+", " ").strip();
    }

    private static String script() {
        try (InputStream script = Guards.class.getResourceAsStream("/db/migration/sqlite/V1__ledger.sql")) {
            return script == null ? "" : new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
