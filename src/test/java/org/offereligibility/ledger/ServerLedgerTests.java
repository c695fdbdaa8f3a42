package org.offereligibility.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The ledger in a team's PostgreSQL. */
class ServerLedgerTests extends LedgerContract {
    @Override
    Place newPlace() {
        return Place.at(TestServer.newDatabase(), folder.resolve("data"));
    }

    @Test
    void aUserWhoMayOnlyAppendRecordsAndCannotErase() throws Exception {
        Entry entry = ledger.append(Records.decision("r1", "C-1", "ELIGIBLE"));
        TestServer.run("postgres", "DROP ROLE IF EXISTS clerk");
        TestServer.run("postgres", "CREATE ROLE clerk LOGIN PASSWORD 'x' IN ROLE ledger_append");
        String url = place.url().orElseThrow().replaceFirst("user=postgres", "user=clerk");
        try (Ledger clerks =
                Records.open(new Place(place.folder(), Optional.of(url), Optional.empty(), Optional.of("x")))) {
            clerks.append(Records.decision("r2", "C-2", "ELIGIBLE"));
            assertThatThrownBy(() -> clerks.erase(
                            "e", "clerk", "", List.of(new Erasure(entry.id(), new TreeSet<>(Set.of("dossier"))))))
                    .isInstanceOf(LedgerUnusable.class)
                    .hasMessageContaining("ledger_erase for erasing");
        }
        assertThat(Records.sound(ledger)).hasSize(2);
        assertThat(ledger.parts(0)).hasSize(4);
    }

    @Test
    void whatAnAdministratorChangesIsFound() throws Exception {
        recordSome();
        String database = place.url().orElseThrow().replaceFirst(".*/([^?]*).*", "$1");
        TestServer.run(database, "ALTER TABLE ledger.record DISABLE TRIGGER USER");
        TestServer.run(database, "UPDATE ledger.record SET asked_by = 'eve' WHERE idx = 2");
        VerificationReport report = Records.verified(place);
        assertThat(report.flaws()).singleElement().satisfies(flaw -> {
            assertThat(flaw.kind()).isEqualTo(Flaw.Kind.COLUMN);
            assertThat(flaw.index()).hasValue(2);
        });
        assertThat(report.remarks()).singleElement().asString().contains("4 triggers");
    }

    @Test
    void aUserWhoMayOnlyReadCanLookAtItAll() throws Exception {
        recordSome();
        String database = place.url().orElseThrow().replaceFirst(".*/([^?]*).*", "$1");
        TestServer.run("postgres", "DROP ROLE IF EXISTS auditor");
        TestServer.run("postgres", "CREATE ROLE auditor LOGIN PASSWORD 'x'");
        TestServer.run(database, "GRANT USAGE ON SCHEMA ledger TO auditor");
        TestServer.run(database, "GRANT SELECT ON ALL TABLES IN SCHEMA ledger TO auditor");
        String url = place.url().orElseThrow().replaceFirst("user=postgres", "user=auditor");
        Place theirs = new Place(place.folder(), Optional.of(url), Optional.empty(), Optional.of("x"));
        assertThat(Records.verified(theirs).isIntact()).isTrue();
        TestServer.run(database, "DROP OWNED BY auditor; DROP ROLE auditor");
    }

