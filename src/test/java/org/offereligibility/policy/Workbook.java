package org.offereligibility.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written by hand, part by part, so that any of them can be wrong. */
final class Workbook {
    static final String RELATIONS =
            "<Relationships><Relationship Id='a' Type='worksheet' Target='worksheets/sheet1.xml'/>"
                    + "<Relationship Id='b' Type='worksheet' Target='worksheets/sheet2.xml'/>"
                    + "<Relationship Id='s' Type='styles' Target='styles.xml'/>"
                    + "<Relationship Id='t' Type='sharedStrings' Target='sharedStrings.xml'/></Relationships>";
    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    /** @param rows the elements in {@code sheetData} after a header of the columns {@code word} and {@code number} */
    static Workbook of(String rows) {
        return new Workbook()
                .part(
                        "xl/workbook.xml",
                        "<workbook xmlns:r='r'><sheets><sheet name='Bands' sheetId='1' r:id='a'/></sheets></workbook>")
                .part("xl/_rels/workbook.xml.rels", RELATIONS)
                .part(
                        "xl/styles.xml",
                        "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='#,##0.00\\ [$€-407]'/>"
                                + "<numFmt numFmtId='165' formatCode='dd\"th\" mmm'/><numFmt numFmtId='166' formatCode=';;;'/></numFmts>"
                                + "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='9'/><xf numFmtId='164'/><xf numFmtId='165'/>"
                                + "<xf numFmtId='1'/><xf numFmtId='11'/><xf numFmtId='166'/></cellXfs></styleSheet>")
                .part(
                        "xl/sharedStrings.xml",
                        "<sst><si><t>shared</t></si><si><r><t>ri</t></r><r><t>ch</t></r><rPh><t>no</t></rPh></si></sst>")
                .sheet(rows, "");
    }

    Workbook sheet(String rows, String after) {
        return part(
                "xl/worksheets/sheet1.xml",
                "<worksheet><dimension ref='A1:XFD1048576'/><sheetData>" + "<row r='1'>" + text("A1", "word")
                        + text("B1", "number") + "</row>" + rows + "</sheetData>" + after + "</worksheet>");
    }

    static String text(String place, String text) {
        return "<c r='" + place + "' t='inlineStr'><is><t>" + text + "</t></is></c>";
    }

    static String row(int number, String word, String cell) {
        return "<row r='" + number + "'>" + text("A" + number, word) + cell + "</row>";
    }

    /** A row whose second cell holds that number in that style. */
    static String number(String value, int style) {
        return row(2, "x", "<c r='B2' s='" + style + "'><v>" + value + "</v></c>");
    }

    Workbook part(String name, String text) {
        return part(name, text.getBytes(UTF_8));
    }

    Workbook part(String name, byte[] bytes) {
        parts.put(name, bytes);
        return this;
    }

    Workbook without(String name) {
        parts.remove(name);
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
