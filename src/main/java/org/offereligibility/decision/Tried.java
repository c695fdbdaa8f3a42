package org.offereligibility.decision;

import java.util.List;
import java.util.Set;
import org.offereligibility.dossier.Exact;

/**
 * What a dossier tries out of the rules.
 *
 * @param holding the names of the rules that hold, in some way
 * @param failed what failed: a condition where all before it held, a constraint where it alone was not so
 * @param margins how far the figures that were compared with a figure of the policy lie from it
 * @param nearness how near those rules come that do not hold: the more, the nearer; for comparing dossiers in one rule
 */
public record Tried(Set<String> holding, Set<Demand> failed, List<Margin> margins, int nearness) {
    /**
     * A comparison with one figure of the policy, which is an edge.
     *
     * @param place of the comparison within what is demanded, from 0
     * @param bound the figure of the policy; for an instant, hours since 1970-01-01 UTC
     * @param onTheLeft whether the figure of the policy stands on the left
     */
    public record Edge(Demand demand, int place, String bound, boolean onTheLeft) {}

    /** @param over how far what is compared lies over the bound, negative if under; for instants in hours */
    public record Margin(Edge edge, Exact over) {}
}
