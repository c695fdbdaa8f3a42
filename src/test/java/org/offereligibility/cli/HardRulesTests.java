package org.offereligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that cannot be computed for one dossier, or not in any time worth waiting for: that dossier is refused, and the rest decided. */
class HardRulesTests {
    @TempDir
    private Path folder;

    private static String dossier(String id, String... scores) {
        return "{\"candidateId\":\"" + id
                + "\",\"role\":\"juggler\",\"level\":\"any\",\"asOf\":\"2025-03-01T00:00:00Z\","
                + "\"rounds\":[{\"round\":\"audition\",\"startedAt\":\"2025-02-01T00:00:00Z\",\"minutes\":30,"
                + "\"outcome\":\"advance\",\"interviewers\":[{\"id\":\"i\",\"function\":\"f\"}]}],\"scores\":["
                + String.join(",", scores) + "]}";
    }

    private static String score(String criterion, int score, String interviewer) {
        return "{\"round\":\"audition\",\"criterion\":\"" + criterion + "\",\"score\":" + score + ",\"interviewer\":\""
                + interviewer + "\"}";
    }

    private Program.Run evaluate(String... dossiers) throws Exception {
        Path file = Files.write(folder.resolve("docket.jsonl"), java.util.List.of(dossiers));
        return Program.runs(
                "evaluate", "--policies", "src/test/resources/hard", "--no-cache", "--format", "json", file.toString());
    }

    @Test
    void namesTheRuleThatDividesByZero() throws Exception {
        Program.Run run = evaluate(
                dossier("a", score("balls", 4, "i"), score("clubs", 3, "i")),
                dossier("b", score("balls", 3, "i"), score("clubs", 3, "i")),
                dossier("c", score("balls", 2, "i"), score("clubs", 3, "i")));
        assertThat(run.err())
                .contains(
                        "docket.jsonl:2: rule \"A ratio of scores\" (juggler.drl, line 1) cannot be computed with this"
                                + " dossier (division by zero), so nothing is decided\n");
        assertThat(run.outLines()).hasSize(2);
        assertThat(run.code()).isEqualTo(3);
    }

    @Test
    void endsARuleThatTriesTooMuch() throws Exception {
        String many = IntStream.range(0, 4000)
                .mapToObj(i -> score("balls", 1 + i % 4, "i" + i))
                .collect(Collectors.joining(","));
        Program.Run run = evaluate(dossier("a"), dossier("b", many), dossier("c"));
        assertThat(run.err())
                .contains("docket.jsonl:2: rule \"Any four scores in ascending order\" (juggler.drl, line 12) does not"
                        + " come to an end with this dossier within 100,000,000 steps, so nothing is decided\n");
        assertThat(run.outLines()).hasSize(2);
        assertThat(run.code()).isEqualTo(3);
    }
}
