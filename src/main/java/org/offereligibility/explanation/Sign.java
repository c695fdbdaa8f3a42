package org.offereligibility.explanation;

import java.util.Locale;
import org.offereligibility.decision.Effect;
import org.offereligibility.decision.Verdict;

/** The sign of a verdict or an effect as a drawing in a square of 24 by 24; which one it is shows without its colour. */
enum Sign {
    STOP("<path d='M2.5 2.5h19v19h-19z' fill='currentColor'/><path class='%s-cut' d='M6.5 12h11' stroke-width='3.2'/>"),
    OPEN("<circle cx='12' cy='12' r='9' fill='none' stroke='currentColor' stroke-width='3'"
            + " stroke-dasharray='5.6 3.82'/>"),
    REFER("<path d='M12 1.5L22.5 12 12 22.5 1.5 12z' fill='none' stroke='currentColor' stroke-width='2.4'/>"
            + "<path d='M12 1.5v21L1.5 12z' fill='currentColor'/>"),
    GO("<circle cx='12' cy='12' r='10' fill='currentColor'/>"
            + "<path class='%s-cut' d='M7 12.4l3.4 3.4L17 8.8' fill='none' stroke-width='2.8'/>"),
    NOTE("<path d='M4 12h16' stroke='currentColor' stroke-width='3.4'/>"),
    PLUS("<path d='M12 4v16M4 12h16' stroke='currentColor' stroke-width='3.4'/>");

    private final String drawing;

    Sign(String drawing) {
        this.drawing = drawing;
    }

    static Sign of(Verdict verdict) {
        return switch (verdict) {
            case INELIGIBLE -> STOP;
            case INCOMPLETE -> OPEN;
            case REFER -> REFER;
            case ELIGIBLE -> GO;
        };
    }

    /** A finding has the sign of the verdict that it leads to, if it leads to any. */
    static Sign of(Effect effect) {
        return switch (effect) {
            case BLOCK, MISSING, REFER -> of(effect.verdict());
            case NOTE -> NOTE;
            case SUPPORT -> PLUS;
        };
    }

    /** The name of its colour. */
    String hue() {
        return (this == PLUS ? GO : this).name().toLowerCase(Locale.ROOT);
    }

    /** @param prefix of the picture's class names */
    String drawing(String prefix) {
        return drawing.replace("%s", prefix);
    }
}
