package org.offereligibility.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.offereligibility.Golden;

/** A rule file is data and no program: what tries to be one is refused when it is read, before anything of it is compiled. */
class EvilRulesTests {
    private static final Path EVIL = Path.of("src/test/resources/policy/evil");
    private static final Path RULES = Path.of("rules/pmm/2025-01-01");

    private static List<Path> attempts() throws IOException {
        try (Stream<Path> files = Files.list(EVIL)) {
            return files.filter(file -> file.toString().endsWith(".drl"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> refusal(Path attempt) throws IOException {
        PolicyFolder folder = PolicyFolder.read(RULES).with("evil.drl", Files.readAllBytes(attempt));
        RulesUnusable refused = catchThrowableOfType(RulesUnusable.class, () -> PolicySource.read(folder));
        assertThat(refused).as(attempt.toString()).isNotNull();
        return refused.problems().stream()
                .map(problem -> problem.toString().replace(RULES + "/", ""))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void isRefusedWithFileAndLineBeforeAnythingIsCompiled(Path attempt) throws IOException {
        assertThat(refusal(attempt)).allMatch(problem -> problem.matches("(?s)evil\\.drl:[1-9][0-9]*:.*"));
    }

    @Test
    void isToldWhatIsWrong() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path attempt : attempts()) {
            all.append("# ").append(attempt.getFileName()).append('\n');
            refusal(attempt).forEach(problem -> all.append(problem).append('\n'));
            all.append('\n');
        }
        Golden.assertEquals("policy/evil-rules.txt", all.toString());
    }
}
