package org.offereligibility.trial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.offereligibility.decision.Evaluator;
import org.offereligibility.decision.Tried;
import org.offereligibility.dossier.CanonicalJson;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.JsonEdit;
import org.offereligibility.dossier.Reading;
import org.offereligibility.policy.RuleSource;

/** Looks for dossiers that try out something of a rule, by small changes of known ones. Bounded; the same search every time. */
final class SuggestionSearch {
    /** So many known dossiers are changed, those first that come nearest. */
    private static final int SEEDS = 8;
    /** So many changed dossiers are tried for one goal. */
    private static final int EFFORT = 1_500;
    /** So many of the best of them are changed again. */
    private static final int AGAIN = 4;

    private static final int DEPTH = 3;

    private final Evaluator evaluator;
    private final List<Json> known;
    private final Variations variations;
    private final Steps steps;
    private final Map<String, Concerns> concerns = new HashMap<>();

    /** @param known the dossiers from which it starts, those that others are made of first */
    SuggestionSearch(Evaluator evaluator, List<Json> known) {
        this.evaluator = evaluator;
        this.known = known;
        this.variations = new Variations(evaluator.rules().vocabulary(), known);
        this.steps = new Steps(evaluator.rules().header());
    }

    Optional<Dossier> read(Json json) {
        return ScenarioRun.read(evaluator.rules(), json) instanceof Reading.Accepted accepted
                        && accepted.dossier().asOf().isPresent()
                ? Optional.of(accepted.dossier())
                : Optional.empty();
    }

    /** What the dossier tries out of one rule; empty if it is refused. */
    Optional<Tried> tried(Json json, String rule) {
        return read(json).map(dossier -> evaluator.tried(dossier, dossier.asOf().orElseThrow(), rule));
    }

    private record Candidate(Json json, int nearness) {}

    private Concerns concerns(String rule) {
        return concerns.computeIfAbsent(rule, name -> {
            RuleSource source = evaluator.rules().rule(name).orElseThrow();
            return Concerns.of(evaluator, source);
        });
    }

    /** A dossier that meets the goal. */
    Optional<Json> find(Goal goal) {
        List<Candidate> level = new ArrayList<>();
        for (Json json : known) {
            Optional<Tried> tried = tried(json, goal.rule());
            if (tried.isPresent() && goal.isMetBy(tried.get())) {
                return Optional.of(json);
            }
            tried.ifPresent(one -> level.add(new Candidate(json, one.nearness())));
        }
        Set<String> seen = new HashSet<>();
        List<Candidate> from = best(level, SEEDS);
        int[] left = {EFFORT};
        for (int depth = 0; depth < DEPTH && left[0] > 0 && !from.isEmpty(); depth++) {
            List<Candidate> next = new ArrayList<>();
            for (Candidate candidate : from) {
                Optional<Json> found = changed(candidate.json(), goal, seen, left, next);
                if (found.isPresent()) {
                    return found;
                }
            }
            from = best(next, AGAIN);
        }
        return Optional.empty();
    }

    private static List<Candidate> best(List<Candidate> all, int most) {
        // a stable order: of the same nearness, those first that were found first
        return all.stream()
                .sorted(Comparator.comparingInt(Candidate::nearness).reversed())
                .limit(most)
                .toList();
    }

    private Optional<Json> changed(Json json, Goal goal, Set<String> seen, int[] left, List<Candidate> next) {
        Concerns concerned = concerns(goal.rule());
        for (Json other : variations.of(
                json, concerned::is, concerned.words(), (pointer, now) -> figures(json, pointer, now, goal.rule()))) {
            if (left[0] <= 0) {
                return Optional.empty();
            }
            if (!seen.add(CanonicalJson.hash(other))) {
                continue;
            }
            Optional<Tried> tried = tried(other, goal.rule());
            left[0]--;
            if (tried.isPresent() && goal.isMetBy(tried.get())) {
                return Optional.of(other);
            }
            tried.ifPresent(one -> next.add(new Candidate(other, one.nearness())));
        }
        return Optional.empty();
    }

