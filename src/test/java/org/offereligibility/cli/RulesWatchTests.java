package org.offereligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.offereligibility.desk.Violinists;

/** The verb {@code rules watch}. */
@Timeout(120)
class RulesWatchTests {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private void awaitSaid(String words) throws InterruptedException {
        while (!out.toString(StandardCharsets.UTF_8).contains(words)) {
            Thread.sleep(20);
        }
    }

    @Test
    void tellsOfEachChangeUntilItIsInterrupted() throws Exception {
        Violinists violinists = Violinists.withDraftIn(folder);
        CompletableFuture<Integer> ended = new CompletableFuture<>();
        Thread watching = new Thread(() -> ended.complete(new Program()
                .runInto(
                        out,
                        "rules",
                        "watch",
                        "--policies",
                        violinists.policies().toString())
                .code()));
        watching.start();
        awaitSaid("violinist/draft: checked, in order. It decides nothing until it is published.\n");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("12:00:00  violinist/2024-09-01: checked, in order, in force from its first day on.\n");
        violinists.change("draft/fees.csv", "68,000", "lots");
        awaitSaid("violinist/draft: cannot be used:\n");
        awaitSaid("draft/fees.csv:2");
        violinists.change("draft/fees.csv", "lots", "69,000");
        try (var files = Files.list(violinists.role().resolve(Violinists.FIRST))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(violinists.role().resolve(Violinists.FIRST));
        awaitSaid("violinist/2024-09-01: is gone.\n");
        watching.interrupt();
        assertThat(ended.get(60, TimeUnit.SECONDS)).isEqualTo(130);
    }

    @Test
    void saysThatThereIsNoSuchFolder() {
        Program.Run run = Program.runs(
                "rules", "watch", "--policies", folder.resolve("none").toString());
        assertThat(run.err()).contains("there is no folder");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    }
}
