package org.offereligibility.policy;

import java.util.List;
import org.offereligibility.dossier.Exact;

/** Pieces of the sentences in which two versions are compared. */
final class Said {
    /** So many words may differ of a sentence that is not told twice, and so many must not. */
    private static final int FEW = 6;

    private static final int SHARED = 6;

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

    /** {@code years}, but not {@code process}. */
    static boolean areSeveral(String words) {
        return words.matches(".*[^s]s");
    }

    /**
     * What a long sentence says now, if it is the same but for a few words in it: {@code “pay” instead of “salary” in “The
     * base pay is low.”}; both in full otherwise.
     */
    static String insteadOf(String before, String after) {
        List<String> was = List.of(before.strip().split("\\s+"));
        List<String> is = List.of(after.strip().split("\\s+"));
        int shorter = Math.min(was.size(), is.size());
        int begin = 0;
        while (begin < shorter && was.get(begin).equals(is.get(begin))) {
            begin++;
        }
        int end = 0;
        while (end < shorter - begin && was.get(was.size() - 1 - end).equals(is.get(is.size() - 1 - end))) {
            end++;
        }
        List<String> gone = was.subList(begin, was.size() - end);
        List<String> come = is.subList(begin, is.size() - end);
        boolean few =
                begin + end >= SHARED && !gone.isEmpty() && !come.isEmpty() && gone.size() <= FEW && come.size() <= FEW;
        return few
                ? quoted(String.join(" ", come)) + " instead of " + quoted(String.join(" ", gone)) + " in "
                        + quoted(after)
                : quoted(after) + " instead of " + quoted(before);
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
