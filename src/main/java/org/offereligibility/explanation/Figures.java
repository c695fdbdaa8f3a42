package org.offereligibility.explanation;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.Moment;

/** Figures and dates on their way between the exact values of conditions and what a dossier can say. */
final class Figures {
    static final Exact MINUTE = Exact.of(1).dividedBy(Exact.of(60));
    /** Hours in thirty days. */
    static final Exact MONTH = Exact.of(720);

    private static final Moment EPOCH = Moment.parse("1970-01-01T00:00:00Z");
    private static final Json.Position NOWHERE = new Json.Position(1, 1);
    /** A dossier's amounts have no more decimals. */
    private static final int DECIMALS = 4;

    private Figures() {}

    /** {@code /offer/equity/annualValue} is the equity's annual value. */
    static String name(String pointer) {
        String[] steps = pointer.substring(1).split("/");
        StringBuilder name = new StringBuilder();
        for (int i = steps.length > 1 ? 1 : 0; i < steps.length; i++) {
            name.append(name.isEmpty() ? "" : " ").append(Words.name(steps[i]));
        }
        return name.toString();
    }

    static Json.Str text(String text) {
        return new Json.Str(NOWHERE, text);
    }

    static Json.Num number(long number) {
        return new Json.Num(NOWHERE, BigDecimal.valueOf(number));
    }

    static Json.Arr list(List<? extends Json> items) {
        return new Json.Arr(NOWHERE, new ArrayList<>(items));
    }

    static Json.Member member(String name, Json value) {
        return new Json.Member(NOWHERE, name, value);
    }

    static Json.Obj object(Json.Member... members) {
        return new Json.Obj(NOWHERE, List.of(members));
    }

    /** The number as a dossier writes it; empty if it cannot. */
    static Optional<Json> number(Exact value, boolean whole) {
        BigDecimal written = value.rounded(whole ? 0 : DECIMALS);
        return Exact.of(written).equals(value)
                ? Optional.of(new Json.Num(NOWHERE, written.stripTrailingZeros()))
                : Optional.empty();
    }

    static Json.Str instant(Exact hours) {
        return text(moment(hours).toString());
    }

    static Moment moment(Exact hours) {
        return EPOCH.plusHours(hours);
    }

    /** Since 1970-01-01 UTC. */
    static Exact hours(Moment moment) {
        return moment.hoursSince(EPOCH);
    }

    static Optional<Moment> moment(String written) {
        try {
            return Optional.of(new Moment(OffsetDateTime.parse(written).toInstant()));
        } catch (DateTimeException noInstant) {
            return Optional.empty();
        }
    }

    /** Each point, and between it and its neighbours a value one step away, or half-way where the neighbour is as near. */
    static SortedSet<Exact> beside(SortedSet<Exact> points, Exact step) {
        SortedSet<Exact> values = new TreeSet<>(points);
        List<Exact> sorted = List.copyOf(points);
        for (int i = 0; i < sorted.size(); i++) {
            Exact point = sorted.get(i);
            boolean crowded = i + 1 < sorted.size() && point.plus(step).compareTo(sorted.get(i + 1)) >= 0;
            values.add(crowded ? point.midpointTo(sorted.get(i + 1)) : point.plus(step));
            boolean crowdedBelow = i > 0 && point.minus(step).compareTo(sorted.get(i - 1)) <= 0;
            if (!crowdedBelow) {
                values.add(point.minus(step));
            }
        }
        return values;
    }
}
