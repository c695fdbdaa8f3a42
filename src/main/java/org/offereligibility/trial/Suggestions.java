package org.offereligibility.trial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Engines;
import org.offereligibility.decision.Evaluator;
import org.offereligibility.decision.Tried;
import org.offereligibility.dossier.CanonicalJson;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.JsonEdit;
import org.offereligibility.dossier.Reading;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RuleSource;
import org.offereligibility.policy.Scenario;

/** The scenarios that are missing, found by looking for dossiers that try out what no scenario tries out. */
public final class Suggestions {
    /** So many dossiers are looked at near one edge. */
    private static final int NEAR = 2;

    private static final String FIRST_DAY = "2025-01-01";

    private final RuleSet rules;
    private final Evaluator evaluator;
    private final List<Scenario> scenarios;
    private final Optional<Scenario.Base> base;
    private final List<Json> known;
    private final List<Tried> tried = new ArrayList<>();
    private final SuggestionSearch search;
    private final Runnable after;
    private final List<Suggestion> found = new ArrayList<>();
    private final List<Goal> notFound = new ArrayList<>();
    private final Set<String> names = new TreeSet<>();

    private Suggestions(RuleSet rules, List<Scenario> scenarios, Runnable after) {
        this.rules = rules;
        this.evaluator = new Evaluator(rules, Engines.MATCHER_ALONE);
        this.scenarios = scenarios;
        this.after = after;
        this.base =
                scenarios.stream().flatMap(scenario -> scenario.base().stream()).findFirst();
        this.known = known();
        this.search = new SuggestionSearch(evaluator, List.copyOf(known));
        for (Scenario scenario : scenarios) {
            names.add(scenario.name());
            search.read(scenario.dossier())
                    .ifPresent(dossier ->
                            tried.add(evaluator.tried(dossier, dossier.asOf().orElseThrow())));
        }
    }

    /**
     * @param scenarios that there are
     * @param codes the rules of these codes only; all if there are none
     * @param after runs after each thing that was looked for
     */
    public static Suggestions of(RuleSet rules, List<Scenario> scenarios, List<String> codes, Runnable after) {
        Suggestions suggestions = new Suggestions(rules, scenarios, after);
        suggestions.cover(codes);
        suggestions.edges(codes);
        return suggestions;
    }

    /** The bases, then the scenarios' dossiers, each once; one that is made up if there is none. */
    private List<Json> known() {
        Map<String, Json> all = new LinkedHashMap<>();
        Stream.concat(
                        scenarios.stream()
                                .flatMap(scenario -> scenario.base().stream())
                                .map(Scenario.Base::dossier),
                        scenarios.stream().map(Scenario::dossier))
                .forEach(json -> all.putIfAbsent(CanonicalJson.hash(json), json));
        List<Json> dossiers = new ArrayList<>(all.values());
        if (dossiers.isEmpty()) {
            String day = rules.version().matches("\\d{4}-\\d\\d-\\d\\d") ? rules.version() : FIRST_DAY;
            dossiers.add(accepted(new Made(rules.vocabulary()).dossier(rules.role(), day + "T12:00:00Z")));
        }
        return dossiers;
    }

    /** Without the parts that these rules have no words for. */
    private Json accepted(Json made) {
        if (ScenarioRun.read(rules, made) instanceof Reading.Refused refused) {
            Json rest = made;
            for (String part : refused.problems().stream()
                    .map(problem -> problem.pointer().replaceFirst("(?<=.)/.*", ""))
                    .distinct()
                    .toList()) {
                rest = JsonEdit.remove(rest, part).orElse(rest);
            }
            return rest == made ? made : accepted(rest);
        }
        return made;
    }

    private boolean isAsked(String rule, List<String> codes) {
        return codes.isEmpty()
                || rules.rule(rule).filter(one -> codes.contains(one.code())).isPresent();
    }

    private void cover(List<String> codes) {
        for (Coverage.OfRule rule : Coverage.of(evaluator, tried, scenarios).rules()) {
            String name = rule.rule().name();
            List<Goal> goals = new ArrayList<>();
            if (!rule.held()) {
                goals.add(new Goal.Holds(name));
            }
            if (!rule.heldNot()) {
                goals.add(new Goal.HoldsNot(name));
            }
            rule.never().forEach(demand -> goals.add(new Goal.Fails(demand)));
            if (isAsked(name, codes)) {
                goals.forEach(this::meet);
            }
        }
    }

    private void meet(Goal goal) {
        if (tried.stream().noneMatch(goal::isMetBy)) {
            search.find(goal).ifPresentOrElse(json -> add(goal, json), () -> notFound.add(goal));
        }
        after.run();
    }

