package org.offereligibility.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.offereligibility.Evaluation;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.Fact;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.Reading;

/** Whichever of the facts that are only possible come true, the verdict lies within the bounds. */
class BoundsTests {
    private static final Evaluation HOUSE = Evaluation.under("rules");
    private static final Evaluator PMM = HOUSE.evaluator("pmm", Evaluation.EVALUATED_AT);

    private static Dossier with(Dossier dossier, List<Fact> facts) {
        return new Dossier(
                dossier.candidateId(),
                dossier.candidateName(),
                dossier.role(),
                dossier.level(),
                dossier.asOf(),
                facts,
                dossier.json(),
                dossier.hash());
    }

    private static List<Dossier> guide() throws IOException {
        List<Dossier> guide = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("fixtures/guide"))) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                guide.add(((Reading.Accepted) HOUSE.read(Files.readString(file))).dossier());
            }
        }
        return guide;
    }

    @Test
    void noChoiceAmongThePossibleFactsLeadsBeyondTheBounds() throws Exception {
        Random random = new Random(20_250_101);
        int tight = 0;
        for (Dossier dossier : guide()) {
            Moment asOf = dossier.asOf().orElse(Evaluation.EVALUATED_AT);
            for (double share : new double[] {0.02, 0.05, 0.1, 0.2}) {
                List<Fact> certain = new ArrayList<>();
                List<Fact> possible = new ArrayList<>();
                dossier.facts().forEach(fact -> (random.nextDouble() < share ? possible : certain).add(fact));
                Optional<Evaluator.Bounds> bounds = PMM.bounds(with(dossier, certain), possible, asOf);
                assertThat(bounds).isPresent();
                tight += bounds.get().best() == bounds.get().worst() ? 1 : 0;
                for (int choice = 0; choice < 20; choice++) {
                    List<Fact> facts = new ArrayList<>(certain);
                    possible.stream().filter(fact -> random.nextBoolean()).forEach(facts::add);
                    Verdict verdict = PMM.conclude(with(dossier, facts), asOf).verdict();
                    assertThat(verdict)
                            .isBetween(bounds.get().worst(), bounds.get().best());
                }
            }
        }
        assertThat(tight).as("bounds that say something").isPositive();
    }

    @Test
    void withNothingOpenTheBoundsAreTheVerdict() throws Exception {
        for (Dossier dossier : guide()) {
            Moment asOf = dossier.asOf().orElse(Evaluation.EVALUATED_AT);
            Verdict verdict = PMM.conclude(dossier, asOf).verdict();
            assertThat(PMM.bounds(dossier, List.of(), asOf)).contains(new Evaluator.Bounds(verdict, verdict));
        }
    }

    @Test
    void moreUncertainScoresThanCanBeCountedProveNothing() throws Exception {
        Dossier dossier = guide().get(0);
        Moment asOf = dossier.asOf().orElse(Evaluation.EVALUATED_AT);
        Fact.Score first = dossier.facts().stream()
                .filter(Fact.Score.class::isInstance)
                .map(Fact.Score.class::cast)
                .findFirst()
                .orElseThrow();
        List<Fact> many = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            many.add(new Fact.Score("/scores/" + i, first.round(), first.criterion(), first.score(), "i-" + i));
        }
        assertThat(PMM.bounds(dossier, many, asOf)).isEmpty();
    }
}
