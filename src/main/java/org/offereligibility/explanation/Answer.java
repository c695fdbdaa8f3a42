package org.offereligibility.explanation;

import java.util.ArrayList;
import java.util.List;

/**
 * The answer to a question about one dossier, as what is said and in which order; the same for every form that it is drawn in.
 *
 * @param heading the question, as a title
 * @param lead the answer in short
 * @param json the same for a program
 */
public record Answer(String heading, List<String> lead, List<Chapter> chapters, String json) implements Drawable {
    /**
     * A part of the answer.
     *
     * @param tag what machines and rule files call it; or empty
     * @param statements what is to be said, with what lies beneath
     */
    record Chapter(String title, String tag, List<Statement> statements) {}

    Answer with(String otherJson) {
        return new Answer(heading, lead, chapters, otherJson);
    }

    @Override
    public String text(int width, boolean colour) {
        return leaflet().text(width, colour);
    }

    @Override
    public String markdown() {
        return leaflet().markdown();
    }

    @Override
    public String html() {
        return leaflet().html();
    }

    private Leaflet leaflet() {
        List<Leaflet.Block> blocks = new ArrayList<>(List.of(new Leaflet.Block.Heading(heading)));
        lead.forEach(line -> blocks.add(Leaflet.said(line)));
        for (Chapter chapter : chapters) {
            blocks.add(new Leaflet.Block.Title(chapter.title(), chapter.tag()));
            blocks.add(new Leaflet.Block.Tree(chapter.statements()));
        }
        return new Leaflet(blocks);
    }
}
