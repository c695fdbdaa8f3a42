package org.offereligibility.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.Fact;
import org.offereligibility.dossier.Moment;
import org.offereligibility.policy.FactType;
import org.offereligibility.policy.RuleSet;

/** Decides a dossier by a rule set at an instant: a pure function of the three. Safe for threads. */
public final class Evaluator {
    private final RuleSet rules;
    private final Matcher matcher;
    private final CrossCheck crossCheck;
    private final Optional<Network> network;
    private final Sentences sentences;
    private final List<String> sections;

    /** With both engines. */
    public Evaluator(RuleSet rules) {
        this(rules, Engines.BOTH);
    }

    public Evaluator(RuleSet rules, Engines engines) {
        this.rules = rules;
        this.matcher = new Matcher(rules);
        this.crossCheck = new CrossCheck(rules.rules(), new Discreet(rules.vocabulary(), rules.rows()));
        this.network = engines == Engines.BOTH ? Optional.of(crossCheck.network(rules)) : Optional.empty();
        this.sentences = new Sentences(rules);
        this.sections = List.copyOf(rules.header().sections().keySet());
    }

    public RuleSet rules() {
        return rules;
    }

    /**
     * @param asOf the instant at which the dossier is judged; the dossier's own where it has one
     * @throws EnginesDisagree if both engines decide and do not find the same
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
                List.copyOf(byPoint(matcher.run(facts(dossier, asOf))).keySet());
        return new Conclusion(Conclusion.verdict(points.stream().map(Conclusion.Point::effect)), points);
    }

    private static List<Fact> facts(Dossier dossier, Moment asOf) {
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
        byPoint(result)
                .forEach((point, matches) -> findings.add(new Finding(
                        point.code(),
                        point.effect(),
                        point.section(),
                        point.subject(),
                        matches.stream()
                                .map(match -> sentences.said(match, Map.of()))
                                .min(String::compareTo)
                                .orElseThrow(),
                        Reasons.reference(matches.get(0).rule()),
                        reasons.of(matches))));
        return findings;
    }

    private static SortedMap<Conclusion.Point, List<Match>> byPoint(Matcher.Result result) {
        SortedMap<Conclusion.Point, List<Match>> byPoint = new TreeMap<>(Conclusion.Point.STRONGEST_FIRST);
        for (Match match : result.matches()) {
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
