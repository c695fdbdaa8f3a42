package org.offereligibility.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.offereligibility.decision.Conclusion.Point;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Evaluator;
import org.offereligibility.decision.Finding;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.Moment;

/** Finds out why a verdict turns: what decides it, and why the other rules do not find that. Both engines decide. */
final class Causes {
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
                            ? cause(point, is, was, old, one, asOf, young.about(other, asOf, point), true)
                            : cause(point, was, is, young, other, asOf, old.about(one, asOf, point), false));
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
            Map<String, Object> about,
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
                known && otherwise.isEmpty() ? missing.whyNot(dossier, asOf, point.code(), about) : List.of());
    }

    private static boolean isAbout(Finding finding, Point point) {
        return finding.code().equals(point.code()) && finding.subject().equals(point.subject());
    }
}
