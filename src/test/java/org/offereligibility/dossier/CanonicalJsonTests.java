package org.offereligibility.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The cases of RFC 8785 as published with it (cyberphone/json-canonicalization), and what goes beyond them. */
class CanonicalJsonTests {
    private static String canonical(String text) {
        return new String(CanonicalJson.bytes(Samples.json(text)), StandardCharsets.UTF_8);
    }

    @Test
    void writesArrays() {
        assertThat(canonical("[\n  56,\n  {\n    \"d\": true,\n    \"10\": null,\n    \"1\": [ ]\n  }\n]\n"))
                .isEqualTo("[56,{\"1\":[],\"10\":null,\"d\":true}]");
    }

    @Test
    void ordersNamesWithoutRegardToAnyLanguage() {
        assertThat(canonical("""
                                {
                                  "peach": "This sorting order",
                                  "péché": "is wrong according to French",
                                  "pêche": "but canonicalization MUST",
                                  "sin":   "ignore locale"
                                }"""))
                .isEqualTo("{\"peach\":\"This sorting order\",\"péché\":\"is wrong according to French\","
                        + "\"pêche\":\"but canonicalization MUST\",\"sin\":\"ignore locale\"}");
    }

    @Test
    void ordersNestedStructures() {
        assertThat(canonical("""
                                {
                                  "1": {"f": {"f": "hi","F": 5} ,"\\n": 56.0},
                                  "10": { },
                                  "": "empty",
                                  "a": { },
                                  "111": [ {"e": "yes","E": "no" } ],
                                  "A": { }
                                }"""))
                .isEqualTo("{\"\":\"empty\",\"1\":{\"\\n\":56,\"f\":{\"F\":5,\"f\":\"hi\"}},\"10\":{},"
                        + "\"111\":[{\"E\":\"no\",\"e\":\"yes\"}],\"A\":{},\"a\":{}}");
    }

    @Test
    void normalisesNoText() {
        assertThat(canonical("{\"Unnormalized Unicode\":\"A\\u030a\"}"))
                .isEqualTo("{\"Unnormalized Unicode\":\"A\u030a\"}");
    }

    /** 333333333.33333329, the one number in it that no double is written as, is left out: see the test below. */
    @Test
    void writesValues() {
        assertThat(canonical("""
                                {
                                  "numbers": [1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                                  "literals": [null, true, false]
                                }"""))
                .isEqualTo("{\"literals\":[null,true,false],\"numbers\":[1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void ordersNamesByUtf16CodeUnits() {
        assertThat(canonical("""
                                {
                                  "\\u20ac": "Euro Sign",
                                  "\\r": "Carriage Return",
                                  "\\u000a": "Newline",
                                  "1": "One",
                                  "\\u0080": "Control\\u007f",
                                  "\\ud83d\\ude02": "Smiley",
                                  "\\u00f6": "Latin Small Letter O With Diaeresis",
                                  "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                                  "</script>": "Browser Challenge"
                                }"""))
                .isEqualTo("{\"\\n\":\"Newline\",\"\\r\":\"Carriage Return\",\"1\":\"One\","
                        + "\"</script>\":\"Browser Challenge\",\"\u0080\":\"Control\u007f\","
                        + "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\",\"😂\":\"Smiley\","
                        + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test
    void writesExactlyWhatNoDoubleIsWrittenAs() {
        assertThat(canonical("[333333333.33333329, 333333333.3333333, 0.1000000000000000001, 1e400, -1.50E-400]"))
                .isEqualTo("[3.3333333333333329e+8,333333333.3333333,1.000000000000000001e-1,1e+400,-1.5e-400]");
        assertThat(canonical("[9007199254740993, 9007199254740992, 123456789012345678901234567890]"))
                .isEqualTo("[9.007199254740993e+15,9007199254740992,1.2345678901234567890123456789e+29]");
    }

    @Test
    void writesOneNumberOneWay() {
        assertThat(canonical("[0, -0, 0.0, -0e5, 0e999999999]")).isEqualTo("[0,0,0,0,0]");
        assertThat(canonical("[100, 1e2, 100.000, 10E+1, 0.1e3]")).isEqualTo("[100,100,100,100,100]");
        assertThat(canonical("[1e999999999, 10e999999998, 1e-999999999]"))
                .isEqualTo("[1e+999999999,1e+999999999,1e-999999999]");
    }

    @Test
    void hashesTheCanonicalBytes() {
        assertThat(CanonicalJson.hash(Samples.json("{ }")))
                .isEqualTo("sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
        assertThat(Samples.accepted(Samples.text("whole.json")).hash())
                .isEqualTo(CanonicalJson.hash(Samples.json(Samples.text("whole.json"))));
    }

    @Test
    void givesOneHashToEveryOrderOfTheProperties() {
        Json.Obj whole = (Json.Obj) Samples.json(Samples.text("whole.json"));
        List<Json.Member> members = new ArrayList<>(whole.members());
        Collections.shuffle(members, new Random(1));
        assertThat(CanonicalJson.hash(new Json.Obj(whole.at(), members))).isEqualTo(CanonicalJson.hash(whole));
    }

    @Test
    void refusesWhatHasNoCanonicalForm() {
        Json.Position at = new Json.Position(1, 1);
        assertThatThrownBy(() -> CanonicalJson.bytes(Samples.json("{\"a\": 1, \"b\": 2, \"a\": 1}")))
                .isInstanceOf(IllegalArgumentException.class);
        for (String half : List.of("\ud83d", "\ude02", "a\ud83d!", "\ude02\ud83d")) {
            assertThatThrownBy(() -> CanonicalJson.bytes(new Json.Str(at, half)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
