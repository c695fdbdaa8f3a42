package org.offereligibility.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offereligibility.explanation.ByHand.decision;
import static org.offereligibility.explanation.ByHand.finding;
import static org.offereligibility.explanation.ByHand.given;
import static org.offereligibility.explanation.ByHand.json;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.offereligibility.Golden;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Effect;
import org.offereligibility.dossier.CanonicalJson;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Json;

class DecisionJsonTests {
    private static final String SCHEMA = "/org/offereligibility/decision.schema.json";

    private static List<String> problems(String decision) throws IOException {
        try (InputStream text = Objects.requireNonNull(DecisionJsonTests.class.getResourceAsStream(SCHEMA))) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON);
            return schema
                    .validate(
                            decision,
                            InputFormat.JSON,
                            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                    .stream()
                    .map(Error::toString)
                    .toList();
        }
    }

    @Test
    void aDecisionWithReasonsOfEveryKindFollowsThePublishedSchema() throws IOException {
        assertThat(problems(DecisionJson.text(ByHand.ofEveryKind()))).isEmpty();
        assertThat(problems(DecisionJson.text(decision("c-1")))).isEmpty();
        assertThat(problems(DecisionJson.text(CommitteeTextTests.hostile()))).isEmpty();
    }

    @Test
    void theSchemaIsReadAtAll() throws IOException {
        assertThat(problems(DecisionJson.text(decision("c-1")).replace("ELIGIBLE", "PERHAPS")))
                .isNotEmpty();
        assertThat(problems(DecisionJson.text(ByHand.ofEveryKind()).replace("\"what\"", "\"why\"")))
                .isNotEmpty();
    }

    @Test
    void theWholeTextIsAsItShouldBe() throws IOException {
        Golden.assertEquals("explanation/decision.json", DecisionJson.text(ByHand.ofEveryKind()));
    }

    @Test
    void isOneLineAndTheSameBytesByEveryWay() {
        Decision decision = CommitteeTextTests.hostile();
        String text = DecisionJson.text(decision);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DecisionJson.write(decision, bytes);
        StringBuilder appended = new StringBuilder("before ");
        DecisionJson.write(decision, appended);
        assertThat(text).doesNotContain("\n", "\r").isEqualTo(text.strip());
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(text);
        assertThat(appended).hasToString("before " + text);
        assertThat(DecisionJson.text(CommitteeTextTests.hostile())).isEqualTo(text);
    }

    @Test
    void leavesTheStreamOpenForTheNextDecision() {
        boolean[] closed = new boolean[1];
        DecisionJson.write(decision("c-1"), new OutputStream() {
            @Override
            public void write(int oneByte) {}

            @Override
            public void close() {
                closed[0] = true;
            }
        });
        assertThat(closed[0]).isFalse();
    }

    @Test
    void valuesOfTheDossierStandCanonically() {
        assertThat(valueWritten("1250.50")).isEqualTo("1250.5");
        assertThat(valueWritten("999999999.9999")).isEqualTo("999999999.9999");
        assertThat(valueWritten("2.4e5")).isEqualTo("240000");
        assertThat(valueWritten("1e-7")).isEqualTo("1e-7");
        assertThat(valueWritten("-0.0")).isEqualTo("0");
        assertThat(valueWritten("{\"b\": 1, \"a\": [2.50]}")).isEqualTo("{\"a\":[2.5],\"b\":1}");
        // no number with more digits than that stands in a dossier; still, none is lost
        assertThat(valueWritten("0.1000000000000000055511151231257827"))
                .isEqualTo("1.000000000000000055511151231257827e-1");
    }

    @Test
    void whateverStandsInTheDossierComesBackTheSame() {
        String value = "{\"a\":[1,2.50,null,true,false,{\"b\":\"\\u0001\\\"\\\\ü🎻\\u2028\"}],\"\":{}}";
        assertThat(CanonicalJson.bytes(json(valueWritten(value)))).isEqualTo(CanonicalJson.bytes(json(value)));
    }

    @Test
    void exactNumbersInstantsAndTruthsOfRowsAndDerivedFactsAreWrittenAsTheSchemaSays() {
        String text = DecisionJson.text(decision(
                "c-1",
                finding(
                        Effect.NOTE,
                        "fee",
                        "a-code",
                        "offer",
                        "It is so.",
                        ByHand.row(
                                "t.csv",
                                2,
                                "third",
                                Exact.of(10).dividedBy(Exact.of(3)),
                                "half",
                                Exact.of(7).dividedBy(Exact.of(2)),
                                "yes",
                                true,
                                "at",
                                org.offereligibility.dossier.Moment.parse("2025-06-01T09:30:00.5Z")))));
        assertThat(text)
                .contains(
                        "{\"kind\":\"policy\",\"file\":\"t.csv\",\"line\":2,\"value\":{\"third\":\"10/3\",\"half\":\"3.5\",\"yes\":true,\"at\":\"2025-06-01T09:30:00.500Z\"}}");
    }

    private static String valueWritten(String json) {
        String text = DecisionJson.text(decision(
                "c-1", finding(Effect.NOTE, "fee", "a-code", "offer", "It is so.", given("/offer/fee", json))));
        String before = "\"pointer\":\"/offer/fee\",\"value\":";
        int from = text.indexOf(before) + before.length();
        String written = text.substring(from, text.length() - "}]}]}".length());
        Json whole = json(text);
        assertThat(whole.at("/findings/0/because/0/value")).isPresent();
        return written;
    }
}
