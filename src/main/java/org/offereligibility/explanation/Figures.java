package org.offereligibility.explanation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    private static final int CENTS = 2;
    static final Exact CENT = Exact.of(1).dividedBy(Exact.of(100));

    private static final Map<String, String> NAMES = Map.of(
            "/asOf", "day of the decision",
            "/offer/equity/annualValue", "annual equity",
            "/offer/equity/totalValue", "total equity",
            "/offer/extendedAt", "extending of the offer");

    private Figures() {}

    /** {@code /offer/baseSalary} is the base salary; what is not called as its pointer says, as people call it. */
    static String name(String pointer) {
        String called = NAMES.get(pointer);
        return called == null ? Words.name(pointer.substring(pointer.lastIndexOf('/') + 1)) : called;
    }

    /** The next number under that a dossier can say: a whole one, or to the cent. */
    static Exact under(Exact value, boolean whole) {
        return next(value, whole, RoundingMode.FLOOR);
    }

    /** The next number over that a dossier can say: a whole one, or to the cent. */
    static Exact over(Exact value, boolean whole) {
        return next(value, whole, RoundingMode.CEILING);
    }

    private static Exact next(Exact value, boolean whole, RoundingMode mode) {
        BigDecimal numerator = new BigDecimal(value.numerator());
        return Exact.of(numerator.divide(new BigDecimal(value.denominator()), whole ? 0 : CENTS, mode));
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

    /** The number, or for an instant the hours since 1970-01-01 UTC; zero for anything else. */
    static Exact value(Json written) {
        if (written instanceof Json.Num number) {
            return Exact.of(number.value());
        }
        Optional<Moment> at = written instanceof Json.Str text ? moment(text.value()) : Optional.empty();
        return at.map(Figures::hours).orElse(Exact.ZERO);
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
