package org.offereligibility.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Fact;
import org.offereligibility.dossier.Moment;
import org.offereligibility.policy.FactType;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RuleSource;
import org.offereligibility.policy.Token;

/** Decides a dossier by a rule set at an instant: a pure function of the three. Safe for threads. */
public final class Evaluator {
    private final RuleSet rules;
    private final Matcher matcher;
    private final CrossCheck crossCheck;
    private final Optional<Network> network;
    private final Influence influence;
    private final Sentences sentences;
    private final List<String> sections;
    private final Demands demands;

    /** With both engines. */
    public Evaluator(RuleSet rules) {
        this(rules, Engines.BOTH);
    }

    public Evaluator(RuleSet rules, Engines engines) {
        this.rules = rules;
        this.matcher = new Matcher(rules);
        this.crossCheck = new CrossCheck(rules.rules(), new Discreet(rules.vocabulary(), rules.rows()));
        this.network = engines == Engines.BOTH ? Optional.of(crossCheck.network(rules)) : Optional.empty();
        this.influence = new Influence(matcher.plans());
        this.sentences = new Sentences(rules);
        this.sections = List.copyOf(rules.header().sections().keySet());
        this.demands = new Demands(rules, matcher.plans());
    }

    public RuleSet rules() {
        return rules;
    }

    /**
     * @param asOf the instant at which the dossier is judged; the dossier's own where it has one
     * @throws EnginesDisagree if both engines decide and do not find the same
     * @throws RuleFailed if a rule cannot be applied to the dossier
     */
    public Decision evaluate(Dossier dossier, Moment asOf) {
        List<Fact> facts = facts(dossier, asOf);
        Matcher.Result result = matcher.run(facts);
        network.ifPresent(drools -> crossCheck.check(result, drools, facts));
        Reasons reasons = new Reasons(dossier, rules, result.facts(), sentences);
        List<Finding> findings = findings(result, reasons);
        return new Decision(
                dossier.candidateId(),
                dossier.role(),
                new Decision.PolicyVersion(rules.role(), rules.version(), rules.hash()),
                dossier.hash(),
                asOf,
                verdict(findings),
                sections.stream()
                        .map(section -> new Decision.SectionVerdict(
                                section,
                                rules.header().sections().getOrDefault(section, section),
                                verdict(findings.stream()
                                        .filter(finding -> finding.section().equals(section))
                                        .toList())))
                        .toList(),
                findings,
                shown(result, reasons));
    }

    /** What {@link #evaluate} would conclude, without the reasons and without asking Drools. */
    public Conclusion conclude(Dossier dossier, Moment asOf) {
        List<Conclusion.Point> points =
                List.copyOf(byPoint(matcher.run(facts(dossier, asOf)).matches()).keySet());
        return new Conclusion(Conclusion.verdict(points.stream().map(Conclusion.Point::effect)), points);
    }

    /** Why the rules that could find something in this dossier and do not, do not; in the order of the rules. */
    public List<WhyNot> whyNot(Dossier dossier, Moment asOf) {
        return whyNot(dossier, asOf, rule -> true, false);
    }

    /**
     * The same of the rules of one code. One that holds is asked why it does not hold for what else it speaks of: of a rule
     * on scores, for each score for which it does not hold.
     */
    public List<WhyNot> whyNot(Dossier dossier, Moment asOf, String code) {
        return whyNot(dossier, asOf, rule -> rule.code().equals(code), true);
    }

    /**
     * The same of the rules of one code, asked for one subject: why they do not find what other rules found.
     *
     * @param about the values of variables that the rules shall have where they use the same names, as {@link #about} gives
     *     them; without any, it is asked as if for no subject
     */
    public List<WhyNot> whyNot(Dossier dossier, Moment asOf, String code, Map<String, Object> about) {
        Matcher.Result result = matcher.run(facts(dossier, asOf));
        Reasons reasons = new Reasons(dossier, rules, result.facts(), sentences);
        Examination examination = new Examination(rules, matcher, result.facts(), reasons, sentences);
        List<WhyNot> all = new ArrayList<>();
        for (RulePlan plan : matcher.plans()) {
            if (plan.source().code().equals(code)) {
                Map<String, Object> wanted = new TreeMap<>(about);
                wanted.keySet().retainAll(plan.source().variables());
                all.add(examination.of(plan, wanted));
            }
        }
        all.removeIf(why -> why.obstacles().isEmpty());
        return all;
    }

