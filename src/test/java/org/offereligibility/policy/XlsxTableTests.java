package org.offereligibility.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.offereligibility.Golden;
import org.offereligibility.dossier.Problem;

/** What is read from a workbook, and what is said of one that cannot be read. */
class XlsxTableTests {
    @Test
    void readsWhatAPersonSees() {
        assertThat(numberIn("185000", 0)).isEqualTo("185000");
        assertThat(numberIn("1.1000000000000001", 0)).isEqualTo("1.1");
        assertThat(numberIn("0.1", 0)).isEqualTo("0.1");
        assertThat(numberIn("-0.125", 0)).isEqualTo("-0.125");
        assertThat(numberIn("2.3E5", 0)).isEqualTo("230000");
        assertThat(numberIn("230000", 3)).isEqualTo("230000");
        assertThat(numberIn("-0", 0)).isEqualTo("0");
        assertThat(numberIn("999999999999999", 0)).isEqualTo("999999999999999");
    }

    @Test
    void readsTextsHoweverTheyAreStored() {
        String rows = "<row r='3' hidden='1'><c r='A3' t='s'><v>1</v></c><c r='B3' t='b'><v>1</v></c></row>"
                + "<row><c t='s'><v>0</v></c><c t='str'><v>a_x000D__x000A_b</v></c></row>"
                + "<row r='9'><c r='A9' s='1'/></row>";
        List<Problem> problems = new ArrayList<>();
        CsvTable table = read(Workbook.of(rows), problems);
        assertThat(problems).isEmpty();
        assertThat(table.rows().stream()
                        .map(row ->
                                row.cells().stream().map(CsvTable.Cell::text).toList()))
                .containsExactly(List.of("rich", "TRUE"), List.of("shared", "a\nb"));
        assertThat(table.rows().get(0).cells().get(1)).isEqualTo(new CsvTable.Cell(3, 2, "B3", "TRUE"));
    }

