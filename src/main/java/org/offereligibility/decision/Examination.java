package org.offereligibility.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.offereligibility.dossier.Fact;
import org.offereligibility.policy.Clauses;
import org.offereligibility.policy.Condition;
import org.offereligibility.policy.FactType;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RuleSource;
import org.offereligibility.policy.Token;

/**
 * Finds out why rules do not hold, over the facts as they are when all rules have run. A rule's conditions are tried from
 * the first to the last; one that fails is noted, and those after it that do not need its variables are tried all the same.
 */
final class Examination {
    /** So many ways into a condition are looked at; a rule that joins more of them is explained by the first ones. */
    static final int WAYS = 2_000;

    private final RuleSet rules;
    private final Matcher matcher;
    private final WorkingFacts facts;
    private final Nearness nearness;
    private final Sentences sentences;

    Examination(RuleSet rules, Matcher matcher, WorkingFacts facts, Reasons reasons, Sentences sentences) {
        this.rules = rules;
        this.matcher = matcher;
        this.facts = facts;
        this.nearness = new Nearness(reasons);
        this.sentences = sentences;
    }

    /** Where the search of one rule stands: what is asked for, and what lies behind. */
    private record Standing(RuleSource rule, Map<String, Object> wanted, Set<String> known, Set<String> path) {
        /** The same for conditions within one: what they make known stays among them. */
        Standing inside() {
            return new Standing(rule, wanted, new HashSet<>(known), path);
        }

        /** Of the wanted values, those of variables that have one once the condition holds. */
        Map<String, Object> wantedOf(Variables variables) {
            Map<String, Object> due = new TreeMap<>(wanted);
            due.keySet()
                    .removeIf(
                            name -> !known.contains(name) && !variables.given().contains(name));
            return due;
        }
    }

    /**
     * @param wanted the values that the rule's variables should have, by name; empty if any will do
     * @return obstacles, or none if the rule holds
     */
    WhyNot of(RulePlan plan, Map<String, Object> wanted) {
        return of(plan, wanted, Set.of());
    }

    /**
     * Of a rule that holds for some facts: why it does not hold for each of the others that its first conditions speak of.
     */
    List<WhyNot> elsewhere(RulePlan plan) {
        List<Search> parts = flat(plan.parts());
        List<Frame> ways = List.of(plan.frame(facts));
        List<WhyNot> elsewhere = new ArrayList<>();
        Standing standing = new Standing(
                plan.source(), Map.of(), new HashSet<>(), Set.of(plan.source().name()));
        int next = 0;
        while (next < parts.size() && ways.size() == 1) {
            Search part = parts.get(next);
            if (part instanceof Search.Pattern pattern) {
                elsewhere.addAll(others(pattern, ways.get(0), standing));
            }
            ways = extend(part, ways, Map.of());
            standing.known().addAll(Variables.of(part.written()).given());
            next++;
        }
        for (Frame way : ways) {
            List<Obstacle> obstacles = examine(parts.subList(next, parts.size()), List.of(way), standing.inside());
            if (!obstacles.isEmpty()) {
                elsewhere.add(whyNot(plan.source(), given(way, standing.known(), standing), obstacles));
            }
        }
        elsewhere.sort(Comparator.comparing(why -> why.given().toString()));
        return elsewhere;
    }

    /** Why a pattern of which the policy's tables say nothing does not take each of the facts that it does not take. */
    private List<WhyNot> others(Search.Pattern pattern, Frame way, Standing standing) {
        Set<String> named = Variables.of(pattern.written()).given();
        boolean table = rules.type(pattern.written().type())
                .filter(known -> known.origin() == FactType.Origin.TABLE)
                .isPresent();
        List<WhyNot> others = new ArrayList<>();
        for (Object fact : table || named.isEmpty() ? List.of() : facts.of(pattern.type())) {
            if (!pattern.takes(fact, way.copy())) {
                Frame tried = way.copy();
                Map<String, Object> given =
                        given(way, Variables.of(pattern.written()).needed(), standing);
                Nearness.Near near = nearness.miss(pattern, fact, tried, given, Map.of());
                Obstacle obstacle = new Obstacle(
                        place(pattern, standing),
                        Obstacle.Kind.UNLIKE,
                        what(pattern.written(), List.of(way), standing),
                        List.of(near.miss()),
                        0,
                        List.of(),
                        List.of());
                others.add(whyNot(standing.rule(), said(tried.bindings(), named), List.of(obstacle)));
            }
        }
        return others;
    }

