package org.offereligibility.policy;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.Json.Arr;
import org.offereligibility.dossier.Json.Bool;
import org.offereligibility.dossier.Json.Member;
import org.offereligibility.dossier.Json.Null;
import org.offereligibility.dossier.Json.Num;
import org.offereligibility.dossier.Json.Obj;
import org.offereligibility.dossier.Json.Position;
import org.offereligibility.dossier.Json.Str;
import org.offereligibility.dossier.Problem;

class YamlTextTests {
    private final List<Problem> problems = new ArrayList<>();

    @Test
    void readsALocatedTree() {
        Json read = read("""
                # a scenario
                name: "a: b"
                scores:
                  - {round: case-presentation, score: 3.50}
                  - no
                """);

        Arr scores = new Arr(
                new Position(4, 3),
                List.of(
                        new Obj(
                                new Position(4, 5),
                                List.of(
                                        new Member(
                                                new Position(4, 6),
                                                "round",
                                                new Str(new Position(4, 13), "case-presentation")),
                                        new Member(
                                                new Position(4, 32),
                                                "score",
                                                new Num(new Position(4, 39), new BigDecimal("3.50"))))),
                        new Str(new Position(5, 5), "no")));
        assertThat(read)
                .isEqualTo(new Obj(
                        new Position(2, 1),
                        List.of(
                                new Member(new Position(2, 1), "name", new Str(new Position(2, 7), "a: b")),
                                new Member(new Position(3, 1), "scores", scores))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    185000  | 185000
                    -0.5    | -0.5
                    +3      | 3
                    3.50    | 3.50
                    .5      | 0.5
                    5.      | 5
                    010     | 10
                    1e3     | 1E+3
                    2.5E-2  | 0.025
                    """)
    void readsNumbersAsTheyAreWritten(String text, String number) {
        assertThat(read("a: " + text).at("/a")).contains(new Num(new Position(1, 4), new BigDecimal(number)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no",
                "yes",
                "on",
                "off",
                "y",
                "2025-01-01",
                "2025-01-01T00:00:00Z",
                "12:30",
                "1_000",
                "185,000",
                "1.2.3",
                "0b11",
                "<<",
                "=",
                "-",
                "inf",
                "nan",
                "\"5\"",
                "'true'",
                "\"\""
            })
    void readsEverythingElseAsText(String text) {
        String word = text.replaceAll("[\"']", "");
        assertThat(read("a: " + text.replaceAll("^-$", "\"-\"")).at("/a")).contains(new Str(new Position(1, 4), word));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "Null", "NULL", "~"})
    void readsNothingAsNull(String text) {
        assertThat(read("a: " + text).at("/a")).contains(new Null(new Position(1, 4)));
        assertThat(read("a:").at("/a")).containsInstanceOf(Null.class);
    }

    @ParameterizedTest
    @CsvSource({"true,true", "True,true", "TRUE,true", "false,false", "False,false", "FALSE,false"})
    void readsTruths(String text, boolean truth) {
        assertThat(read("a: " + text).at("/a")).contains(new Bool(new Position(1, 4), truth));
    }

    @Test
    void readsTextOfSeveralLines() {
        assertThat(read("a: |\n  one\n  two\nb: >-\n  one\n  two\n").at("/a").orElseThrow())
                .isEqualTo(new Str(new Position(1, 4), "one\ntwo\n"));
        assertThat(read("b: >-\n  one\n  two\n").at("/b")).contains(new Str(new Position(1, 4), "one two"));
    }

    @Test
    void takesNamesAsTheyAreWritten() {
        Obj read = (Obj) read("no: 1\n2025-01-01: 2\n12: 3\nnull: 4\n");
        assertThat(read.members()).extracting(Member::name).containsExactly("no", "2025-01-01", "12", "null");
    }

    @Test
    void readsJsonAndAByteOrderMarkAndOtherLineEnds() {
        assertThat(read("\uFEFF{\"a\": [1, true, null, \"\\u00e9\"]}").at("/a/3"))
                .contains(new Str(new Position(1, 23), "é"));
        assertThat(read("a: 1\r\nb: 2\r\n").at("/b")).contains(new Num(new Position(2, 4), BigDecimal.valueOf(2)));
        assertThat(read("a: 1\rb: 2\r").at("/b")).contains(new Num(new Position(2, 4), BigDecimal.valueOf(2)));
        assertThat(read("%YAML 1.2\n---\na: 1\n...\n").at("/a")).isPresent();
    }

    @Test
    void countsCharactersAndNotTheirHalves() {
        assertThat(read("{\"😀\": \"é\", b: x}").at("/b")).contains(new Str(new Position(1, 15), "x"));
    }

    @Test
    void tellsEverythingThatIsWrongWithABrokenDocument() throws IOException {
        assertThat(YamlText.read("policy.yaml", resource("broken.yaml").getBytes(UTF_8), problems::add))
                .isEmpty();
        assertThat(told() + "\n").isEqualTo(resource("broken.yaml.problems.txt"));
    }

    /** Each text of the file stands between lines of {@code ====}, and what is told of it follows after {@code ----}. */
    @Test
    void saysInPlainWordsWhereATextStopsBeingYaml() throws IOException {
        StringBuilder told = new StringBuilder();
        for (String sample : resource("yaml-faults.txt").split("====\n")) {
            String text = sample.split("----\n", 2)[0];
            problems.clear();
            YamlText.read("policy.yaml", text.replace("<TAB>", "\t").getBytes(UTF_8), problems::add);
            told.append(told.isEmpty() ? "" : "====\n")
                    .append(text)
                    .append("----\n")
                    .append(told())
                    .append('\n');
        }
        assertThat(told.toString()).isEqualTo(resource("yaml-faults.txt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "# only a comment\n", "\n\n"})
    void refusesAnEmptyFile(String text) {
        refuse(text);
        assertThat(told()).isEqualTo("policy.yaml: is empty");
    }

    @Test
    void refusesWhatIsNotUtf8() {
        YamlText.read("policy.yaml", new byte[] {'a', ':', '\n', ' ', (byte) 0xE9, '\n'}, problems::add);
        YamlText.read("policy.yaml", "\uFEFFa: 1".getBytes(UTF_16BE), problems::add);
        assertThat(told()).isEqualTo("""
                        policy.yaml:2:2: is not UTF-8: the byte 0xE9 stands here; save it as UTF-8
                        policy.yaml:1:1: is UTF-16 and not UTF-8; save it as UTF-8""");
    }

    @Test
    void refusesCharactersThatNoYamlMayContain() {
        refuse("a: 1\nb: x\u0007y\u001b\n");
        assertThat(told()).isEqualTo("""
                        policy.yaml:2:5: a character stands here that cannot be seen (U+0007, bel); delete it
                        policy.yaml:2:7: a character stands here that cannot be seen (U+001B, escape); delete it""");
    }

    @Test
    void refusesADepthThatNobodyWrites() {
        refuse("[".repeat(5000) + "]".repeat(5000));
        assertThat(told()).isEqualTo("policy.yaml:1:101: " + "/0".repeat(100) + ": lies more than 100 levels deep");
    }

    @Property(tries = 3000)
    void eitherReadsATextOrTellsWhyNot(@ForAll("yamlLike") String text) {
        List<Problem> told = new ArrayList<>();
        Optional<Json> read = YamlText.read("policy.yaml", text.getBytes(UTF_8), told::add);

        assertThat(read.isPresent()).isEqualTo(told.isEmpty());
        assertThat(told).isSortedAccordingTo(Problem.BY_PLACE);
        assertThat(told)
                .extracting(Problem::message)
                .noneMatch(message -> message.contains("snakeyaml")
                        || message.contains("Exception")
                        || message.contains("token")
                        || message.contains("java"));
    }

    @Provide
    Arbitrary<String> yamlLike() {
        return Arbitraries.of(
                        "a",
                        "b",
                        ": ",
                        ":",
                        "- ",
                        "-",
                        "\n",
                        "\n  ",
                        "\n ",
                        "[",
                        "]",
                        "{",
                        "}",
                        ",",
                        "\"",
                        "'",
                        "&x ",
                        "*x",
                        "!t ",
                        "!!int ",
                        "|",
                        ">",
                        "? ",
                        "#",
                        " ",
                        "\t",
                        "---\n",
                        "...\n",
                        "%",
                        "%YAML 1.1\n",
                        "1",
                        ".inf",
                        "0x1",
                        "\\",
                        "@",
                        "`",
                        "~",
                        "é",
                        "😀",
                        "\r",
                        "<<: ")
                .list()
                .ofMaxSize(14)
                .map(parts -> String.join("", parts));
    }

    private Json read(String text) {
        Optional<Json> read = YamlText.read("policy.yaml", text.getBytes(UTF_8), problems::add);
        assertThat(problems).isEmpty();
        return read.orElseThrow();
    }

    private void refuse(String text) {
        assertThat(YamlText.read("policy.yaml", text.getBytes(UTF_8), problems::add))
                .isEmpty();
    }

    private String told() {
        return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = YamlTextTests.class.getResourceAsStream("/policy/" + name)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
