package org.offereligibility.cli;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.offereligibility.ledger.Flaw;
import org.offereligibility.ledger.Place;
import org.offereligibility.ledger.VerificationReport;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What is intact in a ledger and what is not, as one line of JSON. */
final class AuditVerifyJson {
    private AuditVerifyJson() {}

    static String text(Place place, VerificationReport report, List<String> remarks) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("ledger", place.toString());
            json.writeBooleanProperty("intact", report.isIntact());
            json.writeNumberProperty("records", report.records());
            json.writeNumberProperty("parts", report.parts());
            json.writeNumberProperty("erased", report.erased());
            json.writeNumberProperty("archives", report.archives());
            json.writeNumberProperty("checkpoints", report.checkpoints());
            json.writeStringProperty("root", report.root().base64());
            report.key().ifPresent(key -> json.writeStringProperty("key", key.text()));
            json.writeObjectPropertyStart("faultsOfKind");
            new TreeMap<>(report.counts()).forEach((kind, count) -> json.writeNumberProperty(name(kind), count));
            json.writeEndObject();
            json.writeArrayPropertyStart("faults");
            report.flaws().forEach(flaw -> write(flaw, json));
            json.writeEndArray();
            json.writeArrayPropertyStart("remarks");
            remarks.forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static void write(Flaw flaw, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("kind", name(flaw.kind()));
        flaw.index().ifPresent(index -> json.writeNumberProperty("number", index));
        if (!flaw.id().isEmpty()) {
            json.writeStringProperty("id", flaw.id());
        }
        json.writeStringProperty("message", flaw.words());
        json.writeEndObject();
    }

    private static String name(Flaw.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