    private WhyNot of(RulePlan plan, Map<String, Object> wanted, Set<String> path) {
        Set<String> deeper = new HashSet<>(path);
        deeper.add(plan.source().name());
        Standing standing = new Standing(plan.source(), wanted, new HashSet<>(), deeper);
        return whyNot(plan.source(), wanted, examine(plan.parts(), List.of(plan.frame(facts)), standing));
    }

    private static WhyNot whyNot(RuleSource rule, Map<String, Object> given, List<Obstacle> obstacles) {
        return new WhyNot(
                rule.code(),
                rule.annotation("effect"),
                rule.annotation("section"),
                Reasons.reference(rule),
                new TreeMap<>(given),
                obstacles);
    }

    private List<Obstacle> examine(List<Search> parts, List<Frame> frames, Standing standing) {
        List<Obstacle> obstacles = new ArrayList<>();
        Set<String> lost = new HashSet<>();
        List<Frame> ways = frames;
        for (Search part : flat(parts)) {
            Variables variables = Variables.of(part.written());
            if (variables.needed().stream().noneMatch(lost::contains)) {
                List<Frame> further = extend(part, ways, standing.wantedOf(variables));
                if (!further.isEmpty()) {
                    ways = further;
                    standing.known().addAll(variables.given());
                    continue;
                }
                obstacles.add(obstacle(part, ways, standing));
            }
            lost.addAll(variables.given());
        }
        return obstacles;
    }

    static List<Search> flat(List<Search> parts) {
        List<Search> flat = new ArrayList<>();
        for (Search part : parts) {
            flat.addAll(part instanceof Search.All all ? flat(all.parts()) : List.of(part));
        }
        return flat;
    }

    static List<Frame> extend(Search part, List<Frame> frames, Map<String, Object> wanted) {
        List<Frame> further = new ArrayList<>();
        for (Frame frame : frames) {
            Frame way = frame.copy();
            part.extend(way, () -> {
                if (further.size() < WAYS && agrees(way, wanted)) {
                    further.add(way.copy());
                }
            });
        }
        return further;
    }

    private static boolean agrees(Frame frame, Map<String, Object> wanted) {
        if (wanted.isEmpty()) {
            return true;
        }
        Map<String, Object> bindings = frame.bindings();
        return wanted.entrySet().stream()
                .allMatch(want ->
                        bindings.getOrDefault(want.getKey(), want.getValue()).equals(want.getValue()));
    }

    private Obstacle obstacle(Search part, List<Frame> ways, Standing standing) {
        if (part instanceof Search.Pattern pattern) {
            return pattern(pattern, ways, standing);
        }
        if (part instanceof Search.None none) {
            return present(none, ways, standing);
        }
        if (part instanceof Search.Some some) {
            String what = what(some.written().condition(), ways, standing);
            return within(
                    Obstacle.Kind.NOWHERE,
                    some,
                    what,
                    examine(List.of(some.inner()), ways, standing.inside()),
                    standing);
        }
        if (part instanceof Search.Any any) {
            List<Obstacle> inside = new ArrayList<>();
            any.alternatives()
                    .forEach(alternative -> inside.addAll(examine(List.of(alternative), ways, standing.inside())));
            return within(Obstacle.Kind.NEITHER, any, what(any.written(), ways, standing), inside, standing);
        }
        if (part instanceof Search.Every every) {
            return exceptions(every, ways, standing);
        }
        if (part instanceof Search.Given given) {
            Set<String> needed = Variables.of(given.written()).needed();
            return told(
                    part,
                    Obstacle.Kind.UNTRUE,
                    "",
                    ways.stream()
                            .map(way -> nearness.untrue(given.test(), way, given(way, needed, standing)))
                            .toList(),
                    standing);
        }
        if (part instanceof Search.Accumulate accumulate) {
            return accumulate(accumulate, ways, standing);
        }
        throw new IllegalStateException("there is no saying why not of such a condition: "
                + part.written().text());
    }

