package org.offereligibility.trial;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offereligibility.decision.Demand;
import org.offereligibility.decision.Evaluator;
import org.offereligibility.decision.Tried;
import org.offereligibility.policy.RuleSource;
import org.offereligibility.policy.Scenario;
import org.offereligibility.policy.Share;

/**
 * What scenarios try out of the rules.
 *
 * @param rules in the order of files and lines
 */
public record Coverage(List<OfRule> rules) {
    /**
     * What is seen of one rule.
     *
     * @param held whether it holds in some scenario
     * @param heldNot whether it does not hold in some scenario
     * @param failed what it demands that was, at least once, what failed
     * @param never what it demands that never was
     * @param lacking of what scenarios should say that they show of a rule that finds something, what none says
     */
    public record OfRule(
            RuleSource rule,
            boolean held,
            boolean heldNot,
            List<Demand> failed,
            List<Demand> never,
            List<Scenario.Shows> lacking) {
        /** That it holds, that it does not, and each thing that it demands count alike. */
        public Share share() {
            return new Share((held ? 1 : 0) + (heldNot ? 1 : 0) + failed.size(), 2 + failed.size() + never.size());
        }

        public boolean isWhole() {
            return held && heldNot && never.isEmpty();
        }
    }

    /** What the scenarios of a run try out; also those that fail, but for refused dossiers. */
    public static Coverage of(ScenarioRun run) {
        Evaluator evaluator = run.evaluator();
        List<Tried> tried = run.results().stream()
                .flatMap(result -> result.dossier().stream())
                .map(dossier -> evaluator.tried(dossier, dossier.asOf().orElseThrow()))
                .toList();
        return of(
                evaluator,
                tried,
                run.results().stream().map(ScenarioResult::scenario).toList());
    }

    static Coverage of(Evaluator evaluator, List<Tried> tried, List<Scenario> scenarios) {
        Set<Demand> failed =
                tried.stream().flatMap(one -> one.failed().stream()).collect(Collectors.toCollection(HashSet::new));
        List<OfRule> rules = new ArrayList<>();
        Evidence evidence = new Evidence(evaluator.rules());
        for (RuleSource rule : evaluator.rules().rules()) {
            Predicate<Tried> holds = one -> one.holding().contains(rule.name());
            List<Demand> demands = evaluator.demands().stream()
                    .filter(demand -> demand.rule().equals(rule.name()))
                    .toList();
            rules.add(new OfRule(
                    rule,
                    tried.stream().anyMatch(holds),
                    tried.stream().anyMatch(holds.negate()),
                    demands.stream().filter(failed::contains).toList(),
                    demands.stream().filter(demand -> !failed.contains(demand)).toList(),
                    rule.findsSomething() ? lacking(rule, scenarios, evidence) : List.of()));
        }
        return new Coverage(List.copyOf(rules));
    }

    private static List<Scenario.Shows> lacking(RuleSource rule, List<Scenario> scenarios, Evidence evidence) {
        EnumSet<Scenario.Shows> lacking = EnumSet.allOf(Scenario.Shows.class);
        if (!evidence.isNeeded(rule)) {
            lacking.remove(Scenario.Shows.ABSENT);
        }
        scenarios.stream()
                .filter(scenario -> scenario.rule().equals(rule.code()))
                .flatMap(scenario -> scenario.shows().stream())
                .forEach(lacking::remove);
        return List.copyOf(lacking);
    }

    public Share share() {
        return rules.stream().map(OfRule::share).reduce(new Share(0, 0), Share::plus);
    }

    /** The rules of which not everything is seen. */
    public Stream<OfRule> incomplete() {
        return rules.stream().filter(rule -> !rule.isWhole());
    }
}
