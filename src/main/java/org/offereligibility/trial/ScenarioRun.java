package org.offereligibility.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.EnginesDisagree;
import org.offereligibility.decision.Evaluator;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.DossierReader;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.Reading;
import org.offereligibility.dossier.Vocabularies.NotInForce;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.Scenario;

/**
 * HR's scenarios, each decided by the rules that they test.
 *
 * @param evaluator by which they were decided
 * @param results in the order of files and lines
 */
public record ScenarioRun(Evaluator evaluator, List<ScenarioResult> results) {
    /** Only there to be replaced by the dossier's own instant, without which nothing is decided. */
    private static final Moment NEVER = Moment.parse("1970-01-01T00:00:00Z");

    /** All scenarios of a rule set, with both engines. */
    public static ScenarioRun of(RuleSet rules) {
        return of(new Evaluator(rules), rules.scenarios(), () -> {});
    }

    /**
     * Some scenarios.
     *
     * @param after runs after each scenario
     */
    public static ScenarioRun of(Evaluator evaluator, List<Scenario> scenarios, Runnable after) {
        List<ScenarioResult> results = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            results.add(of(evaluator, scenario));
            after.run();
        }
        return new ScenarioRun(evaluator, List.copyOf(results));
    }

    /** One scenario. */
    public static ScenarioResult of(Evaluator evaluator, Scenario scenario) {
        Reading reading = read(evaluator.rules(), scenario.dossier());
        if (reading instanceof Reading.Refused refused) {
            return new ScenarioResult(
                    scenario, Optional.empty(), Optional.empty(), Expectations.refused(refused.problems()));
        }
        Dossier dossier = ((Reading.Accepted) reading).dossier();
        if (dossier.asOf().isEmpty()) {
            return new ScenarioResult(scenario, Optional.empty(), Optional.empty(), Expectations.timeless());
        }
        try {
            Decision decision = evaluator.evaluate(dossier, dossier.asOf().orElseThrow());
            return new ScenarioResult(
                    scenario,
                    Optional.of(dossier),
                    Optional.of(decision),
                    new Expectations(evaluator, scenario, dossier, decision).failures());
        } catch (EnginesDisagree disagreement) {
            return new ScenarioResult(
                    scenario, Optional.of(dossier), Optional.empty(), Expectations.undecided(disagreement));
        }
    }

    /** Reads a dossier with the words of these rules, whatever the name of their folder. */
    static Reading read(RuleSet rules, Json dossier) {
        return DossierReader.read(
                "the dossier",
                dossier,
                (role, asOf) -> {
                    if (!role.equals(rules.role())) {
                        throw new NotInForce(
                                "/role",
                                "the role is `" + role + "`, but these rules are those for `" + rules.role() + "`");
                    }
                    return rules.vocabulary();
                },
                NEVER);
    }

    public List<ScenarioResult> failed() {
        return results.stream().filter(result -> !result.passes()).toList();
    }
}
