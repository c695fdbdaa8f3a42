package org.offereligibility.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTests {
    private static String fault(byte[] text) {
        JsonText.Parsed parsed = JsonText.parse(new Entry("f", 1, text));
        return parsed instanceof JsonText.Parsed.Broken broken
                ? broken.problem().toString()
                : "sound";
    }

    private static String fault(String text) {
        return fault(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    {"a": NaN}            | f:1:7: `NaN` is no number as JSON writes numbers
                    [-Infinity]           | f:1:2: `-Infinity` cannot stand here, or is no number as JSON writes numbers
                    {"a": 01}             | f:1:7: `01` cannot stand here, or is no number as JSON writes numbers
                    {"a": 1.}             | f:1:7: `1.` cannot stand here, or is no number as JSON writes numbers
                    {"a": +1}             | f:1:7: `+1` cannot stand here, or is no number as JSON writes numbers
                    {"a": tru}            | f:1:7: a text without quotes, or a `,` or `}` missing before it: JSON knows only `true`, `false` and `null` bare
                    {"a": 1,}             | f:1:8: nothing follows this `,`: remove it, or add what is missing
                    [1, 2,]               | f:1:6: nothing follows this `,`: remove it, or add what is missing
                    {"a": }               | f:1:7: `}` cannot stand here
                    {"a" 1}               | f:1:2: a `:` and a value are missing after this name
                    {"a": 1 "b": 2}       | f:1:7: a `,` or `:` is missing after this
                    ["a" "b"]             | f:1:2: a `,` or `:` is missing after this
                    {'a': 1}              | f:1:2: names and texts stand in double quotes (`"`)
                    {a: 1}                | f:1:2: a text without quotes, or a `,` or `}` missing before it: JSON knows only `true`, `false` and `null` bare
                    {"a": 1} // why       | f:1:10: the document has ended before this: expected one document and nothing after it
                    {/* why */}           | f:1:2: JSON knows no comments: remove it
                    {} {}                 | f:1:4: the document has ended before this: expected one document and nothing after it
                    12 x                  | f:1:4: the document has ended before this: expected one document and nothing after it
                    {"a": "b              | f:1:7: the quotes opened here are never closed
                    {"a": [1,             | f:1:10: the text ends here, but the document does not: something opened before is not closed
                    {"a"                  | f:1:5: the text ends here, but the document does not: something opened before is not closed
                    {                     | f:1:2: the text ends here, but the document does not: something opened before is not closed
                    {"a": "\\x"}          | f:1:8: `\\x` is no escape that JSON knows
                    {"a": "\\u12g4"}      | f:1:8: `\\u` is no escape that JSON knows
                    {"a": "\\ud83d"}      | f:1:7: the text here holds half of a surrogate pair (`\\ud83d`)
                    {"\\udc00": 1}        | f:1:2: the text here holds half of a surrogate pair (`\\udc00`)
                    {"a": 1e99999999999}  | f:1:7: `1e99999999999` has an exponent beyond anything that can be read (±999,999,999)
                    {"a": 1e-1000000000}  | f:1:7: `1e-1000000000` has an exponent beyond anything that can be read (±999,999,999)
                    ]                     | f:1:1: `]` cannot stand here
                    {"a": 1]              | f:1:8: `]` cannot stand here
                    """)
    void saysWhatStopsItAndWhere(String text, String told) {
        assertThat(fault(text)).isEqualTo(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "\uFEFF"})
    void saysThatThereIsNothing(String text) {
        assertThat(fault(text)).endsWith("there is nothing here: expected a JSON object");
    }

    @Test
    void countsLinesAndColumnsOfTheFile() {
        assertThat(fault("{\n  \"a\": 1,\r\n  \"b\": nope\n}")).startsWith("f:3:8: a text without quotes");
        assertThat(JsonText.parse(new Entry("f", 41, "{\n \"a\": x}".getBytes(StandardCharsets.UTF_8)))
                        .toString())
                .contains("f:42:7: ");
        assertThat(fault("{\"a\": \"one\ntwo\"}")).startsWith("f:1:11: a line break, tab or other control character");
    }

    @Test
    void placesEveryNameAndValue() {
        Json.Obj object = (Json.Obj) Samples.json("{\"ä😀\": [true,\r\n  {\"b\": \"c\"}, null],\n\t\"d\" :\n 1.50}");
        assertThat(object.at()).isEqualTo(new Json.Position(1, 1));
        assertThat(object.members().get(0).at()).isEqualTo(new Json.Position(1, 2));
        assertThat(object.at("/ä😀/0").orElseThrow().at()).isEqualTo(new Json.Position(1, 10));
        assertThat(object.at("/ä😀/1").orElseThrow().at()).isEqualTo(new Json.Position(2, 3));
        assertThat(object.at("/ä😀/1/b").orElseThrow().at()).isEqualTo(new Json.Position(2, 9));
        assertThat(object.at("/ä😀/2").orElseThrow().at()).isEqualTo(new Json.Position(2, 15));
        assertThat(object.members().get(1).at()).isEqualTo(new Json.Position(3, 2));
        assertThat(object.at("/d").orElseThrow())
                .isEqualTo(new Json.Num(new Json.Position(4, 2), new BigDecimal("1.50")));
    }

    @Test
    void keepsRepeatedNames() {
        assertThat(((Json.Obj) Samples.json("{\"a\": 1, \"a\": 2}")).members()).hasSize(2);
    }

    @Test
    void passesOverAByteOrderMark() {
        assertThat(((Json.Obj) Samples.json("\uFEFF{}")).at()).isEqualTo(new Json.Position(1, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
    void asksForUtf8(String charset) {
        assertThat(fault("{\"a\": 1}".getBytes(Charset.forName(charset)))).contains("UTF-16 or UTF-32");
    }

    @Test
    void saysWhichByteIsNotUtf8() {
        assertThat(fault("{\n \"é\": 1}".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("f:2:3: the byte 0xE9 here is not UTF-8: save the text as UTF-8");
        byte[] encodedSurrogate = {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'};
        assertThat(fault(encodedSurrogate)).startsWith("f:1:2: the byte 0xED");
        byte[] cutOff = {'"', (byte) 0xC3};
        assertThat(fault(cutOff)).startsWith("f:1:2: the byte 0xC3");
        byte[] overlong = {'"', (byte) 0xC0, (byte) 0xAF, '"'};
        assertThat(fault(overlong)).startsWith("f:1:2: the byte 0xC0");
    }

    @Test
    void refusesWhatIsTooDeepTooLongOrTooMuch() {
        assertThat(fault("[".repeat(200) + "]".repeat(200))).isEqualTo("sound");
        assertThat(fault("[".repeat(201) + "]".repeat(201)))
                .isEqualTo("f:1:201: more than 200 objects and arrays stand inside each other");
        assertThat(fault("[".repeat(1_000_000))).startsWith("f:1:201: more than 200");
        assertThat(fault("{\"a\":".repeat(1_000_000))).contains("more than 200");
        assertThat(fault("9".repeat(1_000))).isEqualTo("sound");
        assertThat(fault("9".repeat(1_001))).isEqualTo("f:1:1: the number is longer than 1,000 characters");
        assertThat(fault("[" + "1,".repeat(999_998) + "1]")).isEqualTo("sound");
        assertThat(fault("[" + "1,".repeat(999_999) + "1]")).contains("more than 1,000,000 values");
    }

    @Test
    void readsLongTextsAndNames() {
        String name = "n".repeat(100_000);
        String text = "t".repeat(5_000_000);
        Json.Str read = (Json.Str) ((Json.Obj) Samples.json("{\"" + name + "\": \"" + text + "\"}"))
                .get(name)
                .orElseThrow();
        assertThat(read.value().equals(text)).isTrue();
        assertThat(read.at()).isEqualTo(new Json.Position(1, 100_006));
    }
}
