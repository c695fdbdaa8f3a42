package org.offereligibility.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Property names that speak of something by which nobody may be judged, listed in {@code protected-attributes.txt}. A name
 * is taken apart into words, whether it is written {@code dateOfBirth}, {@code date_of_birth}, {@code date-of-birth},
 * {@code Date of birth} or {@code DATEOFBIRTH}; {@code language} and {@code manager} have no {@code age} in them.
 */
final class ProtectedAttributes {
    static final String REASON = "a protected attribute has no place in a dossier: remove it";

    private static final String LIST = "protected-attributes.txt";

    /** Longer names are no names; looking through them would cost more than they are worth. */
    private static final int LONGEST = 256;

    /** Phrases run together, each with its attribute; the whole of one or more words of a name. */
    private static final Map<String, String> WHOLE = new HashMap<>();

    /** Phrases that are no part of any other word, and so are recognised inside a longer one. */
    private static final Map<String, String> INSIDE = new LinkedHashMap<>();

    static {
        try (InputStream in = ProtectedAttributes.class.getResourceAsStream(LIST)) {
            if (in == null) {
                throw new IllegalStateException(LIST + " is not part of this build");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(ProtectedAttributes::learn);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private ProtectedAttributes() {}

    private static void learn(String line) {
        int colon = line.indexOf(':');
        String attribute = line.substring(0, colon).strip();
        for (String part : line.substring(colon + 1).split(",", -1)) {
            String phrase = part.strip();
            String together = phrase.replace(" ", "").replace("*", "");
            WHOLE.put(together, attribute);
            WHOLE.put(together + "s", attribute);
            if (phrase.endsWith("*") || phrase.indexOf(' ') > 0 && together.length() > 8) {
                INSIDE.put(together, attribute);
            }
        }
    }

    /** The protected attribute that a property of this name would speak of, if any. */
    static Optional<String> named(String name) {
        List<String> words = words(name.length() > LONGEST ? name.substring(0, LONGEST) : name);
        for (int from = 0; from < words.size(); from++) {
            String together = "";
            for (int to = from; to < words.size() && together.length() < 40; to++) {
                together += words.get(to);
                String attribute = WHOLE.get(together);
                if (attribute != null) {
                    return Optional.of(attribute);
                }
            }
        }
        return words.stream()
                .flatMap(word -> INSIDE.entrySet().stream().filter(phrase -> word.contains(phrase.getKey())))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The words of a name in lower case: parted by anything but a letter, and where small letters turn to capitals. */
    private static List<String> words(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("[\\p{Cf}\\p{M}]", "");
        List<String> words = new ArrayList<>();
        for (String part : plain.split("\\P{L}+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})", -1)) {
            if (!part.isEmpty()) {
                words.add(part.toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }
}
