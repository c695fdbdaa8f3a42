package org.offereligibility.trial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.offereligibility.policy.PolicyFolder;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RulesUnusable;

/** A small policy, with scenarios that exist in memory only. */
final class Violinists {
    private static final Path FOLDER = Path.of("src/test/resources/second-role/violinist/2024-09-01");

    /** One who passes; the file needs no base. */
    static final String DOSSIER = """
            scenarios:
              - name: A player in tune is engaged
                because: the agreement says so
                dossier:
                  candidateId: v-1
                  role: violinist
                  level: tutti
                  asOf: "2025-02-01T00:00:00Z"
                  scores: [{round: blind-audition, criterion: intonation, score: SCORE, interviewer: a}]
            """;

    private Violinists() {}

    static RuleSet with(String scenarios) throws IOException, RulesUnusable {
        return RuleSet.of(
                PolicyFolder.read(FOLDER).with("scenarios/some.yaml", scenarios.getBytes(StandardCharsets.UTF_8)),
                Optional.of(Path.of("target/rules-cache")));
    }

    /** The scenario with that score and those expectations. */
    static ScenarioRun run(int score, String expected) throws IOException, RulesUnusable {
        return ScenarioRun.of(with(DOSSIER.replace("SCORE", String.valueOf(score)) + expected.indent(4)));
    }
}
