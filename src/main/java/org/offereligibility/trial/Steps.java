package org.offereligibility.trial;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.offereligibility.dossier.DossierPlaces;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.Moment;
import org.offereligibility.policy.PolicyHeader;

/** By how much the figures and instants of a dossier are moved, and how they are read and written; instants in hours. */
final class Steps {
    private static final Json.Position NOWHERE = new Json.Position(1, 1);
    private static final Moment EPOCH = Moment.parse("1970-01-01T00:00:00Z");
    private static final Exact MINUTE = Exact.of(1).dividedBy(Exact.of(60));
    private static final int DECIMALS = 4;

    private final Map<String, Exact> named = new HashMap<>();

    Steps(PolicyHeader header) {
        header.knifeEdge().forEach(edge -> named.put(edge.pointer(), edge.step()));
        header.changeable().forEach(fact -> fact.step().ifPresent(step -> named.put(fact.pointer(), step)));
    }

    /** As {@code policy.yaml} has it; else 1, and a minute for an instant. */
    Exact of(String pointer) {
        boolean instant = DossierPlaces.kind(pointer)
                .filter(DossierPlaces.Kind.INSTANT::equals)
                .isPresent();
        return named.getOrDefault(DossierPlaces.general(pointer), instant ? MINUTE : Exact.of(1));
    }

    /** The steps that are tried to see how far a figure carries: one, and for an instant also a day. */
    Stream<Exact> probes(String pointer) {
        boolean instant = DossierPlaces.kind(pointer)
                .filter(DossierPlaces.Kind.INSTANT::equals)
                .isPresent();
        return instant ? Stream.of(of(pointer), Exact.of(24)) : Stream.of(of(pointer));
    }

    static Optional<Exact> value(Json json) {
        if (json instanceof Json.Num number) {
            return Optional.of(Exact.of(number.value()));
        }
        try {
            return json instanceof Json.Str text
                    ? Optional.of(new Moment(OffsetDateTime.parse(text.value()).toInstant()).hoursSince(EPOCH))
                    : Optional.empty();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** What a dossier would write there, rounded down where it cannot be said exactly. */
    static Json written(String pointer, Exact value) {
        DossierPlaces.Kind kind = DossierPlaces.kind(pointer).orElse(DossierPlaces.Kind.NUMBER);
        if (kind == DossierPlaces.Kind.INSTANT) {
            return new Json.Str(NOWHERE, EPOCH.plusHours(value).toString());
        }
        BigDecimal number = new BigDecimal(value.numerator())
                .divide(
                        new BigDecimal(value.denominator()),
                        kind == DossierPlaces.Kind.WHOLE_NUMBER ? 0 : DECIMALS,
                        RoundingMode.FLOOR)
                .stripTrailingZeros();
        return new Json.Num(NOWHERE, number.scale() < 0 ? number.setScale(0) : number);
    }
}
