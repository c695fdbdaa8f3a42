package org.offereligibility.trial;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.offereligibility.dossier.CanonicalJson;
import org.offereligibility.dossier.DossierPlaces;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.JsonEdit;
import org.offereligibility.dossier.Vocabulary;

/** Dossiers that differ from one in a single thing: an entry less or more, another word, another figure. */
final class Variations {
    private static final Json.Position NOWHERE = new Json.Position(1, 1);
    /** So many values that stand at a place in other dossiers are tried there. */
    private static final int POOLED = 6;

    private static final int FORMS = 3;

    private final Vocabulary vocabulary;
    private final SortedMap<String, Map<String, Json>> pool = new TreeMap<>();

    /** @param known dossiers from which values are taken */
    Variations(Vocabulary vocabulary, List<Json> known) {
        this.vocabulary = vocabulary;
        known.forEach(dossier -> collect("", dossier));
    }

    private void collect(String pointer, Json json) {
        if (!pointer.isEmpty()) {
            Map<String, Json> here =
                    pool.computeIfAbsent(DossierPlaces.general(pointer), unseen -> new LinkedHashMap<>());
            here.putIfAbsent(new String(CanonicalJson.bytes(json), java.nio.charset.StandardCharsets.UTF_8), json);
        }
        children(pointer, json).forEach(this::collect);
    }

    /** What stands directly within, by pointer. */
    static Map<String, Json> children(String pointer, Json json) {
        Map<String, Json> children = new LinkedHashMap<>();
        if (json instanceof Json.Obj object) {
            object.members()
                    .forEach(member -> children.put(pointer + "/" + Json.escape(member.name()), member.value()));
        } else if (json instanceof Json.Arr list) {
            for (int i = 0; i < list.items().size(); i++) {
                children.put(pointer + "/" + i, list.items().get(i));
            }
        }
        return children;
    }

    /**
     * @param concerns whether what stands at a pointer can matter
     * @param mentioned words that the rule asked about could ask for
     * @param figures gives the values that a figure or instant at a pointer should take
     */
    List<Json> of(Json dossier, Concern concerns, Set<String> mentioned, Figured figures) {
        List<Json> all = new ArrayList<>();
        within("", dossier, dossier, concerns, mentioned, figures, all);
        return all;
    }

    /** Whether a place matters. */
    interface Concern {
        boolean is(String general);
    }

    /** Finds values for a figure. */
    interface Figured {
        List<Json> at(String pointer, Json now);
    }

    private void within(
            String pointer,
            Json here,
            Json dossier,
            Concern concerns,
            Set<String> mentioned,
            Figured figures,
            List<Json> all) {
        String general = DossierPlaces.general(pointer);
        if (!pointer.isEmpty() && !pointer.equals("/metadata") && concerns.is(general)) {
            DossierPlaces.Kind kind = DossierPlaces.kind(pointer).orElse(DossierPlaces.Kind.OBJECT);
            JsonEdit.remove(dossier, pointer).ifPresent(all::add);
            if (kind.isNumber() || kind == DossierPlaces.Kind.INSTANT) {
                figures.at(pointer, here).forEach(value -> set(dossier, pointer, value, all));
            } else if (kind == DossierPlaces.Kind.TEXT) {
                for (String word : words(pointer, mentioned)) {
                    set(dossier, pointer, new Json.Str(NOWHERE, word), all);
                }
            }
        }
        Map<String, Json> children = children(pointer, here);
        children.forEach((inside, value) -> within(inside, value, dossier, concerns, mentioned, figures, all));
        absent(pointer, general, here, concerns).forEach(inside -> comes(dossier, inside, mentioned, all));
        if (DossierPlaces.kind(pointer).filter(DossierPlaces.Kind.LIST::equals).isPresent() && concerns.is(general)) {
            entries(general, mentioned).forEach(entry -> set(dossier, pointer + "/-", entry, all));
        }
    }

    private static void set(Json dossier, String pointer, Json value, List<Json> all) {
        JsonEdit.set(dossier, pointer, value).ifPresent(all::add);
    }

    /** The places directly within an object where nothing stands. */
    private static List<String> absent(String pointer, String general, Json here, Concern concerns) {
        if (!(here instanceof Json.Obj object)) {
            return List.of();
        }
        return DossierPlaces.known().keySet().stream()
                .filter(place -> place.startsWith(general + "/")
                        && place.indexOf('/', general.length() + 1) < 0
                        && concerns.is(place))
                .map(place -> place.substring(general.length() + 1))
                .filter(name -> !name.equals("*") && object.get(name).isEmpty())
                .map(name -> pointer + "/" + name)
                .toList();
    }

