package org.offereligibility.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Dossiers that the tests hand in. */
final class Dossiers {
    static final String ELIGIBLE = "fixtures/guide/03-fragile-assumptions-first.json";
    static final String REFERRED = "fixtures/guide/10b-voice-cloning-defended-once.json";
    static final String DOCKET = "fixtures/docket.jsonl";

    private Dossiers() {}

    /** A dossier of little more than a candidate's id, and without an instant of its own. */
    static String bare(String id) {
        return "{\"candidateId\":\"" + id + "\",\"role\":\"pmm\",\"level\":\"mid\"}";
    }

    static String bareAsOf(String id, String asOf) {
        return bare(id).replace("}", ",\"asOf\":\"" + asOf + "\"}");
    }

    /** One that no reader may accept. */
    static String refused(String id) {
        return bare(id).replace("\"level\"", "\"levle\"");
    }

    static String write(Path file, String... lines) {
        try {
            return Files.writeString(file, String.join("\n", List.of(lines)) + "\n")
                    .toString();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
