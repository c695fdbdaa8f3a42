package org.offereligibility.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
