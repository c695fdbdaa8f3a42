package org.offereligibility.policy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.offereligibility.policy.CsvTable.Cell;
import org.offereligibility.policy.CsvTable.Row;

/**
 * Writes a table as an Excel workbook of one sheet: the names of the columns bold and always in sight, every column of words
 * formatted as text, so that a spreadsheet program makes no date of {@code 3-4}, and a list to choose from where only some
 * words can stand. The same table gives the same bytes.
 */
final class XlsxWriter {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int HEADING = 1;
    private static final int TEXT = 2;
    private static final int WRAPPED = 3;
    private static final int NUMBER = 0;
    private static final int WIDEST = 60;
    private static final int LAST_ROW = 1_048_576;

    /** What would be read as a character's number if it stood there as it is. */
    private static final Pattern LIKE_ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private final CsvTable table;
    private final List<ColumnUse> uses;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private XlsxWriter(CsvTable table, List<ColumnUse> uses) {
        this.table = table;
        this.uses = uses;
    }

    /**
     * The workbook's bytes.
     *
     * @param uses what each column is for, one for each column of the header
     */
    static byte[] write(CsvTable table, List<ColumnUse> uses) {
        XlsxWriter writing = new XlsxWriter(table, uses);
        try (ZipOutputStream zip = new ZipOutputStream(writing.bytes)) {
            writing.write(zip);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return writing.bytes.toByteArray();
    }

    private void write(ZipOutputStream zip) throws IOException {
        boolean hasWords = uses.stream().anyMatch(use -> !use.words().isEmpty());
        String more = hasWords
                ? "<Override PartName=\"/xl/worksheets/sheet2.xml\" ContentType=\"" + SHEET_TYPE + "worksheet+xml\"/>"
                : "";
        part(
                zip,
                "[Content_Types].xml",
                "<Types xmlns=\"" + PACKAGE + "content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + SHEET_TYPE + "sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + SHEET_TYPE
                        + "worksheet+xml\"/>" + more
                        + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + SHEET_TYPE
                        + "styles+xml\"/></Types>");
        part(zip, "_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml")));
        part(
                zip,
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\"><sheets>"
                        + "<sheet name=\"" + escaped(sheetName()) + "\" sheetId=\"1\" r:id=\"rId1\"/>"
                        + (hasWords
                                ? "<sheet name=\"" + XlsxWorkbook.WORDS
                                        + "\" sheetId=\"2\" state=\"hidden\" r:id=\"rId3\"/>"
                                : "")
                        + "</sheets></workbook>");
        part(
                zip,
                "xl/_rels/workbook.xml.rels",
                relations(relation(1, "worksheet", "worksheets/sheet1.xml")
                        + relation(2, "styles", "styles.xml")
                        + (hasWords ? relation(3, "worksheet", "worksheets/sheet2.xml") : "")));
        part(
                zip,
                "xl/styles.xml",
                "<styleSheet xmlns=\"" + MAIN + "\"><fonts count=\"2\">"
                        + "<font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
                        + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
                        + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
                        + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
                        + "<cellXfs count=\"4\">" + style(0, 0, "") + style(49, 1, "") + style(49, 0, "")
                        + style(49, 0, "<alignment vertical=\"top\" wrapText=\"1\"/>") + "</cellXfs>"
                        + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>");
        part(zip, "xl/worksheets/sheet1.xml", sheet());
        if (hasWords) {
            part(zip, "xl/worksheets/sheet2.xml", words());
        }
    }

    private static String style(int format, int font, String alignment) {
        return "<xf numFmtId=\"" + format + "\" fontId=\"" + font + "\" fillId=\"0\" borderId=\"0\" xfId=\"0\""
                + " applyNumberFormat=\"1\" applyFont=\"1\""
                + (alignment.isEmpty() ? "/>" : " applyAlignment=\"1\">" + alignment + "</xf>");
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + RELATIONS + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    private static String relations(String each) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + each + "</Relationships>";
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml)
                .getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** The file's name as far as a sheet may be called so: at most 31 characters, and not some of them. */
    private String sheetName() {
        String stem = TableFile.stem(table.file().substring(table.file().lastIndexOf('/') + 1));
        String allowed =
                stem.replaceAll("[\\[\\]:*?/\\\\'\\p{Cntrl}\\p{Cs}]", " ").strip();
        return allowed.isEmpty() ? "table" : allowed.substring(0, Math.min(31, allowed.length()));
    }