    /** The figures of the policy at which no scenario sits, or that none has just on one side. */
    private void edges(List<String> codes) {
        Map<Tried.Edge, List<Json>> near = new LinkedHashMap<>();
        Map<Tried.Edge, Map<Goal.Side.Sign, Exact>> nearest = new HashMap<>();
        List<Json> all = new ArrayList<>(known);
        found.forEach(suggestion -> all.add(suggestion.dossier()));
        for (Json json : all) {
            Optional<Dossier> dossier = search.read(json);
            List<Tried.Margin> margins = dossier.map(one ->
                            evaluator.tried(one, one.asOf().orElseThrow()).margins())
                    .orElse(List.of());
            for (Tried.Margin margin : margins) {
                if (margin.edge().isOfPolicy() && isAsked(margin.edge().demand().rule(), codes)) {
                    List<Json> here = near.computeIfAbsent(margin.edge(), unseen -> new ArrayList<>());
                    if (here.size() < NEAR && !here.contains(json)) {
                        here.add(json);
                    }
                }
            }
        }
        tried.forEach(one -> one.margins()
                .forEach(margin -> nearest.computeIfAbsent(margin.edge(), unseen -> new HashMap<>())
                        .merge(
                                Goal.Side.Sign.of(margin.over()),
                                margin.over().distanceTo(Exact.ZERO),
                                (a, b) -> a.compareTo(b) < 0 ? a : b)));
        near.forEach((edge, dossiers) -> {
            if (nearest.getOrDefault(edge, Map.of()).size() < 3 || isFar(nearest.getOrDefault(edge, Map.of()))) {
                side(edge, dossiers);
            }
            after.run();
        });
    }

    private static boolean isFar(Map<Goal.Side.Sign, Exact> nearest) {
        return nearest.values().stream().anyMatch(far -> far.compareTo(Exact.ZERO) > 0);
    }

    private void side(Tried.Edge edge, List<Json> dossiers) {
        Map<Goal.Side.Sign, Json> sides = search.sides(edge, dossiers);
        for (Goal.Side.Sign sign : Goal.Side.Sign.values()) {
            Json json = sides.get(sign);
            if (json != null) {
                Optional<Exact> over =
                        search.tried(json, edge.demand().rule()).flatMap(one -> SuggestionSearch.over(one, edge));
                Goal goal = new Goal.Side(edge, sign, over.orElse(Exact.ZERO).distanceTo(Exact.ZERO));
                if (tried.stream().noneMatch(goal::isMetBy)) {
                    add(goal, json);
                }
            }
        }
    }

    private void add(Goal goal, Json json) {
        Smaller smaller = new Smaller(
                json,
                base,
                other -> search.tried(other, goal.rule()).filter(goal::isMetBy).isPresent());
        Dossier dossier = search.read(smaller.dossier()).orElseThrow();
        tried.add(evaluator.tried(dossier, dossier.asOf().orElseThrow()));
        Decision decision = evaluator.evaluate(dossier, dossier.asOf().orElseThrow());
        RuleSource rule = rules.rule(goal.rule()).orElseThrow();
        Set<String> codes = Expectations.codes(decision, false);
        Set<String> supports = Expectations.codes(decision, true);
        boolean holds = codes.contains(rule.code()) || supports.contains(rule.code());
        found.add(new Suggestion(
                name(rule.name()),
                goal.words(),
                rule.code(),
                rule.code().isEmpty()
                        ? Optional.empty()
                        : Optional.of(holds ? Scenario.Shows.HOLDS : Scenario.Shows.JUST_NOT),
                smaller.dossier(),
                smaller.difference(),
                decision.verdict().name(),
                List.copyOf(codes),
                List.copyOf(supports)));
    }

    /** No other scenario has it. */
    private String name(String rule) {
        return Stream.iterate(1, i -> i + 1)
                .map(i -> "Suggested " + i + ": " + rule)
                .filter(names::add)
                .findFirst()
                .orElseThrow();
    }

    /** What was found, by rules. */
    List<Suggestion> found() {
        List<String> order = rules.rules().stream().map(RuleSource::name).toList();
        return found.stream()
                .sorted(Comparator.comparingInt(one -> order.indexOf(one.name().replaceFirst("^Suggested \\d+: ", ""))))
                .toList();
    }

    /** What is tried out by no scenario, and by no dossier that was looked at. */
    List<Goal> notFound() {
        return List.copyOf(notFound);
    }

    /** How many scenarios are suggested. */
    public int size() {
        return found.size();
    }

    /** A file of scenarios, with remarks for whoever reads it; it ends with a line feed. */
    public String yaml() {
        return SuggestionYaml.of(rules, base, found(), notFound);
    }
}
