package org.offereligibility.decision;

import java.util.List;
import java.util.Set;
import org.offereligibility.dossier.Exact;

/**
 * What a dossier tries out of the rules.
 *
 * @param holding the names of the rules that hold, in some way
 * @param failed what failed: a condition where all before it held, a constraint where it alone was not so
 * @param margins how far the figures and instants that were compared lie from each other
 * @param nearness how near those rules come that do not hold: the more, the nearer; for comparing dossiers in one rule
 */
public record Tried(Set<String> holding, Set<Demand> failed, List<Margin> margins, int nearness) {
    /**
     * A comparison of figures or instants, which turns at an edge.
     *
     * @param place of the comparison within what is demanded, from 0
     * @param what is compared, as the rule writes it
     * @param bound the figure of the policy with which it is compared; empty if it is compared with another
     * @param rows the lines of tables for which it is compared, as {@code file:line}, sorted
     */
    public record Edge(Demand demand, int place, String what, String bound, List<String> rows) {
        /** Whether it is the edge of a figure of the policy. */
        public boolean isOfPolicy() {
            return !bound.isEmpty();
        }
    }

    /** @param over how far what is compared lies over the bound, negative if under; for instants in hours */
    public record Margin(Edge edge, Exact over) {}
}
