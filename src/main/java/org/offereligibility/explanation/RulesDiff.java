package org.offereligibility.explanation;

import java.util.ArrayList;
import java.util.List;
import org.offereligibility.dossier.Problem;
import org.offereligibility.policy.Difference;
import org.offereligibility.policy.Difference.RawLine;
import org.offereligibility.policy.PolicyDiff;
import org.offereligibility.policy.PolicyFolder;
import tools.jackson.core.JsonGenerator;

/**
 * In what two versions of a policy differ, to be read in every form.
 *
 * @param raw whether to show the lines of the files, too; JSON always has them
 */
public record RulesDiff(PolicyDiff diff, boolean raw) implements Drawable {
    private static final int MOST_LINES = 60;

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
        List<Leaflet.Block> blocks = new ArrayList<>();
        blocks.add(new Leaflet.Block.Heading("From " + named(diff.before()) + " to " + named(diff.after())));
        blocks.add(Leaflet.said(diff.summary()));
        String section = "";
        for (Difference difference : diff.differences()) {
            if (!difference.section().equals(section)) {
                section = difference.section();
                blocks.add(new Leaflet.Block.Title(Printable.of(section), ""));
            }
            blocks.add(Leaflet.item(Printable.of(difference.sentence())));
            if (raw) {
                blocks.add(new Leaflet.Block.Raw(lines(difference.before()), lines(difference.after())));
            }
        }
        unread(blocks);
        if (!diff.reworded().isEmpty() && !diff.differences().isEmpty()) {
            blocks.add(new Leaflet.Block.Title("Otherwise unchanged", ""));
            blocks.add(Leaflet.item("Only comments, white space, order or place differ in "
                    + Printable.of(String.join(", ", diff.reworded())) + "."));
        }
        return new Leaflet(blocks);
    }

    private static String named(PolicyFolder folder) {
        return Printable.of(folder.role() + ", " + folder.version());
    }

    private void unread(List<Leaflet.Block> blocks) {
        if (!diff.unread().isEmpty()) {
            blocks.add(new Leaflet.Block.Title("What could not be compared", ""));
            blocks.add(Leaflet.item("Of these files, only what could be read was compared; `rules check` says more."));
        }
        for (Problem problem : diff.unread()) {
            blocks.add(Leaflet.item(Printable.of(problem.toString())));
        }
    }

    private static List<String> lines(List<RawLine> lines) {
        List<String> shown = new ArrayList<>(lines.stream()
                .limit(MOST_LINES)
                .map(line -> Verbatim.of(line.file() + ":" + line.line() + ": " + line.text()))
                .toList());
        if (lines.size() > MOST_LINES) {
            shown.add("and " + Words.count(lines.size() - MOST_LINES, "more line", "more lines"));
        }
        return shown;
    }

    @Override
    public String json() {
        return Verbatim.of(DecisionJson.text(json -> {
            json.writeStartObject();
            version("before", diff.before(), json);
            version("after", diff.after(), json);
            json.writeBooleanProperty("identical", diff.isIdentical());
            json.writeStringProperty("summary", diff.summary());
            json.writeArrayPropertyStart("differences");
            for (Difference difference : diff.differences()) {
                json.writeStartObject();
                json.writeStringProperty("kind", difference.kind().name());
                json.writeStringProperty("section", difference.section());
                json.writeStringProperty("subject", difference.subject());
                json.writeStringProperty("sentence", difference.sentence());
                lines("before", difference.before(), json);
                lines("after", difference.after(), json);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("notCompared");
            for (Problem problem : diff.unread()) {
                json.writeStartObject();
                json.writeStringProperty("file", problem.file());
                json.writeNumberProperty("line", problem.line());
                json.writeNumberProperty("column", problem.column());
                json.writeStringProperty("message", problem.message());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("reworded");
            diff.reworded().forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        }));
    }

    private static void version(String property, PolicyFolder folder, JsonGenerator json) {
        json.writeObjectPropertyStart(property);
        json.writeStringProperty("role", folder.role());
        json.writeStringProperty("version", folder.version());
        json.writeStringProperty("hash", folder.hash());
        json.writeEndObject();
    }

    private static void lines(String property, List<RawLine> lines, JsonGenerator json) {
        json.writeArrayPropertyStart(property);
        for (RawLine line : lines) {
            json.writeStartObject();
            json.writeStringProperty("file", line.file());
            json.writeNumberProperty("line", line.line());
            json.writeStringProperty("text", line.text());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
