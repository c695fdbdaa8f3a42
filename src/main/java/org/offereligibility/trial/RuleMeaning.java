package org.offereligibility.trial;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.offereligibility.decision.Conclusion;
import org.offereligibility.decision.Effect;
import org.offereligibility.dossier.Json;
import org.offereligibility.policy.Condition;
import org.offereligibility.policy.RuleSource;

/** Rules that hold in every case, that say nothing beside another, or that speak against another. */
final class RuleMeaning {
    /** So many words, or pairs of them, are looked at one by one. */
    private static final int MOST_CASES = 30;

    private final Study study;
    private final Told told;
    private final Examples examples;

    RuleMeaning(Study study, Told told, Examples examples) {
        this.study = study;
        this.told = told;
        this.examples = examples;
    }

    void tell() {
        List<Study.Studied> all = study.rules();
        for (Study.Studied one : all) {
            always(one);
            all.stream()
                    .filter(other -> one != other && isBesides(one, other, all.indexOf(one) > all.indexOf(other)))
                    .findFirst()
                    .ifPresent(other -> besides(one, other));
            all.stream().filter(other -> one != other).forEach(other -> against(one, other));
        }
    }

    private void always(Study.Studied studied) {
        if (studied.always() && studied.rule().findsSomething()) {
            told.warn(
                    "rule-always-holds",
                    studied.rule(),
                    studied.rule().at(),
                    "\"" + studied.rule().name() + "\" holds in every case, so that every candidate has the finding `"
                            + studied.rule().code() + "`",
                    examples.showing(studied.ways().orElse(List.of()), List.of(studied.rule())));
        }
    }

    /** Whether the one says nothing that the other does not say whenever it holds. */
    private boolean isBesides(Study.Studied one, Study.Studied other, boolean isLater) {
        return isImplied(one, other) && (isLater || !isImplied(other, one));
    }

    private void besides(Study.Studied one, Study.Studied other) {
        RuleSource rule = one.rule();
        told.warn(
                "rule-subsumed",
                rule,
                rule.at(),
                "whenever \"" + rule.name() + "\" holds, " + Told.named(other.rule())
                        + " holds too"
                        + (rule.findsSomething()
                                ? ", of the same subject and with the same effect: it never changes a verdict"
                                : " and states the same: it changes nothing"),
                rule.findsSomething()
                        ? examples.showing(one.ways().orElse(List.of()), List.of(rule, other.rule()))
                        : Optional.empty());
    }

    boolean isImplied(Study.Studied one, Study.Studied other) {
        RuleSource a = one.rule();
        RuleSource b = other.rule();
        if (one.ways().isEmpty()
                || one.isNever()
                || other.always()
                || !a.states().type().equals(b.states().type())
                || !a.annotation("section").equals(b.annotation("section"))
                || a.states().arguments().size() != b.states().arguments().size()
                || a.findsSomething()
                        && a.states().arguments().size() == 1
                        && !a.annotation("effect").equals(b.annotation("effect"))) {
            return false;
        }
        try {
            return one.ways().get().stream().allMatch(way -> isImplied(way, a, b) || eachCase(way, a, b));
        } catch (Walk.TooMany tooMany) {
            return false;
        }
    }

    private boolean isImplied(Situation way, RuleSource one, RuleSource other) {
        Situation with = way.copy();
        List<Integer> said = Study.arguments(one, with);
        return new Sure(study.world(), study.walk(new Tally()))
                .holds(other.conditions(), with.with(Map.of()), found -> same(said, other, found));
    }

    /** The same word by word, where the other rule asks for lines of tables that there are for each word. */
    private boolean eachCase(Situation way, RuleSource one, RuleSource other) {
        boolean looksUp = TableMeaning.patterns(other.conditions())
                .anyMatch(pattern -> study.world().isTable(pattern.type()));
        if (!looksUp
                || !way.present.stream()
                        .map(Situation.Present::type)
                        .collect(Collectors.toSet())
                        .containsAll(needed(other))) {
            return false;
        }
        List<Situation> cases = List.of(way);
        for (Situation.Present fact : way.present) {
            for (int place : fact.fields().values()) {
                List<Situation> further = new ArrayList<>();
                cases.forEach(some -> further.addAll(some.byWord(place)));
                cases = further.size() > MOST_CASES ? cases : further;
            }
        }
        return cases.size() > 1 && cases.stream().allMatch(some -> isImplied(some, one, other));
    }

    /** Types of which the rule needs a fact that is in no table. */
    private Set<String> needed(RuleSource rule) {
        return TableMeaning.patterns(rule.conditions().stream()
                        .filter(condition ->
                                condition instanceof Condition.Pattern || condition instanceof Condition.Exists)
                        .toList())
                .map(Condition.Pattern::type)
                .filter(type -> !study.world().isTable(type))
                .collect(Collectors.toSet());
    }

