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
import java.util.regex.Pattern;

/**
 * Property names that speak of something by which nobody may be judged, listed in {@code protected-attributes.txt}. A name
 * is taken apart into words, whether it is written {@code dateOfBirth}, {@code date_of_birth}, {@code date-of-birth},
 * {@code Date of birth} or {@code DATEOFBIRTH}; {@code language} and {@code manager} have no {@code age} in them.
 */
final class ProtectedAttributes {
    static final String REASON = "a protected attribute has no place in a dossier: remove it";

    private static final String LIST = "protected-attributes.txt";

    private static final Pattern UNUSUAL = Pattern.compile("[^\\p{ASCII}]");

    /** Accents, and what is not seen, such as a zero-width space. */
    private static final Pattern IGNORED = Pattern.compile("[\\p{Cf}\\p{M}]");

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
        for (String word : words) {
            for (Map.Entry<String, String> phrase : INSIDE.entrySet()) {
                if (word.length() > phrase.getKey().length() && word.contains(phrase.getKey())) {
                    return Optional.of(phrase.getValue());
                }
            }
        }
        return Optional.empty();
    }

    /** The words of a name in lower case: parted by anything but a letter, and where small letters turn to capitals. */
    private static List<String> words(String name) {
        String plain = UNUSUAL.matcher(name).find()
                ? IGNORED.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                        .replaceAll("")
                : name;
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= plain.length(); i++) {
            if (i == plain.length() || !Character.isLetter(plain.charAt(i))) {
                add(words, plain, start, i);
                start = i + 1;
            } else if (i > start && beginsWord(plain, i)) {
                add(words, plain, start, i);
                start = i;
            }
        }
        return words;
    }

    /** Whether a word begins here, among letters: {@code dateOf}, or the last capital of {@code DOBYear}'s run. */
    private static boolean beginsWord(String name, int at) {
        if (!Character.isUpperCase(name.charAt(at))) {
            return false;
        }
        return Character.isLowerCase(name.charAt(at - 1))
                || at + 1 < name.length() && Character.isLowerCase(name.charAt(at + 1));
    }

    private static void add(List<String> words, String name, int start, int end) {
        if (start < end) {
            words.add(name.substring(start, end).toLowerCase(Locale.ROOT));
        }
    }
}
