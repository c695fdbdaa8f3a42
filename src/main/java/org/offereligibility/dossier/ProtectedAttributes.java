package org.offereligibility.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Property names that speak of what must play no part in hiring, in whatever way they are spelt. */
final class ProtectedAttributes {
    /** What is protected, and the words (in their order, anywhere in a name) that speak of it. */
    private record Attribute(String what, List<List<String>> names) {}

    private static final List<Attribute> ATTRIBUTES = List.of(
            attribute("age", "age", "ages", "aged", "age group"),
            attribute(
                    "birth",
                    "birth",
                    "birthday",
                    "birthdate",
                    "birthplace",
                    "birthyear",
                    "dob",
                    "born",
                    "date of birth"),
            attribute("gender or sex", "gender", "sex", "pronoun", "pronouns", "transgender", "cisgender"),
            attribute("sexual orientation", "sexual", "sexuality", "lgbt", "lgbtq", "lgbtqia"),
            attribute(
                    "race or ethnicity",
                    "race",
                    "races",
                    "racial",
                    "ethnicity",
                    "ethnic",
                    "ethnicities",
                    "ancestry",
                    "caste",
                    "skin color",
                    "skin colour",
                    "skin tone",
                    "hispanic",
                    "latino",
                    "tribe"),
            attribute("religion", "religion", "religious", "faith", "creed", "denomination"),
            attribute(
                    "nationality or origin",
                    "nationality",
                    "nationalities",
                    "citizenship",
                    "citizen",
                    "national origin",
                    "country of origin",
                    "origin country",
                    "immigration",
                    "native language",
                    "mother tongue"),
            attribute(
                    "disability or health",
                    "disability",
                    "disabilities",
                    "disabled",
                    "handicap",
                    "handicapped",
                    "impairment",
                    "medical",
                    "health",
                    "illness",
                    "diagnosis",
                    "pregnant",
                    "pregnancy",
                    "genetic",
                    "genetics"),
            attribute(
                    "marital or family status",
                    "marital",
                    "marriage",
                    "married",
                    "spouse",
                    "divorced",
                    "widowed",
                    "family status",
                    "familial",
                    "family",
                    "children",
                    "child",
                    "kids",
                    "parental",
                    "parent",
                    "parenthood",
                    "maternity",
                    "paternity",
                    "dependents",
                    "dependants",
                    "civil status",
                    "civil partnership"),
            attribute("military status", "veteran", "veterans", "military"),
            attribute("political opinion", "political", "politics", "party membership"),
            attribute("union membership", "union", "trade union"));

    private static final Pattern BREAKS = Pattern.compile(
            "[^\\p{L}\\p{N}]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})");

    private ProtectedAttributes() {}

    private static Attribute attribute(String what, String... names) {
        List<List<String>> words = new ArrayList<>();
        for (String name : names) {
            words.add(List.of(name.split(" ")));
        }
        return new Attribute(what, words);
    }

    /** What the name speaks of, if that is protected: {@code candidateAge}, {@code date_of_birth}, {@code MARITALSTATUS}. */
    static Optional<String> spokenOf(String propertyName) {
        List<String> words = new ArrayList<>();
        for (String word : BREAKS.split(propertyName)) {
            if (!word.isEmpty()) {
                words.add(word.toLowerCase(Locale.ROOT));
            }
        }
        String joined = String.join("", words);
        for (Attribute attribute : ATTRIBUTES) {
            for (List<String> name : attribute.names()) {
                if (contains(words, name) || isRunTogether(joined, String.join("", name))) {
                    return Optional.of(attribute.what());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean contains(List<String> words, List<String> name) {
        for (int i = 0; i + name.size() <= words.size(); i++) {
            if (words.subList(i, i + name.size()).equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** {@code maritalstatus}, {@code candidateage}: alone, or with one of the words that such names are made with. */
    private static boolean isRunTogether(String joined, String name) {
        return joined.equals(name)
                || List.of("candidate", "applicant", "person", "employee", "his", "her", "their", "self", "is").stream()
                        .anyMatch(before -> joined.equals(before + name))
                || List.of(
                                "status",
                                "group",
                                "date",
                                "year",
                                "identity",
                                "code",
                                "type",
                                "orientation",
                                "origin",
                                "condition")
                        .stream()
                        .anyMatch(after -> joined.equals(name + after));
    }
}
