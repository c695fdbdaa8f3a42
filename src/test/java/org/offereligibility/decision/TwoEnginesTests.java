package org.offereligibility.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Fact;
import org.offereligibility.policy.RuleSource;

/** Drools and the matcher find the same, rule by rule and value by value, for rules of every shape; and if not, nothing is decided. */
class TwoEnginesTests {
    private static final RulesExtension SHAPES =
            new RulesExtension("src/test/resources/shapes", "shapes", "2025-06-01T00:00:00Z");

    static List<Fact> facts(Random random) {
        List<String> rounds = List.of("one", "two", "three");
        List<String> signals = List.of("x", "y", "z");
        List<Fact> facts = new ArrayList<>(List.of(new Fact.Role("/role", "shapes")));
        for (int i = random.nextInt(4); i > 0; i--) {
            String round = rounds.get(random.nextInt(3));
            facts.add(new Fact.Score(
                    "/scores/" + i,
                    round,
                    round.equals("one") ? "a" : "b",
                    Exact.of(1 + random.nextInt(5)),
                    "someone"));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            facts.add(new Fact.Observation(
                    "/observations/" + i, rounds.get(random.nextInt(3)), signals.get(random.nextInt(3)), "someone"));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            facts.add(new Fact.Challenge(
                    "/challenges/" + i,
                    "c" + i,
                    rounds.get(random.nextInt(3)),
                    signals.get(random.nextInt(3)),
                    "r",
                    Exact.of(1)));
        }
        return facts;
    }

    @Test
    void agreeOnRandomFactsForRulesOfEveryShape() throws Exception {
        Random random = new Random(7115);
        Set<String> held = new HashSet<>();
        Set<String> didNotHold = new HashSet<>();
        for (int i = 0; i < 1500; i++) {
            Set<String> found = new HashSet<>();
            SHAPES.given(facts(random))
                    .result()
                    .matches()
                    .forEach(match -> found.add(match.rule().name()));
            for (RuleSource rule : SHAPES.rules().rules()) {
                (found.contains(rule.name()) ? held : didNotHold).add(rule.name());
            }
        }
        Set<String> all = new HashSet<>();
        SHAPES.rules().rules().forEach(rule -> all.add(rule.name()));
        assertThat(held).isEqualTo(all);
        assertThat(didNotHold).isEqualTo(all);
    }

    @Test
    void aMatchThatOneEngineLosesIsReportedByRuleAndValues() throws Exception {
        List<Fact> facts = List.of(
                new Fact.Role("/role", "shapes"), new Fact.Observation("/observations/0", "one", "x", "someone"));
        Matcher.Result result = new Matcher(SHAPES.rules()).run(facts);
        List<Network.Firing> firings = new ArrayList<>(new Network(SHAPES.rules()).run(facts));
        assertThat(firings).isNotEmpty();
        firings.removeIf(firing -> firing.rule().equals("Seen"));
        assertThatThrownBy(() -> CrossCheck.compare(result.matches(), firings))
                .isInstanceOf(EnginesDisagree.class)
                .hasMessageContaining("only the matcher found \"Seen\" 1 times with {$r=one}");
        firings.add(new Network.Firing("Seen", Map.of("$r", "two")));
        assertThatThrownBy(() -> CrossCheck.compare(result.matches(), firings))
                .isInstanceOfSatisfying(
                        EnginesDisagree.class,
                        disagreement -> assertThat(disagreement.differences()).hasSize(2));
    }
}
