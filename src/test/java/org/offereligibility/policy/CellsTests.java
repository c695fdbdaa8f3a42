package org.offereligibility.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Problem;
import org.offereligibility.policy.CsvTable.Cell;

class CellsTests {
    private final List<Problem> problems = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    185000     | 185000
                    185,000    | 185000
                    1,185,000  | 1185000
                    185,000.50 | 185000.5
                    1,234.567  | 1234.567
                    -185,000   | -185000
                    -0.5       | -0.5
                    +0.5       | 0.5
                    3.5        | 3.5
                    3.50       | 3.5
                    0.125      | 0.125
                    185.1250   | 185.125
                    1850.125   | 1850.125
                    0          | 0
                    -0         | 0
                    """)
    void readsAnExactNumber(String text, String number) {
        assertThat(cells(',').number(cell(text))).contains(Exact.of(new BigDecimal(number)));
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    3,5        | `3,5` has a decimal comma; write `3.5`
                    -0,5       | `-0,5` has a decimal comma; write `-0.5`
                    185,00     | `185,00` has a decimal comma; write `185`
                    1.185,50   | `1.185,50` has a decimal comma; write `1185.5`
                    0,500      | `0,500` has a decimal comma; write `0.5`
                    185.000    | `185.000` may mean two numbers; write `185` or `185000`
                    185.125    | `185.125` may mean two numbers; write `185.1250` or `185125`
                    1.185.000  | `1.185.000` does not group its digits in threes by commas; write `1185000`
                    18,50,000  | `18,50,000` does not group its digits in threes by commas; write `1850000`
                    0185       | `0185` begins with a zero too many; write `185`
                    .5         | `.5` lacks a digit beside the decimal point; write `0.5`
                    5.         | `5.` lacks a digit beside the decimal point; write `5`
                    120k       | `120k` is shortened; write `120000`
                    1.5M       | `1.5M` is shortened; write `1500000`
                    tbd        | `tbd` is not a number; write digits such as `185000` or `3.5`
                    $120       | `$120` has a currency in it; write `120`
                    -$120      | `-$120` has a currency in it; write `-120`
                    120 €      | `120 €` has a currency in it; write `120`
                    USD 185,000 | `USD 185,000` has a currency in it; write `185000`
                    185000USD  | `185000USD` has a currency in it; write `185000`
                    1e5        | `1e5` is written with a power of ten; write `100000`
                    1.5E-3     | `1.5E-3` is written with a power of ten; write `0.0015`
                    1 000      | `1 000` has its digits grouped by something else than commas; write `1000`
                    1'000      | `1'000` has its digits grouped by something else than commas; write `1000`
                    50%        | `50%` has a percent sign, which leaves open whether a hundredth is meant; write `50` or `0.5`
                    '185000    | `'185000` begins with an apostrophe; write `185000`
                    (500)      | `(500)` is in brackets; write `-500`
                    −0.5       | `−0.5` has a dash that is not the minus sign; write `-0.5`
                    -          | `-` is not a number; write digits such as `185000` or `3.5`
                    #REF!      | `#REF!` is an error of the spreadsheet; mend the formula
                    =A1+1      | `=A1+1` is a formula; save its value
                    3. May     | `3. May` is a date, which spreadsheet programs make of numbers; format the column as numbers and type it anew
                    5-Mar      | `5-Mar` is a date, which spreadsheet programs make of numbers; format the column as numbers and type it anew
                    2025-05-03 | `2025-05-03` is a date, which spreadsheet programs make of numbers; format the column as numbers and type it anew
                    １２        | `１２` is not a number; write digits such as `185000` or `3.5`
                    1/2        | `1/2` is not a number; write digits such as `185000` or `3.5`
                    NaN        | `NaN` is not a number; write digits such as `185000` or `3.5`
                    ~~         | is empty; write a number, `0` where none is meant
                    """)
    void refusesWhatMayMeanSomethingElseAndSaysWhatToWrite(String text, String message) {
        assertThat(cells(',').number(cell(text))).isEmpty();
        assertThat(problems)
                .containsExactly(new Problem("bands.csv", 4, 9, "", "cell C4 (`base minimum`): " + message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    185,000   | `185,000` may mean two numbers; write `185` or `185000`
                    185.000   | `185.000` may mean two numbers; write `185` or `185000`
                    185,125   | `185,125` may mean two numbers; write `185.1250` or `185125`
                    1,185,000 | `1,185,000` does not group its digits in threes by commas; write `1185000`
                    3,5       | `3,5` has a decimal comma; write `3.5`
                    """)
    void refusesCommasWhereTheyDoNotSeparateCells(String text, String message) {
        for (char separator : new char[] {';', '\t'}) {
            problems.clear();
            assertThat(cells(separator).number(cell(text))).isEmpty();
            assertThat(problems).extracting(Problem::message).containsExactly("cell C4 (`base minimum`): " + message);
            assertThat(cells(separator).number(cell("3.5"))).contains(Exact.of(new BigDecimal("3.5")));
        }
    }

    @Test
    void refusesANumberOfEndlessDigits() {
        assertThat(cells(',').number(cell("9".repeat(100_000)))).isEmpty();
        assertThat(problems)
                .extracting(Problem::message)
                .containsExactly("cell C4 (`base minimum`): is longer than 40 characters;"
                        + " write a number such as `185000` or `3.5`");
    }

    @Property
    void readsEveryDecimalBackThatItSuggests(
            @ForAll @BigRange(min = "-9999999", max = "9999999") @Scale(5) BigDecimal number) {
        String written = number.toPlainString();
        assertThat(new CellNumber(written, ',').exact()).contains(Exact.of(number));
        assertThat(new CellNumber(written, ';').exact()).contains(Exact.of(number));
    }

    @Property(tries = 5000)
    void suggestsOnlyWhatItReads(
            @ForAll
                    @Chars({
                        '.', ',', '-', '+', ' ', '\'', '%', '$', 'k', 'M', 'e', 'E', '(', ')', '€', 'U', 'S', 'D', '−'
                    })
                    @CharRange(from = '0', to = '9')
                    @StringLength(max = 14)
                    String text) {
        for (char separator : new char[] {',', ';', '\t'}) {
            CellNumber number = new CellNumber(text, separator);
            String refusal = number.refusal();
            if (number.exact().isEmpty()) {
                Matcher suggested =
                        Pattern.compile("write `([^`]*)`(?: or `([^`]*)`)?\\z").matcher(refusal);
                if (suggested.find()) {
                    assertThat(new CellNumber(suggested.group(1), separator).exact())
                            .as(refusal)
                            .isPresent();
                }
            }
        }
    }

    @Test
    void readsYesAndNo() {
        assertThat(cells(',').yesNo(cell("yes"))).contains(true);
        assertThat(cells(',').yesNo(cell("no"))).contains(false);
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    TRUE  | `TRUE` is neither `yes` nor `no`; write `yes`
                    true  | `true` is neither `yes` nor `no`; write `yes`
                    Yes   | `Yes` is neither `yes` nor `no`; write `yes`
                    ja    | `ja` is neither `yes` nor `no`; write `yes`
                    FALSE | `FALSE` is neither `yes` nor `no`; write `no`
                    nein  | `nein` is neither `yes` nor `no`; write `no`
                    maybe | `maybe` is neither `yes` nor `no`; write `yes` or `no`
                    ~~    | is empty; write `yes` or `no`
                    """)
    void refusesWhatIsOnlyLikeYesOrNo(String text, String message) {
        assertThat(cells(',').yesNo(cell(text))).isEmpty();
        assertThat(problems).extracting(Problem::message).containsExactly("cell C4 (`base minimum`): " + message);
    }

    @Test
    void readsAWordAndRefusesNoneAndWhatASpreadsheetLeavesInItsPlace() {
        assertThat(cells(',').word(cell("mid"))).contains("mid");
        assertThat(problems).isEmpty();
        assertThat(cells(',').word(cell(""))).isEmpty();
        assertThat(cells(',').word(cell("#N/A"))).isEmpty();
        assertThat(problems)
                .extracting(Problem::message)
                .containsExactly(
                        "cell C4 (`base minimum`): is empty; a word is needed here",
                        "cell C4 (`base minimum`): `#N/A` is an error of the spreadsheet; mend the formula");
    }

    @Test
    void isSilentAboutACellThatWasRefusedForAnInvisibleCharacter() {
        assertThat(cells(',').number(cell("185\u00a0000"))).isEmpty();
        assertThat(cells(',').yesNo(cell("yes\u200b"))).isEmpty();
        assertThat(cells(',').word(cell("mid\u00ad"))).isEmpty();
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "base minimum",
                "base-minimum",
                "base_minimum",
                "Base Minimum",
                "BASE MINIMUM",
                "baseMinimum",
                "BaseMinimum",
                " base  minimum ",
                "base\nminimum"
            })
    void namesOneFieldHoweverAHeaderSpellsIt(String header) {
        assertThat(Cells.fieldName(header)).isEqualTo("baseMinimum");
    }

    @Test
    void namesAFieldOfOneWord() {
        assertThat(List.of(
                        Cells.fieldName("role"),
                        Cells.fieldName("Role"),
                        Cells.fieldName("ROLE"),
                        Cells.fieldName("above 5 years"),
                        Cells.fieldName("")))
                .containsExactly("role", "role", "role", "above5Years", "");
    }

    @Property
    void readsAFieldNameAsItself(
            @ForAll @CharRange(from = 'a', to = 'z') @Chars({' ', '-', '_', 'X', '5'}) String header) {
        String field = Cells.fieldName(header);
        // a field's name begins with a letter; `5 a` names none, and its `5A` would read as a word in capitals
        Assume.that(field.isEmpty() || Character.isLetter(field.charAt(0)));
        assertThat(Cells.fieldName(field)).isEqualTo(field);
    }

    private Cells cells(char separator) {
        List<Cell> header = List.of(
                new Cell(1, 1, "A1", "role"), new Cell(1, 6, "B1", "level"), new Cell(1, 12, "C1", "base minimum"));
        return new Cells(new CsvTable("bands.csv", separator, header, List.of()), problems::add);
    }

    private static Cell cell(String text) {
        return new Cell(4, 9, "C4", text);
    }
}
