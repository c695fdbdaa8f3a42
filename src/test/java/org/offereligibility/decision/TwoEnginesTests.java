package org.offereligibility.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.offereligibility.Evaluation;
import org.offereligibility.dossier.DossierReader;
import org.offereligibility.dossier.Entry;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Fact;
import org.offereligibility.dossier.Reading;
import org.offereligibility.dossier.Vocabulary;
import org.offereligibility.oracle.RandomDossiers;
import org.offereligibility.policy.RuleSource;

/** Drools and the matcher find the same, rule by rule and value by value, for rules of every shape; and if not, nothing is decided. */
class TwoEnginesTests {
    private static final RulesExtension SHAPES =
            new RulesExtension("src/test/resources/shapes", "shapes", "2025-06-01T00:00:00Z");

    private static final RulesExtension PMM = new RulesExtension("rules", "pmm", "2025-06-01T00:00:00Z");

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

    /** Facts as no dossier would have them: some of those of a random dossier, and some of another's, in any order. */
    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void agreeOnThePolicyHoweverItsFactsAreMixed(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        RandomDossiers dossiers = new RandomDossiers(seed);
        Set<Fact> distinct = new LinkedHashSet<>(); // as those of one dossier are, each having a place of its own
        for (int i = 0; i < 2; i++) {
            Entry entry = new Entry("", 1, dossiers.next().getBytes(StandardCharsets.UTF_8));
            Vocabulary vocabulary = PMM.rules().vocabulary();
            Reading.Accepted read =
                    (Reading.Accepted) DossierReader.read(entry, (role, asOf) -> vocabulary, Evaluation.EVALUATED_AT);
            int kept = 1 + random.nextInt(8);
            read.dossier().facts().stream()
                    .filter(fact -> random.nextInt(8) < kept)
                    .forEach(distinct::add);
        }
        List<Fact> mixed = new ArrayList<>(distinct);
        Collections.shuffle(mixed, random);
        PMM.given(mixed);
    }

    @Test
    void aMatchThatOneEngineLosesIsReportedByRulePlaceAndValuesWithoutAnId() throws Exception {
        List<Fact> facts = List.of(
                new Fact.Role("/role", "shapes"), new Fact.Observation("/observations/0", "one", "x", "someone"));
        Matcher.Result result = new Matcher(SHAPES.rules()).run(facts);
        CrossCheck check = SHAPES.check();
        Network.Result fired = check.network(SHAPES.rules()).run(facts);
        fired.firings().remove("Seen");
        assertThatThrownBy(() -> check.compare(result, fired))
                .isInstanceOf(EnginesDisagree.class)
                .hasMessage("the two engines disagree, so nothing is decided:"
                        + " only the matcher finds \"Seen\" (shapes.drl, line 20) with $r = `one`");
        fired.firings().put("Seen", List.of(List.of("someone"), List.of("someone")));
        assertThatThrownBy(() -> check.compare(result, fired))
                .isInstanceOfSatisfying(
                        EnginesDisagree.class,
                        disagreement -> assertThat(disagreement.differences())
                                .containsExactly(
                                        "only Drools finds \"Seen\" (shapes.drl, line 20), 2 times with $r = (a text)",
                                        "only the matcher finds \"Seen\" (shapes.drl, line 20) with $r = `one`"));
    }

    @Test
    void aFactThatOneEngineStatesOtherwiseIsReportedWithoutAnId() throws Exception {
        List<Fact> facts = List.of(
                new Fact.Role("/role", "shapes"), new Fact.Observation("/observations/0", "one", "x", "someone"));
        Matcher.Result result = new Matcher(SHAPES.rules()).run(facts);
        CrossCheck check = SHAPES.check();
        Network.Result fired = check.network(SHAPES.rules()).run(facts);
        fired.stated().removeIf(fact -> fact.getClass().getSimpleName().equals("Seen"));
        fired.stated().add(new Fact.Observation("/observations/7", "one", "x", "someone"));
        assertThatThrownBy(() -> check.compare(result, fired))
                .isInstanceOf(EnginesDisagree.class)
                .hasMessage(
                        "the two engines disagree, so nothing is decided: only the matcher states the seen of round `one`;"
                                + " only Drools states the observation at `/observations/7`");
    }
}
