package org.offereligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offereligibility.Golden;

/** The verb {@code report} over what is recorded. */
class LedgerReportTests {
    @TempDir
    static Path folder;

    /** The docket, of which people overrode, ruled on and withdrew something. */
    private static Path data;

    private static final String GROUP = "Zwielichtzone";

    @BeforeAll
    static void ledger() {
        data = folder.resolve("data");
        say("evaluate " + Dossiers.DOCKET + " --record --by ada --request-id docket --summary");
        for (int number : List.of(23, 53)) {
            override(number, "ELIGIBLE", "bob", "business-need");
        }
        override(109, "ELIGIBLE", "eve", "policy-exception");
        override(75, "INELIGIBLE", "eve", "new-evidence");
        say("record ruling #4 --to ELIGIBLE --by bob --note Convincing.");
        say("record withdrawal #14 --by bob");
        // taken back, so that it counts for nothing
        override(0, "ELIGIBLE", "bob", "business-need");
        say("record withdrawal #206 --by bob");
    }

    private static void override(int number, String to, String by, String reason) {
        say("record override #" + number + " --to " + to + " --by " + by + " --second ann --reason " + reason
                + " --note Needed. --expires 2025-08-01");
    }

    private static void say(String words) {
        Program.Run run = report(words.split(" "));
        assertThat(run.code()).as(run.err()).isZero();
    }

    private static Program.Run report(String... arguments) {
        return Program.runs(Stream.concat(Stream.of(arguments), Stream.of("--data", data.toString()))
                .toArray(String[]::new));
    }

    @Test
    void theFunnelOfWhatIsRecordedIsThatOfTheDossiersWithoutTheWithdrawnOnes() throws Exception {
        Program.Run run = report("report", "funnel");
        assertThat(run.err()).isEmpty();
        Golden.assertEquals("cli/report-funnel-recorded.txt", run.out());
    }

    @Test
    void overridesAreToldByRuleReasonAndPerson() throws Exception {
        Program.Run run = report("report", "overrides", "--often-times", "2");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        Golden.assertEquals("cli/report-overrides.txt", run.out());
        for (String format : List.of("csv", "json", "html")) {
            assertThat(report("report", "overrides", "--format", format).out())
                    .contains("business-need", "policy-exception", "eve");
        }
    }

    @Test
    void groupsAreComparedByTheVerdictsThatStandAndStoredNowhere() throws Exception {
        Path groups = folder.resolve("groups.csv");
        StringBuilder lines = new StringBuilder("candidate,group\n");
        for (int i = 1; i <= 200; i++) {
            lines.append(String.format("d-%03d,%s%n", i, i % 3 == 0 ? GROUP : "North"));
        }
        Files.writeString(groups, lines);
        Program.Run run = report("report", "fairness", "--groups", groups.toString());
        assertThat(run.errLines())
                .containsExactly(
                        groups + ":16: there is no decision on this candidate here, so that the line is left out");
        Golden.assertEquals("cli/report-fairness-recorded.txt", run.out());
        try (Stream<Path> files = Files.list(data)) {
            for (Path file : files.toList()) {
                assertThat(bytes(file)).doesNotContain(GROUP);
            }
        }
    }

    private static String bytes(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }

    @Test
    void onlyWhatWasRecordedInATimeCounts() {
        Program.Run later = report("report", "funnel", "--from", "2025-06-02");
        assertThat(later.out()).contains("There is no candidate to report on.");
        assertThat(report("report", "funnel", "--from", "2025-06-01", "--until", "2025-06-01")
                        .out())
                .isEqualTo(report("report", "funnel").out());
        Program.Run backwards = report("report", "funnel", "--from", "2025-06-02", "--until", "2025-06-01");
        assertThat(backwards.code()).isEqualTo(ExitCode.USAGE);
        assertThat(backwards.err()).contains("`--until` is before `--from`");
    }

    @Test
    void whatCannotBeReportedOnIsTold() {
        assertThat(Program.runs("report", "funnel").err()).contains("say what to report on");
        assertThat(report("report", "funnel", "--dossiers", Dossiers.DOCKET).err())
                .contains("leave out `--dossiers`");
        assertThat(report("report", "overrides", "--role", "violinist").err())
                .contains("no decision on the role `violinist` is recorded; there are decisions on pmm");
        Program.Run none = Program.runs(
                "report", "overrides", "--data", folder.resolve("nowhere").toString());
        assertThat(none.code()).isEqualTo(ExitCode.USAGE);
        assertThat(none.err()).contains("there is no ledger in the folder");
        assertThat(report("report", "overrides", "--often-percent", "101").err())
                .contains("from 0 to 100");
    }

    @Test
    void aLedgerWithoutDecisionsSaysSo() {
        String empty = folder.resolve("empty").toString();
        Program.runs("evaluate", "-", "--record", "--by", "ada", "--data", empty);
        Program.Run run = Program.runs("report", "funnel", "--data", empty);
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("no decision is recorded in this ledger");
    }
}
