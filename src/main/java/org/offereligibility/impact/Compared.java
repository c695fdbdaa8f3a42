package org.offereligibility.impact;

import java.util.List;
import java.util.Optional;
import org.offereligibility.decision.Conclusion.Point;
import org.offereligibility.decision.Verdict;
import org.offereligibility.dossier.Problem;

/** What became of one dossier under the old and the new rules. */
public sealed interface Compared {
    /** Where the dossier stands: the file as the user named it, and the line, from 1; 0 for the whole file. */
    record Place(String file, int line) {}

    /**
     * Decided by both.
     *
     * @param appeared what only the new rules find, strongest effect first
     * @param vanished what only the old rules find, strongest effect first
     * @param sections those whose own verdict turns
     * @param undoneBy the changed files of which each, put back alone as it was, would undo the turn
     * @param causes why the verdict turns; none if it does not, or if nobody asked
     */
    record Decided(
            Place place,
            String candidateId,
            Verdict before,
            Verdict after,
            List<Point> appeared,
            List<Point> vanished,
            List<SectionTurn> sections,
            List<String> undoneBy,
            List<Cause> causes)
            implements Compared {
        public boolean turned() {
            return before != after;
        }

        /** Whether anything at all is found otherwise; a verdict turns only if something is. */
        public boolean changed() {
            return !appeared.isEmpty() || !vanished.isEmpty();
        }

        /** Of the findings that appear, those that stand under the old verdict; of those that vanish, those under the new one. */
        public List<Point> decisive() {
            return (after.compareTo(before) < 0 ? appeared : vanished)
                    .stream().filter(this::decides).toList();
        }

        private boolean decides(Point point) {
            Verdict better = after.compareTo(before) < 0 ? before : after;
            return turned() && point.effect().verdict().compareTo(better) < 0;
        }
    }

    /** A section whose own verdict turns. */
    record SectionTurn(String section, Verdict before, Verdict after) {}

    /**
     * Refused by one or both.
     *
     * @param candidateId known if one of them accepts the dossier
     */
    record Refused(Place place, Optional<String> candidateId, Side before, Side after) implements Compared {
        /** Of what could not even be read. */
        static Refused unread(Problem problem) {
            Side side = new Side(Optional.empty(), List.of(problem));
            return new Refused(new Place(problem.file(), problem.line()), Optional.empty(), side, side);
        }

        public boolean byBoth() {
            return before.verdict().isEmpty() && after.verdict().isEmpty();
        }
    }

    /**
     * What one set of rules makes of a dossier that the other, or both, refuse.
     *
     * @param verdict none if refused
     * @param problems none if decided
     */
    record Side(Optional<Verdict> verdict, List<Problem> problems) {}
}
