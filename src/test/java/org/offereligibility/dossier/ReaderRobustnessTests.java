package org.offereligibility.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Whatever the text, reading it ends, with a dossier or with problems that say where they are. */
class ReaderRobustnessTests {
    private static final Json.Position AT = new Json.Position(1, 1);

    private static final List<String> NAMES = Stream.concat(
                    Shape.ALL.stream().flatMap(shape -> shape.names().stream()), Stream.of("age", "x", "a~b", "c d"))
            .toList();

    private static void endsWell(byte[] text) {
        Reading reading = DossierReader.read(new Entry("f", 1, text), Samples::inForce, Samples.EVALUATION);
        if (reading instanceof Reading.Refused refused) {
            assertThat(refused.problems())
                    .isNotEmpty()
                    .hasSizeLessThanOrEqualTo(101)
                    .allSatisfy(problem -> {
                        assertThat(problem.line()).isPositive();
                        assertThat(problem.column()).isPositive();
                        assertThat(problem.message())
                                .isNotBlank()
                                .hasSizeLessThan(600)
                                .doesNotContain("\n", "Exception", "java");
                    });
        }
    }

    @Property
    void endsWithAnyBytes(@ForAll byte[] bytes) {
        endsWell(bytes);
    }

    @Property(tries = 500)
    void endsWithAnyJson(@ForAll("json") Json json) {
        endsWell(Changes.write(json).getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 2000)
    void endsWithAnyText(@ForAll("jsonLike") String text) {
        endsWell(text.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 1000)
    void endsWithADossierOfWhichSomeBytesChanged(
            @ForAll @IntRange(max = 3000) int at, @ForAll byte changed, @ForAll @IntRange(max = 20) int cut) {
        byte[] text = Samples.text("whole.json").getBytes(StandardCharsets.UTF_8);
        text[at % text.length] = changed;
        endsWell(text);
        endsWell(Arrays.copyOf(text, Math.max(0, at % text.length - cut)));
    }

    @Test
    void endsSoonWithWhatIsMadeToLast() {
        String long60 = "w".repeat(60);
        for (String text : List.of(
                "{\"scores\": [" + "{\"round\": \"lunch\", \"criterion\": \"" + long60 + "\"},".repeat(100_000) + "0]}",
                "{\"" + "n".repeat(3_000_000) + "\": {" + "\"age\": 1,".repeat(50_000) + "\"age\": 1}}",
                "{\"metadata\": {\"" + "aB".repeat(2_000_000) + "\": 1}}",
                "{\"metadata\": [" + "1e999999999,".repeat(100_000) + "1e-999999999]}",
                "{\"metadata\": [" + "1".repeat(999) + "e-999999999]}",
                "{\"candidateId\": \"" + "\\u0000".repeat(1_000_000) + "\"}",
                "{\"observations\": [{\"signal\": \"" + "s".repeat(5_000_000) + "\"}]}",
                "{\"asOf\": \"" + "1".repeat(5_000_000) + "\"}",
                "[".repeat(5_000_000))) {
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> endsWell(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Provide
    Arbitrary<String> jsonLike() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        ",",
                        ":",
                        "\"",
                        "\\",
                        "\\u",
                        "d83d",
                        "true",
                        "nul",
                        "-",
                        "1",
                        ".",
                        "e",
                        "0",
                        " ",
                        "\n",
                        "\r",
                        "/",
                        "'",
                        "\"a\"",
                        "\"role\"",
                        "\uFEFF",
                        "é",
                        "😀",
                        "\u0000",
                        "NaN",
                        "#")
                .list()
                .ofMaxSize(25)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<Json> json() {
        return json(4);
    }

    private static Arbitrary<Json> json(int depth) {
        Arbitrary<Json> leaf = Arbitraries.oneOf(
                Arbitraries.just(new Json.Null(AT)),
                Arbitraries.of(true, false).map(value -> new Json.Bool(AT, value)),
                Arbitraries.bigDecimals().ofScale(5).map(value -> new Json.Num(AT, value)),
                Arbitraries.of("1e999999999", "-1E-999999999", "0e999999999", "3.0", "1e400")
                        .map(value -> new Json.Num(AT, new BigDecimal(value))),
                Arbitraries.strings().ascii().ofMaxLength(12).map(value -> new Json.Str(AT, value)));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<Json> inner = json(depth - 1);
        Arbitrary<Json> array = inner.list().ofMaxSize(3).map(items -> new Json.Arr(AT, items));
        Arbitrary<Json> object = Combinators.combine(Arbitraries.of(NAMES), inner)
                .as((name, value) -> new Json.Member(AT, name, value))
                .list()
                .ofMaxSize(8)
                .map(members -> new Json.Obj(AT, members));
        return depth == 4 ? object : Arbitraries.oneOf(leaf, array, object);
    }
}
