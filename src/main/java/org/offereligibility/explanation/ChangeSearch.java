package org.offereligibility.explanation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.offereligibility.decision.Conclusion;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Dependence;
import org.offereligibility.decision.Effect;
import org.offereligibility.decision.Evaluator;
import org.offereligibility.decision.Finding;
import org.offereligibility.decision.Verdict;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.Moment;

/**
 * Looks for the smallest sets of changes, up to three, that lead to a better verdict, among what the policy lets change. The
 * search follows the findings: whatever set of changes does it must do away with each finding that stands in the way, so
 * that only changes which have an influence on such a finding are tried. What cannot help is never tried, and what can is
 * never left out, short of the bound on evaluations.
 */
public final class ChangeSearch {
    /** The largest number of changes in a set. */
    public static final int LARGEST_SET = 3;
    /** So many conclusions are drawn at most, if nobody says otherwise; a few seconds' worth. */
    public static final int USUAL_BOUND = 20_000;

    private static final Comparator<Way> SMALLEST_FIRST = Comparator.comparingInt(
                    (Way way) -> way.changes().size())
            .thenComparing(way -> way.then().verdict(), Comparator.reverseOrder())
            .thenComparing(Way::size)
            .thenComparing(Way::words);

    private final Evaluator evaluator;
    private final Moment asOf;
    private final Verdict wanted;
    private final int bound;
    private final Openings openings;
    private final Map<String, Conclusion> concluded = new HashMap<>();
    private final Map<String, List<Set<String>>> influences = new HashMap<>();
    private final Map<Set<Change>, Reached> found = new LinkedHashMap<>();
    private int evaluations;
    private boolean exhausted = true;

    private ChangeSearch(Evaluator evaluator, Dossier dossier, Moment asOf, Verdict wanted, int bound) {
        this.evaluator = evaluator;
        this.asOf = asOf;
        this.wanted = wanted;
        this.bound = bound;
        this.openings =
                new Openings(evaluator, this::read, dossier, dossier.asOf().orElse(asOf));
    }

    /**
     * What was found.
     *
     * @param now the decision on the dossier as it is
     * @param ways minimal sets of changes, the smallest first; each evaluated in full
     * @param inTheWay where there is no way: the findings that nothing which may change has an influence on; or all that
     *     stand in the way, if it is only that no three changes do away with them
     * @param exhausted whether everything was tried, so that there is no other way of up to three changes
     * @param evaluations how many conclusions were drawn
     */
    public record Result(
            Decision now, Verdict wanted, List<Way> ways, List<Finding> inTheWay, boolean exhausted, int evaluations) {}

    /**
     * A set of changes.
     *
     * @param then the decision on the dossier so changed
     */
    public record Way(List<Change> changes, Decision then) {
        private Exact size() {
            return sizeOf(changes);
        }

        private String words() {
            return wordsOf(changes);
        }
    }

    /** A set of changes that does it, before it is evaluated in full. */
    private record Reached(List<Change> changes, Dossier dossier, Conclusion conclusion) {
        /** The better verdict, then the smaller change, then the fewer other things found against or about the candidate. */
        static final Comparator<Reached> BEST_FIRST = Comparator.comparing(
                        (Reached reached) -> reached.conclusion().verdict(), Comparator.reverseOrder())
                .thenComparing(reached -> sizeOf(reached.changes()))
                .thenComparing(Reached::drawbacks)
                .thenComparing(reached -> wordsOf(reached.changes()));

        private long drawbacks() {
            return conclusion.findings().stream()
                    .filter(point -> point.effect() != Effect.SUPPORT)
                    .count();
        }

        Set<String> openings() {
            return changes.stream().map(Change::opening).collect(Collectors.toSet());
        }

        Set<String> kinds() {
            return changes.stream().map(Change::kind).collect(Collectors.toSet());
        }
    }

    private static Exact sizeOf(List<Change> changes) {
        return changes.stream().map(Change::size).reduce(Exact.ZERO, Exact::plus);
    }

    private static String wordsOf(List<Change> changes) {
        return changes.stream().map(Change::words).sorted().collect(Collectors.joining("; "));
    }

