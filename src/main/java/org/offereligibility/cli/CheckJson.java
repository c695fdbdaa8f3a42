package org.offereligibility.cli;

import java.io.StringWriter;
import java.util.Locale;
import org.offereligibility.dossier.CanonicalJson;
import org.offereligibility.dossier.Problem;
import org.offereligibility.policy.Excerpt;
import org.offereligibility.policy.Remark;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A report as one JSON object, on one line. */
final class CheckJson {
    /** Raised when a property changes its meaning or goes away. */
    private static final int FORMAT_VERSION = 1;

    private static final int EXCERPT_WIDTH = 200;
    private static final JsonFactory FACTORY = new JsonFactory();

    private CheckJson() {}

    static String of(CheckReport report) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeNumberProperty("formatVersion", FORMAT_VERSION);
            json.writeNumberProperty("errors", report.count(Remark.Severity.ERROR));
            json.writeNumberProperty("warnings", report.count(Remark.Severity.WARNING));
            json.writeArrayPropertyStart("folders");
            for (CheckReport.Part part : report.parts()) {
                json.writeStartObject();
                json.writeStringProperty("path", part.folder().path().toString().replace('\\', '/'));
                json.writeStringProperty("role", part.folder().role());
                json.writeStringProperty("version", part.folder().version());
                json.writeStringProperty("hash", part.folder().hash());
                json.writeArrayPropertyStart("remarks");
                part.remarks().forEach(remark -> remark(part, remark, json));
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static void remark(CheckReport.Part part, Remark remark, JsonGenerator json) {
        Problem problem = remark.problem();
        json.writeStartObject();
        json.writeStringProperty("severity", severity(remark));
        json.writeStringProperty("kind", remark.kind());
        json.writeStringProperty("file", problem.file());
        json.writeNumberProperty("line", problem.line());
        json.writeNumberProperty("column", problem.column());
        if (!problem.pointer().isEmpty()) {
            json.writeStringProperty("pointer", problem.pointer());
        }
        json.writeStringProperty("message", problem.message());
        part.excerpt(remark, EXCERPT_WIDTH).ifPresent(excerpt -> excerpt(excerpt, json));
        remark.example().ifPresent(example -> {
            json.writeName("example");
            json.writeRawValue(new String(CanonicalJson.bytes(example), java.nio.charset.StandardCharsets.UTF_8));
        });
        json.writeEndObject();
    }

    private static void excerpt(Excerpt excerpt, JsonGenerator json) {
        json.writeStringProperty("excerpt", excerpt.line());
        if (!excerpt.caret().isEmpty()) {
            json.writeStringProperty("caret", excerpt.caret());
        }
    }

    static String severity(Remark remark) {
        return remark.severity().name().toLowerCase(Locale.ROOT);
    }
}