    /** Where the comparisons of a rule turn if this figure alone is moved, and a step to either side. */
    List<Json> figures(Json json, String pointer, Json now, String rule) {
        Optional<Exact> value = Steps.value(now);
        Optional<Tried> before = tried(json, rule);
        if (value.isEmpty() || before.isEmpty()) {
            return List.of();
        }
        Exact step = steps.of(pointer);
        Set<Exact> values = new TreeSet<>();
        values.add(value.get().plus(step));
        values.add(value.get().minus(step));
        steps.probes(pointer)
                .forEach(probe -> JsonEdit.set(
                                json,
                                pointer,
                                Steps.written(pointer, value.get().plus(probe)))
                        .flatMap(moved -> tried(moved, rule))
                        .ifPresent(after -> turning(value.get(), probe, before.get(), after)
                                .forEach(turn -> {
                                    values.add(turn);
                                    values.add(turn.plus(step));
                                    values.add(turn.minus(step));
                                })));
        values.remove(value.get());
        return values.stream()
                .map(one -> Steps.written(pointer, one))
                .distinct()
                .toList();
    }

    /** A comparison that grows evenly with the figure is at its edge where the straight line says. */
    private static Set<Exact> turning(Exact value, Exact probe, Tried before, Tried after) {
        Map<Tried.Edge, Exact> moved = new HashMap<>();
        after.margins().forEach(margin -> moved.putIfAbsent(margin.edge(), margin.over()));
        Set<Exact> turning = new TreeSet<>();
        Set<Tried.Edge> looked = new HashSet<>();
        for (Tried.Margin margin : before.margins()) {
            Exact then = moved.get(margin.edge());
            if (looked.add(margin.edge()) && then != null && !then.equals(margin.over())) {
                Exact slope = then.minus(margin.over()).dividedBy(probe);
                turning.add(value.minus(margin.over().dividedBy(slope)));
            }
        }
        return turning;
    }

    /** The dossiers near an edge that lie nearest to it on each of its sides, which may be the known ones themselves. */
    Map<Goal.Side.Sign, Json> sides(Tried.Edge edge, List<Json> near) {
        Map<Goal.Side.Sign, Json> best = new HashMap<>();
        Map<Goal.Side.Sign, Exact> distance = new HashMap<>();
        for (Json json : near) {
            figuresOf("", json, edge.demand().rule(), json)
                    .forEach((pointer, values) -> values.forEach(value -> {
                        Json other = JsonEdit.set(json, pointer, value).orElse(json);
                        tried(other, edge.demand().rule())
                                .ifPresent(tried -> over(tried, edge).ifPresent(over -> {
                                    Goal.Side.Sign sign = Goal.Side.Sign.of(over);
                                    Exact far = over.distanceTo(Exact.ZERO);
                                    Exact least = distance.get(sign);
                                    if (least == null || far.compareTo(least) < 0) {
                                        distance.put(sign, far);
                                        best.put(sign, other);
                                    }
                                }));
                    }));
        }
        return best;
    }

    /** How far what is compared lies over the edge where it lies nearest to it. */
    static Optional<Exact> over(Tried tried, Tried.Edge edge) {
        return tried.margins().stream()
                .filter(margin -> margin.edge().equals(edge))
                .map(Tried.Margin::over)
                .min(Comparator.comparing(over -> over.distanceTo(Exact.ZERO)));
    }

    private Map<String, List<Json>> figuresOf(String pointer, Json here, String rule, Json whole) {
        Map<String, List<Json>> all = new java.util.LinkedHashMap<>();
        boolean figure = org.offereligibility.dossier.DossierPlaces.kind(pointer)
                .filter(kind -> kind.isNumber() || kind == org.offereligibility.dossier.DossierPlaces.Kind.INSTANT)
                .isPresent();
        if (figure && concerns(rule).is(org.offereligibility.dossier.DossierPlaces.general(pointer))) {
            all.put(pointer, figures(whole, pointer, here, rule));
        }
        Variations.children(pointer, here)
                .forEach((inside, value) -> all.putAll(figuresOf(inside, value, rule, whole)));
        return all;
    }
}
