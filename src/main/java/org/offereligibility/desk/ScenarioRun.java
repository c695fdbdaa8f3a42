package org.offereligibility.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.offereligibility.decision.Conclusion;
import org.offereligibility.decision.Effect;
import org.offereligibility.decision.Engines;
import org.offereligibility.decision.Evaluator;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.DossierReader;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.Reading;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.Scenario;
import org.offereligibility.policy.Share;

/** Decides HR's own scenarios by the rules that they belong to. */
final class ScenarioRun {
    private final RuleSet rules;
    private final Moment evaluationTime;
    private final Evaluator evaluator;

    /** @param evaluationTime the instant at which a scenario is judged that names none */
    ScenarioRun(RuleSet rules, Moment evaluationTime) {
        this.rules = rules;
        this.evaluationTime = evaluationTime;
        this.evaluator = new Evaluator(rules, Engines.MATCHER_ALONE);
    }

    /** @param failures takes a sentence of each scenario that does not come out as it says */
    Share run(List<String> failures) {
        List<Scenario> scenarios = rules.scenarios();
        int passed = 0;
        for (Scenario scenario : scenarios) {
            List<String> wrong = wrong(scenario);
            if (wrong.isEmpty()) {
                passed++;
            } else {
                failures.add("\"" + scenario.name() + "\" (" + scenario.file() + ", line " + scenario.line() + "): "
                        + String.join("; ", wrong));
            }
        }
        return new Share(passed, scenarios.size());
    }

    private List<String> wrong(Scenario scenario) {
        Reading reading = DossierReader.read(
                scenario.file(), scenario.dossier(), (role, asOf) -> rules.vocabulary(), evaluationTime);
        if (reading instanceof Reading.Refused refused) {
            return List.of(
                    "its dossier is refused: " + refused.problems().get(0).message());
        }
        Dossier dossier = ((Reading.Accepted) reading).dossier();
        Conclusion conclusion = evaluator.conclude(dossier, dossier.asOf().orElse(evaluationTime));
        SortedSet<String> found = codes(conclusion, false);
        SortedSet<String> supports = codes(conclusion, true);
        SortedSet<String> all = new TreeSet<>(found);
        all.addAll(supports);
        List<String> wrong = new ArrayList<>();
        if (!conclusion.verdict().name().equals(scenario.verdict())) {
            wrong.add("the verdict is " + conclusion.verdict() + ", not " + scenario.verdict());
        }
        SortedSet<String> expected = new TreeSet<>(scenario.codes());
        if (!found.equals(expected)) {
            wrong.add("it finds " + listed(found) + ", not " + listed(expected));
        }
        scenario.supports().stream()
                .filter(code -> !supports.contains(code))
                .forEach(code -> wrong.add("it does not find `" + code + "`"));
        scenario.not().stream().filter(all::contains).forEach(code -> wrong.add("it finds `" + code + "`"));
        boolean holds = scenario.shows() == Scenario.Shows.HOLDS;
        if (all.contains(scenario.rule()) != holds) {
            wrong.add("`" + scenario.rule() + "` " + (holds ? "does not hold" : "holds"));
        }
        return wrong;
    }

    private static SortedSet<String> codes(Conclusion conclusion, boolean support) {
        return conclusion.findings().stream()
                .filter(point -> (point.effect() == Effect.SUPPORT) == support)
                .map(Conclusion.Point::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String listed(SortedSet<String> codes) {
        return codes.isEmpty() ? "nothing" : "`" + String.join("`, `", codes) + "`";
    }
}
