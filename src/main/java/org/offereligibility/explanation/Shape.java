package org.offereligibility.explanation;

import org.offereligibility.decision.Effect;
import org.offereligibility.decision.Verdict;

/** The sign that stands beside each verdict's and effect's word, so that neither hangs on colour alone. */
public final class Shape {
    private Shape() {}

    public static String of(Verdict verdict) {
        return switch (verdict) {
            case INELIGIBLE -> "✗";
            case INCOMPLETE -> "○";
            case REFER -> "◆";
            case ELIGIBLE -> "✓";
        };
    }

    /** A finding has the sign of the verdict that it leads to, if it leads to any. */
    public static String of(Effect effect) {
        return switch (effect) {
            case BLOCK, MISSING, REFER -> of(effect.verdict());
            case NOTE -> "·";
            case SUPPORT -> "+";
        };
    }

    public static String andWord(Verdict verdict) {
        return of(verdict) + " " + verdict;
    }
}
