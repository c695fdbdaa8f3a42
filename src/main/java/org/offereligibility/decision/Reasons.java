package org.offereligibility.decision;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.offereligibility.dossier.CanonicalJson;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.Fact;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RuleSource;
import org.offereligibility.policy.TableRow;

/** Follows what the matcher found back to the dossier, the tables and what was absent. */
final class Reasons {
    private static final Comparator<Reason> ORDER =
            Comparator.comparingInt(Reasons::rank).thenComparing(Reasons::sortKey);

    private final Dossier dossier;
    private final RuleSet rules;
    private final WorkingFacts facts;
    private final Sentences sentences;

    Reasons(Dossier dossier, RuleSet rules, WorkingFacts facts, Sentences sentences) {
        this.dossier = dossier;
        this.rules = rules;
        this.facts = facts;
        this.sentences = sentences;
    }

    /** All reasons of all the matches, each once, in an order that does not depend on that of the facts. */
    List<Reason> of(Collection<Match> matches) {
        return matches.stream()
                .flatMap(match -> match.support().stream())
                .distinct()
                .flatMap(support -> of(support).stream())
                .distinct()
                .sorted(ORDER)
                .toList();
    }

    private List<Reason> of(Match.Support support) {
        if (support instanceof Match.Support.Absent absent) {
            return List.of(new Reason.Absent(sentences.absent(absent)));
        }
        Object fact = ((Match.Support.Present) support).fact();
        if (fact instanceof Fact given) {
            return List.of(fromDossier(given));
        }
        TableRow row = rules.rows().get(fact);
        if (row != null) {
            return List.of(new Reason.FromPolicy(row.file(), row.line(), row.shown()));
        }
        return derived(fact);
    }

    private Reason fromDossier(Fact fact) {
        return dossier.json()
                .at(fact.pointer())
                .<Reason>map(value -> new Reason.FromDossier(fact.pointer(), value))
                .orElseGet(() -> new Reason.Absent("no asOf in the dossier, so that it is judged at the time of the evaluation, "
                        + (fact instanceof Fact.AsOf asOf ? sentences.spoken(asOf.at()) : "")));
    }

    /** One reason for each rule that derived the fact. */
    private List<Reason> derived(Object fact) {
        Map<String, Object> value = parts(fact);
        Map<RuleSource, List<Match>> byRule = new LinkedHashMap<>();
        facts.derivations(fact).forEach(
                match -> byRule.computeIfAbsent(match.rule(), rule -> new java.util.ArrayList<>()).add(match));
        return byRule.entrySet().stream()
                .<Reason>map(entry -> new Reason.Derived(
                        fact.getClass().getSimpleName(),
                        entry.getValue().stream().map(match -> sentences.said(match, value)).min(String::compareTo).orElseThrow(),
                        value,
                        reference(entry.getKey()),
                        of(entry.getValue())))
                .toList();
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

    private static int rank(Reason reason) {
        if (reason instanceof Reason.FromDossier) {
            return 0;
        }
        if (reason instanceof Reason.Derived) {
            return 1;
        }
        return reason instanceof Reason.FromPolicy ? 2 : 3;
    }

    private static String sortKey(Reason reason) {
        if (reason instanceof Reason.FromDossier given) {
            return CanonicalJson.text(given.value()) + " " + given.pointer();
        }
        if (reason instanceof Reason.Derived derived) {
            return derived.fact() + new TreeMap<>(derived.value()) + derived.rule();
        }
        if (reason instanceof Reason.FromPolicy row) {
            return row.file() + " " + String.format(java.util.Locale.ROOT, "%09d", row.line());
        }
        return ((Reason.Absent) reason).what();
    }
}
