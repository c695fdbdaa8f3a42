package org.offereligibility.explanation;

import java.util.Locale;
import org.offereligibility.decision.Effect;
import org.offereligibility.decision.Verdict;

/** The colour of a verdict or an effect on a page, and its mark; both always stand beside the word. */
public record Hue(String style, String mark, String word) {
    public static Hue of(Verdict verdict) {
        return new Hue(style(verdict), style(verdict), verdict.name());
    }

    /** A finding has the colour of the verdict that it leads to, if it leads to any. */
    public static Hue of(Effect effect) {
        return switch (effect) {
            case BLOCK, MISSING, REFER -> new Hue(style(effect.verdict()), style(effect.verdict()), effect.name());
            case NOTE -> new Hue("note", "note", effect.name());
            case SUPPORT -> new Hue("go", "plus", effect.name());
        };
    }

    private static String style(Verdict verdict) {
        return switch (verdict) {
            case INELIGIBLE -> "stop";
            case INCOMPLETE -> "open";
            case REFER -> "refer";
            case ELIGIBLE -> "go";
        };
    }

    /** {@code Ineligible}. */
    public String capitalized() {
        return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
    }

    /** The mark alone, for a place where the word stands beside it. */
    public Markup drawn() {
        return new Markup()
                .open("svg", "class", "m", "aria-hidden", "true")
                .element("use", "", "href", "#mark-" + mark)
                .close();
    }

    /** Mark and word, in colour. */
    public Markup markedAs(String words) {
        return new Markup()
                .open("span", "class", "v " + style)
                .add(drawn())
                .text(words)
                .close();
    }
}
