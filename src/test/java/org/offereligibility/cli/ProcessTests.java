package org.offereligibility.cli;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own, in surroundings that this one cannot have. */
@Timeout(180)
class ProcessTests {
    private static final List<String> ELSEWHERE = List.of(
            "-Duser.language=tr",
            "-Duser.country=TR",
            "-Duser.timezone=Asia/Kolkata",
            "-Dfile.encoding=ISO-8859-1",
            "-Dsun.jnu.encoding=ISO-8859-1");

    @TempDir
    Path folder;

    private Process start(List<String> options, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        command.addAll(options);
        command.add(Main.class.getName());
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(folder.resolve("err").toFile());
        builder.environment().put("OFFER_ELIGIBILITY_CACHE", "target/rules-cache");
        builder.environment().keySet().removeAll(List.of("COLUMNS", "JAVA_TOOL_OPTIONS"));
        return builder.start();
    }

    private String err() throws IOException {
        return Files.readString(folder.resolve("err"), StandardCharsets.UTF_8);
    }

    @Test
    void writesTheSameBytesWhateverTheLocaleTimeZoneAndCharset() throws Exception {
        String named = Dossiers.write(
                folder.resolve("named.jsonl"),
                Dossiers.bareAsOf("i-ı-İ", "2025-03-30T01:30:00Z").replace("}", ",\"candidateName\":\"Ilıca Ğ\"}"),
                Dossiers.refused("iI"));
        for (String format : new String[] {"json", "text", "markdown"}) {
            String[] command = {"evaluate", "--format", format, "--as-of", "2025-06-01", "fixtures/guide", named};
            Process process = start(ELSEWHERE, command);
            byte[] there = process.getInputStream().readAllBytes();
            Program.Run here = Program.runs(command);
            assertThat(there).as(format).isEqualTo(here.bytes()).isNotEmpty();
            assertThat(err()).isEqualTo(here.err()).contains("1 of 19 dossiers refused");
            assertThat(process.waitFor()).isEqualTo(here.code()).isEqualTo(3);
        }
    }

    @Test
    void leavesNothingBehindWhenItIsToldToStop() throws Exception {
        Path out = folder.resolve("decisions.jsonl");
        Process process = start(List.of(), "evaluate", "--format", "json", "--out", out.toString(), "-");
        try (OutputStream in = process.getOutputStream()) {
            in.write((Dossiers.bare("a") + "\n").getBytes(StandardCharsets.UTF_8));
            in.flush();
            Path draft = folder.resolve(".decisions.jsonl.0.part");
            while (process.isAlive() && (!Files.exists(draft) || Files.size(draft) == 0)) {
                Thread.sleep(50);
            }
            assertThat(draft).content().contains("\"candidateId\":\"a\"");
            assertThat(new ProcessBuilder("kill", "-INT", "" + process.pid())
                            .start()
                            .waitFor())
                    .isZero();
            assertThat(process.waitFor(10, SECONDS)).isTrue();
        }
        assertThat(process.exitValue()).isEqualTo(130);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName()))).containsExactly("err");
        }
        assertThat(err()).isEmpty();
    }

    @Test
    void endsQuietlyWhenThePipeIsClosed() throws Exception {
        Process process = start(List.of(), "evaluate", "--format", "json", Dossiers.DOCKET, Dossiers.DOCKET);
        process.getInputStream().readNBytes(10);
        process.getInputStream().close();
        assertThat(process.waitFor(60, SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(ExitCode.NOBODY_LISTENS);
        assertThat(err()).isEmpty();
    }

    @Test
    void compilesTheRulesInAnyLocaleAndLogsNothing() throws Exception {
        Process process = start(ELSEWHERE, "evaluate", "--no-cache", "--format", "json", Dossiers.ELIGIBLE);
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines())
                .hasSize(1);
        assertThat(err()).isEmpty();
        assertThat(process.waitFor()).isZero();
    }
}
