package org.offereligibility.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
        for (int i = 0; i < table.header().size(); i++) {
            columns.places.put(Cells.fieldName(table.header().get(i).text()), i);
        }
        boolean all = true;
        for (String field : fields) {
            if (!columns.places.containsKey(field)) {
                all = false;
                CsvTable.Cell misspelt = misspelt(table, fields).get(field);
                problems.accept(
                        misspelt == null
                                ? new Problem(
                                        table.file(),
                                        table.header().get(0).line(),
                                        0,
                                        "",
                                        "the column `" + FactType.noun(field) + "` is missing")
                                : table.problem(
                                        misspelt,
                                        "unknown column " + VisibleText.shown(misspelt.text()) + ": did you mean `"
                                                + FactType.noun(field) + "`?"));
            }
        }
        return all ? Optional.of(columns) : Optional.empty();
    }

    /** The headers that name no field, by the missing field that each was probably meant to name. */
    static Map<String, CsvTable.Cell> misspelt(CsvTable table, List<String> fields) {
        Map<String, CsvTable.Cell> strangers = new TreeMap<>();
        List<String> missing = new ArrayList<>(fields);
        for (CsvTable.Cell header : table.header()) {
            String field = Cells.fieldName(header.text());
            if (!missing.remove(field) && !fields.contains(field)) {
                strangers.put(header.text(), header);
            }
        }
        Map<String, CsvTable.Cell> misspelt = new HashMap<>();
        for (String field : missing) {
            Vocabulary.nearest(FactType.noun(field), strangers.keySet())
                    .map(strangers::remove)
                    .ifPresent(header -> misspelt.put(field, header));
        }
        return misspelt;
    }

    /** The row's cell of a field that was found. */
    CsvTable.Cell cell(CsvTable.Row row, String field) {
        return row.cells().get(places.getOrDefault(field, 0));
    }
}
