package org.offereligibility.policy;

import java.util.List;
import org.offereligibility.dossier.Problem;

/** A rules folder cannot be used; it says everything that is wrong with it, and nothing of it decides. */
public final class RulesUnusable extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public RulesUnusable(List<Problem> problems) {
        super(problems.size() + " problems in the rules");
        this.problems = problems.stream().distinct().sorted(Problem.BY_PLACE).toList();
    }

    /** Sorted by place; never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
