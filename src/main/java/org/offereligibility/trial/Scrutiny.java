package org.offereligibility.trial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.offereligibility.decision.Reruns;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.Scenario;
import org.offereligibility.policy.Variants;

/** Looks for the scenario that notices a mutant, then for a dossier that tells it apart, then for the proof that none does. */
final class Scrutiny {
    /** More dossiers than these are not tried for one mutant. */
    private static final int MOST = 4000;

    /** So many scenarios are changed in search of such a dossier. */
    private static final int NEAR = 8;

    private record Shown(Expectation expectation, Cases.Case at) {}

    private final RuleSet rules;
    private final Cases cases;
    private final List<Shown> scenarios = new ArrayList<>();
    private final Equivalence equivalence;
    private Probes probes;

    Scrutiny(RuleSet rules, Cases cases) {
        this.rules = rules;
        this.cases = cases;
        for (Scenario scenario : rules.scenarios()) {
            cases.of(scenario.dossier()).ifPresent(tried -> scenarios.add(new Shown(new Expectation(scenario), tried)));
        }
        cases.forget();
        this.probes = new Probes(rules, cases, List.of());
        this.equivalence = new Equivalence(rules);
    }

    void forget() {
        cases.forget();
        probes = new Probes(rules, cases, List.of());
    }

    Fate of(Mutant mutant, Variants.Variant variant, Reruns.Rerun rerun) {
        Reach reach = Reach.of(rules, mutant);
        Variant asked = new Variant(variant, rerun, !variant.vocabulary().equals(rules.vocabulary()));
        Optional<Scenario> killer = killer(reach, asked);
        if (killer.isPresent()) {
            return new Fate.Killed(killer.get());
        }
        Optional<String> proof = equivalence.proof(mutant, variant);
        for (Shown shown : scenarios) {
            Optional<Fate> apart = apart(shown.expectation().scenario(), shown.at(), asked);
            if (apart.isPresent()) {
                return apart.get();
            }
        }
        if (proof.isPresent()) {
            return new Fate.Equivalent(proof.get());
        }
        List<Scenario> near = near(reach, mutant);
        if (!probes.areFor(reach, near)) {
            probes = new Probes(rules, cases, near).about(reach);
        }
        int tried = scenarios.size();
        for (int i = 0; i < MOST; i++) {
            Optional<Probes.Probe> probe = probes.get(i);
            if (probe.isEmpty()) {
                break;
            }
            tried++;
            Optional<Fate> apart = apart(probe.get().scenario(), probe.get().tried(), asked);
            if (apart.isPresent()) {
                return apart.get();
            }
        }
        return new Fate.Open(tried);
    }

    private record Variant(Variants.Variant variant, Reruns.Rerun rerun, boolean otherWords) {}

    private Cases.Outcome outcome(Cases.Case tried, Variant variant) {
        return variant.otherWords()
                ? cases.outcome(tried, variant.variant(), variant.rerun())
                : cases.outcome(tried, variant.rerun());
    }

    /** The first of the files that notices; those about what the mutant can reach are asked before all others. */
    private Optional<Scenario> killer(Reach reach, Variant variant) {
        return scenarios.stream()
                .sorted(Comparator.comparing(shown ->
                        !reach.codes().contains(shown.expectation().scenario().rule())))
                .filter(shown -> cases.outcome(shown.at())
                        .conclusion()
                        .filter(shown.expectation()::holds)
                        .isPresent())
                .filter(shown -> outcome(shown.at(), variant)
                        .conclusion()
                        .filter(shown.expectation()::holds)
                        .isEmpty())
                .map(shown -> shown.expectation().scenario())
                .findFirst();
    }

    /** Whether the variant makes something else of the dossier; if so, of the simplest change to the base that shows it. */
    private Optional<Fate> apart(Scenario from, Cases.Case tried, Variant variant) {
        if (cases.outcome(tried).equals(outcome(tried, variant))) {
            return Optional.empty();
        }
        Smaller smaller = new Smaller(
                tried.json(),
                from.base(),
                json -> cases.of(json)
                        .filter(less -> !cases.outcome(less).equals(outcome(less, variant)))
                        .isPresent());
        Cases.Case least = cases.of(smaller.dossier()).orElse(tried);
        return Optional.of(new Fate.ToldApart(
                least.json(),
                from.base().map(Scenario.Base::file).orElse(""),
                smaller.difference(),
                cases.outcome(least).conclusion().orElseThrow(),
                outcome(least, variant).conclusion()));
    }

    /** Scenarios about what the mutant can reach: those first that say most of the words of the place that was edited. */
    private List<Scenario> near(Reach reach, Mutant mutant) {
        Set<String> words = Places.words(mutant.text(), mutant.begin(), mutant.end());
        List<Scenario> near = rules.scenarios().stream()
                .filter(scenario -> reach.codes().contains(scenario.rule()))
                .sorted(Comparator.comparing((Scenario scenario) -> -said(scenario, words))
                        .thenComparing(scenario ->
                                scenario.shows().map(Scenario.Shows::ordinal).orElse(0)))
                .limit(NEAR)
                .toList();
        return near.isEmpty() ? rules.scenarios().stream().limit(1).toList() : near;
    }

    private static long said(Scenario scenario, Set<String> words) {
        Set<String> changes = Places.texts(scenario.dossier());
        scenario.base().ifPresent(base -> changes.removeAll(Places.texts(base.dossier())));
        return words.stream().filter(changes::contains).count();
    }
}
