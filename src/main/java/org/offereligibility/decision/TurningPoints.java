package org.offereligibility.decision;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Fact;
import org.offereligibility.dossier.Moment;

/**
 * The values of one number or instant of a dossier at which a comparison of some rule turns. Each comparison is looked at
 * for three neighbouring values: where its difference grows evenly, or as the number's reciprocal does (a total over so many
 * years), the value at which it is zero follows exactly. No grid is searched, and nothing is rounded.
 */
final class TurningPoints {
    private static final Moment EPOCH = Moment.parse("1970-01-01T00:00:00Z");
    private static final Exact NEAR = Exact.of(1).dividedBy(Exact.of(1_000_000));

    private final Collection<RulePlan> plans;
    private final Function<List<Fact>, WorkingFacts> deriving;

    /**
     * @param plans the rules that the fact can have an influence on
     * @param deriving adds to facts whatever these rules read that is derived
     */
    TurningPoints(Collection<RulePlan> plans, Function<List<Fact>, WorkingFacts> deriving) {
        this.plans = plans;
        this.deriving = deriving;
    }

    /** For instants, in hours since 1970-01-01 UTC. */
    SortedSet<Exact> of(List<Fact> facts, String pointer) {
        SortedSet<Exact> points = new TreeSet<>();
        Optional<Exact> now = facts.stream()
                .filter(fact -> fact.pointer().equals(pointer))
                .flatMap(fact -> Reasons.parts(fact).values().stream())
                .filter(Comparisons::measured)
                .map(TurningPoints::measure)
                .findFirst();
        now.ifPresent(value -> points(facts, pointer, value, points));
        return points;
    }

    private void points(List<Fact> facts, String pointer, Exact x0, SortedSet<Exact> points) {
        Exact x1 = x0.plus(NEAR);
        Exact x2 = x1.plus(NEAR);
        Map<String, Comparisons.Seen> at0 = compared(facts, pointer, x0);
        Map<String, Comparisons.Seen> at1 = compared(facts, pointer, x1);
        Map<String, Comparisons.Seen> at2 = compared(facts, pointer, x2);
        at0.forEach((key, seen) -> {
            Comparisons.Seen next = at1.get(key);
            Comparisons.Seen last = at2.get(key);
            if (next != null && last != null && Comparisons.measured(seen.left())) {
                zero(x0, difference(seen), difference(next), difference(last)).ifPresent(points::add);
            }
        });
    }

    private Map<String, Comparisons.Seen> compared(List<Fact> facts, String pointer, Exact value) {
        List<Fact> probed = new ArrayList<>();
        facts.forEach(fact -> probed.add(fact.pointer().equals(pointer) ? with(fact, value) : fact));
        return Comparisons.of(plans, deriving.apply(probed));
    }

    /** Where the difference is zero, if it depends on the value at all and in one of the two ways. */
    private static Optional<Exact> zero(Exact x0, Exact d0, Exact d1, Exact d2) {
        Exact slope = d1.minus(d0).dividedBy(NEAR);
        if (slope.equals(Exact.ZERO)) {
            return Optional.empty();
        }
        if (d2.minus(d1).equals(d1.minus(d0))) {
            return Optional.of(x0.minus(d0.dividedBy(slope)));
        }
        Exact x1 = x0.plus(NEAR);
        Exact x2 = x1.plus(NEAR);
        if (x0.equals(Exact.ZERO) || x1.equals(Exact.ZERO) || x2.equals(Exact.ZERO)) {
            return Optional.empty();
        }
        Exact one = Exact.of(1);
        Exact factor = d0.minus(d1).dividedBy(one.dividedBy(x0).minus(one.dividedBy(x1)));
        Exact rest = d0.minus(factor.dividedBy(x0));
        boolean reciprocal = factor.dividedBy(x2).plus(rest).equals(d2);
        return reciprocal && !rest.equals(Exact.ZERO)
                ? Optional.of(factor.negated().dividedBy(rest))
                : Optional.empty();
    }

    private static Exact difference(Comparisons.Seen seen) {
        return measure(seen.left()).minus(measure(seen.right()));
    }

    private static Exact measure(Object value) {
        return value instanceof Moment moment ? moment.hoursSince(EPOCH) : (Exact) value;
    }

    /** The fact with another number or instant. */
    private static Fact with(Fact fact, Exact value) {
        RecordComponent[] components = fact.getClass().getRecordComponents();
        Object[] parts = Reasons.parts(fact).values().toArray();
        for (int i = 0; i < parts.length; i++) {
            if (Comparisons.measured(parts[i])) {
                parts[i] = components[i].getType() == Moment.class ? EPOCH.plusHours(value) : value;
                break;
            }
        }
        try {
            return (Fact) fact.getClass().getDeclaredConstructors()[0].newInstance(parts);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("a fact can be made of its parts", impossible);
        }
    }
}
