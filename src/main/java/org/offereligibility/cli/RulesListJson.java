package org.offereligibility.cli;

import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.offereligibility.dossier.Problem;
import org.offereligibility.policy.Shelf;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The list of versions and drafts for programs: one line. */
final class RulesListJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private RulesListJson() {}

    static String of(List<Shelf.Item> items, LocalDate today) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartArray();
            items.forEach(item -> item(item, today, json));
            json.writeEndArray();
        }
        return text.append('\n').toString();
    }

    private static void item(Shelf.Item item, LocalDate today, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("role", item.role());
        json.writeStringProperty("version", item.name());
        if (item.kind() == Shelf.Kind.VERSION) {
            json.writeStringProperty(
                    "state", RulesListCommand.State.of(item, today).name().toLowerCase(Locale.ROOT));
            json.writeStringProperty("validFrom", item.name());
            item.until().ifPresent(day -> json.writeStringProperty("validUntil", day.toString()));
        } else {
            json.writeStringProperty("state", item.kind().name().toLowerCase(Locale.ROOT));
        }
        if (!item.hash().isEmpty()) {
            json.writeStringProperty("policyHash", item.hash());
        }
        item.manifest().ifPresent(manifest -> {
            json.writeObjectPropertyStart("published");
            json.writeStringProperty("at", manifest.publishedAt().toString());
            json.writeStringProperty("author", manifest.author());
            json.writeStringProperty("approver", manifest.approver());
            json.writeEndObject();
        });
        json.writeArrayPropertyStart("problems");
        item.problems().forEach(problem -> problem(problem, json));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void problem(Problem problem, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("file", problem.file());
        if (problem.line() > 0) {
            json.writeNumberProperty("line", problem.line());
        }
        json.writeStringProperty("message", problem.message());
        json.writeEndObject();
    }
}
