package org.offereligibility.explanation;

import java.io.StringWriter;
import java.util.Optional;
import org.offereligibility.decision.Decision;
import org.offereligibility.explanation.Sheet.Run;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A decision in words that can be sent to the candidate: what becomes of the offer, and every reason that stands in its way.
 * It names nobody but the candidate, and quotes no note, no score, no rule and no number of the house. The four forms say the
 * same, always in the same bytes for the same decision. Safe for threads.
 */
public final class CandidateReading {
    private static final JsonFactory JSON = new JsonFactory();

    private final CandidatePage page;

    /** @param candidateName for the heading, where it is to stand there */
    public CandidateReading(Decision decision, Optional<String> candidateName) {
        this.page = CandidatePage.of(decision, candidateName);
    }

    /**
     * Plain text; its lines end with a line feed.
     *
     * @param width of a line in code points, at least {@value Sheet#NARROWEST}
     * @throws IllegalArgumentException if the width is too small
     */
    public String text(int width) {
        Sheet sheet = new Sheet(width, false);
        page.name().ifPresent(name -> sheet.paragraph(0, 0, Run.plain(name)));
        sheet.paragraph(0, 0, Run.plain(reference())).blank();
        sheet.paragraph(0, 0, Run.plain(page.opening()));
        for (CandidatePage.Group group : page.groups()) {
            sheet.blank().paragraph(0, 0, Run.plain(group.title()));
            group.reasons().forEach(reason -> sheet.paragraph(2, 2, Run.plain("- " + reason.sentence())));
        }
        return sheet.blank().paragraph(0, 0, Run.plain(page.closing())).toString();
    }

    /** CommonMark; its lines end with a line feed. */
    public String markdown() {
        StringBuilder text = new StringBuilder();
        page.name()
                .ifPresent(name -> text.append("# ").append(Markdown.of(name)).append("\n\n"));
        text.append(Markdown.of(reference())).append("\n\n");
        text.append("**").append(page.opening()).append("**\n");
        for (CandidatePage.Group group : page.groups()) {
            text.append("\n## ").append(group.title()).append("\n\n");
            group.reasons()
                    .forEach(reason -> text.append("- ")
                            .append(Markdown.of(reason.sentence()))
                            .append('\n'));
        }
        return text.append('\n').append(page.closing()).append('\n').toString();
    }

    /** One {@code article} of HTML, to stand in a page; without script, style and classes. */
    public String html() {
        StringBuilder html = new StringBuilder("<article lang=\"en\">\n<header>\n");
        page.name().ifPresent(name -> element("h1", name, html));
        element("p", reference(), html);
        html.append("</header>\n");
        element("p", page.opening(), html);
        for (CandidatePage.Group group : page.groups()) {
            html.append("<section>\n");
            element("h2", group.title(), html);
            html.append("<ul>\n");
            group.reasons().forEach(reason -> element("li", reason.sentence(), html));
            html.append("</ul>\n</section>\n");
        }
        html.append("<footer>\n");
        element("p", page.closing(), html);
        return html.append("</footer>\n</article>\n").toString();
    }

    /**
     * One line without a line feed: {@code name} where it is given, {@code reference}, {@code verdict} in words, the number of
     * {@code findings} that are told, and the {@code reasons}, each with its {@code sentence}, its {@code group} in words and
     * the number of {@code findings} that it tells.
     */
    public String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            page.name().ifPresent(name -> json.writeStringProperty("name", name));
            json.writeStringProperty("reference", page.reference());
            json.writeStringProperty("verdict", page.opening());
            json.writeNumberProperty("findings", page.findings());
            json.writeArrayPropertyStart("reasons");
            for (CandidatePage.Group group : page.groups()) {
                for (CandidatePage.Reason reason : group.reasons()) {
                    json.writeStartObject();
                    json.writeStringProperty("sentence", reason.sentence());
                    json.writeStringProperty("group", group.title());
                    json.writeNumberProperty("findings", reason.findings());
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
            json.writeStringProperty("closing", page.closing());
            json.writeEndObject();
        }
        return text.toString();
    }

    private String reference() {
        return "Your reference: " + page.reference();
    }

    private static void element(String name, String text, StringBuilder html) {
        html.append('<').append(name).append('>');
        html.append(escaped(text));
        html.append("</").append(name).append(">\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
