package org.offereligibility.dossier;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether a word may stand where it stands: by the policy's vocabulary, where one is in force, and by the enumerations
 * of the published schema, which hold for every policy. No word is written down in Java.
 */
final class Words {
    private static final int FEW = 8;

    /** The kinds whose words the schema lists, and where it lists them. */
    private static final Map<String, Set<String>> IN_SCHEMA = inSchema(Map.of(
            "outcome", "/properties/rounds/items/properties/outcome/enum",
            "topic", "/properties/challenges/items/properties/topic/enum",
            "response", "/properties/challenges/items/properties/response/enum",
            "background-check", "/properties/backgroundCheck/enum"));

    private final @Nullable Vocabulary vocabulary;

    /** @param vocabulary null if none could be found, so that only the schema's words are looked at */
    Words(@Nullable Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The word of that kind that stands here. */
    Optional<String> word(Value value, String kind) {
        Optional<String> word = value.text();
        if (word.isPresent() && !allows(kind, word.get())) {
            value.complain(() -> isNot(word.get(), kind, "") + instead(word.get(), words(kind)));
            return Optional.empty();
        }
        return word;
    }

    /** The word of that kind that stands here, and that belongs to {@code owner}. */
    Optional<String> wordOf(Value value, String kind, String owner) {
        Optional<String> word = value.text();
        if (word.isPresent() && vocabulary != null && !vocabulary.has(kind, word.get(), owner)) {
            value.complain(() -> isNot(word.get(), kind, " of " + owner)
                    + ownerOf(kind, word.get())
                            .map(other -> " but of " + other)
                            .orElseGet(() -> instead(word.get(), vocabulary.wordsOf(kind, owner))));
            return Optional.empty();
        }
        return word;
    }

    private boolean allows(String kind, String word) {
        Set<String> schema = IN_SCHEMA.get(kind);
        return (vocabulary == null || vocabulary.has(kind, word)) && (schema == null || schema.contains(word));
    }

    private List<String> words(String kind) {
        Set<String> schema = IN_SCHEMA.getOrDefault(kind, Set.of());
        List<String> words = new ArrayList<>(vocabulary == null ? schema : vocabulary.words(kind));
        words.removeIf(word -> !allows(kind, word));
        return words;
    }

    private Optional<String> ownerOf(String kind, String word) {
        return vocabulary == null
                ? Optional.empty()
                : vocabulary.entries().stream()
                        .filter(entry ->
                                entry.kind().equals(kind) && entry.word().equals(word))
                        .map(Vocabulary.Entry::of)
                        .findFirst();
    }

    private static String isNot(String word, String kind, String of) {
        String article = "aeiou".indexOf(kind.charAt(0)) < 0 ? "a " : "an ";
        return Quoted.word(word) + " is not " + article + kind.replace('-', ' ') + of;
    }

    private static String instead(String word, List<String> words) {
        Optional<String> nearest = Vocabulary.nearest(word, words);
        if (nearest.isPresent()) {
            return ": did you mean " + Quoted.of(nearest.get()) + "?";
        }
        if (words.isEmpty()) {
            return ": the policy's vocabulary has no word of that kind";
        }
        return words.size() > FEW
                ? ": expected a word of the policy's vocabulary"
                : ": expected " + (words.size() == 1 ? "" : "one of ")
                        + words.stream().map(Quoted::of).collect(Collectors.joining(", "));
    }

    private static Map<String, Set<String>> inSchema(Map<String, String> pointers) {
        Json schema = DossierPlaces.schema();
        return pointers.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, kind -> enumeration(schema, kind.getValue())));
    }

    private static Set<String> enumeration(Json schema, String pointer) {
        Set<String> words = new LinkedHashSet<>();
        if (schema.at(pointer).orElse(null) instanceof Json.Arr list) {
            for (Json item : list.items()) {
                if (item instanceof Json.Str word) {
                    words.add(word.value());
                }
            }
        }
        if (words.isEmpty()) {
            throw new IllegalStateException("the schema lists no words at " + pointer);
        }
        return words;
    }
}