    /**
     * @param wanted the verdict to reach, or a better one
     * @param bound how many conclusions may be drawn before the search is ended, more than 0
     */
    public static Result search(Evaluator evaluator, Dossier dossier, Moment asOf, Verdict wanted, int bound) {
        return new ChangeSearch(evaluator, dossier, asOf, wanted, bound).run(dossier);
    }

    /** The verdict next better than that; the best for the best. */
    public static Verdict nextBetter(Verdict verdict) {
        return Verdict.values()[Math.min(verdict.ordinal() + 1, Verdict.ELIGIBLE.ordinal())];
    }

    private Result run(Dossier dossier) {
        Decision now = evaluator.evaluate(dossier, asOf(dossier));
        if (now.verdict().compareTo(wanted) >= 0) {
            return new Result(now, wanted, List.of(), List.of(), true, 0);
        }
        for (int size = 1; size <= LARGEST_SET && exhausted; size++) {
            descend(dossier, List.of(), size);
        }
        List<Way> ways = ways(dossier);
        return new Result(
                now, wanted, ways, ways.isEmpty() ? inTheWay(dossier, now) : List.of(), exhausted, evaluations);
    }

    /** A dossier that says when it is to be judged may come to say otherwise. */
    private Moment asOf(Dossier dossier) {
        return dossier.asOf().orElse(asOf);
    }

    /** @param left how many more changes there may be */
    private void descend(Dossier dossier, List<Change> before, int left) {
        Conclusion conclusion = conclude(dossier);
        if (conclusion.verdict().compareTo(wanted) >= 0) {
            if (left == 0) {
                found.putIfAbsent(Set.copyOf(before), new Reached(before, dossier, conclusion));
            }
            return;
        }
        if (left == 0) {
            return;
        }
        Set<String> used = before.stream().map(Change::opening).collect(Collectors.toSet());
        Set<String> kinds = before.stream().map(Change::kind).collect(Collectors.toSet());
        for (String opening : openingsForOne(dossier, used, left)) {
            // of a figure, kind and opening are one; to know beforehand saves looking for its turning points
            if (needless(with(kinds, opening))) {
                continue;
            }
            for (Change change : openings.of(opening, dossier, asOf(dossier))) {
                if (evaluations >= bound) {
                    exhausted = false;
                    return;
                }
                List<Change> after = new ArrayList<>(before);
                after.add(change);
                Optional<Dossier> changed = needless(with(kinds, change.kind()))
                        ? Optional.empty()
                        : change.in(dossier).flatMap(this::read);
                if (changed.isPresent()) {
                    descend(changed.get(), after, left - 1);
                }
            }
        }
    }

    /** Whether fewer changes than these, if perhaps by other figures, do it already. */
    private boolean needless(Set<String> kinds) {
        return found.values().stream()
                .anyMatch(reached -> reached.changes().size() < kinds.size() && kinds.containsAll(reached.kinds()));
    }

    private static Set<String> with(Set<String> kinds, String kind) {
        Set<String> more = new HashSet<>(kinds);
        more.add(kind);
        return more;
    }

    /**
     * The openings that have an influence on one of the findings in the way: of the one with the fewest of them, as every set
     * of changes that does it has one of these. None if some finding has none, or if there are too many findings that no two
     * of the changes left have in common.
     */
    private Set<String> openingsForOne(Dossier dossier, Set<String> used, int left) {
        Optional<Set<String>> fewest = Optional.empty();
        List<Set<String>> apart = new ArrayList<>();
        for (Set<String> influential : influential(dossier)) {
            Set<String> open = new LinkedHashSet<>(influential);
            open.removeAll(used);
            if (open.isEmpty()) {
                return Set.of();
            }
            if (fewest.isEmpty() || open.size() < fewest.get().size()) {
                fewest = Optional.of(open);
            }
            if (apart.stream().allMatch(other -> Collections.disjoint(other, open))) {
                apart.add(open);
            }
        }
        return apart.size() > left ? Set.of() : fewest.orElse(Set.of());
    }

