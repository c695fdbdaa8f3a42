package org.offereligibility.report;

import java.util.List;
import java.util.stream.Collectors;
import org.offereligibility.dossier.Problem;
import org.offereligibility.policy.Cells;
import org.offereligibility.policy.CsvTable;

/** The columns that a table must have. */
final class Columns {
    private Columns() {}

    /** One problem for each column that is not there. */
    static List<Problem> missing(CsvTable table, List<String> wanted) {
        List<String> there = table.header().stream()
                .map(cell -> Cells.fieldName(cell.text()))
                .toList();
        return wanted.stream()
                .filter(column -> !there.contains(column))
                .map(column -> new Problem(
                        table.file(),
                        table.header().get(0).line(),
                        0,
                        "",
                        "has no column `" + column + "`; the first line names the columns "
                                + wanted.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "))))
                .toList();
    }
}
