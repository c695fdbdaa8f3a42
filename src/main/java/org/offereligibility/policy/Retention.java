package org.offereligibility.policy;

import java.util.List;
import java.util.function.BiConsumer;
import org.offereligibility.dossier.Json;

/** Reads {@code retention:} of {@code policy.yaml}: how long recorded decisions are kept. */
final class Retention {
    static final String PROPERTY = "retention";

    /** Where nothing is declared. */
    static final int YEARS = 4;

    private static final int MOST_YEARS = 50;

    private Retention() {}

    static int years(Json.Obj header, BiConsumer<Json.Position, String> problems) {
        return HeaderPart.of(header, PROPERTY, List.of("years"), problems)
                .flatMap(part -> {
                    part.require("years", "after which a recorded decision may go");
                    return part.whole("years", 1, MOST_YEARS, "after which a recorded decision may go");
                })
                .orElse(YEARS);
    }
}
