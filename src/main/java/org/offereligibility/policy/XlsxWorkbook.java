package org.offereligibility.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.offereligibility.policy.XlsxParts.Unreadable;

/**
 * A workbook: its sheets that hold something, and the texts and formats that they share.
 *
 * @param isOnly whether the workbook has no sheet but this one, an empty one neither
 */
record XlsxWorkbook(XlsxSheet table, boolean isOnly, List<String> texts, XlsxFormats formats) {
    /** The sheet in which {@link XlsxWriter} keeps the words that its cells offer; it is no table and not read. */
    static final String WORDS = "drop-down lists";

    private static final String BOOK = "xl/workbook.xml";

    private record Named(String name, String id, boolean isHidden) {}

    /** @throws Unreadable unless exactly one sheet holds something */
    static XlsxWorkbook open(byte[] bytes) throws Unreadable {
        XlsxParts parts = XlsxParts.open(bytes);
        Map<String, String> targets = targets(parts);
        List<Named> sheets = sheets(part(parts, BOOK, "is a zip file, but not an Excel workbook"));
        List<XlsxSheet> filled = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Named sheet : sheets) {
            String target = Optional.ofNullable(targets.get(sheet.id())).orElseThrow(Unreadable::damaged);
            XlsxSheet read = XlsxSheet.read(sheet.name(), parts.part(target).orElseThrow(Unreadable::damaged));
            if (!read.isEmpty()) {
                filled.add(read);
                names.add(VisibleText.shown(sheet.name()) + (sheet.isHidden() ? " (hidden)" : ""));
            }
        }
        if (filled.size() != 1) {
            throw new Unreadable(
                    filled.isEmpty()
                            ? "is empty; the first row names the columns, a row follows for each thing"
                            : "has " + filled.size() + " sheets that are not empty: "
                                    + names.stream().collect(Collectors.joining(", "))
                                    + "; keep the one that is the table, and delete or save the others elsewhere");
        }
        Optional<byte[]> texts = ofType(parts, targets, "sharedstrings.xml");
        Optional<byte[]> styles = ofType(parts, targets, "styles.xml");
        return new XlsxWorkbook(
                filled.get(0),
                sheets.size() == 1,
                texts.isPresent() ? texts(texts.get()) : List.of(),
                styles.isPresent() ? XlsxFormats.read(styles.get()) : XlsxFormats.none());
    }

    private static byte[] part(XlsxParts parts, String name, String otherwise) throws Unreadable {
        return parts.part(name)
                .orElseThrow(() -> new Unreadable(otherwise + "; save the table as Excel workbook (.xlsx)"));
    }

    /** The parts by the id that the workbook knows them by. */
    private static Map<String, String> targets(XlsxParts parts) throws Unreadable {
        Map<String, String> targets = new HashMap<>();
        Optional<byte[]> relations = parts.part("xl/_rels/workbook.xml.rels");
        if (relations.isEmpty()) {
            return targets;
        }
        XlsxXml xml = new XlsxXml(relations.get());
        while (xml.next()) {
            if (xml.begins("Relationship")) {
                String target = xml.attribute("Target").orElse("");
                targets.put(
                        xml.attribute("Id").orElse(""), target.startsWith("/") ? target.substring(1) : "xl/" + target);
            }
        }
        return targets;
    }

    private static Optional<byte[]> ofType(XlsxParts parts, Map<String, String> targets, String name) {
        return targets.values().stream()
                .filter(target -> target.regionMatches(true, target.length() - name.length(), name, 0, name.length()))
                .findFirst()
                .flatMap(parts::part);
    }

    private static List<Named> sheets(byte[] book) throws Unreadable {
        List<Named> sheets = new ArrayList<>();
        XlsxXml xml = new XlsxXml(book);
        while (xml.next()) {
            if (xml.begins("sheet")) {
                String name = xml.attribute("name").orElse("");
                String state = xml.attribute("state").orElse("visible");
                boolean isOfWords = name.equals(WORDS) && !state.equals("visible");
                if (!isOfWords) {
                    sheets.add(new Named(name, xml.attribute("id").orElse(""), !state.equals("visible")));
                }
            }
        }
        return sheets;
    }

    private static List<String> texts(byte[] part) throws Unreadable {
        List<String> texts = new ArrayList<>();
        XlsxXml xml = new XlsxXml(part);
        while (xml.next()) {
            if (xml.begins("si")) {
                texts.add(xml.lettered("si"));
            }
        }
        return texts;
    }
}
