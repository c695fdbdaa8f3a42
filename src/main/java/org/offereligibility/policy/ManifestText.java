package org.offereligibility.policy;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.offereligibility.dossier.CanonicalJson;
import org.offereligibility.dossier.Entry;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.JsonText;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Writes a manifest as JSON that people can read too: its properties in one order, each on a line of its own. */
final class ManifestText {
    static final String KIND = "urn:offer-eligibility:manifest:1";
    static final String SEAL = "seal";

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

    private ManifestText() {}

    static String of(Manifest manifest) {
        String unsealed = written(manifest, Optional.empty());
        JsonText.Parsed parsed = JsonText.parse(new Entry(Manifest.FILE, 1, unsealed.getBytes(StandardCharsets.UTF_8)));
        if (parsed instanceof JsonText.Parsed.Tree tree && tree.json() instanceof Json.Obj object) {
            return written(manifest, Optional.of(seal(object)));
        }
        throw new IllegalStateException("a manifest that was just written cannot be read");
    }

    /** The hash of everything in a manifest but the seal itself; it shows an accident, and is no signature. */
    static String seal(Json.Obj manifest) {
        return CanonicalJson.hash(new Json.Obj(
                manifest.at(),
                manifest.members().stream()
                        .filter(member -> !member.name().equals(SEAL))
                        .toList()));
    }

    private static String written(Manifest manifest, Optional<String> seal) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(new Indented(), text)) {
            json.writeStartObject();
            json.writeStringProperty("manifest", KIND);
            json.writeStringProperty("role", manifest.role());
            json.writeStringProperty("version", manifest.version().toString());
            json.writeStringProperty("author", manifest.author());
            json.writeStringProperty("approver", manifest.approver());
            json.writeStringProperty("publishedAt", manifest.publishedAt().toString());
            json.writeStringProperty("program", manifest.program());
            json.writeStringProperty("engine", manifest.engine());
            json.writeStringProperty("madeFrom", "draft");
            manifest.previous().ifPresent(previous -> {
                json.writeObjectPropertyStart("previous");
                json.writeStringProperty("version", previous.version().toString());
                json.writeStringProperty("policyHash", previous.hash());
                json.writeEndObject();
            });
            measured(manifest.measured(), json);
            json.writeStringProperty("policyHash", manifest.hash());
            json.writeObjectPropertyStart("files");
            manifest.files().forEach(json::writeStringProperty);
            json.writeEndObject();
            seal.ifPresent(hash -> json.writeStringProperty(SEAL, hash));
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static void measured(Manifest.Measured measured, JsonGenerator json) {
        measured.changes().ifPresent(changes -> texts("changes", changes, json));
        measured.warnings().ifPresent(warnings -> json.writeNumberProperty("warnings", warnings));
        measured.scenarios().ifPresent(share -> share("scenarios", "passed", share, json));
        measured.coverage().ifPresent(share -> share("coverage", "reached", share, json));
        measured.mutation().ifPresent(share -> share("mutation", "noticed", share, json));
        if (!measured.survivors().isEmpty()) {
            texts("survivors", measured.survivors(), json);
        }
        measured.impact().ifPresent(impact -> texts("impact", impact, json));
    }

    private static void share(String property, String part, Share share, JsonGenerator json) {
        json.writeObjectPropertyStart(property);
        json.writeNumberProperty(part, share.part());
        json.writeNumberProperty("of", share.of());
        json.writeEndObject();
    }

    private static void texts(String property, List<String> texts, JsonGenerator json) {
        json.writeArrayPropertyStart(property);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    private static final class Indented extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES);
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
