package org.offereligibility.cli;

import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.offereligibility.dossier.Problem;
import org.offereligibility.policy.Excerpt;
import org.offereligibility.policy.Remark;
import org.offereligibility.policy.Versions;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A report as SARIF 2.1.0 (OASIS), which editors and code review read. */
final class CheckSarif {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final int EXCERPT_WIDTH = 200;
    private static final JsonFactory FACTORY = new JsonFactory();

    private CheckSarif() {}

    static String of(CheckReport report) {
        List<String> kinds = kinds(report);
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("$schema", SCHEMA);
            json.writeStringProperty("version", "2.1.0");
            json.writeArrayPropertyStart("runs");
            json.writeStartObject();
            tool(kinds, json);
            // columns count characters, not UTF-16 units
            json.writeStringProperty("columnKind", "unicodeCodePoints");
            json.writeArrayPropertyStart("results");
            for (CheckReport.Part part : report.parts()) {
                part.remarks().forEach(remark -> result(part, remark, kinds.indexOf(remark.kind()), json));
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static List<String> kinds(CheckReport report) {
        TreeSet<String> kinds = new TreeSet<>();
        report.parts().forEach(part -> part.remarks().forEach(remark -> kinds.add(remark.kind())));
        return new ArrayList<>(kinds);
    }

    private static void tool(List<String> kinds, JsonGenerator json) {
        json.writeObjectPropertyStart("tool");
        json.writeObjectPropertyStart("driver");
        json.writeStringProperty("name", "offer-eligibility");
        json.writeStringProperty("version", Versions.program());
        json.writeArrayPropertyStart("rules");
        for (String kind : kinds) {
            json.writeStartObject();
            json.writeStringProperty("id", kind);
            message("shortDescription", kind.replace('-', ' '), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void result(CheckReport.Part part, Remark remark, int index, JsonGenerator json) {
        Problem problem = remark.problem();
        json.writeStartObject();
        json.writeStringProperty("ruleId", remark.kind());
        json.writeNumberProperty("ruleIndex", index);
        json.writeStringProperty("level", CheckJson.severity(remark));
        message("message", (problem.pointer().isEmpty() ? "" : problem.pointer() + ": ") + problem.message(), json);
        json.writeArrayPropertyStart("locations");
        json.writeStartObject();
        json.writeObjectPropertyStart("physicalLocation");
        json.writeObjectPropertyStart("artifactLocation");
        json.writeStringProperty("uri", uri(problem.file()));
        json.writeEndObject();
        if (problem.line() > 0) {
            region(
                    problem,
                    part.excerpt(remark, EXCERPT_WIDTH).map(Excerpt::line).orElse(""),
                    json);
        }
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void region(Problem problem, String line, JsonGenerator json) {
        json.writeObjectPropertyStart("region");
        json.writeNumberProperty("startLine", problem.line());
        if (problem.column() > 0) {
            json.writeNumberProperty("startColumn", problem.column());
        }
        if (!line.isEmpty()) {
            message("snippet", line, json);
        }
        json.writeEndObject();
    }

    private static void message(String property, String text, JsonGenerator json) {
        json.writeObjectPropertyStart(property);
        json.writeStringProperty("text", text);
        json.writeEndObject();
    }

    /** Relative as the user named the folder, so that it does not matter where the working directory lies. */
    private static String uri(String file) {
        String path = Path.of(file).normalize().toString().replace('\\', '/');
        try {
            return path.startsWith("/")
                    ? new URI("file", "", path, null).toASCIIString()
                    : new URI(null, null, path.isEmpty() ? "." : path, null).toASCIIString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("a path makes no URI", impossible);
        }
    }
}