    private Obstacle accumulate(Search.Accumulate accumulate, List<Frame> ways, Standing standing) {
        String what = what(accumulate.written().condition(), ways, standing);
        List<Obstacle> inside = examine(List.of(accumulate.inner()), ways, standing.inside());
        if (!inside.isEmpty()) {
            return within(Obstacle.Kind.NOTHING, accumulate, what, inside, standing);
        }
        String variable = accumulate.written().function().variable();
        Set<String> needed = Variables.of(accumulate.written()).needed();
        List<Nearness.Near> near = new ArrayList<>();
        Optional.ofNullable(standing.wanted().get(variable)).ifPresent(want -> {
            for (Frame frame : ways) {
                for (Frame reckoned : extend(accumulate, List.of(frame), Map.of())) {
                    Obstacle.Operand have = new Obstacle.Operand(
                            variable, Objects.requireNonNull(reckoned.bindings().get(variable)));
                    String asked = accumulate.written().text();
                    near.add(nearness.other(given(frame, needed, standing), asked, have, want));
                }
            }
        });
        Nearness.Chosen chosen = Nearness.choose(near);
        return new Obstacle(
                place(accumulate, standing),
                Obstacle.Kind.UNLIKE,
                what,
                chosen.misses(),
                chosen.further(),
                List.of(),
                List.of());
    }

    private Obstacle within(Obstacle.Kind kind, Search part, String what, List<Obstacle> inside, Standing standing) {
        return new Obstacle(place(part, standing), kind, what, List.of(), 0, inside, List.of());
    }

    private static Obstacle.Place place(Search part, Standing standing) {
        Condition written = part.written();
        return new Obstacle.Place(
                written.text(), standing.rule().file(), written.at().line());
    }

    private Obstacle present(Search.None none, List<Frame> ways, Standing standing) {
        Set<String> needed = Variables.of(none.written()).needed();
        List<Nearness.Near> blocked = new ArrayList<>();
        for (Frame frame : ways) {
            Frame way = frame.copy();
            Set<Match.Support> there = new LinkedHashSet<>();
            none.inner().extend(way, () -> there.addAll(way.support));
            blocked.add(nearness.blocked(given(frame, needed, standing), there));
        }
        return told(none, Obstacle.Kind.PRESENT, what(none.written().condition(), ways, standing), blocked, standing);
    }

    private Obstacle exceptions(Search.Every every, List<Frame> ways, Standing standing) {
        Set<String> needed = Variables.of(every.written()).needed();
        List<Nearness.Near> exceptions = new ArrayList<>();
        for (Frame way : ways) {
            Map<String, Object> given = given(way, needed, standing);
            facts.of(every.pattern().type()).stream()
                    .map(fact -> nearness.miss(every.pattern(), fact, way.copy(), given, Map.of()))
                    .filter(near -> !near.miss().failed().isEmpty())
                    .forEach(exceptions::add);
        }
        String what = Clauses.article(what(every.written().pattern(), ways, standing));
        return told(every, Obstacle.Kind.EXCEPTION, what, exceptions, standing);
    }

    private static Obstacle told(
            Search part, Obstacle.Kind kind, String what, List<Nearness.Near> near, Standing standing) {
        Nearness.Chosen chosen = Nearness.choose(near);
        return new Obstacle(place(part, standing), kind, what, chosen.misses(), chosen.further(), List.of(), List.of());
    }