    @Test
    void saysOfEachWorkbookThatCannotBeReadWhyAndWhatToDo() throws Exception {
        Map<String, byte[]> cases = new LinkedHashMap<>();
        cases.put("a date", Workbook.of(Workbook.number("45720", 1)).bytes());
        cases.put(
                "a date in a format of one's own",
                Workbook.of(Workbook.number("45720", 4)).bytes());
        cases.put(
                "an ISO date",
                Workbook.of(Workbook.row(2, "x", "<c r='B2' t='d'><v>2025-03-04</v></c>"))
                        .bytes());
        cases.put("a percentage", Workbook.of(Workbook.number("0.5", 2)).bytes());
        cases.put("shown rounded", Workbook.of(Workbook.number("3.46", 5)).bytes());
        cases.put(
                "shown with a power", Workbook.of(Workbook.number("150001", 6)).bytes());
        cases.put("not shown", Workbook.of(Workbook.number("3", 7)).bytes());
        cases.put(
                "a sum with a tail",
                Workbook.of(Workbook.number("0.30000000000000004", 0)).bytes());
        cases.put("a long number", Workbook.of(Workbook.number("1E+21", 0)).bytes());
        cases.put("no number", Workbook.of(Workbook.number("abc", 0)).bytes());
        cases.put("an endless number", Workbook.of(Workbook.number("1E999", 0)).bytes());
        cases.put(
                "a formula",
                Workbook.of(Workbook.row(2, "x", "<c r='B2'><f>SUM(B3:B9)</f><v>4</v></c>"))
                        .bytes());
        cases.put(
                "merged cells",
                Workbook.of("")
                        .sheet(Workbook.number("1", 0), "<mergeCells><mergeCell ref='A2:B2'/></mergeCells>")
                        .bytes());
        cases.put(
                "beyond the last column",
                Workbook.of(Workbook.row(2, "x", Workbook.text("D2", "note"))).bytes());
        cases.put(
                "a column far away",
                Workbook.of(Workbook.row(2, "x", Workbook.text("XFD2", "note"))).bytes());
        cases.put(
                "a shared text that is not there",
                Workbook.of("<row><c t='s'><v>7</v></c></row>").bytes());
        cases.put("no row", Workbook.of("").bytes());
        cases.put(
                "a twin",
                Workbook.of(Workbook.number("1", 0))
                        .part(
                                "xl/workbook.xml",
                                "<workbook xmlns:r='r'><sheets><sheet name='Bands' r:id='a'/>"
                                        + "<sheet name='Old' state='hidden' r:id='b'/></sheets></workbook>")
                        .part(
                                "xl/worksheets/sheet2.xml",
                                "<worksheet><sheetData><row>" + Workbook.text("A1", "x")
                                        + "</row></sheetData></worksheet>")
                        .bytes());
        cases.put(
                "in one of two sheets",
                Workbook.of(Workbook.number("0.5", 2))
                        .part(
                                "xl/workbook.xml",
                                "<workbook xmlns:r='r'><sheets><sheet name='Bands' r:id='a'/>"
                                        + "<sheet name='Sheet2' r:id='b'/></sheets></workbook>")
                        .part("xl/worksheets/sheet2.xml", "<worksheet><sheetData/></worksheet>")
                        .bytes());
        cases.put("nothing", new byte[0]);
        cases.put("a CSV file", "word,number\na,1\n".getBytes(UTF_8));
        cases.put("an old or locked workbook", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0});
        cases.put(
                "an OpenDocument spreadsheet",
                new Workbook()
                        .part("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
                        .bytes());
        cases.put(
                "a binary workbook", new Workbook().part("xl/workbook.bin", "x").bytes());
        cases.put("another zip file", new Workbook().part("a.txt", "x").bytes());
        cases.put("cut off", Arrays.copyOf(Workbook.of(Workbook.number("1", 0)).bytes(), 900));
        cases.put(
                "a sheet that is missing",
                Workbook.of("").without("xl/worksheets/sheet1.xml").bytes());
        cases.put(
                "a sheet that is no XML",
                Workbook.of("")
                        .part("xl/worksheets/sheet1.xml", "<worksheet><row>")
                        .bytes());
        cases.put(
                "a bomb",
                Workbook.of("").part("xl/media/bomb", new byte[64 << 20]).bytes());
        cases.put(
                "a document type",
                Workbook.of("")
                        .part(
                                "xl/worksheets/sheet1.xml",
                                "<!DOCTYPE w [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><worksheet><sheetData>" + "<row>"
                                        + Workbook.text("A1", "&e;") + "</row></sheetData></worksheet>")
                        .bytes());
        StringBuilder told = new StringBuilder();
        cases.forEach((name, bytes) -> {
            List<Problem> problems = new ArrayList<>();
            XlsxTable.read("bands.xlsx", bytes, problems::add);
            assertThat(problems).as(name).isNotEmpty();
            told.append("# ").append(name).append('\n');
            problems.forEach(problem -> told.append(problem).append('\n'));
            told.append('\n');
        });
        Golden.assertEquals("policy/broken-workbooks.txt", told.toString());
    }

