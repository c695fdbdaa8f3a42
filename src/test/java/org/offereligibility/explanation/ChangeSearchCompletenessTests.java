package org.offereligibility.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
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
    private static final int DOSSIERS = 40;
    /** For these every set of three is tried, too: for some it takes three, for some no three do it. */
    private static final Set<Integer> THREES = Set.of(8, 9, 14, 21, 22, 37);

    private static final Map<String, ChangeSearch.Result> RESULTS = new ConcurrentHashMap<>();

    static IntStream seeds() {
        return IntStream.range(0, DOSSIERS);
    }

    static Verdict verdict(Dossier dossier) {
        return Bakers.POLICY
                .conclude(dossier, dossier.asOf().orElse(Bakers.AS_OF))
                .verdict();
    }

    private static ChangeSearch.Result search(Dossier dossier, Verdict wanted) {
        return RESULTS.computeIfAbsent(dossier.hash() + wanted, unseen -> searched(dossier, wanted));
    }

    private static ChangeSearch.Result searched(Dossier dossier, Verdict wanted) {
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
            int largest = THREES.contains(seed) ? 3 : 2;
            // by force the least size is found first, and all sets of that size: each must be among the ways
            assertThat(ways).as("seed %d to %s", seed, wanted).containsAll(byForce(dossier, wanted, largest));
        }
    }

    /** All sets of openings of the least size with which it can be done. */
    private Set<Set<String>> byForce(Dossier dossier, Verdict wanted, int largest) {
        for (int size = 1; size <= largest; size++) {
            Set<Set<String>> found = new HashSet<>();
            Map<String, List<Bakers.Option>> options = Bakers.options(dossier, size < 3);
            force(dossier, wanted, options, List.copyOf(options.keySet()), 0, Set.of(), size, found);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return Set.of();
    }

    private static void force(
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
            }
            return;
        }
        for (int i = from; i < openings.size(); i++) {
            Set<String> more = new TreeSet<>(used);
            more.add(openings.get(i));
            for (Bakers.Option option : options.get(openings.get(i))) {
                if (!found.contains(more)) {
                    int next = i + 1;
                    option.in(dossier)
                            .ifPresent(
                                    changed -> force(changed, wanted, options, openings, next, more, left - 1, found));
                }
            }
        }
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
