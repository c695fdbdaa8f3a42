package org.offereligibility.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.JsonText;

/** What may stand in the ledger, and in which bytes. The examples marked so are those of RFC 8785 itself. */
class LedgerJsonTests {
    private static final Json.Position HERE = new Json.Position(1, 1);

    private static Json json(String text) {
        JsonText.Parsed parsed =
                JsonText.parse(new org.offereligibility.dossier.Entry("", 1, text.getBytes(StandardCharsets.UTF_8)));
        return ((JsonText.Parsed.Tree) parsed).json();
    }

    private static String canonical(String text) {
        return new String(LedgerJson.bytes(json(text)), StandardCharsets.UTF_8);
    }

    private static List<String> pointers(Json json) {
        return LedgerJson.refusals(json).stream()
                .map(LedgerJson.Refusal::pointer)
                .toList();
    }

    /** RFC 8785, section 3.2.2 and 3.2.4, without the numbers and the null that have no place here. */
    @Test
    void theExampleOfTheRfcHasItsBytes() {
        byte[] bytes = LedgerJson.bytes(json("""
                {
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [true, false]
                }"""));
        assertThat(bytes)
                .asHexString()
                .isEqualToIgnoringCase("7b226c69746572616c73223a5b747275652c66616c73655d2c22737472696e67223a22"
                        + "e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d");
    }

    /** RFC 8785, section 3.2.3. */
    @Test
    void namesStandInTheOrderOfTheRfc() {
        assertThat(canonical("""
                {
                  "\\u20ac": "Euro Sign",
                  "\\r": "Carriage Return",
                  "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                  "1": "One",
                  "\\ud83d\\ude00": "Emoji: Grinning Face",
                  "\\u0080": "Control",
                  "\\u00f6": "Latin Small Letter O With Diaeresis"
                }"""))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    /** RFC 8785, appendix B: of its numbers only those that every program writes alike are taken. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "9007199254740991", "-9007199254740991", "1"})
    void wholeNumbersAreTakenAsTheyAre(String number) {
        assertThat(canonical("[" + number + "]")).isEqualTo("[" + number + "]");
    }

    /** RFC 8785, appendix B, and what else programs disagree on. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "5e-324",
                "-5e-324",
                "1.7976931348623157e+308",
                "9007199254740992",
                "-9007199254740992",
                "295147905179352830000",
                "9.999999999999997e22",
                "1e23",
                "999999999999999700000",
                "1e21",
                "9.999999999999997e-7",
                "0.000001",
                "333333333.3333333",
                "1424953923781206.2",
                "1e-7",
                "1.0",
                "10e-1",
                "1E400",
                "-0.0",
                "0.5",
                "100e-2",
                "null"
            })
    void everyOtherNumberAndNothingAtAllIsRefused(String value) {
        assertThat(pointers(json("{\"a\":[true," + value + "]}"))).containsExactly("/a/1");
        assertThatIllegalArgumentException().isThrownBy(() -> LedgerJson.bytes(json(value)));
    }

    @Test
    void namesThatStandTwiceAreRefused() {
        assertThat(pointers(json("{\"a\":{\"b\":\"\",\"c\":\"\",\"b\":\"\"}}"))).containsExactly("/a/b");
    }

    @Test
    void halvesOfCharactersAreRefusedInNamesAndTexts() {
        Json half = new Json.Str(HERE, "a\ud83d");
        assertThat(pointers(new Json.Arr(HERE, List.of(half)))).containsExactly("/0");
        assertThat(LedgerJson.refusals(
                        new Json.Obj(HERE, List.of(new Json.Member(HERE, "\ude00", new Json.Bool(HERE, true))))))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.message()).contains("half of a character"));
    }

    @Test
    void everyPlaceIsToldAndNothingOfTheContent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LedgerJson.bytes(json("{\"x/y~\":null,\"salary\":12345.67}")))
                .withMessage(
                        "this cannot be recorded:\n  /x~1y~0: an empty value; leave it out instead\n  /salary: only"
                                + " whole numbers up to 9007199254740991, written without point or exponent");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LedgerJson.bytes(json("null")))
                .withMessageContaining("(the whole document)");
    }

    @Property
    void whatIsTakenReadsBackAsTheSameBytes(
            @ForAll String name,
            @ForAll String text,
            @ForAll @LongRange(min = -9007199254740991L, max = 9007199254740991L) long number) {
        Json json = new Json.Obj(
                HERE,
                List.of(
                        new Json.Member(HERE, name, new Json.Str(HERE, text)),
                        new Json.Member(HERE, name + "n", new Json.Num(HERE, java.math.BigDecimal.valueOf(number)))));
        if (LedgerJson.refusals(json).isEmpty()) {
            byte[] bytes = LedgerJson.bytes(json);
            assertThat(LedgerJson.bytes(json(new String(bytes, StandardCharsets.UTF_8))))
                    .isEqualTo(bytes);
        }
    }
}
