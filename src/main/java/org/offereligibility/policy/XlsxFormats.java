package org.offereligibility.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.offereligibility.policy.XlsxParts.Unreadable;

/** How a workbook shows the numbers of its cells, as far as it changes what a reader takes them for. */
final class XlsxFormats {
    private static final Map<Integer, String> BUILT_IN = Map.ofEntries(
            Map.entry(1, "0"),
            Map.entry(2, "0.00"),
            Map.entry(3, "#,##0"),
            Map.entry(4, "#,##0.00"),
            Map.entry(5, "#,##0"),
            Map.entry(6, "#,##0"),
            Map.entry(7, "#,##0.00"),
            Map.entry(8, "#,##0.00"),
            Map.entry(9, "0%"),
            Map.entry(10, "0.00%"),
            Map.entry(11, "0.00E+00"),
            Map.entry(12, "# ?/?"),
            Map.entry(13, "# ??/??"),
            Map.entry(37, "#,##0"),
            Map.entry(38, "#,##0"),
            Map.entry(39, "#,##0.00"),
            Map.entry(40, "#,##0.00"),
            Map.entry(41, "#,##0"),
            Map.entry(42, "#,##0"),
            Map.entry(43, "#,##0.00"),
            Map.entry(44, "#,##0.00"),
            Map.entry(48, "##0.0E+0"),
            Map.entry(49, "@"));

    private final List<String> ofStyle = new ArrayList<>();

    private XlsxFormats() {}

    static XlsxFormats none() {
        return new XlsxFormats();
    }

    /** @param part {@code xl/styles.xml} */
    static XlsxFormats read(byte[] part) throws Unreadable {
        XlsxFormats formats = new XlsxFormats();
        Map<Integer, String> own = new HashMap<>();
        boolean isOfCells = false;
        XlsxXml xml = new XlsxXml(part);
        while (xml.next()) {
            if (xml.begins("numFmt")) {
                own.put(
                        xml.number("numFmtId").orElse(0),
                        xml.attribute("formatCode").orElse(""));
            } else if (xml.begins("cellXfs")) {
                isOfCells = true;
            } else if (xml.ends("cellXfs")) {
                isOfCells = false;
            } else if (isOfCells && xml.begins("xf")) {
                int id = xml.number("numFmtId").orElse(0);
                formats.ofStyle.add(own.getOrDefault(id, builtIn(id)));
            }
        }
        return formats;
    }

    /** Numbers that a program leaves to the language of the reader are dates and times. */
    private static String builtIn(int id) {
        boolean isDate =
                (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
        return isDate ? "yyyy-mm-dd" : BUILT_IN.getOrDefault(id, "General");
    }

    /** The format of a style, or of a style that nothing is said of. */
    Shown of(int style) {
        return Shown.of(style < ofStyle.size() ? ofStyle.get(style) : "General");
    }

    /** What a reader sees of a number. */
    enum Kind {
        AS_IT_IS,
        ROUNDED,
        DATE,
        PERCENT,
        OTHERWISE
    }

    /** @param decimals how many are shown, of a number that is shown {@code ROUNDED} */
    record Shown(Kind kind, int decimals) {
        private static Shown of(String code) {
            String plain = code.toLowerCase(Locale.ROOT)
                    .replaceAll("\"[^\"]*\"|\\\\.|[_*].", "")
                    .replaceAll("\\[(?!h+\\]|m+\\]|s+\\])[^\\]]*\\]", "");
            String first = plain.split(";", 2)[0];
            if (first.isEmpty() && !code.isEmpty()) {
                return new Shown(Kind.OTHERWISE, 0);
            }
            if (first.contains("general") || first.contains("standard") || first.isEmpty() || first.equals("@")) {
                return new Shown(Kind.AS_IT_IS, 0);
            }
            if (first.contains("%")) {
                return new Shown(Kind.PERCENT, 0);
            }
            if (first.matches(".*[ymdhs].*")) {
                return new Shown(Kind.DATE, 0);
            }
            if (!first.matches("[^0#?@/e]*[0#?,]+(\\.[0#?]*)?[^0#?@/e.]*") || first.matches(".*,+[^0#?,]*")) {
                return new Shown(Kind.OTHERWISE, 0);
            }
            int point = first.indexOf('.');
            int decimals = point < 0
                    ? 0
                    : (int) first.substring(point)
                            .chars()
                            .filter(c -> "0#?".indexOf(c) >= 0)
                            .count();
            return new Shown(Kind.ROUNDED, decimals);
        }
    }
}
