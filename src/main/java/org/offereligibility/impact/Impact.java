package org.offereligibility.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.offereligibility.decision.Conclusion.Point;
import org.offereligibility.decision.Decision.PolicyVersion;
import org.offereligibility.decision.Effect;
import org.offereligibility.decision.Verdict;
import org.offereligibility.dossier.Intake;
import org.offereligibility.dossier.Moment;
import org.offereligibility.impact.ImpactSummary.FindingCount;
import org.offereligibility.impact.ImpactSummary.SectionCount;
import org.offereligibility.policy.RuleSet;

/**
 * What a change of rules does to many dossiers, counted as they come. It counts all and keeps the first so many that turn or
 * are refused: however many there are, it does not grow. Not safe for threads.
 */
public final class Impact {
    private static final Comparator<Weighed> STRONGEST_FIRST =
            Comparator.comparing(Weighed::effect).thenComparing(Weighed::code).thenComparing(Weighed::section);

    private record Weighed(String code, Effect effect, String section) {
        static Weighed of(Point point) {
            return new Weighed(point.code(), point.effect(), point.section());
        }
    }

    private final Comparison comparison;
    private final int limit;
    private final long[] verdicts = new long[Verdict.values().length * Verdict.values().length];
    private final Map<Weighed, long[]> findings = new TreeMap<>(STRONGEST_FIRST);
    private final Map<String, long[]> sections = new LinkedHashMap<>();
    private final Map<String, Long> files = new TreeMap<>();
    private final List<Compared.Decided> turned = new ArrayList<>();
    private final List<Compared.Refused> refused = new ArrayList<>();
    private long changed;
    private long refusedByOld;
    private long refusedByNew;
    private long refusedByBoth;

    /** @param limit how many of those that turn, and how many of those that are refused, are kept to be listed; 0 or more */
    public Impact(Comparison comparison, int limit) {
        this.comparison = comparison;
        this.limit = limit;
        comparison.before().header().sections().keySet().forEach(section -> sections.put(section, new long[2]));
        comparison.after().header().sections().keySet().forEach(section -> sections.put(section, new long[2]));
    }

    /** Of all dossiers, one after the other, without listing any. */
    public static ImpactSummary of(Comparison comparison, Iterator<Intake.Item> dossiers, Moment evaluationTime) {
        Impact impact = new Impact(comparison, 0);
        while (dossiers.hasNext()) {
            impact.add(comparison.compare(dossiers.next(), evaluationTime, false));
        }
        return impact.summary();
    }

    public void add(Compared compared) {
        if (compared instanceof Compared.Decided decided) {
            add(decided);
        } else {
            add((Compared.Refused) compared);
        }
    }

    private void add(Compared.Refused refusal) {
        if (refusal.byBoth()) {
            refusedByBoth++;
        } else if (refusal.before().verdict().isEmpty()) {
            refusedByOld++;
        } else {
            refusedByNew++;
        }
        if (refused.size() < limit) {
            refused.add(refusal);
        }
    }

    private void add(Compared.Decided decided) {
        verdicts[Matrix.index(decided.before(), decided.after())]++;
        if (!decided.changed()) {
            return;
        }
        changed++;
        decided.appeared().forEach(point -> counts(point)[0]++);
        decided.vanished().forEach(point -> counts(point)[1]++);
        Set<Weighed> deciding = new HashSet<>();
        decided.decisive().forEach(point -> deciding.add(Weighed.of(point)));
        deciding.forEach(weighed -> findings.computeIfAbsent(weighed, unseen -> new long[3])[2]++);
        decided.sections()
                .forEach(turn -> sections.computeIfAbsent(turn.section(), unseen -> new long[2])[
                        turn.after().compareTo(turn.before()) > 0 ? 0 : 1]++);
        decided.undoneBy().forEach(file -> files.merge(file, 1L, Long::sum));
        if (decided.turned() && turned.size() < limit) {
            turned.add(decided);
        }
    }

    private long[] counts(Point point) {
        return findings.computeIfAbsent(Weighed.of(point), unseen -> new long[3]);
    }

    /** The first that turned, in the order in which they came. */
    public List<Compared.Decided> turned() {
        return List.copyOf(turned);
    }

    /** The first that were refused, in the order in which they came. */
    public List<Compared.Refused> refused() {
        return List.copyOf(refused);
    }

    /** What has been counted so far. */
    public ImpactSummary summary() {
        return new ImpactSummary(
                named(comparison.before()),
                named(comparison.after()),
                new Matrix(LongStream.of(verdicts).boxed().toList()),
                changed,
                new ImpactSummary.Refusals(refusedByOld, refusedByNew, refusedByBoth),
                findings.entrySet().stream()
                        .map(entry -> new FindingCount(
                                entry.getKey().code(),
                                entry.getKey().effect(),
                                entry.getKey().section(),
                                entry.getValue()[0],
                                entry.getValue()[1],
                                entry.getValue()[2]))
                        .toList(),
                sections.entrySet().stream()
                        .map(entry -> new SectionCount(
                                entry.getKey(), title(entry.getKey()), entry.getValue()[0], entry.getValue()[1]))
                        .toList(),
                files.entrySet().stream()
                        .map(entry -> new ImpactSummary.FileCount(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static PolicyVersion named(RuleSet rules) {
        return new PolicyVersion(rules.role(), rules.version(), rules.hash());
    }

    private String title(String section) {
        Map<String, String> titles =
                new LinkedHashMap<>(comparison.before().header().sections());
        titles.putAll(comparison.after().header().sections());
        return titles.getOrDefault(section, section);
    }
}
