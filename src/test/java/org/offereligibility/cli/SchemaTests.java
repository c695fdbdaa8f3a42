package org.offereligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schemas. */
class SchemaTests {
    @ParameterizedTest
    @ValueSource(strings = {"dossier", "decision"})
    void printsThePublishedSchemaToTheByte(String schema) throws Exception {
        assertThat(Program.runs("schema", schema).bytes())
                .isEqualTo(Files.readAllBytes(
                        Path.of("src/main/resources/org/offereligibility/" + schema + ".schema.json")));
    }
}