    private String sheet() {
        StringBuilder xml = new StringBuilder(
                "<worksheet xmlns=\"" + MAIN + "\"><sheetViews><sheetView workbookViewId=\"0\">"
                        + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>");
        for (int i = 0; i < uses.size(); i++) {
            xml.append("<col min=\"")
                    .append(i + 1)
                    .append("\" max=\"")
                    .append(i + 1)
                    .append("\" width=\"")
                    .append(width(i))
                    .append("\" customWidth=\"1\" style=\"")
                    .append(uses.get(i).isNumber() ? NUMBER : TEXT)
                    .append("\"/>");
        }
        xml.append("</cols><sheetData><row r=\"1\">");
        for (int i = 0; i < table.header().size(); i++) {
            text(xml, i, 0, table.header().get(i).text(), HEADING);
        }
        xml.append("</row>");
        for (int line = 0; line < table.rows().size(); line++) {
            xml.append("<row r=\"").append(line + 2).append("\">");
            Row row = table.rows().get(line);
            for (int i = 0; i < row.cells().size(); i++) {
                cell(xml, i, line + 1, row.cells().get(i));
            }
            xml.append("</row>");
        }
        return xml.append("</sheetData>")
                .append(choices())
                .append("</worksheet>")
                .toString();
    }

    private void cell(StringBuilder xml, int column, int row, Cell cell) {
        if (uses.get(column).number(cell).isPresent()) {
            xml.append("<c r=\"")
                    .append(CsvTable.cellName(column, row))
                    .append("\" s=\"")
                    .append(NUMBER)
                    .append("\"><v>")
                    .append(uses.get(column).number(cell).get())
                    .append("</v></c>");
        } else {
            text(xml, column, row, uses.get(column).text(cell), cell.text().contains("\n") ? WRAPPED : TEXT);
        }
    }

    private static void text(StringBuilder xml, int column, int row, String text, int style) {
        xml.append("<c r=\"")
                .append(CsvTable.cellName(column, row))
                .append("\" s=\"")
                .append(style);
        if (text.isEmpty()) {
            xml.append("\"/>");
        } else {
            xml.append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                    .append(escaped(LIKE_ESCAPE.matcher(text).replaceAll("_x005F_")))
                    .append("</t></is></c>");
        }
    }

    /** In characters of the usual letter. */
    private int width(int column) {
        ColumnUse use = uses.get(column);
        int longest = table.header().get(column).text().length();
        for (Row row : table.rows()) {
            Cell cell = row.cells().get(column);
            String written = use.number(cell).orElseGet(() -> use.text(cell));
            longest = Math.max(
                    longest, written.lines().mapToInt(String::length).max().orElse(0));
        }
        return Math.min(WIDEST, longest + 3);
    }

    /** The words that a cell offers, in every row that may yet be filled. */
    private String choices() {
        StringBuilder xml = new StringBuilder();
        int lists = 0;
        for (int i = 0; i < uses.size(); i++) {
            int count = uses.get(i).words().size();
            if (count > 0) {
                String from = CsvTable.cellName(i, 1);
                String listed = CsvTable.cellName(lists, 0).replace("1", "");
                xml.append("<dataValidation type=\"list\" allowBlank=\"1\" showErrorMessage=\"1\" sqref=\"")
                        .append(from)
                        .append(':')
                        .append(from.substring(0, from.length() - 1))
                        .append(LAST_ROW)
                        .append("\"><formula1>'" + XlsxWorkbook.WORDS + "'!$")
                        .append(listed)
                        .append("$1:$")
                        .append(listed)
                        .append('$')
                        .append(count)
                        .append("</formula1></dataValidation>");
                lists++;
            }
        }
        return lists == 0 ? "" : "<dataValidations count=\"" + lists + "\">" + xml + "</dataValidations>";
    }

    private String words() {
        List<List<String>> lists = new ArrayList<>();
        uses.stream().map(ColumnUse::words).filter(words -> !words.isEmpty()).forEach(lists::add);
        int longest = lists.stream().mapToInt(List::size).max().orElse(0);
        StringBuilder xml = new StringBuilder("<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
        for (int row = 0; row < longest; row++) {
            xml.append("<row r=\"").append(row + 1).append("\">");
            for (int i = 0; i < lists.size(); i++) {
                if (row < lists.get(i).size()) {
                    text(xml, i, row, lists.get(i).get(row), TEXT);
                }
            }
            xml.append("</row>");
        }
        return xml.append("</sheetData></worksheet>").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
