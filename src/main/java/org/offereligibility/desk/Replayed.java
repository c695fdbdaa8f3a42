package org.offereligibility.desk;

import java.util.List;
import java.util.Optional;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Verdict;

/** What came of evaluating a recorded decision again. */
public sealed interface Replayed {
    /** The same, byte for byte. */
    record Identical(Again again) implements Replayed {}

    /**
     * Not the same, or not what was recorded.
     *
     * @param recorded the verdict that was recorded, if that can still be read
     * @param now the verdict by the archived rules; none if they do not decide it any more
     * @param causes what changed, in sentences; never empty
     * @param differences between what was recorded and what is decided now; empty if there is nothing to compare
     */
    record Different(
            Optional<Verdict> recorded, Optional<Verdict> now, List<String> causes, Optional<Differences> differences)
            implements Replayed {}

    /**
     * It cannot be evaluated again, because something was erased; that is no failure.
     *
     * @param recorded the verdict, if the outcome is left
     * @param remains what remains provable, in a sentence
     */
    record Erased(Optional<Verdict> recorded, String remains) implements Replayed {}

    /** A recorded dossier decided again, with what is needed to explain the decision. */
    record Again(Consideration.Case asked, Decision decision) {}
}
