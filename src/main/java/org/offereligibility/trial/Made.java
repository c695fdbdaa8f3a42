package org.offereligibility.trial;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.offereligibility.dossier.DossierPlaces;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.Vocabulary;

/** Pieces of a dossier where no other dossier has any: as the schema says, with the vocabulary's first words. */
final class Made {
    private static final Json.Position NOWHERE = new Json.Position(1, 1);
    private static final String DAY = "2025-03-03T10:00:00Z";
    private static final Map<String, Integer> FIGURES =
            Map.of("minutes", 60, "score", 4, "vestingYears", 4, "yearsOfExperience", 5, "baseSalary", 100_000);
    /** What is not needed and only gets in the way. */
    private static final List<String> LEFT_OUT = List.of(
            "/metadata",
            "/candidateName",
            "/schemaVersion",
            "/offer/exception",
            "/offer/extendedAt",
            "/offer/equity/totalValue",
            "/observations",
            "/challenges",
            "/exercises",
            "/scores/*/evidence",
            "/observations/*/note",
            "/hiringTeam");

    private final Vocabulary vocabulary;

    Made(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** A dossier with everything that is needed and each round of the vocabulary, judged at that instant. */
    Json dossier(String role, String asOf) {
        List<Json.Member> members = new ArrayList<>();
        member(members, "candidateId", text("base"));
        member(members, "role", text(role));
        member(members, "level", text("another"));
        member(members, "asOf", text(asOf));
        List<Json> rounds = new ArrayList<>();
        List<Json> scores = new ArrayList<>();
        for (String round : vocabulary.words("round")) {
            rounds.add(with(at("/rounds/*"), "round", round));
            for (String criterion : vocabulary.wordsOf("criterion", round)) {
                scores.add(with(with(at("/scores/*"), "round", round), "criterion", criterion));
            }
        }
        member(members, "rounds", new Json.Arr(NOWHERE, rounds));
        member(members, "scores", new Json.Arr(NOWHERE, scores));
        Stream.of("profile", "caseStudy", "backgroundCheck", "offer")
                .forEach(name -> member(members, name, at("/" + name)));
        return new Json.Obj(NOWHERE, members);
    }

    private static Json with(Json entry, String name, String word) {
        return org.offereligibility.dossier.JsonEdit.set(entry, "/" + name, text(word))
                .orElse(entry);
    }

    private static void member(List<Json.Member> members, String name, Json value) {
        members.add(new Json.Member(NOWHERE, name, value));
    }

    private static Json.Str text(String text) {
        return new Json.Str(NOWHERE, text);
    }

    /** What could stand at a place, which may have {@code *} for the entries of lists. */
    Json at(String place) {
        String name = place.substring(place.lastIndexOf('/') + 1);
        DossierPlaces.Kind kind = DossierPlaces.known().getOrDefault(place, DossierPlaces.Kind.TEXT);
        return switch (kind) {
            case INSTANT -> text(DAY);
            case NUMBER, WHOLE_NUMBER -> new Json.Num(NOWHERE, BigDecimal.valueOf(FIGURES.getOrDefault(name, 1)));
            case TEXT -> text(word(place, name));
            case LIST -> {
                boolean words = DossierPlaces.known().get(place + "/*") == DossierPlaces.Kind.TEXT;
                List<String> all = words ? vocabulary.words(name.replaceAll("s$", "")) : List.of();
                yield new Json.Arr(
                        NOWHERE, List.copyOf(all.stream().map(Made::text).toList()));
            }
            case OBJECT -> {
                List<Json.Member> members = new ArrayList<>();
                DossierPlaces.known().keySet().stream()
                        .filter(inside -> inside.startsWith(place + "/")
                                && inside.indexOf('/', place.length() + 1) < 0
                                && !LEFT_OUT.contains(inside))
                        .forEach(inside -> member(members, inside.substring(place.length() + 1), at(inside)));
                yield new Json.Obj(NOWHERE, members);
            }
        };
    }

    private String word(String place, String name) {
        if (name.equals("currency")) {
            return "EUR";
        }
        String list = place.endsWith("/*") ? place.substring(0, place.length() - 2) : place;
        String kind = list.substring(list.lastIndexOf('/') + 1).replaceAll("s$", "");
        return Stream.of(DossierPlaces.words(place), vocabulary.words(name), vocabulary.words(kind))
                .flatMap(words -> Optional.of(words).filter(some -> !some.isEmpty()).stream())
                .map(words -> words.get(0))
                .findFirst()
                .orElse("someone");
    }
}
