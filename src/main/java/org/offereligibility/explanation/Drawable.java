package org.offereligibility.explanation;

/** What can be read in every form: on a terminal, in a document, in a browser or on paper, and by a program. */
public interface Drawable {
    /**
     * Plain text; its lines end with a line feed.
     *
     * @param width of a line in code points, at least {@value Sheet#NARROWEST}
     * @param colour whether to colour for a terminal
     * @throws IllegalArgumentException if the width is too small
     */
    String text(int width, boolean colour);

    /** CommonMark; its lines end with a line feed. */
    String markdown();

    /** A whole page that loads and runs nothing; it ends with a line feed. */
    String html();

    /** One line of JSON, without a line feed at the end. */
    String json();
}
