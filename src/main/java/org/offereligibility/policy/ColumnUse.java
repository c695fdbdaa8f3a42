package org.offereligibility.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.offereligibility.dossier.Vocabulary;
import org.offereligibility.policy.CsvTable.Cell;
import org.offereligibility.policy.CsvTable.Holds;

/**
 * What a column of a table is for, as the rules beside the table say it or, where none do, as its cells show it.
 *
 * @param isNumber whether its cells are to be numbers
 * @param words the only words that may stand in it; none where any may
 * @param separator of the table that is read
 */
record ColumnUse(boolean isNumber, List<String> words, char separator) {
    /** As many digits as a spreadsheet program keeps of a number. */
    private static final int DIGITS = 15;

    ColumnUse {
        words = List.copyOf(words);
    }

    /** The use of each column of that table, in the order of its header. */
    static List<ColumnUse> of(CsvTable table, PolicyFolder folder) {
        PolicySource rules = PolicySource.examine(folder, false).source(); // whether the rules hold is asked elsewhere
        String declared = TableFile.declared(table.file());
        Optional<FactType> type = rules.types().declared().stream()
                .filter(each -> each.table().filter(declared::equals).isPresent())
                .findFirst();
        Vocabulary vocabulary = rules.vocabulary();
        List<ColumnUse> uses = new ArrayList<>();
        for (int i = 0; i < table.header().size(); i++) {
            int column = i;
            String name = Cells.fieldName(table.header().get(i).text());
            Optional<FactType.Field> field = type.flatMap(fact -> fact.field(name));
            boolean isNumber = field.isPresent()
                    ? field.get().type().equals("Exact")
                    : type.isEmpty()
                            && table.rows().stream()
                                    .map(row -> row.cells().get(column))
                                    .allMatch(cell -> cell.text().isEmpty()
                                            || decimal(cell, table.separator()).isPresent())
                            && table.rows().stream()
                                    .anyMatch(row ->
                                            !row.cells().get(column).text().isEmpty());
            List<String> choices = field.filter(known -> !known.has("names"))
                    .map(known -> known.type().equals("Boolean")
                            ? List.of("yes", "no")
                            : known.word()
                                    .map(vocabulary::words)
                                    .map(List::copyOf)
                                    .orElse(List.of()))
                    .orElse(List.of());
            uses.add(new ColumnUse(isNumber, choices, table.separator()));
        }
        return uses;
    }

    /** The cell as a number that every spreadsheet program keeps as it is, where it is one and is to be one. */
    Optional<String> number(Cell cell) {
        return isNumber ? decimal(cell, separator).map(BigDecimal::toPlainString) : Optional.empty();
    }

    /** The cell as a text that can be read as the same word or number and as no other. */
    String text(Cell cell) {
        return isNumber ? any(cell, separator).map(CellNumber::plainly).orElse(cell.text()) : cell.text();
    }

    private static Optional<BigDecimal> decimal(Cell cell, char separator) {
        return any(cell, separator)
                .map(number -> number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros())
                .filter(number -> number.precision() <= DIGITS
                        && number.precision() - number.scale() <= DIGITS
                        && number.scale() <= DIGITS);
    }

    private static Optional<BigDecimal> any(Cell cell, char separator) {
        return cell.holds() == Holds.NUMBER
                ? Optional.of(new BigDecimal(cell.text()))
                : new CellNumber(cell.text(), separator).decimal();
    }
}
