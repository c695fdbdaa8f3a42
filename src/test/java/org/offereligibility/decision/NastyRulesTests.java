package org.offereligibility.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.offereligibility.Evaluation;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Fact;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.PlainText;
import org.offereligibility.policy.RuleSource;

/** Both engines find the same under rules that were written to part them. */
class NastyRulesTests {
    private static final RulesExtension NASTY =
            new RulesExtension("src/test/resources/nasty", "nasty", "2025-06-01T00:00:00Z");
    private static final List<String> ROUNDS = List.of("one", "two", "three");
    private static final List<String> SIGNALS = List.of("x", "xx", "y", "z");

    private static <T> T any(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** A text of its own, so that two equal ones are never the same object. */
    private static String word(Random random, List<String> of) {
        return new String(any(random, of).toCharArray());
    }

    static List<Fact> facts(Random random) {
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact.Role("/role", "nasty"),
                new Fact.Level("/level", "any"),
                new Fact.AsOf("/asOf", Moment.parse("2025-05-10T12:30:00Z")),
                new Fact.Profile("/profile", Exact.of(random.nextInt(30)))));
        int most = 1 + random.nextInt(5);
        for (int i = random.nextInt(most); i > 0; i--) {
            String round = word(random, ROUNDS);
            facts.add(new Fact.Score(
                    "/scores/" + i,
                    round,
                    round.equals("one") ? "a" : "b",
                    Exact.of(1 + random.nextInt(5)),
                    "someone"));
        }
        for (int i = random.nextInt(most); i > 0; i--) {
            facts.add(
                    new Fact.Observation("/observations/" + i, word(random, ROUNDS), word(random, SIGNALS), "someone"));
        }
        for (int i = random.nextInt(most); i > 0; i--) {
            facts.add(new Fact.Challenge(
                    "/challenges/" + i, "c" + i, word(random, ROUNDS), word(random, SIGNALS), "r", Exact.of(1)));
        }
        for (int i = random.nextInt(most); i > 0; i--) {
            Moment start = Moment.parse("2025-05-1" + random.nextInt(3) + "T12:00:00Z");
            facts.add(new Fact.RoundHeld(
                    "/rounds/" + i, word(random, ROUNDS), start, start.plusMinutes(60), Exact.of(60), "done"));
        }
        if (random.nextInt(3) == 0) {
            facts.add(new Fact.Exercise(
                    "/exercises/0",
                    word(random, ROUNDS),
                    "t",
                    new PlainText(any(random, List.of(" ", "A. B. C.", "A")))));
        }
        return facts;
    }

    @Test
    void noRandomFactsPartTheEngines() throws Exception {
        Random random = new Random(7115);
        Set<String> held = new HashSet<>();
        Set<String> didNotHold = new HashSet<>();
        for (int i = 0; i < 2000; i++) {
            Set<String> found = new HashSet<>();
            NASTY.given(facts(random))
                    .result()
                    .matches()
                    .forEach(match -> found.add(match.rule().name()));
            for (RuleSource rule : NASTY.rules().rules()) {
                (found.contains(rule.name()) ? held : didNotHold).add(rule.name());
            }
        }
        Set<String> all = new HashSet<>();
        NASTY.rules().rules().forEach(rule -> all.add(rule.name()));
        assertThat(held).isEqualTo(all);
        assertThat(didNotHold).isEqualTo(all);
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void norDoAnyOthers(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        List<Fact> facts = facts(random);
        Collections.shuffle(facts, random);
        NASTY.given(facts);
    }

    @Test
    void aForallHoldsWhereThereIsNoSuchFact() throws Exception {
        NASTY.given(new Fact.Role("/role", "nasty")).fires("h14-forall", "forall-of-derived-facts");
        NASTY.given(new Fact.Role("/role", "nasty"), score("one", 1))
                .doesNotFire("h14-forall", "forall-of-derived-facts");
    }

    @Test
    void anEvalComparesWhatTextsAndNumbersSayAndNotWhetherTheyAreTheSameObject() throws Exception {
        NASTY.given(
                        score(new String("one"), 3),
                        new Fact.Observation("/observations/0", new String("one"), "x", "someone"))
                .fires("eval-of-two-texts");
        NASTY.given(score("one", 3), score("two", 3)).fires("eval-of-two-means").doesNotFire("eval-that-denies");
        NASTY.given(score("one", 4), score("two", 3)).fires("eval-that-denies").doesNotFire("eval-of-two-means");
    }

    private static Fact score(String round, int score) {
        return new Fact.Score(
                "/scores/" + round, new String(round), round.equals("one") ? "a" : "b", Exact.of(score), "someone");
    }

    @Test
    void theReasonsOfAForallAreEveryFactThatHadToComplyAndThatThereIsNoOther() {
        Decision decision = Evaluation.under("src/test/resources/nasty").decide("""
                        {"candidateId": "c", "role": "nasty", "level": "any", "asOf": "2025-06-01T00:00:00Z",
                         "scores": [{"round": "one", "criterion": "a", "score": 3, "interviewer": "i"}],
                         "observations": [{"round": "one", "signal": "xx", "observer": "i"}]}
                        """);
        assertThat(reasons(decision, "h14-forall")).containsExactly("/scores/0", "limits.csv:2", "no score under 2");
        assertThat(reasons(decision, "forall-of-every-kind-of-evidence"))
                .containsExactly("/observations/0", "/scores/0", "no evidence with the round “three”");
        assertThat(reasons(decision, "not-matches-within-a-not"))
                .containsExactly("/role", "no observation with a signal not of the form “[xy].*”");
    }

    private static List<String> reasons(Decision decision, String code) {
        return decision.findings().stream()
                .filter(finding -> finding.code().equals(code))
                .flatMap(finding -> finding.because().stream())
                .map(reason -> reason instanceof Reason.FromDossier given
                        ? given.pointer()
                        : reason instanceof Reason.FromPolicy row
                                ? row.file() + ":" + row.line()
                                : ((Reason.Absent) reason).what())
                .toList();
    }
}
