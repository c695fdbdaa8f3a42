package org.offereligibility.policy;

import java.util.ArrayList;
import java.util.List;

/** The rows of a sheet as lines of text, so that they can be shown like those of a file: line 4 is row 4. */
final class RowTexts {
    private static final String BETWEEN = " | ";

    private RowTexts() {}

    static List<String> of(CsvTable table) {
        List<String> lines = new ArrayList<>();
        if (!table.header().isEmpty()) {
            set(lines, table.header().get(0).line(), table.header());
        }
        table.rows().forEach(row -> set(lines, row.line(), row.cells()));
        return lines;
    }

    /** In which character of its line the text of a cell begins, from 1; both columns count from 1. */
    static int column(String line, int cell) {
        int at = 0;
        for (int before = 1; before < cell; before++) {
            int bar = line.indexOf(BETWEEN, at);
            if (bar < 0) {
                return 0;
            }
            at = bar + BETWEEN.length();
        }
        return line.codePointCount(0, at) + 1;
    }

    private static void set(List<String> lines, int number, List<CsvTable.Cell> cells) {
        while (lines.size() < number) {
            lines.add("");
        }
        List<String> texts = cells.stream()
                .map(cell -> cell.text().replace('\n', ' ').replace('|', '¦'))
                .toList();
        lines.set(number - 1, String.join(BETWEEN, texts));
    }
}
