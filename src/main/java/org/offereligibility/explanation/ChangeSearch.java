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
import java.util.stream.Collectors;
import org.offereligibility.decision.Conclusion;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Dependence;
import org.offereligibility.decision.Evaluator;
import org.offereligibility.decision.Finding;
import org.offereligibility.decision.Verdict;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.DossierReader;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Fact;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.Reading;

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
            .thenComparing(Way::size)
            .thenComparing(Way::words);

    private final Evaluator evaluator;
    private final Moment asOf;
    private final Verdict wanted;
    private final int bound;
    private final Openings openings;
    private final Map<String, Conclusion> concluded = new HashMap<>();
    private final Map<String, Touch> touches = new LinkedHashMap<>();
    private final Map<Set<Change>, Way> found = new LinkedHashMap<>();
    private int evaluations;
    private boolean exhausted = true;

    private ChangeSearch(Evaluator evaluator, Moment asOf, Verdict wanted, int bound) {
        this.evaluator = evaluator;
        this.asOf = asOf;
        this.wanted = wanted;
        this.bound = bound;
        this.openings = new Openings(evaluator, this::read);
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
        Exact size() {
            return changes.stream().map(Change::size).reduce(Exact.ZERO, Exact::plus);
        }

        private String words() {
            return changes.stream().map(Change::words).sorted().collect(Collectors.joining("; "));
        }
    }

    /**
     * @param wanted the verdict to reach, or a better one
     * @param bound how many conclusions may be drawn, more than 0
     */
    public static Result search(Evaluator evaluator, Dossier dossier, Moment asOf, Verdict wanted, int bound) {
        return new ChangeSearch(evaluator, asOf, wanted, bound).run(dossier);
    }

    /** The verdict next better than that; the best for the best. */
    public static Verdict nextBetter(Verdict verdict) {
        return Verdict.values()[Math.min(verdict.ordinal() + 1, Verdict.ELIGIBLE.ordinal())];
    }

    private Result run(Dossier dossier) {
        Decision now = evaluator.evaluate(dossier, asOf);
        if (now.verdict().compareTo(wanted) >= 0) {
            return new Result(now, wanted, List.of(), List.of(), true, 0);
        }
        Map<String, List<Change>> all = openings.of(dossier, asOf);
        all.forEach((opening, changes) -> touches.put(opening, touch(dossier, changes)));
        for (int size = 1; size <= LARGEST_SET && exhausted; size++) {
            descend(dossier, List.of(), size);
        }
        List<Way> ways = smallest(dossier);
        return new Result(
                now, wanted, ways, ways.isEmpty() ? inTheWay(dossier, now) : List.of(), exhausted, evaluations);
    }

    /** The facts that go and come with any of the changes of one opening. */
    private record Touch(Set<Fact> gone, Set<Fact> come) {}

    private Touch touch(Dossier dossier, List<Change> changes) {
        Touch touch = new Touch(new HashSet<>(), new HashSet<>());
        for (Change change : changes) {
            change.in(dossier).flatMap(this::read).ifPresent(changed -> {
                Set<Fact> before = new HashSet<>(dossier.facts());
                Set<Fact> after = new HashSet<>(changed.facts());
                before.stream().filter(fact -> !after.contains(fact)).forEach(touch.gone()::add);
                after.stream().filter(fact -> !before.contains(fact)).forEach(touch.come()::add);
            });
        }
        return touch;
    }

    /** @param left how many more changes there may be */
    private void descend(Dossier dossier, List<Change> before, int left) {
        Conclusion conclusion = conclude(dossier);
        if (conclusion.verdict().compareTo(wanted) >= 0) {
            if (left == 0) {
                found.putIfAbsent(Set.copyOf(before), new Way(before, evaluator.evaluate(dossier, asOf)));
            }
            return;
        }
        if (left == 0) {
            return;
        }
        Set<String> used = before.stream().map(Change::opening).collect(Collectors.toSet());
        for (String opening : openingsForOne(dossier, used, left)) {
            for (Change change : openings.of(opening, dossier, asOf)) {
                if (evaluations >= bound) {
                    exhausted = false;
                    return;
                }
                Optional<Dossier> changed = change.in(dossier).flatMap(this::read);
                if (changed.isPresent()) {
                    List<Change> after = new ArrayList<>(before);
                    after.add(change);
                    descend(changed.get(), after, left - 1);
                }
            }
        }
    }

    /**
     * The openings that have an influence on one of the findings in the way: of the one with the fewest of them, as every set
     * of changes that does it has one of these. None if some finding has none, or if there are too many findings that no two
     * of the changes left have in common.
     */
    private Set<String> openingsForOne(Dossier dossier, Set<String> used, int left) {
        Optional<Set<String>> fewest = Optional.empty();
        List<Set<String>> apart = new ArrayList<>();
        for (Map.Entry<Conclusion.Point, Dependence> finding :
                evaluator.dependences(dossier, asOf).entrySet()) {
            if (finding.getKey().effect().verdict().compareTo(wanted) < 0) {
                Set<String> open = openingsFor(finding.getValue());
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
        }
        return apart.size() > left ? Set.of() : fewest.orElse(Set.of());
    }

    private Set<String> openingsFor(Dependence dependence) {
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
            return evaluator.conclude(dossier, asOf);
        });
    }

    private Optional<Dossier> read(Json json) {
        return DossierReader.read(
                                "change", json, (role, at) -> evaluator.rules().vocabulary(), asOf)
                        instanceof Reading.Accepted accepted
                ? Optional.of(accepted.dossier())
                : Optional.empty();
    }

    /** Without those of which a part does it as well, and of those that open the same, for figures, only the smallest. */
    private List<Way> smallest(Dossier dossier) {
        List<Way> minimal = new ArrayList<>();
        for (Way way : found.values().stream().sorted(SMALLEST_FIRST).toList()) {
            boolean more = way.changes().size() > 1
                    && way.changes().stream().anyMatch(change -> doesWithout(dossier, way.changes(), change));
            boolean larger = minimal.stream().anyMatch(smaller -> sameButForSize(smaller, way));
            if (!more && !larger) {
                minimal.add(way);
            }
        }
        return minimal;
    }

    /** Whether a proper subset that lacks this change does it: any of them, for the sets are small. */
    private boolean doesWithout(Dossier dossier, List<Change> changes, Change without) {
        List<Change> rest = changes.stream().filter(change -> change != without).toList();
        Optional<Dossier> changed = Optional.of(dossier);
        for (Change change : rest) {
            changed = changed.flatMap(each -> change.in(each).flatMap(this::read));
        }
        return changed.isPresent() && conclude(changed.get()).verdict().compareTo(wanted) >= 0
                || rest.size() > 1 && rest.stream().anyMatch(change -> doesWithout(dossier, rest, change));
    }

    private static boolean sameButForSize(Way smaller, Way larger) {
        return kinds(smaller).equals(kinds(larger));
    }

    /** What a way opens; and of what is neither a figure nor a date nor a score, what it becomes. */
    private static Set<String> kinds(Way way) {
        return way.changes().stream()
                .map(change -> change.figure().isPresent() ? change.opening() : change.words())
                .collect(Collectors.toSet());
    }

    private List<Finding> inTheWay(Dossier dossier, Decision now) {
        Map<Conclusion.Point, Dependence> dependences = evaluator.dependences(dossier, asOf);
        List<Finding> standing = now.findings().stream()
                .filter(finding -> finding.effect().verdict().compareTo(wanted) < 0)
                .toList();
        List<Finding> fixed = standing.stream()
                .filter(finding -> dependences.entrySet().stream()
                        .anyMatch(entry -> entry.getKey().code().equals(finding.code())
                                && entry.getKey().subject().equals(finding.subject())
                                && openingsFor(entry.getValue()).isEmpty()))
                .toList();
        return fixed.isEmpty() ? standing : fixed;
    }
}