    private static boolean same(List<Integer> said, RuleSource other, Situation found) {
        List<Integer> too = Study.arguments(other, found);
        for (int i = 0; i < said.size(); i++) {
            if (found.values.compare(said.get(i), "==", too.get(i)) != Truth.ALWAYS) {
                return false;
            }
        }
        return true;
    }

    /** Two findings on one subject, of which one stands in the way and one speaks for it, from the very same facts. */
    private void against(Study.Studied one, Study.Studied other) {
        if (!one.rule().findsSomething()
                || !other.rule().annotation("effect").equals(Effect.SUPPORT.name())
                || one.rule().annotation("effect").equals(Effect.SUPPORT.name())
                || one.rule().annotation("effect").equals(Effect.NOTE.name())) {
            return;
        }
        List<Situation> both = new ArrayList<>();
        try {
            for (Situation way : one.ways().orElse(List.of())) {
                joint(way, one.rule(), other.rule(), both);
            }
        } catch (Walk.TooMany tooMany) {
            return;
        }
        if (both.isEmpty()) {
            return;
        }
        Optional<Json> example = examples.showing(
                both,
                conclusion ->
                        isAgainst(conclusion, one.rule().code(), other.rule().code()));
        if (example.isPresent()) {
            told.warn(
                    "rules-opposed",
                    one.rule(),
                    one.rule().at(),
                    "\"" + one.rule().name() + "\" stands in the way of an offer and "
                            + Told.named(other.rule())
                            + " speaks for it, both in one case, of the same subject and from the same facts",
                    example);
        }
    }

    private static boolean isAgainst(Conclusion conclusion, String against, String support) {
        return conclusion.findings().stream()
                .filter(point -> point.code().equals(against) && point.effect().standsInTheWay())
                .anyMatch(point -> conclusion.findings().stream()
                        .anyMatch(other -> other.code().equals(support)
                                && other.effect() == Effect.SUPPORT
                                && other.subject().equals(point.subject())));
    }

    /** Every way in which the other holds too, by the very facts by which the one does. */
    private void joint(Situation way, RuleSource one, RuleSource other, List<Situation> both) {
        Situation with = way.copy();
        int subject = Study.arguments(one, with).get(0);
        List<Situation.Asked> asked = List.copyOf(with.asked);
        with.asked.clear();
        new Walk((type, in) -> forms(type, in, asked), study.world(), new Tally())
                .ways(other.conditions(), with.with(Map.of()), found -> {
                    if (shares(asked, found.asked)) {
                        found.values.relate(
                                subject, "==", Study.arguments(other, found).get(0));
                        if (!found.values.isImpossible()) {
                            both.add(found);
                        }
                    }
                });
    }

    private List<Form> forms(String type, Situation in, List<Situation.Asked> asked) {
        return study.world().isTable(type)
                ? study.world().forms(type, in)
                : asked.stream()
                        .map(Situation.Asked::fact)
                        .filter(fact -> fact.type().equals(type))
                        .distinct()
                        .map(Form::known)
                        .toList();
    }

    /** Whether both rest on the same facts, and ask the same of one of them. */
    private boolean shares(List<Situation.Asked> one, List<Situation.Asked> other) {
        if (!facts(one).equals(facts(other)) || facts(one).isEmpty()) {
            return false;
        }
        Set<String> tested = tested(one);
        Set<String> testedToo = tested(other);
        boolean neither = tested.isEmpty() && testedToo.isEmpty();
        testedToo.retainAll(tested);
        return neither || !testedToo.isEmpty();
    }

    private Set<Integer> facts(List<Situation.Asked> asked) {
        Set<Integer> facts = new HashSet<>();
        asked.stream()
                .filter(one -> !study.world().isTable(one.fact().type()))
                .forEach(one -> facts.add(one.fact().fields().getOrDefault("this", -1)));
        return facts;
    }

    private Set<String> tested(List<Situation.Asked> asked) {
        Set<String> tested = new TreeSet<>();
        for (Situation.Asked one : asked) {
            if (!study.world().isTable(one.fact().type())) {
                Condition.Pattern pattern = one.pattern();
                Condition.Pattern tests = new Condition.Pattern(
                        pattern.at(),
                        pattern.variable(),
                        pattern.type(),
                        pattern.constraints().stream()
                                .filter(constraint -> !constraint.isBinding())
                                .toList(),
                        pattern.text());
                TableMeaning.fields(tests)
                        .forEach(field -> tested.add(one.fact().fields().getOrDefault("this", -1) + field));
            }
        }
        return tested;
    }
}
