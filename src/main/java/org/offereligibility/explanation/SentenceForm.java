package org.offereligibility.explanation;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.offereligibility.dossier.Json;

/**
 * A sentence with places for an object's properties: <code>{round}</code> as it is read, <code>{=id}</code> as it stands,
 * <code>{"note}</code> in quotation marks, <code>{#minutes minute}</code> as a number of something; what stands in square
 * brackets is said only if all its properties are there.
 */
record SentenceForm(String form) {
    private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\[\\]]*)]");
    private static final Pattern PLACE = Pattern.compile("\\{([=\"#]?)(\\w+)(?: (\\w+))?}");

    /** The object's sentence, or empty if it lacks a property that the sentence needs. What has no place is added. */
    Optional<String> of(Json.Obj object) {
        Set<String> said = new HashSet<>();
        StringBuilder sentence = new StringBuilder();
        Matcher optional = OPTIONAL.matcher(form);
        int from = 0;
        while (optional.find()) {
            Optional<String> needed = filled(form.substring(from, optional.start()), object, said);
            if (needed.isEmpty()) {
                return Optional.empty();
            }
            sentence.append(needed.orElseThrow());
            filled(optional.group(1), object, said).ifPresent(sentence::append);
            from = optional.end();
        }
        Optional<String> last = filled(form.substring(from), object, said);
        if (last.isEmpty()) {
            return Optional.empty();
        }
        sentence.append(last.orElseThrow());
        String rest = DossierWords.members(object, said);
        return Optional.of(rest.isEmpty() ? sentence.toString() : sentence + "; " + rest);
    }

    private static Optional<String> filled(String part, Json.Obj object, Set<String> said) {
        StringBuilder words = new StringBuilder();
        Set<String> names = new HashSet<>();
        Matcher place = PLACE.matcher(part);
        while (place.find()) {
            Optional<Json> value = object.get(place.group(2)).filter(given -> !(given instanceof Json.Null));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            names.add(place.group(2));
            place.appendReplacement(words, Matcher.quoteReplacement(read(place, value.orElseThrow())));
        }
        said.addAll(names);
        return Optional.of(place.appendTail(words).toString());
    }

    private static String read(Matcher place, Json value) {
        String words = DossierWords.read(place.group(2), value);
        if (value instanceof Json.Str text) {
            return switch (place.group(1)) {
                case "=" -> Printable.of(text.value());
                case "\"" -> Printable.quoted(text.value());
                default -> words;
            };
        }
        return place.group(1).equals("#") ? words + " " + place.group(3) + (words.equals("1") ? "" : "s") : words;
    }
}
