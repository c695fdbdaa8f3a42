package org.offereligibility.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.offereligibility.dossier.Exact;

/**
 * Which rules people set aside, how often, why, and who does. An override speaks against every rule whose finding alone would
 * keep the decision under what people made of it.
 *
 * @param rules those that stood in anybody's way; overridden most often, by share, first
 */
public record Overrides(String role, long decisions, long overridden, List<Rule> rules, Often often) {
    /**
     * From when on a rule is overridden often; a policy's or a house's choice.
     *
     * @param times at least so many
     * @param share of the times it was found, from 0 to 1
     */
    public record Often(long times, Exact share) {}

    /**
     * @param rate overridden of found, each candidate once
     * @param reasons how often each reason code was given
     * @param people how often each person did it, by id
     */
    public record Rule(
            String code,
            String rule,
            String section,
            Rate rate,
            SortedMap<String, Long> reasons,
            SortedMap<String, Long> people) {}

    private static final class Count {
        private long found;
        private long overridden;
        private final SortedMap<String, Long> reasons = new TreeMap<>();
        private final SortedMap<String, Long> people = new TreeMap<>();
    }

    private record Name(String code, String rule, String section) implements Comparable<Name> {
        private static final Comparator<Name> ORDER =
                Comparator.comparing(Name::code).thenComparing(Name::rule).thenComparing(Name::section);

        @Override
        public int compareTo(Name other) {
            return ORDER.compare(this, other);
        }
    }

    public static Overrides of(Cohort cohort, Often often) {
        SortedMap<Name, Count> counts = new TreeMap<>();
        long overridden = 0;
        for (Judged judged : cohort.judged()) {
            Optional<Judged.Overruling> override =
                    judged.ruledOtherwise().filter(done -> done.reason().isPresent());
            overridden += override.isPresent() ? 1 : 0;
            SortedSet<Name> setAside = new TreeSet<>();
            SortedSet<Name> found = new TreeSet<>();
            for (Judged.Found finding : judged.findings()) {
                if (finding.effect().standsInTheWay()) {
                    Name name = new Name(finding.code(), finding.rule(), finding.section());
                    found.add(name);
                    override.filter(done -> finding.effect().verdict().compareTo(done.to()) < 0)
                            .ifPresent(done -> setAside.add(name));
                }
            }
            found.forEach(name -> counts.computeIfAbsent(name, unseen -> new Count()).found++);
            override.ifPresent(done -> setAside.forEach(name -> {
                Count count = counts.computeIfAbsent(name, unseen -> new Count());
                count.overridden++;
                done.reason().ifPresent(reason -> count.reasons.merge(reason, 1L, Long::sum));
                count.people.merge(done.by(), 1L, Long::sum);
            }));
        }
        List<Rule> rules = new ArrayList<>();
        counts.forEach((name, count) -> rules.add(new Rule(
                name.code(),
                name.rule(),
                name.section(),
                new Rate(count.overridden, count.found),
                count.reasons,
                count.people)));
        rules.sort(Comparator.comparing((Rule rule) -> rule.rate().exact().orElse(Exact.ZERO))
                .reversed()
                .thenComparing(rule -> -rule.rate().of())
                .thenComparing(Rule::code)
                .thenComparing(Rule::rule));
        return new Overrides(cohort.role(), cohort.size(), overridden, rules, often);
    }

    /** Compared exactly. */
    public boolean isOften(Rule rule) {
        return rule.rate().part() >= often.times()
                && rule.rate().exact().orElse(Exact.ZERO).compareTo(often.share()) >= 0;
    }

    /** The rules overridden often, which HR should look at. */
    public List<Rule> overriddenOften() {
        return rules.stream().filter(this::isOften).toList();
    }
}
