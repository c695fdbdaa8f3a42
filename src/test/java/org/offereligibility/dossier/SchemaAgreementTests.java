package org.offereligibility.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reader is written by hand; that it means what {@code dossier.schema.json} says is shown here, by a validator that others
 * wrote, over thousands of dossiers with a few things changed. Both must complain of the same places, but for what only the
 * reader can know: see {@link #BEYOND_THE_SCHEMA}.
 */
class SchemaAgreementTests {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Samples.text("/org/offereligibility/dossier.schema.json"), InputFormat.JSON);

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** What the reader refuses and the schema cannot express, each with the words by which the reader says so. */
    private static final Pattern BEYOND_THE_SCHEMA = Pattern.compile(String.join(
            "|",
            " is not an? .*: (did you mean|expected) .*|.* is not an? .* but of .*", // vocabulary
            ".* was given already.*", // uniqueness
            ".* has more than (four|100) decimals",
            ".* speaks of .*", // protected attributes, in metadata
            ".* (is a leap second|has more than nine decimals of a second|lies, in UTC, outside).*",
            "there is no policy for .*|no version is in force .*"));

    @Property(tries = 2000)
    void complainsWhereTheSchemaComplains(@ForAll("changedDossiers") String dossier) {
        Set<String> schema = placesTheSchemaRefuses(dossier);
        List<Problem> problems = problems(dossier);
        assertThat(problems.stream().map(Problem::pointer).collect(Collectors.toSet()))
                .as(dossier)
                .containsAll(schema);
        assertThat(problems.stream()
                        .filter(problem -> !beyondTheSchema(problem))
                        .map(Problem::pointer)
                        .collect(Collectors.toSet()))
                .as(() -> dossier + problems)
                .isSubsetOf(schema);
    }

    @Test
    void bothAcceptTheWholeDossier() {
        assertThat(placesTheSchemaRefuses(Samples.text("whole.json"))).isEmpty();
        assertThat(problems(Samples.text("whole.json"))).isEmpty();
    }

    /**
     * Each kind of exception, so that the list above stays as short as it can be. (More than nine decimals of a second are
     * one too, by RFC 3339, but this validator happens to refuse them itself.)
     */
    @Test
    void onlyTheReaderKnowsWhatTheSchemaCannotExpress() {
        for (List<String> change : List.of(
                List.of("\"role-fit\"", "\"no-word\""),
                List.of("\"role-fit\"", "\"assumption-testing\""),
                List.of("5, \"interviewer\": \"h-1\"", "5, \"interviewer\": \"g-1\""),
                List.of("205000.5", "205000.00005"),
                List.of("{\"ats\"", "{\"gender\""),
                List.of("2025-03-03T09:00:00Z", "2016-12-31T23:59:60Z"),
                List.of("2025-03-03T09:00:00Z", "9999-12-31T23:59:59-11:00"),
                List.of("\"pmm\"", "\"elsewhere\""))) {
            String dossier = Samples.wholeWith(change.get(0), change.get(1));
            assertThat(placesTheSchemaRefuses(dossier)).as(dossier).isEmpty();
            assertThat(problems(dossier)).hasSize(1).allMatch(SchemaAgreementTests::beyondTheSchema);
        }
    }

    @Provide
    Arbitrary<String> changedDossiers() {
        Json whole = Samples.json(Samples.text("whole.json"));
        return Arbitraries.integers()
                .between(0, 1_000_000)
                .list()
                .ofMinSize(3)
                .ofMaxSize(9)
                .map(choices -> Changes.apply(whole, choices));
    }

    private static boolean beyondTheSchema(Problem problem) {
        return BEYOND_THE_SCHEMA.matcher(problem.message()).find();
    }

    private static List<Problem> problems(String dossier) {
        return Samples.read(dossier) instanceof Reading.Refused refused ? refused.problems() : List.of();
    }

    private static Set<String> placesTheSchemaRefuses(String dossier) {
        JsonNode node = MAPPER.readTree(dossier);
        List<Error> errors = SCHEMA.validate(
                node,
                context -> context.setExecutionConfig(com.networknt.schema.ExecutionConfig.builder()
                        .formatAssertionsEnabled(true)
                        .build()));
        Set<String> places = new TreeSet<>();
        for (Error error : errors) {
            String at = error.getInstanceLocation().toString();
            places.add(error.getKeyword().equals("additionalProperties") ? at + "/" + error.getProperty() : at);
        }
        return places;
    }
}