    /** For each finding in the way, the openings that have an influence on it. */
    private List<Set<String>> influential(Dossier dossier) {
        return influences.computeIfAbsent(dossier.hash(), unseen -> {
            Map<String, Openings.Touch> touches = openings.touches(dossier, asOf(dossier));
            return evaluator.dependences(dossier, asOf(dossier), wanted).values().stream()
                    .map(dependence -> openingsFor(dependence, touches))
                    .toList();
        });
    }

    private static Set<String> openingsFor(Dependence dependence, Map<String, Openings.Touch> touches) {
        Set<String> open = new LinkedHashSet<>();
        touches.forEach((opening, touch) -> {
            if (dependence.isTouchedBy(touch.gone(), touch.come())) {
                open.add(opening);
            }
        });
        return open;
    }

    private Conclusion conclude(Dossier dossier) {
        return concluded.computeIfAbsent(dossier.hash(), unseen -> {
            evaluations++;
            return evaluator.conclude(dossier, asOf(dossier));
        });
    }

    private Optional<Dossier> read(Json json) {
        return Variant.read(evaluator.rules(), json, asOf);
    }

    /**
     * Of those that open the same, the ones with the best verdict; and of those that differ in figures alone, the best one.
     * Whatever a part of does it as well was never tried.
     */
    private List<Way> ways(Dossier dossier) {
        Map<Set<String>, List<Reached>> byOpenings = new LinkedHashMap<>();
        found.values().stream()
                .sorted(Reached.BEST_FIRST)
                .forEach(reached -> byOpenings
                        .computeIfAbsent(reached.openings(), unseen -> new ArrayList<>())
                        .add(reached));
        List<Way> ways = new ArrayList<>();
        for (List<Reached> same : byOpenings.values()) {
            Verdict best = same.get(0).conclusion().verdict();
            Set<Set<String>> kinds = new HashSet<>();
            for (Reached reached : same) {
                if (reached.conclusion().verdict() == best && kinds.add(reached.kinds())) {
                    ways.add(way(dossier, reached));
                }
            }
        }
        ways.sort(SMALLEST_FIRST);
        return ways;
    }

    private Way way(Dossier dossier, Reached reached) {
        List<Change> changes = reached.changes().stream()
                .map(change ->
                        span(dossier, reached, change).map(change::within).orElse(change))
                .sorted(Comparator.comparing(Change::opening))
                .toList();
        return new Way(changes, evaluator.evaluate(reached.dossier(), asOf(reached.dossier())));
    }

    /** What else the figure of a change could become to the same end, with the other changes as they are. */
    private Optional<Span> span(Dossier dossier, Reached reached, Change change) {
        if (change.figure().isEmpty()) {
            return Optional.empty();
        }
        Optional<Dossier> rest = Optional.of(dossier);
        for (Change other : reached.changes()) {
            rest = other == change ? rest : rest.flatMap(each -> other.in(each).flatMap(this::read));
        }
        return rest.flatMap(others -> {
            SortedMap<Exact, Boolean> does = new TreeMap<>();
            for (Change sibling : openings.of(change.opening(), others, asOf(others))) {
                if (sibling.kind().equals(change.kind())) {
                    sibling.figure()
                            .ifPresent(figure -> sibling.in(others)
                                    .flatMap(this::read)
                                    .map(then -> conclude(then).verdict()
                                            == reached.conclusion().verdict())
                                    .ifPresent(same -> does.put(figure, same)));
                }
            }
            return openings.span(change, does, others, asOf(others));
        });
    }

    private List<Finding> inTheWay(Dossier dossier, Decision now) {
        Map<Conclusion.Point, Dependence> dependences = evaluator.dependences(dossier, asOf(dossier), wanted);
        Map<String, Openings.Touch> touches = openings.touches(dossier, asOf(dossier));
        List<Finding> standing = now.findings().stream()
                .filter(finding -> finding.effect().verdict().compareTo(wanted) < 0)
                .toList();
        List<Finding> fixed = standing.stream()
                .filter(finding -> dependences.entrySet().stream()
                        .anyMatch(entry -> entry.getKey().code().equals(finding.code())
                                && entry.getKey().subject().equals(finding.subject())
                                && openingsFor(entry.getValue(), touches).isEmpty()))
                .toList();
        return fixed.isEmpty() ? standing : fixed;
    }
}