    /** The values of the variables of which a finding's subject is made, by name; none if it is made of none. */
    public Map<String, Object> about(Dossier dossier, Moment asOf, Conclusion.Point point) {
        Map<String, Object> about = new TreeMap<>();
        byPoint(matcher.run(facts(dossier, asOf)).matches()).getOrDefault(point, List.of()).stream()
                .limit(1)
                .forEach(match -> match.rule().states().arguments().get(0).stream()
                        .filter(token -> token.kind() == Token.Kind.VARIABLE)
                        .forEach(token -> Optional.ofNullable(match.bindings().get(token.text()))
                                .ifPresent(value -> about.put(token.text(), value))));
        return about;
    }

    private List<WhyNot> whyNot(Dossier dossier, Moment asOf, Predicate<RuleSource> asked, boolean elsewhere) {
        Matcher.Result result = matcher.run(facts(dossier, asOf));
        Set<String> holding =
                result.matches().stream().map(match -> match.rule().name()).collect(Collectors.toSet());
        Reasons reasons = new Reasons(dossier, rules, result.facts(), sentences);
        Examination examination = new Examination(rules, matcher, result.facts(), reasons, sentences);
        List<WhyNot> all = new ArrayList<>();
        for (RulePlan plan : matcher.plans()) {
            if (plan.source().findsSomething() && asked.test(plan.source())) {
                if (!holding.contains(plan.source().name())) {
                    all.add(examination.of(plan, Map.of()));
                } else if (elsewhere) {
                    all.addAll(examination.elsewhere(plan));
                }
            }
        }
        return all;
    }

    /** What the rules demand and a dossier could make fail; in the order of the rules, and in each as it is written. */
    public List<Demand> demands() {
        return demands.all();
    }

    /** What this dossier tries out of all rules. */
    public Tried tried(Dossier dossier, Moment asOf) {
        return tried(matcher.derive(facts(dossier, asOf), deriving(matcher.plans())), matcher.plans());
    }

    /** The same of the rule of that name alone, which is much quicker; nothing if there is no such rule. */
    public Tried tried(Dossier dossier, Moment asOf, String rule) {
        List<RulePlan> asked = matcher.plans().stream()
                .filter(plan -> plan.source().name().equals(rule))
                .toList();
        return tried(matcher.derive(facts(dossier, asOf), influence.behind(asked)), asked);
    }

    private Tried tried(WorkingFacts facts, List<RulePlan> plans) {
        Trying trying = new Trying(demands, facts);
        Set<String> holding = new TreeSet<>();
        for (RulePlan plan : plans) {
            if (trying.holds(plan)) {
                holding.add(plan.source().name());
            }
        }
        return trying.tried(holding);
    }

    private static List<RulePlan> deriving(List<RulePlan> plans) {
        return plans.stream().filter(plan -> !plan.source().findsSomething()).toList();
    }

    /** The types of facts, those of the dossier included, that have an influence on the rule of that name. */
    public Set<String> types(String rule) {
        return influence.on(matcher.plans().stream()
                .filter(plan -> plan.source().name().equals(rule))
                .toList());
    }

    /**
     * The values of the number or instant at the pointer at which a comparison of some rule turns; for instants, in hours
     * since 1970-01-01 UTC. None if there is no such fact.
     */
    public SortedSet<Exact> turningPoints(Dossier dossier, Moment asOf, String pointer) {
        List<Fact> facts = facts(dossier, asOf);
        SortedSet<Exact> points = new TreeSet<>();
        for (String type : types(facts, pointer)) {
            points.addAll(
                    new TurningPoints(influence.of(type), probed -> matcher.derive(probed, influence.behind(type)))
                            .of(facts, pointer));
        }
        return points;
    }

    /** The words with which conditions compare the one that stands at the pointer; none if there is no such fact. */
    public SortedSet<String> comparedWith(Dossier dossier, Moment asOf, String pointer) {
        List<Fact> facts = facts(dossier, asOf);
        Set<Object> here = facts.stream()
                .filter(fact -> fact.pointer().equals(pointer))
                .flatMap(fact -> Reasons.parts(fact).entrySet().stream())
                .filter(part -> !part.getKey().equals("pointer"))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
        SortedSet<String> words = new TreeSet<>();
        for (String type : types(facts, pointer)) {
            for (Comparisons.Seen seen : Comparisons.of(
                            influence.of(type), matcher.derive(facts, influence.behind(type)))
                    .values()) {
                if (here.contains(seen.left()) && seen.right() instanceof String other) {
                    words.add(other);
                } else if (here.contains(seen.right()) && seen.left() instanceof String other) {
                    words.add(other);
                }
            }
        }
        here.forEach(words::remove);
        return words;
    }

