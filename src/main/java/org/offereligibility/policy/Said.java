package org.offereligibility.policy;

import java.util.List;
import org.offereligibility.dossier.Exact;

/** Pieces of the sentences in which two versions are compared. */
final class Said {
    private Said() {}

    /** In quotation marks; its own become single ones, and its line ends spaces. */
    static String quoted(String text) {
        return "“" + text.strip().replaceAll("\\s+", " ").replace('“', '‘').replace('”', '’') + "”";
    }

    /** As a rule file writes a name. */
    static String quotedPlainly(String name) {
        return "\"" + name + "\"";
    }

    /** With a full stop at its end, unless it has one. */
    static String ended(String sentence) {
        return sentence.matches("(?s).*[.!?]”?") ? sentence : sentence + ".";
    }

    /** With a capital letter at its beginning. */
    static String begun(String sentence) {
        if (sentence.isEmpty()) {
            return sentence;
        }
        int second = sentence.offsetByCodePoints(0, 1);
        return sentence.substring(0, second).toUpperCase(java.util.Locale.ROOT) + sentence.substring(second);
    }

    /** {@code one, two and three}. */
    static String list(List<String> parts) {
        int last = parts.size() - 1;
        return last < 1
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }

    /** {@code rises from 1 to 2}. */
    static String moves(Exact before, Exact after) {
        return (before.compareTo(after) < 0 ? "rises" : "falls") + " from " + before.spoken() + " to " + after.spoken();
    }

    /** {@code pass-marks.csv} as {@code pass marks}. */
    static String table(String file) {
        return file.replaceFirst("\\.[a-z]+$", "").replaceAll("[-_]", " ");
    }

    /** {@code /offer/baseSalary} as {@code offer base salary}. */
    static String place(String pointer) {
        return FactType.noun(pointer.replace("/*", "").replace('/', ' ').strip());
    }
}