    private void comes(Json dossier, String pointer, Set<String> mentioned, List<Json> all) {
        String general = DossierPlaces.general(pointer);
        if (DossierPlaces.kind(pointer).filter(DossierPlaces.Kind.LIST::equals).isPresent()) {
            entries(general, mentioned).forEach(entry -> set(dossier, pointer + "/-", entry, all));
            return;
        }
        Map<String, Json> pooled = pool.getOrDefault(general, Map.of());
        pooled.values().stream().limit(POOLED).forEach(value -> set(dossier, pointer, value, all));
        if (DossierPlaces.kind(pointer).filter(DossierPlaces.Kind.TEXT::equals).isPresent()) {
            words(pointer, mentioned).forEach(word -> set(dossier, pointer, new Json.Str(NOWHERE, word), all));
        } else if (pooled.isEmpty()) {
            set(dossier, pointer, new Made(vocabulary).at(general), all);
        }
    }

    /** Entries that a list could take: such as others have, with each word that matters. */
    private List<Json> entries(String list, Set<String> mentioned) {
        List<Json> templates = new ArrayList<>();
        Set<Object> forms = new LinkedHashSet<>();
        for (Json entry : pool.getOrDefault(list + "/*", Map.of()).values()) {
            if (forms.size() < FORMS && forms.add(children("", entry).keySet())) {
                templates.add(entry);
            }
        }
        if (templates.isEmpty()) {
            templates.add(new Made(vocabulary).at(list + "/*"));
        }
        Map<String, Json> entries = new LinkedHashMap<>();
        for (Json template : templates) {
            for (Json entry : entries(list + "/-", template, mentioned)) {
                entries.putIfAbsent(
                        new String(CanonicalJson.bytes(entry), java.nio.charset.StandardCharsets.UTF_8), entry);
            }
        }
        return List.copyOf(entries.values());
    }

    private List<Json> entries(String place, Json template, Set<String> mentioned) {
        if (!(template instanceof Json.Obj object)) {
            List<Json> words = new ArrayList<>();
            words(place, mentioned).forEach(word -> words.add(new Json.Str(NOWHERE, word)));
            words.add(template);
            return words;
        }
        List<Json> entries = new ArrayList<>(List.of(template));
        for (Json.Member member : object.members()) {
            boolean isWord = vocabulary.kinds().contains(member.name())
                    || !DossierPlaces.words(DossierPlaces.general(place + "/" + member.name()))
                            .isEmpty();
            List<Json> more = new ArrayList<>();
            for (Json entry : isWord ? entries : List.<Json>of()) {
                for (String word : words(place + "/" + member.name(), mentioned)) {
                    if (fits(entry, member.name(), word)) {
                        JsonEdit.set(entry, "/" + Json.escape(member.name()), new Json.Str(NOWHERE, word))
                                .ifPresent(more::add);
                    }
                }
            }
            entries.addAll(more);
            if (member.value() instanceof Json.Num && member.name().equals("score")) {
                for (Json entry : List.copyOf(entries)) {
                    for (int score = 1; score <= 5; score += 4) {
                        JsonEdit.set(entry, "/score", new Json.Num(NOWHERE, BigDecimal.valueOf(score)))
                                .ifPresent(entries::add);
                    }
                }
            }
        }
        return entries;
    }

    private boolean fits(Json entry, String name, String word) {
        return !name.equals("criterion")
                || !(entry.at("/round").orElse(null) instanceof Json.Str round)
                || vocabulary.has("criterion", word, round.value());
    }

    /** Words for a place: those that are mentioned, and one other; for places without fixed words, what others have there. */
    private List<String> words(String pointer, Set<String> mentioned) {
        String general = DossierPlaces.general(pointer);
        String last = general.replaceFirst("/\\*$", "");
        String name = last.substring(last.lastIndexOf('/') + 1);
        Set<String> possible = new LinkedHashSet<>(DossierPlaces.words(general));
        for (String kind : List.of(name, name.replaceAll("s$", ""))) {
            possible.addAll(vocabulary.words(kind));
        }
        if (possible.isEmpty()) {
            Set<String> pooled = new TreeSet<>();
            pool.getOrDefault(general, Map.of()).values().stream().limit(POOLED).forEach(value -> {
                if (value instanceof Json.Str text) {
                    pooled.add(text.value());
                }
            });
            pooled.addAll(open(name, mentioned));
            return List.copyOf(pooled);
        }
        List<String> chosen = new ArrayList<>();
        Optional<String> other = Optional.empty();
        for (String word : possible) {
            if (mentioned.contains(word)) {
                chosen.add(word);
            } else if (other.isEmpty()) {
                other = Optional.of(word);
            }
        }
        other.ifPresent(chosen::add);
        return chosen;
    }

    private Set<String> open(String name, Set<String> mentioned) {
        Set<String> words = new TreeSet<>();
        boolean currency = name.equals("currency");
        if (currency || name.equals("level")) {
            mentioned.stream()
                    .filter(word -> word.matches("[A-Z]{3}") == currency)
                    .filter(word ->
                            currency || vocabulary.kinds().stream().noneMatch(kind -> vocabulary.has(kind, word)))
                    .forEach(words::add);
            words.add(currency ? "XXX" : "another");
        }
        return words;
    }
}
