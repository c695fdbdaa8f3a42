package org.offereligibility.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.offereligibility.Evaluation;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Effect;
import org.offereligibility.decision.Finding;
import org.offereligibility.oracle.RandomDossiers;
import org.offereligibility.policy.RuleSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is sent to a candidate gives nothing away, and keeps no reason back. */
class CandidateReadingLeakTests {
    private static final Evaluation PMM = Evaluation.under("rules");
    private static final List<RuleSource> RULES =
            PMM.evaluator("pmm", Evaluation.EVALUATED_AT).rules().rules();
    private static final Set<Effect> TOLD = Set.of(Effect.BLOCK, Effect.MISSING, Effect.REFER);

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void noFormHoldsWhatIsTheHousesAlone(@ForAll long seed) {
        Decision decision = decision(seed);
        for (String form : forms(decision)) {
            assertThat(form.toLowerCase(Locale.ROOT).replaceAll("\\s", "")).doesNotContain(Marked.MARK);
            assertThat(form).doesNotContain(".drl", ".csv", "sha256", decision.dossierHash(), "“");
            assertThat(form).doesNotContainPattern("\\b(BLOCK|MISSING|REFER|NOTE|SUPPORT|INELIGIBLE|INCOMPLETE)\\b");
            for (RuleSource rule : RULES) {
                assertThat(form).doesNotContain(rule.name());
                assertThat(rule.code().isEmpty() || !form.contains(rule.code()))
                        .as(rule.code())
                        .isTrue();
            }
            for (Finding finding : decision.findings()) {
                assertThat(form).doesNotContain(finding.message());
            }
        }
    }

    /** No score, mark, adjustment, limit, band, hash or count of the house; JSON counts findings, HTML has its h1 and h2. */
    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void noFormHoldsANumber(@ForAll long seed) {
        for (String form : forms(decision(seed))) {
            assertThat(form.replaceAll("\"findings\":\\d+", "").replaceAll("</?h[12]>", ""))
                    .doesNotContainPattern("\\d");
        }
    }

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void everyFindingInTheWayOfTheOfferIsToldInEveryForm(@ForAll long seed) {
        Decision decision = decision(seed);
        List<Finding> inTheWay = decision.findings().stream()
                .filter(finding -> TOLD.contains(finding.effect()))
                .toList();
        JsonNode json = JsonMapper.shared().readTree(new CandidateReading(decision, Optional.empty()).json());
        List<String> sentences = new ArrayList<>();
        int told = 0;
        for (JsonNode reason : json.get("reasons")) {
            String sentence = reason.get("sentence").stringValue();
            sentences.add(sentence);
            long findings = inTheWay.stream()
                    .filter(finding -> finding.told().contains(sentence))
                    .count();
            assertThat(reason.get("findings").intValue()).as(sentence).isEqualTo((int) findings);
            told += reason.get("findings").intValue();
            forms(decision)
                    .forEach(form -> assertThat(form.replaceAll("\\s+", " ")).contains(sentence));
        }
        assertThat(sentences).doesNotHaveDuplicates();
        assertThat(json.get("findings").intValue()).isEqualTo(inTheWay.size());
        assertThat(told).isEqualTo(inTheWay.size());
        for (Finding finding : decision.findings()) {
            if (TOLD.contains(finding.effect())) {
                assertThat(finding.told()).as(finding.code()).hasSize(1);
                assertThat(sentences).containsAll(finding.told());
            } else {
                assertThat(finding.told()).as(finding.code()).isEmpty();
            }
        }
    }

    @Test
    void theMarkedDossiersReachEveryRuleThatIsTold() {
        Set<String> reached = new TreeSet<>();
        Set<String> expected = new TreeSet<>();
        RULES.stream().filter(rule -> !rule.annotation("tells").isEmpty()).forEach(rule -> expected.add(rule.code()));
        for (long seed = 0; !reached.equals(expected) && seed < 5_000; seed++) {
            decision(seed).findings().stream()
                    .filter(finding -> TOLD.contains(finding.effect()))
                    .forEach(finding -> reached.add(finding.code()));
        }
        assertThat(reached).isEqualTo(expected);
    }

    private static Decision decision(long seed) {
        return PMM.decideByTheRulesOf2025(
                "pmm", Marked.dossier(new RandomDossiers(seed).next(), Math.floorMod(seed, 5) == 0));
    }

    private static List<String> forms(Decision decision) {
        CandidateReading reading = new CandidateReading(decision, Optional.empty());
        return List.of(reading.text(40), reading.text(10_000), reading.markdown(), reading.html(), reading.json());
    }
}
