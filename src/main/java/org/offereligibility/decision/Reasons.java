package org.offereligibility.decision;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offereligibility.dossier.CanonicalJson;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.Fact;
import org.offereligibility.dossier.Json;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RuleSource;
import org.offereligibility.policy.TableRow;

/** Follows what the matcher found back to the dossier, the tables and what was absent. */
final class Reasons {
    /** A reason with its place among others, reckoned once; two of the same place are the same reason. */
    private record Placed(int rank, String key, Reason reason) {
        private static final Comparator<Placed> ORDER =
                Comparator.comparingInt(Placed::rank).thenComparing(Placed::key);
    }

    private final Dossier dossier;
    private final RuleSet rules;
    private final WorkingFacts facts;
    private final Sentences sentences;
    private final Map<Object, List<Placed>> known = new HashMap<>();

    Reasons(Dossier dossier, RuleSet rules, WorkingFacts facts, Sentences sentences) {
        this.dossier = dossier;
        this.rules = rules;
        this.facts = facts;
        this.sentences = sentences;
    }

    /** All reasons of all the matches, each once, in an order that does not depend on that of the facts. */
    List<Reason> of(List<Match> matches) {
        return placed(matches.stream().flatMap(match -> match.support().stream()))
                .map(Placed::reason)
                .toList();
    }

    /** The same for what was there or absent. */
    List<Reason> of(Collection<Match.Support> supports) {
        return placed(supports.stream()).map(Placed::reason).toList();
    }

    /** Tells them from others, whatever the order of the facts. */
    String key(Collection<Match.Support> supports) {
        return placed(supports.stream())
                .map(placed -> placed.rank() + placed.key())
                .collect(Collectors.joining("\n"));
    }

    private Stream<Placed> placed(Stream<Match.Support> supports) {
        Set<Placed> reasons = new TreeSet<>(Placed.ORDER);
        supports.forEach(support -> reasons.addAll(of(support)));
        return reasons.stream();
    }

    /** Derived facts with how they came about, in an order that does not depend on theirs. */
    List<Reason.Derived> derived(Collection<Object> facts) {
        Set<Placed> reasons = new TreeSet<>(Placed.ORDER);
        facts.forEach(fact -> reasons.addAll(derived(fact)));
        return reasons.stream().map(placed -> (Reason.Derived) placed.reason()).toList();
    }

    private List<Placed> of(Match.Support support) {
        if (support instanceof Match.Support.Absent absent) {
            return List.of(absent(sentences.absent(absent)));
        }
        if (support instanceof Match.Support.Each each) {
            return List.of(absent(sentences.withoutException(each)));
        }
        Object fact = ((Match.Support.Present) support).fact();
        List<Placed> before = known.get(fact);
        if (before == null) {
            before = of(fact);
            known.put(fact, before);
        }
        return before;
    }

    private List<Placed> of(Object fact) {
        if (fact instanceof Fact given) {
            return List.of(fromDossier(given));
        }
        TableRow row = rules.rows().get(fact);
        if (row == null) {
            return derived(fact);
        }
        String key = row.file() + " " + inOrder(row.line());
        return List.of(new Placed(2, key, new Reason.FromPolicy(row.file(), row.line(), row.shown())));
    }

    private static Placed absent(String what) {
        return new Placed(3, what, new Reason.Absent(what));
    }

    private Placed fromDossier(Fact fact) {
        return dossier.json()
                .at(fact.pointer())
                .map(value -> new Placed(0, key(fact, value), new Reason.FromDossier(fact.pointer(), value)))
                .orElseGet(() -> absent("no asOf in the dossier, so that it is judged at the time of the evaluation, "
                        + (fact instanceof Fact.AsOf asOf ? sentences.spoken(asOf.at()) : "")));
    }

    /** By what the fact says, then by what stands in the dossier, and only then by where: lists may come in any order. */
    private static String key(Fact fact, Json value) {
        String said = fact.toString();
        return fact.getClass().getSimpleName()
                + said.substring(said.indexOf(fact.pointer()) + fact.pointer().length())
                + new String(CanonicalJson.bytes(value), StandardCharsets.UTF_8)
                + fact.pointer();
    }

    /** One reason for each rule that derived the fact. */
    private List<Placed> derived(Object fact) {
        Map<String, Object> value = parts(fact);
        Map<RuleSource, List<Match>> byRule = new LinkedHashMap<>();
        facts.derivations(fact)
                .forEach(match -> byRule.computeIfAbsent(match.rule(), rule -> new ArrayList<>())
                        .add(match));
        List<Placed> reasons = new ArrayList<>();
        byRule.forEach((rule, matches) -> reasons.add(new Placed(
                1,
                fact.getClass().getSimpleName() + new TreeMap<>(value) + rule.file() + inOrder(rule.line()),
                new Reason.Derived(
                        fact.getClass().getSimpleName(),
                        sentences.said(matches, value),
                        value,
                        reference(rule),
                        of(matches)))));
        return reasons;
    }

    /** A line's number as a text that sorts like the number. */
    private static String inOrder(int line) {
        return String.valueOf(10_000_000_000L + line);
    }

    static Finding.RuleReference reference(RuleSource rule) {
        return new Finding.RuleReference(rule.name(), rule.file(), rule.line(), rule.annotation("source"));
    }

    /** The parts of a stated fact by name, in their order. */
    static Map<String, Object> parts(Object fact) {
        Map<String, Object> parts = new LinkedHashMap<>();
        for (RecordComponent component : fact.getClass().getRecordComponents()) {
            try {
                parts.put(component.getName(), component.getAccessor().invoke(fact));
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException("a fact's parts can be read", impossible);
            }
        }
        return parts;
    }
}
