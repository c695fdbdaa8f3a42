package org.offereligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offereligibility.Golden;
import org.offereligibility.policy.Versions;

/** What the program says of itself. */
class HelpTests {
    @ParameterizedTest
    @CsvSource({
        "--help, help.txt",
        "evaluate --help, help-evaluate.txt",
        "audit erase --help, help-audit-erase.txt",
        "audit hold --help, help-audit-hold.txt",
        "audit list --help, help-audit-list.txt",
        "audit release --help, help-audit-release.txt",
        "audit retain --help, help-audit-retain.txt",
        "audit search --help, help-audit-search.txt",
        "audit show --help, help-audit-show.txt",
        "explain --help, help-explain.txt",
        "audit --help, help-audit.txt",
        "audit bisect --help, help-audit-bisect.txt",
        "audit check --help, help-audit-check.txt",
        "audit export --help, help-audit-export.txt",
        "audit replay --help, help-audit-replay.txt",
        "audit verify --help, help-audit-verify.txt",
        "record --help, help-record.txt",
        "record override --help, help-record-override.txt",
        "record ruling --help, help-record-ruling.txt",
        "record withdrawal --help, help-record-withdrawal.txt",
        "report --help, help-report.txt",
        "report fairness --help, help-report-fairness.txt",
        "report funnel --help, help-report-funnel.txt",
        "report overrides --help, help-report-overrides.txt",
        "rules --help, help-rules.txt",
        "rules convert --help, help-rules-convert.txt",
        "rules impact --help, help-rules-impact.txt",
        "rules diff --help, help-rules-diff.txt",
        "rules test --help, help-rules-test.txt",
        "rules publish --help, help-rules-publish.txt",
        "rules list --help, help-rules-list.txt",
        "rules watch --help, help-rules-watch.txt",
        "rules mutate --help, help-rules-mutate.txt",
        "rules check --help, help-rules-check.txt",
        "schema --help, help-schema.txt"
    })
    void showsHelp(String command, String file) throws Exception {
        Program.Run run = Program.runs(command.split(" "));
        Golden.assertEquals("cli/" + file, run.out());
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
    }

    @Test
    void fitsHelpToTheWidthOfTheTerminal() {
        Program.Run narrow = new Program().onTerminal().with("COLUMNS", "60").run("evaluate", "--help");
        assertThat(narrow.out().replaceAll("\u001b\\[[0-9;]*m", "").lines().mapToInt(String::length))
                .allMatch(length -> length <= 60);
    }

    @Test
    void coloursHelpOnATerminalOnly() {
        assertThat(new Program()
                        .onTerminal()
                        .with("COLUMNS", "80")
                        .run("--help")
                        .out())
                .contains("\u001b[");
        assertThat(new Program()
                        .onTerminal()
                        .with("COLUMNS", "80")
                        .with("NO_COLOR", "1")
                        .run("--help")
                        .out())
                .doesNotContain("\u001b[");
    }

    @Test
    void tellsItsVersionAndItsEngines() {
        assertThat(Program.runs("--version").outLines())
                .containsExactly("offer-eligibility " + Versions.program(), Versions.engine());
        assertThat(Versions.engine()).startsWith("Drools ");
    }
}
