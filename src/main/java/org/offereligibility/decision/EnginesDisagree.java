package org.offereligibility.decision;

import java.util.List;

/** The two engines did not find the same, so there is no decision. The report names rules and values of their variables. */
public final class EnginesDisagree extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> differences;

    EnginesDisagree(List<String> differences) {
        super("the two engines disagree, so nothing is decided: " + String.join("; ", differences));
        this.differences = List.copyOf(differences);
    }

    /** One line a rule, sorted. */
    public List<String> differences() {
        return differences;
    }
}
