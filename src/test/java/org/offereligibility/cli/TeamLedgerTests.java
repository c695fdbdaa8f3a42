package org.offereligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offereligibility.ledger.TestServer;

/** A team's ledger in PostgreSQL, through the same verbs. */
class TeamLedgerTests {
    @TempDir
    static Path folder;

    private static String database;

    @BeforeAll
    static void record() {
        database = TestServer.newDatabase();
        done("evaluate " + Dossiers.REFERRED + " " + Dossiers.ELIGIBLE + " --record --by ada --request-id r --summary");
        done("record ruling 0 --to ELIGIBLE --by bob");
    }

    private static Program.Run run(String words) {
        return Program.runs(Stream.concat(
                        Stream.of(words.split(" ")),
                        Stream.of(
                                "--database",
                                database,
                                "--data",
                                folder.resolve("key").toString()))
                .toArray(String[]::new));
    }

    private static String done(String words) {
        Program.Run run = run(words);
        assertThat(run.code()).as(run.err()).isZero();
        return run.out();
    }

    @Test
    void itIsSearchedVerifiedReplayedReportedOnAndErasedAsTheFileIs() {
        assertThat(done("audit list")).contains("ruling");
        assertThat(done("audit search --verdict REFER")).contains("guide-10b");
        assertThat(done("audit show 0")).contains("REFER", "ELIGIBLE");
        assertThat(done("audit replay --all")).contains("2");
        assertThat(done("report overrides")).contains("No decision was overridden");
        String receipt = folder.resolve("receipt.zip").toString();
        done("audit export 0 --out " + receipt);
        assertThat(Program.runs("audit", "check", receipt).code()).isZero();
        done("audit verify");
        done("audit hold guide-10b --reason Lawsuit. --by ada");
        assertThat(run("audit erase guide-10b --reason Asked. --by ada --yes").code())
                .isNotZero();
        done("audit release guide-10b --reason Settled. --by ada");
        done("audit erase guide-10b --reason Asked. --by ada --yes");
        done("audit verify");
        assertThat(done("audit list --all")).doesNotContain("guide-10b");
    }

    @Test
    void whatIsNoAddressOfADatabaseIsToldPlainly() {
        Program.Run run = Program.runs("audit", "list", "--database", "mysql://here");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("takes a URL that begins with `jdbc:postgresql://`");
    }
}
