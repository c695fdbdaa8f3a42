package org.offereligibility.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.offereligibility.decision.Verdict;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.Exact;

/** On a policy that is small enough, the search finds whatever trying every set of changes finds, and nothing untrue. */
class ChangeSearchCompletenessTests {
    private static final int DOSSIERS = 60;
    private static final int FORCED = 25;

    static IntStream seeds() {
        return IntStream.range(0, DOSSIERS);
    }

    static Verdict verdict(Dossier dossier) {
        return Bakers.POLICY
                .conclude(dossier, dossier.asOf().orElse(Bakers.AS_OF))
                .verdict();
    }

    private static ChangeSearch.Result search(Dossier dossier, Verdict wanted) {
        return ChangeSearch.search(Bakers.POLICY, dossier, Bakers.AS_OF, wanted, ChangeSearch.USUAL_BOUND);
    }

    private static List<Verdict> wanted(Dossier dossier) {
        return Stream.of(ChangeSearch.nextBetter(verdict(dossier)), Verdict.ELIGIBLE)
                .filter(wanted -> wanted.compareTo(verdict(dossier)) > 0)
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void findsWhateverTryingEverythingFinds(int seed) {
        Dossier dossier = Bakers.random(seed);
        for (Verdict wanted : wanted(dossier)) {
            ChangeSearch.Result result = search(dossier, wanted);
            assertThat(result.exhausted()).isTrue();
            Set<Set<String>> ways = result.ways().stream()
                    .map(way -> way.changes().stream().map(Change::opening).collect(Collectors.toSet()))
                    .collect(Collectors.toSet());
            int largest = seed < FORCED ? 3 : 2;
            for (Set<String> forced : byForce(dossier, wanted, largest)) {
                assertThat(ways)
                        .as("seed %d to %s: %s among %s", seed, wanted, forced, ways)
                        .anyMatch(forced::containsAll);
                assertThat(ways.stream()
                                .filter(forced::containsAll)
                                .mapToInt(Set::size)
                                .min()
                                .orElseThrow())
                        .isLessThanOrEqualTo(forced.size());
                boolean fewest = byForceSize == forced.size();
                if (fewest) {
                    assertThat(ways).as("seed %d to %s", seed, wanted).contains(forced);
                }
            }
        }
    }

    private int byForceSize;

    /** All sets of openings of the least size with which it can be done. */
    private Set<Set<String>> byForce(Dossier dossier, Verdict wanted, int largest) {
        for (int size = 1; size <= largest; size++) {
            Set<Set<String>> found = new HashSet<>();
            Map<String, List<Bakers.Option>> options = Bakers.options(dossier, size < 3);
            force(dossier, wanted, options, List.copyOf(options.keySet()), 0, Set.of(), size, found);
            if (!found.isEmpty()) {
                byForceSize = size;
                return found;
            }
        }
        return Set.of();
    }

    private static boolean force(
            Dossier dossier,
            Verdict wanted,
            Map<String, List<Bakers.Option>> options,
            List<String> openings,
            int from,
            Set<String> used,
            int left,
            Set<Set<String>> found) {
        if (left == 0) {
            if (verdict(dossier).compareTo(wanted) >= 0) {
                found.add(used);
                return true;
            }
            return false;
        }
        boolean any = false;
        for (int i = from; i < openings.size(); i++) {
            Set<String> more = new TreeSet<>(used);
            more.add(openings.get(i));
            boolean done = false;
            for (Bakers.Option option : options.get(openings.get(i))) {
                Optional<Dossier> changed = done && left == 1 ? Optional.empty() : option.in(dossier);
                if (changed.isPresent()) {
                    done |= force(changed.get(), wanted, options, openings, i + 1, more, left - 1, found);
                }
            }
            any |= done;
        }
        return any;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyWayReallyDoesItAndNoPartOfItDoes(int seed) {
        Dossier dossier = Bakers.random(seed);
        for (Verdict wanted : wanted(dossier)) {
            for (ChangeSearch.Way way : search(dossier, wanted).ways()) {
                for (int part = 0; part < 1 << way.changes().size(); part++) {
                    Dossier changed = dossier;
                    boolean whole = part == (1 << way.changes().size()) - 1;
                    for (int i = 0; i < way.changes().size(); i++) {
                        if ((part >> i & 1) > 0) {
                            changed = way.changes()
                                    .get(i)
                                    .in(changed)
                                    .flatMap(Bakers::read)
                                    .orElseThrow();
                        }
                    }
                    Verdict then = verdict(changed);
                    assertThat(then.compareTo(wanted) >= 0)
                            .as("seed %d: %s", seed, way.changes())
                            .isEqualTo(whole);
                    if (whole) {
                        assertThat(then).isEqualTo(way.then().verdict());
                    }
                }
            }
        }
    }

    /** Whatever figure of the grid: it does it, with the rest as it is, if and only if the answer says so. */
    @ParameterizedTest
    @MethodSource("seeds")
    void everyFigureOfARangeDoesItAndThoseBesideItDoNot(int seed) {
        Dossier dossier = Bakers.random(seed);
        for (Verdict wanted : wanted(dossier)) {
            for (ChangeSearch.Way way : search(dossier, wanted).ways()) {
                for (Change change : way.changes()) {
                    change.span().ifPresent(span -> proveRange(dossier, way, change, span));
                }
            }
        }
    }

    private static void proveRange(Dossier dossier, ChangeSearch.Way way, Change change, Span span) {
        Dossier rest = dossier;
        for (Change other : way.changes()) {
            rest = other == change ? rest : other.in(rest).flatMap(Bakers::read).orElseThrow();
        }
        assertThat(span.contains(change.figure().orElseThrow())).isTrue();
        for (Bakers.Option option : Bakers.options(dossier, true).getOrDefault(change.opening(), List.of())) {
            Exact figure = Figures.value(option.puts().get(0).value());
            Optional<Dossier> then = option.in(rest);
            if (then.isPresent() && !change.opening().contains("#") && span.contains(figure)) {
                assertThat(verdict(then.get()))
                        .as("%s as %s", change, figure)
                        .isEqualTo(way.then().verdict());
            }
        }
        List<Exact> ends = new ArrayList<>();
        span.lowest().ifPresent(end -> ends.add(end.included() ? end.at().minus(Exact.of(1)) : end.at()));
        span.highest().ifPresent(end -> ends.add(end.included() ? end.at().plus(Exact.of(1)) : end.at()));
        for (Exact beyond : ends) {
            if (change.puts().size() == 1 && change.opening().startsWith("/offer")) {
                Optional<Dossier> then = new Bakers.Option(
                                change.opening(),
                                List.of(new Change.Put(
                                        change.opening(),
                                        Figures.number(beyond, false).orElseThrow())))
                        .in(rest);
                assertThat(then.map(ChangeSearchCompletenessTests::verdict))
                        .as("%s as %s", change, beyond)
                        .isNotEqualTo(Optional.of(way.then().verdict()));
            }
        }
    }
}
