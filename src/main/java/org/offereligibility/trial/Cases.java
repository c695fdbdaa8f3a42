package org.offereligibility.trial;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.offereligibility.decision.Conclusion;
import org.offereligibility.decision.Engines;
import org.offereligibility.decision.Evaluator;
import org.offereligibility.decision.Reruns;
import org.offereligibility.dossier.CanonicalJson;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.DossierReader;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.Reading;
import org.offereligibility.dossier.Vocabulary;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.Variants;

/** Dossiers, each run once by the rules as they are, and what variants say of them. For one thread. */
final class Cases {
    /** Where a dossier does not say at which instant it is judged. */
    private static final Moment NOW = Moment.parse("2026-01-01T00:00:00Z");

    private final RuleSet rules;
    private final Reruns reruns;
    private final Evaluator evaluator;
    private final Map<String, Optional<Case>> read = new HashMap<>();

    Cases(RuleSet rules, Reruns reruns) {
        this.rules = rules;
        this.reruns = reruns;
        this.evaluator = new Evaluator(rules, Engines.MATCHER_ALONE);
    }

    /** A dossier that the reader accepts. */
    record Case(Json json, Dossier dossier, Reruns.Run run) {}

    /** What comes of a dossier: a conclusion, or none where it is refused as input or nothing can be computed for it. */
    record Outcome(Optional<Conclusion> conclusion) {}

    Optional<Case> of(Json json) {
        return read.computeIfAbsent(
                CanonicalJson.hash(json),
                unseen -> dossier(json, rules.vocabulary())
                        .map(dossier -> new Case(
                                json,
                                dossier,
                                reruns.run(dossier, dossier.asOf().orElse(NOW)))));
    }

    /** The numbers at which some rule turns. */
    Set<Exact> turningPoints(Json json, String pointer) {
        return of(json).map(tried -> (Set<Exact>) evaluator.turningPoints(
                        tried.dossier(), tried.dossier().asOf().orElse(NOW), pointer))
                .orElse(Set.of());
    }

    void forget() {
        read.clear();
    }

    private static Optional<Dossier> dossier(Json json, Vocabulary vocabulary) {
        return DossierReader.read("dossier", json, (role, asOf) -> vocabulary, NOW) instanceof Reading.Accepted accepted
                ? Optional.of(accepted.dossier())
                : Optional.empty();
    }

    Outcome outcome(Case tried) {
        return new Outcome(Optional.of(tried.run().conclusion()));
    }

    /** What the variant makes of the same dossier; it may know other words. */
    Outcome outcome(Case tried, Variants.Variant variant, Reruns.Rerun rerun) {
        if (!variant.vocabulary().equals(rules.vocabulary())
                && dossier(tried.json(), variant.vocabulary()).isEmpty()) {
            return new Outcome(Optional.empty());
        }
        return outcome(tried, rerun);
    }

    /** The same where the words are the same. */
    Outcome outcome(Case tried, Reruns.Rerun rerun) {
        try {
            return new Outcome(Optional.of(rerun.conclude(tried.run())));
        } catch (RuntimeException breaksOff) {
            // such as a division by zero: as far from what was expected as can be
            return new Outcome(Optional.empty());
        }
    }

    List<Case> all(List<Json> dossiers) {
        List<Case> all = new ArrayList<>();
        dossiers.forEach(json -> of(json).ifPresent(all::add));
        return all;
    }
}