    private Obstacle pattern(Search.Pattern pattern, List<Frame> ways, Standing standing) {
        List<Object> candidates = facts.of(pattern.type());
        Set<String> needed = Variables.of(pattern.written()).needed();
        List<Nearness.Near> near = new ArrayList<>();
        for (Frame frame : ways) {
            Map<String, Object> given = given(frame, needed, standing);
            candidates.stream()
                    .map(fact -> nearness.miss(pattern, fact, frame.copy(), given, standing.wanted()))
                    .min(Nearness.Near.ORDER)
                    .ifPresent(near::add);
        }
        Nearness.Chosen chosen = Nearness.choose(near);
        Optional<FactType> type = rules.type(pattern.written().type());
        boolean derivable =
                type.filter(known -> known.origin() == FactType.Origin.DERIVED).isPresent();
        return new Obstacle(
                place(pattern, standing),
                candidates.isEmpty() ? Obstacle.Kind.ABSENT : Obstacle.Kind.UNLIKE,
                candidates.isEmpty()
                        ? type.map(FactType::noun).orElse(pattern.written().type())
                        : what(pattern.written(), ways, standing),
                chosen.misses(),
                chosen.further(),
                List.of(),
                derivable && chosen.isAnother() ? sources(pattern, ways, standing) : List.of());
    }

    /** What a condition asks for; with the values of variables where they are the same whichever way one comes to it. */
    private String what(Condition condition, List<Frame> ways, Standing standing) {
        Map<String, Object> known = new TreeMap<>(ways.get(0).bindings());
        known.keySet().retainAll(standing.known());
        ways.forEach(way -> known.entrySet().retainAll(way.bindings().entrySet()));
        return sentences.asked(condition, known);
    }

    /** The named values of the frame that the condition uses. */
    private Map<String, Object> given(Frame frame, Set<String> needed, Standing standing) {
        Map<String, Object> given = said(frame.bindings(), needed);
        given.keySet().retainAll(standing.known());
        return given;
    }

    /** Of those variables the values that can be said; a whole fact cannot. */
    private Map<String, Object> said(Map<String, Object> bindings, Set<String> names) {
        Map<String, Object> said = new TreeMap<>(bindings);
        said.keySet().retainAll(names);
        said.values()
                .removeIf(value -> value instanceof Fact
                        || rules.type(value.getClass().getSimpleName()).isPresent());
        return said;
    }

    /** Why the rules that state such a fact do not state the one that is asked for. */
    private List<WhyNot> sources(Search.Pattern pattern, List<Frame> ways, Standing standing) {
        // one way is enough, and the same one in whatever order the facts come
        Map<String, Object> asked = ways.stream()
                .map(way -> asked(pattern, way, standing))
                .min(Comparator.comparing(Object::toString))
                .orElseThrow();
        List<WhyNot> sources = new ArrayList<>();
        for (RulePlan plan : matcher.stating(pattern.written().type())) {
            if (!standing.path().contains(plan.source().name())) {
                FactType type = rules.type(pattern.written().type()).orElseThrow();
                WhyNot why = of(plan, wanted(plan.source(), type, asked), standing.path());
                if (!why.obstacles().isEmpty()) {
                    sources.add(why);
                }
            }
        }
        return sources;
    }

    /** The fields of the fact that must have certain values, by name. */
    private static Map<String, Object> asked(Search.Pattern pattern, Frame frame, Standing standing) {
        Map<String, Object> variables = frame.bindings();
        variables.keySet().retainAll(standing.known());
        return Nearness.equalities(pattern.written(), new Operands(Map.of(), variables));
    }

    /** Carries what a fact's fields must be over to the variables of a rule that states such a fact. */
    private static Map<String, Object> wanted(RuleSource rule, FactType type, Map<String, Object> asked) {
        Map<String, Object> wanted = new HashMap<>();
        for (int i = 0; i < rule.states().arguments().size(); i++) {
            List<Token> argument = rule.states().arguments().get(i);
            Object value = asked.get(type.fields().get(i).name());
            if (value != null && argument.size() == 1 && argument.get(0).kind() == Token.Kind.VARIABLE) {
                wanted.put(argument.get(0).text(), value);
            }
        }
        return wanted;
    }
}
