package org.offereligibility.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.offereligibility.decision.Conclusion.Point;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Evaluator;
import org.offereligibility.decision.Finding;
import org.offereligibility.decision.WhyNot;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.Moment;

/** Finds out why a verdict turns: what decides it, and why the other rules do not find that. Both engines decide. */
final class Causes {
    private static final int MOST_WHY_NOTS = 3;

    private final Evaluator old;
    private final Evaluator young;

    Causes(Evaluator old, Evaluator young) {
        this.old = old;
        this.young = young;
    }

    /**
     * The same with its causes.
     *
     * @param told whether to say why; the engines are asked in any case
     */
    Compared.Decided of(Compared.Decided turned, Dossier one, Dossier other, Moment asOf, boolean told) {
        Decision was = old.evaluate(one, asOf);
        Decision is = young.evaluate(other, asOf);
        if (!told) {
            return turned;
        }
        boolean worse = turned.after().compareTo(turned.before()) < 0;
        List<Cause> causes = new ArrayList<>();
        for (Point point : turned.decisive()) {
            causes.add(
                    worse
                            ? cause(point, is, was, old, one, asOf, true)
                            : cause(point, was, is, young, other, asOf, false));
        }
        return new Compared.Decided(
                turned.place(),
                turned.candidateId(),
                turned.before(),
                turned.after(),
                turned.appeared(),
                turned.vanished(),
                turned.sections(),
                turned.undoneBy(),
                causes);
    }

    private static Cause cause(
            Point point,
            Decision finds,
            Decision misses,
            Evaluator missing,
            Dossier dossier,
            Moment asOf,
            boolean appears) {
        Finding finding = finds.findings().stream()
                .filter(found -> found.effect() == point.effect() && isAbout(found, point))
                .findFirst()
                .orElseThrow();
        Optional<Finding> otherwise = misses.findings().stream()
                .filter(found -> isAbout(found, point))
                .findFirst();
        boolean known =
                missing.rules().rules().stream().anyMatch(rule -> rule.code().equals(point.code()));
        return new Cause(
                appears,
                finding,
                known,
                otherwise,
                known && otherwise.isEmpty()
                        ? nearest(missing.whyNot(dossier, asOf, point.code()), point.subject())
                        : List.of());
    }

    private static boolean isAbout(Finding finding, Point point) {
        return finding.code().equals(point.code()) && finding.subject().equals(point.subject());
    }

    /** Of a rule that holds for other subjects it is asked for each why not; only those count that speak of this one. */
    private static List<WhyNot> nearest(List<WhyNot> all, String subject) {
        List<String> parts = List.of(subject.split("/"));
        Comparator<WhyNot> byMatches = Comparator.comparing(why -> matches(why, parts));
        long most = all.stream().max(byMatches).map(why -> matches(why, parts)).orElse(0L);
        return all.stream()
                .filter(why -> matches(why, parts) == most)
                .limit(MOST_WHY_NOTS)
                .toList();
    }

    private static long matches(WhyNot why, List<String> parts) {
        return why.given().values().stream()
                .filter(value -> parts.contains(value.toString()))
                .count();
    }
}
