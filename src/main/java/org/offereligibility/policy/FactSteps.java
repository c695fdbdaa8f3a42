package org.offereligibility.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.offereligibility.dossier.DossierPlaces;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Json;

/** Reads the lists of {@code policy.yaml} that name facts of a dossier: {@code changeable:} and {@code knifeEdge:}. */
final class FactSteps {
    private static final Set<String> PROPERTIES = Set.of("fact", "step", "from");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,4})?");

    private final BiConsumer<Json.Position, String> problems;

    FactSteps(BiConsumer<Json.Position, String> problems) {
        this.problems = problems;
    }

    /** Numbers with their steps, and everything else without; nothing inside an entry of a list. */
    List<PolicyHeader.Changeable> changeable(Json.Obj header) {
        return read(header, "changeable", (item, place) -> {
            if (place.pointer().contains("/*")) {
                problems.accept(
                        place.at(),
                        "`" + place.pointer()
                                + "` lies in an entry of a list, and an entry never changes; name the list `"
                                + place.pointer().substring(0, place.pointer().indexOf("/*")) + "`");
                return Optional.empty();
            }
            List<String> from = from(item, place);
            if (place.kind().isNumber()) {
                return step(item, place)
                        .map(step -> new PolicyHeader.Changeable(place.pointer(), Optional.of(step), from));
            }
            item.get("step")
                    .ifPresent(step -> problems.accept(
                            step.at(), "`" + place.pointer() + "` is not a number, so that it has no `step:`"));
            return Optional.of(new PolicyHeader.Changeable(place.pointer(), Optional.empty(), from));
        });
    }

    /** Words of a text that has fixed ones; it changes from these only. */
    private List<String> from(Json.Obj item, Place place) {
        List<String> from = new ArrayList<>();
        List<String> words = DossierPlaces.words(place.pointer());
        item.get("from").ifPresent(given -> {
            if (words.isEmpty()) {
                problems.accept(
                        given.at(), "`" + place.pointer() + "` has no fixed words, so that there is no `from:` for it");
            } else if (!(given instanceof Json.Arr list)) {
                problems.accept(given.at(), "expected a list of words after `from:`, such as `[" + words.get(0) + "]`");
            } else {
                for (Json word : list.items()) {
                    String written = word instanceof Json.Str text ? text.value() : "";
                    if (words.contains(written)) {
                        from.add(written);
                    } else {
                        problems.accept(word.at(), UnknownName.told("word", written, words));
                    }
                }
            }
        });
        return List.copyOf(from);
    }

    /** Numbers only. */
    List<PolicyHeader.Edge> knifeEdge(Json.Obj header) {
        return read(header, "knifeEdge", (item, place) -> {
            if (!place.kind().isNumber()) {
                problems.accept(place.at(), "`" + place.pointer() + "` is not a number; only a number has an edge");
                return Optional.empty();
            }
            return step(item, place).map(step -> new PolicyHeader.Edge(place.pointer(), step));
        });
    }

    private record Place(Json.Position at, String pointer, DossierPlaces.Kind kind) {}

    private <T> List<T> read(Json.Obj header, String list, BiFunction<Json.Obj, Place, Optional<T>> reader) {
        List<T> read = new ArrayList<>();
        Optional<Json> given = header.get(list);
        if (given.isEmpty()) {
            return read;
        }
        if (!(given.get() instanceof Json.Arr items)) {
            problems.accept(given.get().at(), "expected a list of facts after `" + list + ":`");
            return read;
        }
        Set<String> seen = new HashSet<>();
        for (Json item : items.items()) {
            if (item instanceof Json.Obj object) {
                place(object, seen)
                        .flatMap(place -> reader.apply(object, place))
                        .ifPresent(read::add);
            } else {
                problems.accept(item.at(), "expected a fact with `fact:`, and `step:` if it is a number");
            }
        }
        return List.copyOf(read);
    }

    private Optional<Place> place(Json.Obj item, Set<String> seen) {
        for (Json.Member member : item.members()) {
            if (!PROPERTIES.contains(member.name())) {
                problems.accept(member.at(), UnknownName.told("property", member.name(), PROPERTIES));
            }
        }
        if (!(item.get("fact").orElse(null) instanceof Json.Str fact)) {
            problems.accept(item.at(), "expected `fact:` with a place of the dossier, such as `/level`");
            return Optional.empty();
        }
        DossierPlaces.Kind kind = DossierPlaces.known().get(fact.value());
        if (kind == null) {
            problems.accept(fact.at(), unknown(fact.value()));
            return Optional.empty();
        }
        if (!seen.add(fact.value())) {
            problems.accept(fact.at(), "`" + fact.value() + "` stands here twice");
            return Optional.empty();
        }
        return Optional.of(new Place(fact.at(), fact.value(), kind));
    }

    private static String unknown(String pointer) {
        String general = DossierPlaces.general(pointer);
        return DossierPlaces.known().containsKey(general)
                ? VisibleText.shown(pointer) + " means one entry of a list; write `" + general + "`"
                : UnknownName.told(
                        "place of a dossier", pointer, DossierPlaces.known().keySet());
    }

    private Optional<Exact> step(Json.Obj item, Place place) {
        Optional<Json> given = item.get("step");
        if (given.isEmpty()) {
            problems.accept(item.at(), "`" + place.pointer() + "` is a number, so that it needs a `step:`");
            return Optional.empty();
        }
        Optional<Exact> step = decimal(given.get());
        boolean whole = place.kind() == DossierPlaces.Kind.WHOLE_NUMBER;
        if (step.isEmpty()
                || step.get().compareTo(Exact.ZERO) <= 0
                || whole && !step.get().isWhole()) {
            problems.accept(
                    given.get().at(),
                    "expected a " + (whole ? "whole " : "") + "number greater than zero after `step:`, such as `"
                            + (whole ? "1" : "0.5") + "`");
            return Optional.empty();
        }
        return step;
    }

    private static Optional<Exact> decimal(Json value) {
        String text = value instanceof Json.Str written
                ? written.value()
                : value instanceof Json.Num number ? number.value().toPlainString() : "";
        return DECIMAL.matcher(text).matches() ? Optional.of(Exact.of(new BigDecimal(text))) : Optional.empty();
    }
}
