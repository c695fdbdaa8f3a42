package org.offereligibility.policy;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
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
    private static final Set<String> PROPERTIES = new LinkedHashSet<>(List.of("coverage", "mutation", "warnings"));
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,4})?");

    static Thresholds read(Json.Obj header, BiConsumer<Json.Position, String> problems) {
        Json given = header.get(PROPERTY).orElse(null);
        if (given == null) {
            return STRICTEST;
        }
        if (!(given instanceof Json.Obj declared)) {
            problems.accept(
                    given.at(), "expected `coverage:`, `mutation:` or `warnings:` after `" + PROPERTY + ":`, indented");
            return STRICTEST;
        }
        for (Json.Member member : declared.members()) {
            if (!PROPERTIES.contains(member.name())) {
                problems.accept(member.at(), UnknownName.told("property", member.name(), PROPERTIES));
            }
        }
        return new Thresholds(
                percent(declared, "coverage", problems),
                percent(declared, "mutation", problems),
                warnings(declared, problems));
    }

    private static Exact percent(Json.Obj declared, String property, BiConsumer<Json.Position, String> problems) {
        Json given = declared.get(property).orElse(null);
        if (given == null) {
            return Exact.of(100);
        }
        String written = given instanceof Json.Num number ? number.value().toPlainString() : "";
        if (DECIMAL.matcher(written).matches()) {
            Exact percent = Exact.of(new BigDecimal(written));
            if (percent.compareTo(Exact.of(100)) <= 0) {
                return percent;
            }
        }
        problems.accept(
                given.at(), "expected a number from 0 to 100 after `" + property + ":`, which means so many per cent");
        return Exact.of(100);
    }

    private static boolean warnings(Json.Obj declared, BiConsumer<Json.Position, String> problems) {
        Optional<Json> given = declared.get("warnings");
        String written = given.orElse(null) instanceof Json.Str text ? text.value() : "";
        if (given.isPresent() && !written.equals("allowed") && !written.equals("refused")) {
            problems.accept(given.get().at(), "expected `allowed` or `refused` after `warnings:`");
        }
        return written.equals("allowed");
    }
}
