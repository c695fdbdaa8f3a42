package org.offereligibility.policy;

import java.util.Collection;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.offereligibility.dossier.Vocabulary;

/** What is said of a name that there is not. */
final class UnknownName {
    private static final int MOST_LISTED = 12;
    private static final Pattern TOLD = Pattern.compile("(cell [A-Z]+[0-9]+ (\\(.*\\))?: )?unknown .*", Pattern.DOTALL);

    private UnknownName() {}

    /** {@code unknown signal `blamed-exection`: did you mean `blamed-execution`?}, or those there are if they are few. */
    static String told(String what, String given, Collection<String> known) {
        return "unknown " + what + " " + VisibleText.shown(given)
                + Vocabulary.nearest(given, known)
                        .map(word -> ": did you mean `" + word + "`?")
                        .orElse(
                                known.isEmpty()
                                        ? "; there is none"
                                        : known.size() <= MOST_LISTED
                                                ? "; known are " + String.join(", ", new TreeSet<>(known))
                                                : "");
    }

    /** Whether a message says this, be it of a rule or of a cell. */
    static boolean isTold(String message) {
        return TOLD.matcher(message).matches();
    }
}
