package org.offereligibility.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.offereligibility.desk.Records;
import org.offereligibility.desk.Shown;
import org.offereligibility.dossier.Moment;
import org.offereligibility.explanation.DecisionJson;
import org.offereligibility.ledger.Entry;
import org.offereligibility.ledger.Part;
import tools.jackson.core.JsonGenerator;

/** One record for programs: one line. */
final class ShownJson {
    private static final List<String> TEXTS = List.of(Records.CANDIDATE, Records.NOTE);

    private ShownJson() {}

    static String of(Shown shown, Moment now) {
        return DecisionJson.text(json -> {
                    json.writeStartObject();
                    json.writeNumberProperty("number", shown.entry().index());
                    json.writeName("record");
                    json.writeRawValue(new String(shown.entry().leaf(), StandardCharsets.UTF_8));
                    json.writeObjectPropertyStart("parts");
                    shown.parts().forEach(part -> part(part, json));
                    json.writeEndObject();
                    json.writeArrayPropertyStart("erased");
                    shown.erased().forEach(json::writeString);
                    json.writeEndArray();
                    json.writeStringProperty("remains", shown.remains().words());
                    standing(shown, now, json);
                    json.writeArrayPropertyStart("about");
                    shown.followers().forEach(follower -> follower(follower, json));
                    json.writeEndArray();
                    json.writeObjectPropertyStart("proof");
                    json.writeBooleanProperty("intact", shown.proof().isIntact());
                    json.writeNumberProperty("size", shown.proof().size());
                    json.writeStringProperty("signedBy", shown.proof().signedBy());
                    json.writeArrayPropertyStart("altered");
                    shown.proof().altered().forEach(json::writeString);
                    json.writeEndArray();
                    json.writeEndObject();
                    json.writeEndObject();
                })
                + "\n";
    }

    private static void part(Part part, JsonGenerator json) {
        String text = new String(part.content(), StandardCharsets.UTF_8);
        json.writeName(part.name());
        if (TEXTS.contains(part.name()) || !Records.isJson(part.content())) {
            json.writeString(text);
        } else {
            json.writeRawValue(text);
        }
    }

    private static void standing(Shown shown, Moment now, JsonGenerator json) {
        shown.standing().ifPresent(standing -> {
            json.writeObjectPropertyStart("stands");
            standing.verdict(now).ifPresent(verdict -> json.writeStringProperty("verdict", verdict.name()));
            json.writeBooleanProperty("withdrawn", standing.withdrawn());
            standing.holding(now)
                    .ifPresent(
                            deed -> json.writeStringProperty("by", deed.entry().id()));
            json.writeEndObject();
        });
    }

    private static void follower(Shown.Follower follower, JsonGenerator json) {
        Entry entry = follower.said().entry();
        json.writeStartObject();
        json.writeNumberProperty("number", entry.index());
        json.writeName("record");
        json.writeRawValue(new String(entry.leaf(), StandardCharsets.UTF_8));
        follower.note().ifPresent(note -> json.writeStringProperty("note", note));
        json.writeEndObject();
    }
}
