package org.offereligibility.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.JsonEdit;
import org.offereligibility.policy.Scenario;

/** A dossier made as simple as it can be, one thing after the other, so long as it does what it is for. */
final class Smaller {
    private Json dossier;
    private Optional<Difference> difference = Optional.empty();

    Smaller(Json json, Optional<Scenario.Base> base, Predicate<Json> does) {
        this.dossier = json;
        base.ifPresent(one -> {
            Difference first = Difference.between(one.dossier(), json);
            if (first.in(one.dossier()).filter(again -> Same.are(again, json)).isPresent()) {
                Difference least = least(first, one.dossier(), does);
                difference = Optional.of(least);
                dossier = least.in(one.dossier()).orElse(json);
            }
        });
        if (base.isEmpty()) {
            dossier = least(json, does);
        }
    }

    private static Difference least(Difference from, Json base, Predicate<Json> does) {
        Difference least = from;
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (Difference less : least.withOneLess().toList()) {
                if (less.in(base).filter(does).isPresent()) {
                    least = less;
                    smaller = true;
                    break;
                }
            }
        }
        return least;
    }

    /** Without each thing that is not needed, the largest first. */
    private static Json least(Json json, Predicate<Json> does) {
        Json least = json;
        List<String> places = List.of("");
        while (!places.isEmpty()) {
            List<String> deeper = new ArrayList<>();
            for (int i = places.size() - 1; i >= 0; i--) {
                String place = places.get(i);
                Optional<Json> without = place.isEmpty()
                        ? Optional.empty()
                        : JsonEdit.remove(least, place).filter(does);
                if (without.isPresent()) {
                    least = without.get();
                } else {
                    least.at(place)
                            .ifPresent(here -> deeper.addAll(
                                    Variations.children(place, here).keySet()));
                }
            }
            places = deeper.stream().filter(least(least)).sorted(BY_PLACE).toList();
        }
        return least;
    }

    private static final java.util.Comparator<String> BY_PLACE = java.util.Comparator.<String>comparingInt(
                    place -> Integer.parseInt("0" + place.replaceAll("^.*/(\\d{0,6})$|^.*$", "$1")))
            .thenComparing(place -> place);

    private static Predicate<String> least(Json json) {
        return place -> json.at(place).isPresent();
    }

    Json dossier() {
        return dossier;
    }

    /** To the base, if there is one and it can be said so. */
    Optional<Difference> difference() {
        return difference;
    }
}
