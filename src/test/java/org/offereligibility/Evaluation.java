package org.offereligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Evaluator;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.DossierReader;
import org.offereligibility.dossier.Entry;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.Reading;
import org.offereligibility.dossier.Vocabularies.NotInForce;
import org.offereligibility.policy.Policies;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RulesUnusable;

/** Decides dossiers for tests, from their text, under the policies of a folder. */
public final class Evaluation {
    public static final Moment EVALUATED_AT = Moment.parse("2025-06-01T00:00:00Z");
    private static final Map<String, Evaluation> BY_FOLDER = new ConcurrentHashMap<>();

    private final Policies policies;
    private final Map<String, Evaluator> evaluators = new ConcurrentHashMap<>();

    private Evaluation(Policies policies) {
        this.policies = policies;
    }

    /** Read once for all tests. */
    public static Evaluation under(String policies) {
        return BY_FOLDER.computeIfAbsent(policies, folder -> {
            try {
                return new Evaluation(Policies.read(Path.of(folder), Optional.of(Path.of("target/rules-cache"))));
            } catch (RulesUnusable unusable) {
                throw new AssertionError(unusable.problems().toString(), unusable);
            }
        });
    }

    public Reading read(String dossier) {
        return DossierReader.read(
                new Entry("dossier.json", 1, dossier.getBytes(StandardCharsets.UTF_8)), policies, EVALUATED_AT);
    }

    public Decision decide(String dossier) {
        Reading reading = read(dossier);
        assertThat(reading).as(dossier).isInstanceOf(Reading.Accepted.class);
        return decide(((Reading.Accepted) reading).dossier());
    }

    /** Decides by the rules in force at {@link #EVALUATED_AT}, whatever the instant at which the dossier is judged. */
    public Decision decideByTheRulesOf2025(String role, String dossier) {
        Evaluator evaluator = evaluator(role, EVALUATED_AT);
        Reading reading = DossierReader.read(
                new Entry("dossier.json", 1, dossier.getBytes(StandardCharsets.UTF_8)),
                (anyRole, anyTime) -> evaluator.rules().vocabulary(),
                EVALUATED_AT);
        assertThat(reading).as(dossier).isInstanceOf(Reading.Accepted.class);
        Dossier accepted = ((Reading.Accepted) reading).dossier();
        return evaluator.evaluate(accepted, accepted.asOf().orElse(EVALUATED_AT));
    }

    public Decision decide(Dossier dossier) {
        Moment asOf = dossier.asOf().orElse(EVALUATED_AT);
        return evaluator(dossier.role(), asOf).evaluate(dossier, asOf);
    }

    public Evaluator evaluator(String role, Moment asOf) {
        try {
            RuleSet rules = policies.rules(role, asOf);
            return evaluators.computeIfAbsent(rules.hash(), hash -> new Evaluator(rules));
        } catch (NotInForce | RulesUnusable none) {
            throw new AssertionError(none);
        }
    }
}
