package org.offereligibility.trial;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.offereligibility.dossier.Fact;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RuleSource;

/**
 * What an edit of one rule or table can reach, and from which facts.
 *
 * @param codes of the findings that it can reach
 * @param facts the types of facts of the dossier on which those findings depend
 */
record Reach(Set<String> codes, Set<String> facts) {
    static Reach of(RuleSet rules, Mutant mutant) {
        Set<String> reached = new HashSet<>();
        Set<RuleSource> hit = new HashSet<>();
        rules.rule(mutant.about())
                .ifPresentOrElse(
                        rule -> {
                            hit.add(rule);
                            reached.add(rule.states().type());
                        },
                        () -> reached.add(mutant.about()));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (RuleSource rule : rules.rules()) {
                if (reads(rule).stream().anyMatch(reached::contains) && hit.add(rule)) {
                    reached.add(rule.states().type());
                    grown = true;
                }
            }
        }
        if (mutant.kind() == Mutant.Kind.VOCABULARY) {
            return new Reach(Set.of(), Places.facts());
        }
        Set<String> codes = hit.stream()
                .filter(RuleSource::findsSomething)
                .map(RuleSource::code)
                .collect(Collectors.toCollection(TreeSet::new));
        return new Reach(codes, behind(rules, hit));
    }

    private static Set<String> behind(RuleSet rules, Set<RuleSource> of) {
        Set<String> facts = new TreeSet<>();
        List<RuleSource> open = List.copyOf(of);
        while (!open.isEmpty()) {
            Set<String> next = open.stream()
                    .flatMap(rule -> reads(rule).stream())
                    .filter(facts::add)
                    .collect(Collectors.toSet());
            open = rules.rules().stream()
                    .filter(rule -> next.contains(rule.states().type()))
                    .toList();
        }
        return facts;
    }

    /** With the types that go under a shared one. */
    private static Set<String> reads(RuleSource rule) {
        Set<String> types = new HashSet<>(rule.reads());
        if (types.contains(Fact.Evidence.class.getSimpleName())) {
            Arrays.stream(Fact.Evidence.class.getPermittedSubclasses())
                    .map(Class::getSimpleName)
                    .forEach(types::add);
        }
        return types;
    }
}
