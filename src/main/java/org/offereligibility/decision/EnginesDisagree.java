package org.offereligibility.decision;

import java.util.List;

/**
 * The two engines did not find the same, so there is no decision. The report names rules by file and line and the values of
 * their variables, but neither the ids of persons nor what they wrote.
 */
public final class EnginesDisagree extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> differences;

    EnginesDisagree(List<String> differences) {
        super(message(differences));
        this.differences = List.copyOf(differences);
    }

    /** @param cause why one of them found nothing at all */
    EnginesDisagree(List<String> differences, Throwable cause) {
        super(message(differences), cause);
        this.differences = List.copyOf(differences);
    }

    private static String message(List<String> differences) {
        return "the two engines disagree, so nothing is decided: " + String.join("; ", differences);
    }

    /** One line for each difference, in the order of the rules' names. */
    public List<String> differences() {
        return differences;
    }
}
