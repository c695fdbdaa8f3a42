package org.offereligibility.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.offereligibility.decision.Conclusion;
import org.offereligibility.decision.Engines;
import org.offereligibility.decision.Evaluator;
import org.offereligibility.decision.Reruns;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.DossierReader;
import org.offereligibility.dossier.Entry;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.Reading;
import org.offereligibility.oracle.RandomDossiers;
import org.offereligibility.policy.PolicyFolder;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RuleSource;
import org.offereligibility.policy.RulesUnusable;
import org.offereligibility.policy.Variants;

/** What is told of mutants is so. */
class MutationLawsTests {
    private static final Moment NOW = Moment.parse("2026-01-01T00:00:00Z");

    private static RuleSet rules(String folder) throws Exception {
        return RuleSet.of(PolicyFolder.read(Path.of(folder)), Optional.of(Path.of("target/rules-cache")));
    }

    private static Optional<Dossier> dossier(RuleSet rules, Json json) {
        return DossierReader.read("dossier", json, (role, asOf) -> rules.vocabulary(), NOW)
                        instanceof Reading.Accepted accepted
                ? Optional.of(accepted.dossier())
                : Optional.empty();
    }

    private static Optional<Conclusion> conclusion(RuleSet rules, Json json) {
        Evaluator evaluator = new Evaluator(rules, Engines.MATCHER_ALONE);
        return dossier(rules, json)
                .map(dossier -> evaluator.conclude(dossier, dossier.asOf().orElse(NOW)));
    }

    /** Each on files that were really edited, and compiled by Drools. */
    @Test
    void whatIsToldOfAMutantIsSoWhenItsFilesAreReallyEdited() throws Exception {
        RuleSet rules = rules("src/test/resources/mutants/tuner/2025-01-01");
        List<Mutation.Tried> all = new Mutation(rules).tried(mutant -> true, 1, (done, of) -> {});
        int compiled = 0;
        for (Mutation.Tried tried : all) {
            Mutant mutant = tried.mutant();
            PolicyFolder edited =
                    rules.folder().with(mutant.file(), mutant.edited().getBytes(StandardCharsets.UTF_8));
            if (tried.fate() instanceof Fate.Refused) {
                assertThat(refused(edited)).as(mutant.instead()).isTrue();
            } else if (compiled++ % 7 == 0) {
                RuleSet real = RuleSet.of(edited, Optional.empty());
                if (tried.fate() instanceof Fate.Killed killed) {
                    Expectation expected = new Expectation(killed.scenario());
                    assertThat(conclusion(rules, killed.scenario().dossier()))
                            .matches(now -> expected.holds(now.get()));
                    assertThat(conclusion(real, killed.scenario().dossier()))
                            .as(mutant.instead())
                            .matches(then -> then.isEmpty() || !expected.holds(then.get()));
                } else if (tried.fate() instanceof Fate.ToldApart apart) {
                    assertThat(conclusion(rules, apart.dossier())).contains(apart.before());
                    assertThat(conclusion(real, apart.dossier()))
                            .as(mutant.instead())
                            .isEqualTo(apart.after())
                            .isNotEqualTo(Optional.of(apart.before()));
                }
            }
        }
        assertThat(compiled).isGreaterThan(30);
    }

    private static boolean refused(PolicyFolder edited) {
        try {
            RuleSet.of(edited, Optional.empty());
            return false;
        } catch (RulesUnusable unusable) {
            return true;
        }
    }

    @Test
    void theResultDoesNotDependOnTheNumberOfThreads() throws Exception {
        RuleSet rules = rules("src/test/resources/mutants/tuner/2025-01-01");
        assertThat(MutationJson.of(
                        new MutationReport(rules, new Mutation(rules).tried(mutant -> true, 3, (done, of) -> {}))))
                .isEqualTo(MutationJson.of(
                        new MutationReport(rules, new Mutation(rules).tried(mutant -> true, 1, (done, of) -> {}))));
    }

    @Test
    void noRandomDossierIsDecidedOtherwiseByAMutantThatIsProvedToMakeNoDifference() throws Exception {
        RuleSet rules = rules("rules/pmm/2025-01-01");
        Reruns reruns = new Reruns(rules);
        RandomDossiers random = new RandomDossiers(20250403);
        List<Reruns.Run> runs = IntStream.range(0, 500)
                .mapToObj(i -> random.next().getBytes(StandardCharsets.UTF_8))
                .map(text -> DossierReader.read(new Entry("dossier", 1, text), (role, asOf) -> rules.vocabulary(), NOW))
                .flatMap(reading -> reading instanceof Reading.Accepted accepted
                        ? Optional.of(accepted.dossier()).stream()
                        : Optional.<Dossier>empty().stream())
                .map(dossier -> reruns.run(dossier, dossier.asOf().orElse(NOW)))
                .toList();
        assertThat(runs).hasSizeGreaterThan(250);
        Variants variants = new Variants(rules);
        Equivalence equivalence = new Equivalence(rules);
        List<Mutant> mutants = new ArrayList<>(TableMutants.of(rules).stream()
                .filter(mutant -> mutant.kind() == Mutant.Kind.NUMBER)
                .toList());
        for (RuleSource rule : rules.rules()) {
            mutants.addAll(RuleMutants.of(rules, rule).stream()
                    .filter(mutant ->
                            equivalence.proof(mutant, variants.unchanged()).isPresent())
                    .toList());
        }
        int proved = 0;
        for (Mutant mutant : mutants) {
            Optional<Variants.Variant> variant = variant(variants, mutant);
            if (variant.flatMap(edited -> equivalence.proof(mutant, edited)).isPresent()) {
                proved++;
                Reruns.Rerun rerun = reruns.of(variant.orElseThrow());
                for (Reruns.Run run : runs) {
                    assertThat(rerun.conclude(run)).as(mutant.instead()).isEqualTo(run.conclusion());
                }
            }
        }
        assertThat(proved).isGreaterThan(20);
    }

    private static Optional<Variants.Variant> variant(Variants variants, Mutant mutant) {
        try {
            return Optional.of(variants.with(mutant.file(), mutant.edited()));
        } catch (RulesUnusable refused) {
            return Optional.empty();
        }
    }
}
