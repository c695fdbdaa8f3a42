package org.offereligibility.report;

/** A report in its four readings; each is the same bytes for the same cohort, in whatever order its members came. */
public abstract sealed class Report permits FunnelReport, FairnessReport, OverridesReport {
    abstract Paper paper();

    /**
     * Sentences and tables to read aloud; lines end with a line feed.
     *
     * @param width of a line in code points, at least {@value org.offereligibility.explanation.Sheet#NARROWEST}
     * @param colour whether to colour for a terminal
     */
    public final String text(int width, boolean colour) {
        return PaperText.of(paper(), width, colour);
    }

    /** A page with pictures that stands alone. */
    public final String page() {
        return PaperPage.of(paper());
    }

    /** The numbers as a table (RFC 4180), exact fractions beside rounded figures. */
    public abstract String csv();

    /** The numbers, the method and the limits as one object; exact fractions as texts such as {@code "2/3"}. */
    public abstract String json();
}