    @Test
    void saysOfEachCellThatIsNotWhatItsColumnNeedsWhatToWrite() throws Exception {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("a sum shown as it is", "<c r='B2'><v>0.30000000000000004</v></c>");
        cells.put("yes or no as a switch", "<c r='B2' t='b'><v>1</v></c>");
        cells.put("an error", "<c r='B2' t='e'><v>#N/A</v></c>");
        cells.put("a number as text", Workbook.text("B2", "185000"));
        cells.put("a grouped number as text", Workbook.text("B2", "185,000"));
        cells.put("a number as text with an apostrophe", Workbook.text("B2", "'3.5"));
        cells.put("a date as text", Workbook.text("B2", "4-Mar"));
        cells.put("nothing", "");
        StringBuilder told = new StringBuilder();
        for (Map.Entry<String, String> cell : cells.entrySet()) {
            for (String word : List.of(Workbook.text("A2", "x"), "<c r='A2'><v>7</v></c>")) {
                List<Problem> problems = new ArrayList<>();
                CsvTable table = read(Workbook.of("<row r='2'>" + word + cell.getValue() + "</row>"), problems);
                Cells read = new Cells(table, problems::add);
                told.append("# ").append(cell.getKey()).append('\n');
                List<CsvTable.Cell> row = table.rows().get(0).cells();
                told.append(read.word(row.get(0)).orElse("no word")).append(", ");
                told.append(read.number(row.get(1)).map(Object::toString).orElse("no number"));
                told.append('\n');
                problems.forEach(problem -> told.append(problem).append('\n'));
            }
        }
        Golden.assertEquals("policy/odd-cells.txt", told.toString());
    }

    @Test
    void passesOverAMillionEmptyRows() {
        StringBuilder rows = new StringBuilder(Workbook.number("185000", 0));
        for (int row = 3; row <= 300_000; row++) {
            rows.append("<row r='").append(row).append("' s='1'/>");
        }
        rows.append("<row r='1048576'><c r='A1048576' s='1'/></row>");
        List<Problem> problems = new ArrayList<>();
        CsvTable table = read(Workbook.of(rows.toString()), problems);
        assertThat(problems).isEmpty();
        assertThat(table.rows()).hasSize(1);
    }

    @Test
    void refusesTextsThatUnpackToGigabytesBeforeTheyDo() {
        byte[] bomb =
                Workbook.of("").part("xl/sharedStrings.xml", new byte[64 << 20]).bytes();
        assertThat(bomb.length).isLessThan(1 << 20);
        List<Problem> problems = new ArrayList<>();
        assertThat(XlsxTable.read("bands.xlsx", bomb, problems::add).rows()).isEmpty();
        assertThat(problems).singleElement().asString().contains("is too large");
    }

    @Test
    void neverFailsOnAWorkbookThatIsBroken() {
        Random random = new Random(4_009);
        byte[] sound = Workbook.of(Workbook.number("185000", 3)).bytes();
        for (int i = 0; i < 300; i++) {
            byte[] broken = sound.clone();
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
            }
            byte[] given = i % 3 == 0 ? Arrays.copyOf(broken, random.nextInt(broken.length)) : broken;
            neitherFailsNorIsSilent(given, "case " + i);
        }
    }

    @Test
    void neverFailsOnAPartThatIsBroken() {
        Random random = new Random(4_010);
        String sheet = "<worksheet><sheetData><row r='1'>" + Workbook.text("A1", "word") + Workbook.text("B1", "n")
                + "</row>" + Workbook.number("185000", 3) + "</sheetData></worksheet>";
        for (int i = 0; i < 300; i++) {
            byte[] broken = sheet.getBytes(UTF_8);
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            neitherFailsNorIsSilent(
                    Workbook.of("").part("xl/worksheets/sheet1.xml", broken).bytes(), "case " + i);
        }
    }

    private static void neitherFailsNorIsSilent(byte[] bytes, String name) {
        List<Problem> problems = new ArrayList<>();
        assertThatCode(() -> {
                    CsvTable table = XlsxTable.read("t.xlsx", bytes, problems::add);
                    assertThat(problems.isEmpty() && table.rows().isEmpty()).isFalse();
                })
                .as(name)
                .doesNotThrowAnyException();
    }

    private static String numberIn(String stored, int style) {
        List<Problem> problems = new ArrayList<>();
        CsvTable table = read(Workbook.of(Workbook.number(stored, style)), problems);
        assertThat(problems).isEmpty();
        return table.rows().get(0).cells().get(1).text();
    }

    private static CsvTable read(Workbook book, List<Problem> problems) {
        return XlsxTable.read("bands.xlsx", book.bytes(), problems::add);
    }
}
