package org.offereligibility.trial;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.offereligibility.policy.PolicyFolder;
import org.offereligibility.policy.RuleSet;

class MeaningTests {
    @Test
    void look() throws Exception {
        for (String folder : java.util.List.of(
                "rules/pmm/2025-01-01",
                "src/test/resources/small-changes/baker/2025-01-01",
                "src/test/resources/small-open/porter/2025-01-01",
                "src/test/resources/second-role/violinist/2024-09-01",
                "src/test/resources/shapes/shapes/2025-01-01",
                "src/test/resources/nasty/nasty/2025-01-01")) {
            System.out.println("== " + folder);
            RuleSet rules = RuleSet.of(PolicyFolder.read(Path.of(folder)), Optional.of(Path.of("target/rules-cache")));
            long t = System.nanoTime();
            Meaning.of(rules).forEach(System.out::println);
            System.out.println((System.nanoTime() - t) / 1_000_000 + " ms");
        }
    }
}
