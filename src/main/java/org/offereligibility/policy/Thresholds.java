package org.offereligibility.policy;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Json;

/**
 * What {@code publishing:} in {@code policy.yaml} asks of a draft before it may be published. What is not declared is asked
 * for in full: all rules reached, all changes noticed, no warning.
 *
 * @param coverage how much of the rules the scenarios must reach, in per cent from 0 to 100; 0 asks for nothing
 * @param mutation how many changes of the rules the scenarios must notice, in per cent from 0 to 100; 0 asks for nothing
 * @param warningsAllowed whether the check of meaning may have warned
 */
public record Thresholds(Exact coverage, Exact mutation, boolean warningsAllowed) {
    /** Where nothing is declared. */
    public static final Thresholds STRICTEST = new Thresholds(Exact.of(100), Exact.of(100), false);

    static final String PROPERTY = "publishing";
    private static final List<String> PROPERTIES = List.of("coverage", "mutation", "warnings");

    static Thresholds read(Json.Obj header, BiConsumer<Json.Position, String> problems) {
        return HeaderPart.of(header, PROPERTY, PROPERTIES, problems)
                .map(part -> new Thresholds(
                        part.percent("coverage").orElse(STRICTEST.coverage()),
                        part.percent("mutation").orElse(STRICTEST.mutation()),
                        warnings(part)))
                .orElse(STRICTEST);
    }

    private static boolean warnings(HeaderPart part) {
        Optional<Json> given = part.get("warnings");
        String written = given.orElse(null) instanceof Json.Str text ? text.value() : "";
        if (given.isPresent() && !written.equals("allowed") && !written.equals("refused")) {
            part.problems().accept(given.get().at(), "expected `allowed` or `refused` after `warnings:`");
        }
        return written.equals("allowed");
    }
}
