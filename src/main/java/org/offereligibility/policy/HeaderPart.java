package org.offereligibility.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.Vocabulary;

/** A part of {@code policy.yaml} that has properties of its own, and takes every problem with them. */
record HeaderPart(Json.Obj declared, List<String> properties, BiConsumer<Json.Position, String> problems) {
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,4})?");

    /**
     * The part of that name; none where it is absent or is no such part, of which is told.
     *
     * @param properties all it may have
     */
    static Optional<HeaderPart> of(
            Json.Obj whole, String name, List<String> properties, BiConsumer<Json.Position, String> problems) {
        Json given = whole.get(name).orElse(null);
        if (given == null) {
            return Optional.empty();
        }
        if (!(given instanceof Json.Obj declared)) {
            problems.accept(given.at(), "expected " + listed(properties) + " after `" + name + ":`, indented");
            return Optional.empty();
        }
        for (Json.Member member : declared.members()) {
            if (!properties.contains(member.name())) {
                problems.accept(member.at(), UnknownName.told("property", member.name(), properties));
            }
        }
        return Optional.of(new HeaderPart(declared, properties, problems));
    }

    private static String listed(List<String> properties) {
        int last = properties.size() - 1;
        String others = properties.subList(0, last).stream()
                .map(name -> "`" + name + ":`")
                .collect(Collectors.joining(", "));
        return others + (others.isEmpty() ? "" : " or ") + "`" + properties.get(last) + ":`";
    }

    Optional<Json> get(String property) {
        return declared.get(property);
    }

    /** A whole number; none where it is absent or anything else, of which is told. */
    Optional<Integer> whole(String property, int from, int to, String meaning) {
        Optional<Integer> read = get(property)
                .map(HeaderPart::written)
                .filter(text -> WHOLE.matcher(text).matches())
                .map(Integer::valueOf)
                .filter(number -> number >= from && number <= to);
        if (read.isEmpty()) {
            get(property)
                    .ifPresent(given -> problems.accept(
                            given.at(),
                            "expected a whole number from " + from + " to " + to + " after `" + property + ":`, "
                                    + meaning));
        }
        return read;
    }

    /** From 0 to 100; none where it is absent or anything else, of which is told. */
    Optional<Exact> percent(String property) {
        Optional<Exact> read = get(property)
                .map(HeaderPart::written)
                .filter(text -> DECIMAL.matcher(text).matches())
                .map(text -> Exact.of(new BigDecimal(text)))
                .filter(percent -> percent.compareTo(Exact.of(100)) <= 0);
        if (read.isEmpty()) {
            get(property)
                    .ifPresent(given -> problems.accept(
                            given.at(),
                            "expected a number from 0 to 100 after `" + property + ":`, which means so many per cent"));
        }
        return read;
    }

    private static String written(Json given) {
        return given instanceof Json.Num number ? number.value().toPlainString() : "";
    }

    /** Of a property that must be there; of one that is misspelt has been told. */
    void require(String property, String meaning) {
        boolean isMisspelt = declared.members().stream()
                .anyMatch(member -> !properties.contains(member.name())
                        && Vocabulary.nearest(member.name(), properties).equals(Optional.of(property)));
        if (get(property).isEmpty() && !isMisspelt) {
            problems.accept(declared.at(), "`" + property + ":` is missing, " + meaning);
        }
    }
}
