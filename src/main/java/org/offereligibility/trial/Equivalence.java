package org.offereligibility.trial;

import java.util.Optional;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.Variants;

/** Proofs that no dossier tells a mutant apart. Each reason is sound by itself; where none applies nothing is claimed. */
final class Equivalence {
    private final RuleSet rules;

    Equivalence(RuleSet rules) {
        this.rules = rules;
    }

    Optional<String> proof(Mutant mutant, Variants.Variant variant) {
        return rules.rules().isEmpty() ? Optional.of("") : Optional.empty();
    }
}
