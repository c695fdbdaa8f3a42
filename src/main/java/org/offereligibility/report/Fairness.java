package org.offereligibility.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.offereligibility.decision.Verdict;

/**
 * Whether the groups of a cohort fare alike, and what each rule has to do with it. Rates are of those who were decided:
 * verdicts for which something is still missing stand in none.
 *
 * @param selectedFrom the least verdict that counts as selected, REFER or ELIGIBLE
 * @param groups how many there are of each and how many of them are still open, by the group's name
 * @param ratios by all rules
 * @param rules those that stand in the way of anybody who is compared; those that make flags come first
 * @param inNoGroup how many decided candidates stand in no group
 */
public record Fairness(
        String role,
        Verdict selectedFrom,
        SortedMap<String, Size> groups,
        ImpactRatios ratios,
        List<WithoutRule> rules,
        long inNoGroup) {
    /** @param open of the candidates, those whose decision still waits for something */
    public record Size(long candidates, long open) {}

    /**
     * What would be if one rule found nothing. The people compared stay the same.
     *
     * @param found in each group, for how many decided candidates the rule stands in the way
     * @param turned in each group, how many more would be selected
     */
    public record WithoutRule(
            String code,
            String rule,
            String section,
            SortedMap<String, Long> found,
            SortedMap<String, Long> turned,
            ImpactRatios ratios,
            List<String> flagsGone,
            List<String> flagsNew) {
        public long turnedInAll() {
            return turned.values().stream().mapToLong(Long::longValue).sum();
        }

        public long foundInAll() {
            return found.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private record Rule(String code, String rule, String section) {}

    private record Member(Judged judged, String group) {}

    /**
     * @param groupOf the group of each candidate, by id
     * @throws IllegalArgumentException if {@code selectedFrom} is neither REFER nor ELIGIBLE
     */
    public static Fairness of(Cohort cohort, Map<String, String> groupOf, Verdict selectedFrom) {
        if (selectedFrom.compareTo(Verdict.REFER) < 0) {
            throw new IllegalArgumentException(selectedFrom + " selects nobody");
        }
        List<Member> decided = new ArrayList<>();
        SortedMap<String, Size> groups = new TreeMap<>();
        long inNoGroup = 0;
        for (Judged judged : cohort.judged()) {
            boolean open = judged.outcome() == Verdict.INCOMPLETE;
            String group = groupOf.get(judged.candidateId());
            if (group == null) {
                inNoGroup += open ? 0 : 1;
                continue;
            }
            groups.merge(
                    group,
                    new Size(1, open ? 1 : 0),
                    (one, other) -> new Size(one.candidates() + other.candidates(), one.open() + other.open()));
            if (!open) {
                decided.add(new Member(judged, group));
            }
        }
        ImpactRatios ratios =
                ImpactRatios.of(rates(groups, decided, judged -> selects(judged.outcome(), selectedFrom)));
        return new Fairness(
                cohort.role(), selectedFrom, groups, ratios, rules(groups, decided, ratios, selectedFrom), inNoGroup);
    }

    private static boolean selects(Verdict verdict, Verdict selectedFrom) {
        return verdict.compareTo(selectedFrom) >= 0;
    }

    private static SortedMap<String, Rate> rates(
            SortedMap<String, Size> groups, List<Member> decided, Predicate<Judged> selected) {
        SortedMap<String, Rate> rates = new TreeMap<>();
        groups.keySet().forEach(group -> rates.put(group, new Rate(0, 0)));
        decided.forEach(member ->
                rates.merge(member.group(), new Rate(selected.test(member.judged()) ? 1 : 0, 1), Rate::plus));
        return rates;
    }

    private static List<WithoutRule> rules(
            SortedMap<String, Size> groups, List<Member> decided, ImpactRatios ratios, Verdict selectedFrom) {
        SortedMap<Rule, SortedMap<String, long[]>> counts = new TreeMap<>(
                Comparator.comparing(Rule::code).thenComparing(Rule::rule).thenComparing(Rule::section));
        for (Member member : decided) {
            boolean selected = selects(member.judged().outcome(), selectedFrom);
            member.judged().findings().stream()
                    .filter(found -> !selects(found.effect().verdict(), selectedFrom))
                    .map(found -> new Rule(found.code(), found.rule(), found.section()))
                    .distinct()
                    .forEach(rule -> {
                        long[] count = counts.computeIfAbsent(rule, unseen -> new TreeMap<>())
                                .computeIfAbsent(member.group(), unseen -> new long[2]);
                        count[0]++;
                        count[1] += !selected && selects(member.judged().without(rule.rule()), selectedFrom) ? 1 : 0;
                    });
        }
        List<WithoutRule> rules = new ArrayList<>();
        counts.forEach((rule, byGroup) -> rules.add(without(rule, byGroup, groups, ratios)));
        rules.sort(Comparator.comparing((WithoutRule rule) -> -rule.flagsGone().size())
                .thenComparing(rule -> -rule.turnedInAll())
                .thenComparing(rule -> -rule.foundInAll())
                .thenComparing(WithoutRule::code)
                .thenComparing(WithoutRule::rule));
        return rules;
    }

    private static WithoutRule without(
            Rule rule, SortedMap<String, long[]> byGroup, SortedMap<String, Size> groups, ImpactRatios ratios) {
        SortedMap<String, Long> found = new TreeMap<>();
        SortedMap<String, Long> turned = new TreeMap<>();
        SortedMap<String, Rate> rates = new TreeMap<>();
        groups.keySet().forEach(group -> {
            long[] count = byGroup.getOrDefault(group, new long[2]);
            found.put(group, count[0]);
            turned.put(group, count[1]);
            Rate with = ratios.row(group).map(ImpactRatios.Row::rate).orElse(new Rate(0, 0));
            rates.put(group, new Rate(with.part() + count[1], with.of()));
        });
        ImpactRatios others = ImpactRatios.of(rates);
        return new WithoutRule(
                rule.code(),
                rule.rule(),
                rule.section(),
                found,
                turned,
                others,
                more(ratios, others),
                more(others, ratios));
    }

    /** The groups flagged by the first and not by the second. */
    private static List<String> more(ImpactRatios first, ImpactRatios second) {
        List<String> flagged =
                second.under().stream().map(ImpactRatios.Row::group).toList();
        return first.under().stream()
                .map(ImpactRatios.Row::group)
                .filter(group -> !flagged.contains(group))
                .toList();
    }

    public Rate all() {
        return ratios.rows().stream().map(ImpactRatios.Row::rate).reduce(new Rate(0, 0), Rate::plus);
    }
}
