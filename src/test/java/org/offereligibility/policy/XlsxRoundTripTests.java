package org.offereligibility.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.offereligibility.dossier.Problem;
import org.offereligibility.policy.TableFile.Kind;

class XlsxRoundTripTests {
    private static final String DECLARED = "declare Odd @table(\"t.csv\")\n word : String\n value : Exact\n end\n";
    private static final PolicyFolder BESIDE = new PolicyFolder(
            Path.of("t"), "t", "draft", new TreeMap<>(java.util.Map.of("t.drl", DECLARED.getBytes(UTF_8))));

    record Line(String word, String value, String prose) {}

    @Property(tries = 150)
    void aTableMeansTheSameAsWorkbookAndAsCsvAgain(@ForAll("lines") List<Line> lines) {
        StringBuilder csv = new StringBuilder("word,value,meaning\n");
        lines.forEach(line -> csv.append(quoted(line.word()))
                .append(',')
                .append(quoted(line.value()))
                .append(',')
                .append(quoted(line.prose()))
                .append('\n'));
        TableFile first = new TableFile("t.csv", Kind.CSV, csv.toString().getBytes(UTF_8));
        List<Problem> problems = new ArrayList<>();

        TableFile book = new TableFile("t.xlsx", Kind.XLSX, converted(first, Kind.XLSX, problems));
        TableFile again = new TableFile("t.csv", Kind.CSV, converted(book, Kind.CSV, problems));

        assertThat(meaning(book)).isEqualTo(meaning(first));
        assertThat(meaning(again)).isEqualTo(meaning(first));
        assertThat(converted(again, Kind.XLSX, problems)).isEqualTo(book.bytes());
    }

    private static byte[] converted(TableFile table, Kind to, List<Problem> problems) {
        return TableConversion.of(table, to, BESIDE, problems::add)
                .orElseThrow(() -> new AssertionError(problems.toString()))
                .bytes();
    }

    private static List<String> meaning(TableFile file) {
        List<Problem> problems = new ArrayList<>();
        CsvTable table = file.table(problems::add);
        Cells cells = new Cells(table, problems::add);
        List<String> meaning = table.rows().stream()
                .map(row -> cells.word(row.cells().get(0)) + "|"
                        + cells.number(row.cells().get(1)) + "|"
                        + row.cells().get(2).text())
                .toList();
        assertThat(problems).isEmpty();
        return meaning;
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    @Provide
    Arbitrary<List<Line>> lines() {
        Arbitrary<String> texts = Arbitraries.strings()
                .withChars("ab 0123.-/+=%e\"',;\n&<>_x漢é")
                .ofMinLength(1)
                .ofMaxLength(12);
        Arbitrary<String> words = Arbitraries.oneOf(
                texts.map(text -> "w" + text),
                Arbitraries.of(
                        "1-2", "00123", "1e5", "TRUE", "=A1", "+0.5", "_x0041_", "_x000D_", "3/4", "185,000.0x", "😀"));
        Arbitrary<String> numbers = Arbitraries.oneOf(
                Arbitraries.bigDecimals()
                        .between(new java.math.BigDecimal("-1e9"), new java.math.BigDecimal("1e9"))
                        .ofScale(4)
                        .map(java.math.BigDecimal::toPlainString),
                Arbitraries.of(
                        "+0.5",
                        "3.50",
                        "-0",
                        "0",
                        "185,000",
                        "1234567890123456789",
                        "1,000,000,000,000,000,000",
                        "0.1000000000000000055511151231257827",
                        "999999999999999",
                        "-0.000000000000001"));
        return Combinators.combine(words, numbers, texts)
                .as(Line::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }
}
