package org.offereligibility.policy;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offereligibility.dossier.Problem;
import org.offereligibility.policy.CsvTable.Cell;

class CsvTextTests {
    private final List<Problem> problems = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Excel, Numbers, LibreOffice, Google Sheets; by comma, semicolon and tab; old and new line ends
                "role,note,base minimum\r\npmm,\"a \"\"good\"\" one, and\nmore\",185000\r\nanalyst,,0.5\r\n",
                "\uFEFFrole,note,base minimum\r\npmm,\"a \"\"good\"\" one, and\nmore\",185000\r\nanalyst,,0.5\r\n",
                "role,note,base minimum\npmm,\"a \"\"good\"\" one, and\nmore\",185000\nanalyst,,0.5",
                "role,note,base minimum\rpmm,\"a \"\"good\"\" one, and\rmore\",185000\ranalyst,,0.5\r",
                "\uFEFFrole;note;base minimum\r\npmm;\"a \"\"good\"\" one, and\r\nmore\";185000\r\nanalyst;;0.5\r\n",
                "role\tnote\tbase minimum\npmm\t\"a \"\"good\"\" one, and\nmore\"\t185000\nanalyst\t\t0.5\n",
                "\"role\",\"note\",\"base minimum\"\n\"pmm\",\"a \"\"good\"\" one, and\nmore\",\"185000\"\n\"analyst\",\"\",\"0.5\"\n",
                "sep=;\r\nrole;note;base minimum\r\npmm;\"a \"\"good\"\" one, and\nmore\";185000\r\nanalyst;;0.5\r\n",
                "\uFEFFsep=,\r\nrole,note,base minimum\r\npmm,\"a \"\"good\"\" one, and\nmore\",185000\r\nanalyst,,0.5\r\n",
                "sep=\t\nrole\tnote\tbase minimum\npmm\t\"a \"\"good\"\" one, and\nmore\"\t185000\nanalyst\t\t0.5\n",
                "role,note,base minimum,,\npmm,\"a \"\"good\"\" one, and\nmore\",185000,,\n,,,,\n\nanalyst,, 0.5 ,,\n,,,,\n",
                ",,\n  \n role , note,base minimum\npmm,\"a \"\"good\"\" one, and\nmore\",185000\nanalyst,,0.5\n   \n\n",
            })
    void readsOneTableTheSameHoweverItWasSaved(String text) {
        CsvTable table = read(text);

        assertThat(problems).isEmpty();
        assertThat(texts(table.header())).containsExactly("role", "note", "base minimum");
        assertThat(table.rows().stream().map(row -> texts(row.cells())))
                .containsExactly(List.of("pmm", "a \"good\" one, and\nmore", "185000"), List.of("analyst", "", "0.5"));
    }

    @Test
    void keepsTheLineOfTheFileAndTheNameOfTheSpreadsheet() {
        CsvTable table = read("sep=;\nrole;note\npmm;\"a\r\nb\"\n;\n\"😀\";c\n");

        assertThat(problems).isEmpty();
        assertThat(table.separator()).isEqualTo(';');
        assertThat(table.header()).containsExactly(new Cell(2, 1, "A1", "role"), new Cell(2, 6, "B1", "note"));
        assertThat(table.rows().get(0).line()).isEqualTo(3);
        assertThat(table.rows().get(0).cells())
                .containsExactly(new Cell(3, 1, "A2", "pmm"), new Cell(3, 5, "B2", "a\nb"));
        assertThat(table.rows().get(1).line()).isEqualTo(6);
        assertThat(table.rows().get(1).cells()).containsExactly(new Cell(6, 1, "A4", "😀"), new Cell(6, 5, "B4", "c"));
    }

    @Test
    void findsACellByTheFieldThatItsHeaderNames() {
        CsvTable table = read("role,Base Minimum\npmm,7\n");

        assertThat(table.cell(table.rows().get(0), "baseMinimum").map(Cell::text))
                .contains("7");
        assertThat(table.cell(table.rows().get(0), "baseMaximum")).isEmpty();
    }

    @Test
    void namesColumnsBeyondTheAlphabetAsSpreadsheetsDo() {
        assertThat(List.of(
                        CsvTable.cellName(0, 0),
                        CsvTable.cellName(25, 3),
                        CsvTable.cellName(26, 9),
                        CsvTable.cellName(701, 0),
                        CsvTable.cellName(702, 0)))
                .containsExactly("A1", "Z4", "AA10", "ZZ1", "AAA1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1,\"x\r\"\n3,4\n", "a,b\r\n1,\"x\r\n\"\r\n3,4\r\n", "a,b\r1,\"x\r\"\r3,4\r"})
    void keepsRecordsApartWhereACellEndsWithALineBreak(String text) {
        CsvTable table = read(text);

        assertThat(problems).isEmpty();
        assertThat(table.rows().stream().map(row -> texts(row.cells())))
                .containsExactly(List.of("1", "x\n"), List.of("3", "4"));
    }

    @Test
    void readsATableOfOneColumn() {
        CsvTable table = read("word\nyes\n");

        assertThat(problems).isEmpty();
        assertThat(table.rows()).hasSize(1);
    }

    @Test
    void refusesWhatIsNotUtf8AndSaysWhere() {
        read("role,note\npmm,caf\u00e9\n", Charset.forName("windows-1252"));
        assertThat(told()).isEqualTo("bands.csv:2:8: is not UTF-8: the byte 0xE9 stands here; save it as CSV UTF-8");
    }

    @Test
    void refusesACutOffCharacterAtTheEnd() {
        CsvText.read("bands.csv", new byte[] {'a', '\n', (byte) 0xC3}, problems::add);
        assertThat(told()).isEqualTo("bands.csv:2:1: is not UTF-8: the byte 0xC3 stands here; save it as CSV UTF-8");
    }

    @Test
    void refusesUtf16WithAndWithoutByteOrderMark() {
        read("\uFEFFrole\n", UTF_16LE);
        read("role\n", UTF_16LE);
        assertThat(told()).isEqualTo("""
                        bands.csv:1:1: is UTF-16 and not UTF-8; save it as CSV UTF-8
                        bands.csv:1:2: has a NUL, which no text has (perhaps UTF-16); save it as CSV UTF-8""");
    }

    @Test
    void refusesAWorkbook() {
        CsvText.read("bands.csv", new byte[] {'P', 'K', 3, 4, 20, 0}, problems::add);
        assertThat(told())
                .isEqualTo("bands.csv: is a spreadsheet program's own file and not text; save it as CSV UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\n\r\n", ";;\n", " , ,\n", "sep=;\n"})
    void refusesAnEmptyFile(String text) {
        CsvTable table = read(text);

        assertThat(table.header()).isEmpty();
        assertThat(told())
                .isEqualTo("bands.csv: is empty; the first line names the columns, a row follows in each other");
    }

    @Test
    void refusesAHeaderWithoutRows() {
        read("role,level\n,\n");
        assertThat(told()).isEqualTo("bands.csv:1: has a header and no row");
    }

    @Test
    void refusesToGuessBetweenTwoSeparators() {
        read("\nrole,level;base\n1,2;3\n");
        assertThat(told())
                .isEqualTo("bands.csv:2: the header line has commas (1) and semicolons (1), so that it is open"
                        + " what separates the columns; put a column name that contains one of them in quotation marks,"
                        + " or write `sep=,` or `sep=;` alone in a first line");
    }

    @Test
    void refusesASeparatorThatItCannotRead() {
        read("sep=|\nrole|level\n1|2\n");
        assertThat(told())
                .isEqualTo("bands.csv:1:1: `sep=|` names no separator that can be read here; write `sep=,` or"
                        + " `sep=;`, or leave the line out");
    }

    @Test
    void takesASeparatorInsideAQuotedColumnNameForText() {
        CsvTable table = read("role;\"base, minimum\"\npmm;1\n");

        assertThat(problems).isEmpty();
        assertThat(texts(table.header())).containsExactly("role", "base, minimum");
    }

    @Test
    void tellsABrokenHeaderAndStopsThere() {
        CsvTable table = read("role,\"level\"x\npmm,mid\n");

        assertThat(table.rows()).isEmpty();
        assertThat(told())
                .isEqualTo("bands.csv:1:6: cell B1: after its closing quotation mark stands `x`;"
                        + " a quotation mark inside a cell is written twice");
    }

    @Test
    void tellsAQuotationMarkThatIsOpenAtTheVeryEnd() {
        read("role,level\npmm,\"\"\"");
        assertThat(told())
                .isEqualTo("bands.csv:2:5: cell B2 (`level`): begins with a quotation mark that is never closed");
    }

    @Test
    void readsTheGoodRowsBetweenTheBrokenOnes() {
        CsvTable table = read("role,level\n\"pmm\"x,mid\nanalyst,senior\npmm\nclerk,junior\nqueen,\"open\n");

        assertThat(problems).hasSize(3);
        assertThat(table.rows().stream().map(row -> texts(row.cells())))
                .containsExactly(List.of("analyst", "senior"), List.of("clerk", "junior"));
    }

    @Test
    void tellsEverythingThatIsWrongWithAVeryBrokenTable() throws IOException {
        CsvText.read("bands.csv", resource("broken.csv").getBytes(UTF_8), problems::add);
        assertThat(told() + "\n").isEqualTo(resource("broken.csv.problems.txt"));
    }

    private CsvTable read(String text) {
        return read(text, UTF_8);
    }

    private CsvTable read(String text, Charset charset) {
        return CsvText.read("bands.csv", text.getBytes(charset), problems::add);
    }

    private String told() {
        return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }

    private static List<String> texts(List<Cell> cells) {
        return cells.stream().map(Cell::text).toList();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = CsvTextTests.class.getResourceAsStream("/policy/" + name)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
