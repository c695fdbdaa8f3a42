package org.offereligibility.trial;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.offereligibility.decision.Conclusion;
import org.offereligibility.decision.Effect;
import org.offereligibility.policy.Scenario;

/** What a scenario expects of a conclusion. */
final class Expectation {
    private final Scenario scenario;
    private final Set<String> codes;

    Expectation(Scenario scenario) {
        this.scenario = scenario;
        this.codes = new TreeSet<>(scenario.codes());
    }

    Scenario scenario() {
        return scenario;
    }

    boolean holds(Conclusion conclusion) {
        List<Conclusion.Point> own = conclusion.findings().stream()
                .filter(point -> point.code().equals(scenario.rule()))
                .toList();
        Set<String> supports = codes(conclusion, point -> point.effect() == Effect.SUPPORT);
        return conclusion.verdict().name().equals(scenario.verdict())
                && codes(conclusion, point -> point.effect() != Effect.SUPPORT).equals(codes)
                && supports.containsAll(scenario.supports())
                && conclusion.findings().stream()
                        .noneMatch(point -> scenario.not().contains(point.code()))
                && scenario.shows()
                        .filter(shows -> own.isEmpty() == (shows == Scenario.Shows.HOLDS))
                        .isEmpty()
                && own.stream()
                        .allMatch(point -> scenario.section().isEmpty()
                                || point.section().equals(scenario.section().orElse("")))
                && are(scenario.subjects(), own, Conclusion.Point::subject)
                && are(scenario.effects(), own, point -> point.effect().name());
    }

    private static boolean are(
            Optional<List<String>> expected, List<Conclusion.Point> own, Function<Conclusion.Point, String> what) {
        return expected.map(TreeSet::new)
                .filter(words -> !words.equals(own.stream().map(what).collect(Collectors.toSet())))
                .isEmpty();
    }

    private static Set<String> codes(Conclusion conclusion, Predicate<Conclusion.Point> which) {
        return conclusion.findings().stream()
                .filter(which)
                .map(Conclusion.Point::code)
                .collect(Collectors.toSet());
    }
}
