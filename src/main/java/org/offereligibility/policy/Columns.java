package org.offereligibility.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.offereligibility.dossier.Problem;
import org.offereligibility.dossier.Vocabulary;

/** Where the fields of a table stand. */
final class Columns {
    private final Map<String, Integer> places = new HashMap<>();

    private Columns() {}

    /** The columns of these fields; none, and a problem for each that is missing, where one is. */
    static Optional<Columns> find(CsvTable table, List<String> fields, Consumer<Problem> problems) {
        Columns columns = new Columns();
        List<String> headers = table.header().stream().map(CsvTable.Cell::text).toList();
        for (int i = 0; i < headers.size(); i++) {
            columns.places.put(Cells.fieldName(headers.get(i)), i);
        }
        boolean all = true;
        for (String field : fields) {
            if (!columns.places.containsKey(field)) {
                all = false;
                problems.accept(new Problem(
                        table.file(),
                        table.header().get(0).line(),
                        0,
                        "",
                        "the column `" + FactType.noun(field) + "` is missing"
                                + Vocabulary.nearest(FactType.noun(field), headers)
                                        .map(near -> ": is it `" + near + "`?")
                                        .orElse("")));
            }
        }
        return all ? Optional.of(columns) : Optional.empty();
    }

    /** The row's cell of a field that was found. */
    CsvTable.Cell cell(CsvTable.Row row, String field) {
        return row.cells().get(places.getOrDefault(field, 0));
    }
}
