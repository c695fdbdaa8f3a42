package org.offereligibility.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.Fact;
import org.offereligibility.dossier.Moment;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RuleSource;
import org.offereligibility.policy.Variants;

/**
 * What variants of a rule set conclude. A dossier is run once by the rules as they are; of a variant only what the edit can
 * reach is run again. Safe for threads, each of which needs runs of its own.
 */
public final class Reruns {
    private final RuleSet rules;
    private final List<RulePlan> plans;
    private final Map<String, RulePlan> byName = new HashMap<>();
    private final Set<Object> rows;

    public Reruns(RuleSet rules) {
        this.rules = rules;
        this.plans = new Matcher(rules).plans();
        plans.forEach(plan -> byName.put(plan.source().name(), plan));
        this.rows = rules.rows().keySet();
    }

    /** One dossier, run by the rules as they are. Not safe for threads. */
    public static final class Run {
        private final List<Fact> facts;
        private final WorkingFacts working;
        private final Map<String, List<Match>> matches = new HashMap<>();
        private final Map<String, Set<Conclusion.Point>> points = new HashMap<>();
        private final Conclusion conclusion;

        private Run(List<Fact> facts, Matcher.Result result) {
            this.facts = facts;
            this.working = result.facts();
            for (Match match : result.matches()) {
                matches.computeIfAbsent(match.rule().name(), unseen -> new ArrayList<>())
                        .add(match);
            }
            matches.forEach((rule, all) -> points.put(rule, points(all)));
            this.conclusion = concluded(points.values());
        }

        /** What the rules as they are conclude. */
        public Conclusion conclusion() {
            return conclusion;
        }

        private List<Match> matches(RuleSource rule) {
            return matches.getOrDefault(rule.name(), List.of());
        }
    }

    public Run run(Dossier dossier, Moment asOf) {
        List<Fact> facts = Evaluator.facts(dossier, asOf);
        return new Run(facts, new Matcher(plans, rows).run(facts));
    }

    /** @throws RuntimeException if the variant cannot be made ready to run */
    public Rerun of(Variants.Variant variant) {
        return new Rerun(variant);
    }

    /** A variant of the rules, ready to run. */
    public final class Rerun {
        private final List<RulePlan> all = new ArrayList<>();
        private final Set<RulePlan> edited = new LinkedHashSet<>();
        private final Collection<?> variantRows;
        private final Set<String> editedTables = new HashSet<>();

        private Rerun(Variants.Variant variant) {
            for (List<RuleSource> layer : variant.layers()) {
                for (RuleSource rule : layer) {
                    RulePlan known = byName.get(rule.name());
                    if (known != null && sameButForPlace(known.source(), rule)) {
                        all.add(known);
                    } else {
                        RulePlan plan = new RulePlan(rule, new Written(rule, rules.compiled()));
                        all.add(plan);
                        edited.add(plan);
                    }
                }
            }
            this.variantRows = variant.rows().keySet();
            Set<Object> before = new LinkedHashSet<>(rows);
            Set<Object> after = new LinkedHashSet<>(variantRows);
            before.removeAll(variantRows);
            after.removeAll(rows);
            before.forEach(row -> editedTables.add(row.getClass().getSimpleName()));
            after.forEach(row -> editedTables.add(row.getClass().getSimpleName()));
        }

        private static boolean sameButForPlace(RuleSource one, RuleSource other) {
            return one == other || one.text().equals(other.text());
        }

        /** What the variant concludes of the dossier. */
        public Conclusion conclude(Run run) {
            if (editedTables.isEmpty() && reachesNothing(run)) {
                return run.conclusion();
            }
            WorkingFacts working = new WorkingFacts();
            variantRows.forEach(working::add);
            run.facts.forEach(working::add);
            Set<String> changed = new HashSet<>(editedTables);
            List<Set<Conclusion.Point>> points = new ArrayList<>();
            for (RulePlan plan : all) {
                RuleSource rule = plan.source();
                boolean again = edited.contains(plan) || rule.reads().stream().anyMatch(changed::contains);
                List<Match> matches = again ? plan.matches(working) : run.matches(rule);
                if (rule.findsSomething()) {
                    points.add(again ? points(matches) : run.points.getOrDefault(rule.name(), Set.of()));
                } else {
                    if (again && !stated(matches).equals(stated(run.matches(rule)))) {
                        changed.add(rule.states().type());
                    }
                    matches.forEach(working::add);
                }
            }
            return concluded(points);
        }

        /** Whether every edited rule states what it did; then nothing after it can differ. */
        private boolean reachesNothing(Run run) {
            return edited.stream().allMatch(plan -> {
                List<Match> matches = plan.matches(run.working);
                return plan.source().findsSomething()
                        ? points(matches)
                                .equals(run.points.getOrDefault(plan.source().name(), Set.of()))
                        : stated(matches).equals(stated(run.matches(plan.source())));
            });
        }
    }

    private static Set<Object> stated(List<Match> matches) {
        return matches.stream().map(Match::stated).collect(Collectors.toSet());
    }

    private static Set<Conclusion.Point> points(List<Match> matches) {
        // two that differ in the section alone are two
        return new LinkedHashSet<>(Evaluator.byPoint(matches).keySet());
    }

    private static Conclusion concluded(Collection<Set<Conclusion.Point>> points) {
        SortedSet<Conclusion.Point> all = new TreeSet<>(Conclusion.Point.STRONGEST_FIRST);
        points.forEach(all::addAll);
        return new Conclusion(Conclusion.verdict(all.stream().map(Conclusion.Point::effect)), List.copyOf(all));
    }
}
