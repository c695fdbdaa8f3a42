package org.offereligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.offereligibility.decision.Decision;
import org.offereligibility.oracle.Judgement;
import org.offereligibility.oracle.PolicyByHand;
import org.offereligibility.oracle.RandomDossiers;

/** The policy in rules against the policy by hand, which was read from the policy's page and knows nothing of the rules. */
class TwoReadingsTests {
    private static final int DOSSIERS = Integer.getInteger("two.readings", 20_000);

    @Test
    void agreeOnManyThousandsOfDossiers() {
        RandomDossiers dossiers = new RandomDossiers(20250101);
        Evaluation evaluation = Evaluation.under("rules");
        Map<String, Integer> verdicts = new TreeMap<>();
        for (int i = 0; i < DOSSIERS; i++) {
            String dossier = dossiers.next();
            Judgement byHand = PolicyByHand.judge(PolicyByHand.read(dossier), Instant.parse("2025-06-01T00:00:00Z"));
            Decision byRules = evaluation.decideByTheRulesOf2025("pmm", dossier);
            SortedSet<String> findings = new TreeSet<>();
            byRules.findings()
                    .forEach(
                            finding -> findings.add(finding.code() + " " + finding.effect() + " " + finding.subject()));
            Map<String, String> sections = new TreeMap<>();
            byRules.sections()
                    .forEach(section ->
                            sections.put(section.section(), section.verdict().name()));
            assertThat(findings).as(dossier).isEqualTo(byHand.findings());
            assertThat(byRules.verdict().name()).as(dossier).isEqualTo(byHand.verdict());
            assertThat(sections).as(dossier).isEqualTo(new TreeMap<>(byHand.sections()));
            verdicts.merge(byHand.verdict(), 1, Integer::sum);
        }
        assertThat(verdicts).containsOnlyKeys("ELIGIBLE", "REFER", "INCOMPLETE", "INELIGIBLE");
    }
}
