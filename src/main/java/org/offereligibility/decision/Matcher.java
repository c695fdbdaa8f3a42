package org.offereligibility.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.offereligibility.policy.RuleSet;

/**
 * Our own engine: runs the conditions that Drools compiled, layer by layer, without a network, an agenda or any memory from
 * one dossier to the next. It finds not only which rules hold, but everything because of which they hold. Safe for threads.
 */
final class Matcher {
    private final List<RulePlan> plans;
    private final List<Object> rows;

    Matcher(RuleSet rules) {
        this(
                rules.layers().stream()
                        .flatMap(List::stream)
                        .map(rule -> new RulePlan(rule, rules.compiled().rule(rule.name())))
                        .toList(),
                rules.rows().keySet());
    }

    /** @param plans in an order in which none asks for what a later one states */
    Matcher(List<RulePlan> plans, Collection<?> rows) {
        this.plans = List.copyOf(plans);
        this.rows = List.copyOf(rows);
    }

    /** What the rules find and derive from the facts; the findings are in the order of the rules. */
    Result run(Iterable<?> facts) {
        WorkingFacts working = new WorkingFacts();
        rows.forEach(working::add);
        facts.forEach(working::add);
        List<Match> all = new ArrayList<>();
        for (RulePlan plan : plans) {
            List<Match> matches = plan.matches(working);
            all.addAll(matches);
            if (!plan.source().findsSomething()) {
                matches.forEach(working::add);
            }
        }
        return new Result(working, all);
    }

    /** The facts and what those rules derive from them, which suffices for whatever reads no other derived facts. */
    WorkingFacts derive(Iterable<?> facts, List<RulePlan> deriving) {
        WorkingFacts working = new WorkingFacts();
        rows.forEach(working::add);
        facts.forEach(working::add);
        deriving.forEach(plan -> plan.matches(working).forEach(working::add));
        return working;
    }

    List<RulePlan> plans() {
        return plans;
    }

    /** The rules that state facts of that type. */
    List<RulePlan> stating(String type) {
        return plans.stream()
                .filter(plan -> plan.source().states().type().equals(type))
                .toList();
    }

    /** What is found whichever of the possible facts come true, and what may be found. */
    Optional<Limits.Found> limits(Iterable<?> certain, Iterable<?> possible) {
        return Limits.of(plans, rows, certain, possible);
    }

    /** @param matches of all rules, deriving ones included */
    record Result(WorkingFacts facts, List<Match> matches) {}
}
