package org.offereligibility.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.offereligibility.dossier.Problem;
import org.offereligibility.policy.CsvTable.Cell;

class CsvRoundTripTests {
    /** How a program saved a table. */
    record Saving(
            char separator,
            LineDelimiter lineEnd,
            boolean quotesAll,
            boolean hasMark,
            boolean hasSepLine,
            int blanks) {}

    @Property(tries = 2000)
    void readsBackWhatAnyProgramWrote(@ForAll("tables") List<List<String>> table, @ForAll("savings") Saving saved) {
        List<Problem> problems = new ArrayList<>();
        Saving saving = visible(saved, table);

        CsvTable read = CsvText.read("t.csv", written(table, saving).getBytes(UTF_8), problems::add);

        assertThat(problems).isEmpty();
        assertThat(texts(read.header())).isEqualTo(table.get(0));
        List<List<String>> rows = table.subList(1, table.size()).stream()
                .filter(row -> row.stream().anyMatch(text -> !text.isEmpty()))
                .toList();
        assertThat(read.rows().stream().map(row -> texts(row.cells())).toList()).isEqualTo(rows);
    }

    @Property(tries = 2000)
    void placesEveryCellWhereItBegins(@ForAll("tables") List<List<String>> table, @ForAll("savings") Saving saved) {
        Saving saving = visible(saved, table);
        String text = written(table, saving).replace("\uFEFF", "");
        List<String> lines = List.of(text.split("\r\n|\r|\n", -1));

        CsvTable read = CsvText.read("t.csv", text.getBytes(UTF_8), problem -> {});

        assertThat(read.rows()).isNotEmpty();
        for (CsvTable.Row row : read.rows()) {
            for (Cell cell : row.cells()) {
                String line = lines.get(cell.line() - 1);
                String rest = line.substring(line.offsetByCodePoints(0, cell.column() - 1));
                String begin = cell.text().split("\n", -1)[0].replace("\"", "\"\"");
                assertThat(rest.startsWith(begin) || rest.startsWith("\"" + begin))
                        .as("cell %s begins in `%s`", cell, rest)
                        .isTrue();
            }
        }
    }

    @Property(tries = 2000)
    void neitherFailsNorIsSilentAboutATextOfPunctuation(@ForAll("punctuation") String text) {
        List<Problem> problems = new ArrayList<>();

        assertThatCode(() -> {
                    CsvTable table = CsvText.read("t.csv", text.getBytes(UTF_8), problems::add);
                    assertThat(table.rows())
                            .allSatisfy(row -> assertThat(row.cells()).hasSameSizeAs(table.header()));
                    assertThat(problems.isEmpty() && table.rows().isEmpty()).isFalse();
                })
                .doesNotThrowAnyException();
        assertThat(problems).isSortedAccordingTo(Problem.BY_PLACE);
    }

    @Provide
    Arbitrary<String> punctuation() {
        return Arbitraries.strings()
                .withChars("ab\"\",,;\t \n\r\n\u00a0")
                .ofMaxLength(40)
                .map(text -> "x,y\n" + text);
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> cells = Arbitraries.strings()
                .withChars("abcZ09.-'\"\",,;;\n  é漢")
                .withChars("=#")
                .ofMaxLength(8)
                .map(String::trim);
        return Arbitraries.integers().between(1, 5).flatMap(width -> {
            Arbitrary<List<String>> header = Arbitraries.strings()
                    .withChars("abc \"\n;,")
                    .ofMaxLength(5)
                    .map(name -> name.trim() + "q")
                    .list()
                    .ofSize(width)
                    .uniqueElements(Cells::fieldName);
            Arbitrary<List<List<String>>> rows =
                    cells.list().ofSize(width).list().ofMinSize(1).ofMaxSize(6);
            return Combinators.combine(header, rows)
                    .as((names, below) -> {
                        List<List<String>> table = new ArrayList<>(List.of(names));
                        table.addAll(below);
                        return table;
                    })
                    .filter(table -> table.subList(1, table.size()).stream()
                            .flatMap(List::stream)
                            .anyMatch(text -> !text.isEmpty()));
        });
    }

    @Provide
    Arbitrary<Saving> savings() {
        return Combinators.combine(
                        Arbitraries.of(',', ';', '\t'),
                        Arbitraries.of(LineDelimiter.values()),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 2))
                .as(Saving::new);
    }

    /** A table of one column shows no separator, and is then read as between commas. */
    private static Saving visible(Saving saving, List<List<String>> table) {
        boolean shows = table.get(0).size() + saving.blanks() > 1 || saving.hasSepLine();
        return shows
                ? saving
                : new Saving(',', saving.lineEnd(), saving.quotesAll(), saving.hasMark(), false, saving.blanks());
    }

    /** Without a separator line the column names are quoted, as a header with other separators in it has to be. */
    private static String written(List<List<String>> table, Saving saving) {
        StringWriter out = new StringWriter();
        out.append(saving.hasMark() ? "\uFEFF" : "");
        if (saving.hasSepLine()) {
            out.append("sep=")
                    .append(saving.separator())
                    .append(saving.lineEnd().toString());
        }
        for (List<String> row : table) {
            boolean quotes = saving.quotesAll() || (row == table.get(0) && !saving.hasSepLine());
            CsvWriter.CsvWriterBuilder format = CsvWriter.builder()
                    .bufferSize(0)
                    .fieldSeparator(saving.separator())
                    .lineDelimiter(saving.lineEnd());
            CsvWriter writer = (quotes ? format.quoteStrategy(QuoteStrategies.ALWAYS) : format).build(out);
            List<String> widened = new ArrayList<>();
            row.forEach(text -> widened.add(text.replace("\n", saving.lineEnd().toString())));
            for (int i = 0; i < saving.blanks(); i++) {
                widened.add("");
            }
            writer.writeRecord(widened);
        }
        return out.toString();
    }

    private static List<String> texts(List<Cell> cells) {
        return cells.stream().map(Cell::text).toList();
    }
}