    @Test
    void noTableAndNoSampleOfThePlannerKeepsWhatWasErased() throws Exception {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            entries.add(ledger.append(Records.decision("r" + i, "Wilhelmina-" + i % 2, "REFER")));
        }
        try (Connection connection = Database.at(place).owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE");
            assertThat(holding(statement, "Wilhelmina-1")).containsOnly("part");
            ledger.erase(
                    "e",
                    "HR",
                    "",
                    entries.stream()
                            .filter(entry -> entry.index() % 2 == 1)
                            .map(entry ->
                                    new Erasure(entry.id(), new TreeSet<>(Set.of("candidate", "dossier", "decision"))))
                            .toList());
            assertThat(holding(statement, "Wilhelmina-1")).isEmpty();
            assertThat(holding(statement, "Wilhelmina-0")).containsOnly("part");
        }
        assertThat(Records.sound(ledger)).hasSize(30);
    }

    @Test
    void everySearchReadsAnIndex() throws Exception {
        ledger.append(Records.decision("r1", "C-1", "REFER"));
        String filling = " FROM generate_series(1, 20000) i";
        try (Connection connection = Database.at(place).owner().getConnection();
                Statement statement = connection.createStatement();
                Session session = Session.of(Database.at(place))) {
            statement.execute("INSERT INTO record SELECT i, 'id' || i, 'x', 1700000000000 + i, 'k' || i % 3, 'q' || i,"
                    + " 'p' || i % 50, 'id' || i / 2, 'role' || i % 2, 'v' || i % 4, 'h' || i % 4" + filling);
            statement.execute(
                    "INSERT INTO part SELECT i, 'candidate', 'x', convert_to('c' || i / 2, 'UTF8')" + filling);
            statement.execute("INSERT INTO mark SELECT i, 'code', 'c' || i % 40" + filling);
            statement.execute("ANALYZE");
            for (Filter filter : SearchTests.alone()) {
                for (boolean backwards : List.of(true, false)) {
                    Search search = Search.of(session, filter, backwards ? Long.MAX_VALUE : 0, backwards)
                            .orElseThrow();
                    StringBuilder plan = new StringBuilder();
                    try (ResultSet rows =
                            statement.executeQuery("EXPLAIN " + SearchTests.typed(search, "'C-1'::bytea"))) {
                        while (rows.next()) {
                            plan.append(rows.getString(1)).append('\n');
                        }
                    }
                    assertThat(plan.toString()).contains("Index").doesNotContain("Seq Scan");
                }
            }
        }
    }

    /** The tables that hold a text, as it is or as bytes; the server's own samples among them. */
    private static List<String> holding(Statement statement, String secret) throws Exception {
        List<String> tables = new ArrayList<>(List.of("pg_catalog.pg_stats"));
        try (ResultSet names = statement.executeQuery(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = 'ledger'")) {
            while (names.next()) {
                tables.add(names.getString(1));
            }
        }
        StringBuilder hex = new StringBuilder();
        for (byte one : Records.bytes(secret)) {
            hex.append(String.format("%02x", one));
        }
        List<String> found = new ArrayList<>();
        for (String table : tables) {
            try (ResultSet count = statement.executeQuery("SELECT count(*) FROM " + table + " t WHERE t::text LIKE '%"
                    + secret + "%' OR t::text LIKE '%" + hex + "%'")) {
                count.next();
                if (count.getLong(1) > 0) {
                    found.add(table);
                }
            }
        }
        return found;
    }

    @Test
    void anAddressThatCannotBeUsedIsRefusedInPlainWordsWithoutThePassword() {
        String port = Integer.toString(TestServer.port());
        for (List<String> address : List.of(
                List.of("jdbc:postgresql://localhost:1/x?user=u&password=s3cret", "cannot be reached"),
                List.of("jdbc:postgresql://no-such-host.invalid/x?user=u&password=s3cret", "cannot be reached"),
                List.of(
                        "jdbc:postgresql://localhost:" + port + "/none?user=postgres&password=s3cret",
                        "does not exist"),
                List.of(
                        "jdbc:postgresql://localhost:" + port + "/postgres?user=nobody&password=s3cret",
                        "let this user in"),
                List.of("jdbc:mysql://root:s3cret@localhost/x", "begins with jdbc:postgresql://"),
                List.of("jdbc:postgresql://localhost:notaport/x?password=s3cret", "cannot be read"))) {
            assertThatThrownBy(() -> Records.open(Place.at(address.get(0), folder)))
                    .isInstanceOf(LedgerUnusable.class)
                    .hasMessageContaining(address.get(1))
                    .hasMessageNotContaining("s3cret");
        }
    }
}