    private static Set<String> types(List<Fact> facts, String pointer) {
        return facts.stream()
                .filter(fact -> fact.pointer().equals(pointer))
                .map(fact -> fact.getClass().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What each finding in this dossier depends on whose effect keeps the verdict under that one. */
    public Map<Conclusion.Point, Dependence> dependences(Dossier dossier, Moment asOf, Verdict wanted) {
        Matcher.Result result = matcher.run(facts(dossier, asOf));
        Map<Conclusion.Point, Dependence> dependences = new TreeMap<>(Conclusion.Point.STRONGEST_FIRST);
        byPoint(result.matches()).forEach((point, matches) -> {
            if (point.effect().verdict().compareTo(wanted) < 0) {
                dependences.put(point, Dependence.of(matches, result.facts(), influence));
            }
        });
        return dependences;
    }

    /** The facts on which the turning points of the one at the pointer depend, and the words it is compared with; but itself. */
    public Set<Fact> besides(Dossier dossier, Moment asOf, String pointer) {
        List<Fact> facts = facts(dossier, asOf);
        Set<String> types = types(facts, pointer).stream()
                .flatMap(type -> influence.on(influence.of(type)).stream())
                .collect(Collectors.toSet());
        return facts.stream()
                .filter(fact -> !fact.pointer().equals(pointer))
                .filter(fact -> types.contains(fact.getClass().getSimpleName()))
                .collect(Collectors.toSet());
    }

    /**
     * Proved bounds of the verdict if any of the possible facts come true beside the dossier's own.
     *
     * @param possible any choice of them may come true, none and all included
     * @return nothing if proving it would take too long
     */
    public Optional<Bounds> bounds(Dossier dossier, Collection<Fact> possible, Moment asOf) {
        return matcher.limits(facts(dossier, asOf), possible)
                .map(found -> new Bounds(verdictOf(found.possible()), verdictOf(found.certain())));
    }

    /** No verdict is worse than the first or better than the second. */
    public record Bounds(Verdict worst, Verdict best) {}

    private static Verdict verdictOf(List<Match> matches) {
        return Conclusion.verdict(byPoint(matches).keySet().stream().map(Conclusion.Point::effect));
    }

    static List<Fact> facts(Dossier dossier, Moment asOf) {
        List<Fact> facts = new ArrayList<>(dossier.facts());
        facts.add(new Fact.AsOf("/asOf", asOf));
        return facts;
    }

    private List<Decision.Shown> shown(Matcher.Result result, Reasons reasons) {
        List<Decision.Shown> shown = new ArrayList<>();
        for (FactType type : rules.shown()) {
            List<Reason.Derived> facts =
                    reasons.derived(result.facts().of(rules.compiled().type(type.name())));
            if (!facts.isEmpty()) {
                shown.add(new Decision.Shown(type.shown().orElse(""), facts));
            }
        }
        return shown;
    }

    private static Verdict verdict(List<Finding> findings) {
        return Conclusion.verdict(findings.stream().map(Finding::effect));
    }

    /** One finding for each code, effect and subject, however many ways there are in which it holds. */
    private List<Finding> findings(Matcher.Result result, Reasons reasons) {
        List<Finding> findings = new ArrayList<>();
        byPoint(result.matches())
                .forEach((point, matches) -> findings.add(new Finding(
                        point.code(),
                        point.effect(),
                        point.section(),
                        point.subject(),
                        matches.stream()
                                .map(match -> sentences.said(match, Map.of()))
                                .min(String::compareTo)
                                .orElseThrow(),
                        point.effect().standsInTheWay() ? sentences.told(matches) : List.of(),
                        Reasons.reference(matches.get(0).rule()),
                        reasons.of(matches))));
        return findings;
    }

    static SortedMap<Conclusion.Point, List<Match>> byPoint(List<Match> all) {
        SortedMap<Conclusion.Point, List<Match>> byPoint = new TreeMap<>(Conclusion.Point.STRONGEST_FIRST);
        for (Match match : all) {
            if (match.rule().findsSomething()) {
                Map<String, Object> stated = Reasons.parts(match.stated());
                String effect = String.valueOf(stated.get("effect"));
                Conclusion.Point point = new Conclusion.Point(
                        match.rule().code(),
                        Effect.valueOf(effect.isEmpty() ? match.rule().annotation("effect") : effect),
                        match.rule().annotation("section"),
                        String.valueOf(stated.get("subject")));
                byPoint.computeIfAbsent(point, unseen -> new ArrayList<>()).add(match);
            }
        }
        return byPoint;
    }
}
