package org.offereligibility.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Problem;
import org.offereligibility.policy.CsvTable.Cell;

/**
 * Reads the cells of a table as what they are meant to be. A cell that cannot be read so is a problem that says what to
 * write; one that has been refused already, such as for a character that cannot be seen, is passed over in silence.
 */
public final class Cells {
    private static final Set<String> LIKE_YES =
            Set.of("yes", "y", "true", "t", "ja", "j", "oui", "si", "sí", "1", "x", "✓");
    private static final Set<String> LIKE_NO = Set.of("no", "n", "false", "f", "nein", "non", "0", "-");
    private static final Set<String> SPREADSHEET_ERRORS =
            Set.of("#REF!", "#NAME?", "#N/A", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#ERROR!");

    private final CsvTable table;
    private final Consumer<Problem> problems;

    public Cells(CsvTable table, Consumer<Problem> problems) {
        this.table = table;
        this.problems = problems;
    }

    /** An exact number, such as {@code 185000}, {@code 185,000} (only between commas), {@code -0.5} or {@code +0.5}. */
    public Optional<Exact> number(Cell cell) {
        if (isRefusedAlready(cell)) {
            return Optional.empty();
        }
        Optional<Exact> exact = table.number(cell);
        if (exact.isEmpty()) {
            refuse(cell, new CellNumber(cell.text(), table.separator()).refusal());
        }
        return exact;
    }

    /** {@code yes} or {@code no}, in these letters and no other. */
    Optional<Boolean> yesNo(Cell cell) {
        String text = cell.text();
        if (text.equals("yes") || text.equals("no")) {
            return Optional.of(text.equals("yes"));
        }
        if (!isRefusedAlready(cell)) {
            String likely = text.toLowerCase(Locale.ROOT);
            String cure = LIKE_YES.contains(likely) ? "`yes`" : LIKE_NO.contains(likely) ? "`no`" : "`yes` or `no`";
            refuse(
                    cell,
                    text.isEmpty()
                            ? "is empty; write `yes` or `no`"
                            : VisibleText.shown(text) + " is neither `yes` nor `no`; write " + cure);
        }
        return Optional.empty();
    }

    /** Any text, but some. */
    public Optional<String> word(Cell cell) {
        if (isRefusedAlready(cell)) {
            return Optional.empty();
        }
        if (cell.text().isEmpty()) {
            refuse(cell, "is empty; a word is needed here");
            return Optional.empty();
        }
        if (SPREADSHEET_ERRORS.contains(cell.text())) {
            refuse(cell, VisibleText.shown(cell.text()) + " is an error of the spreadsheet; mend the formula");
            return Optional.empty();
        }
        return Optional.of(cell.text());
    }

    /**
     * The field that a header names: {@code base minimum}, {@code base-minimum}, {@code base_minimum}, {@code Base Minimum},
     * {@code BaseMinimum} and {@code baseMinimum} all name {@code baseMinimum}.
     */
    public static String fieldName(String header) {
        List<String> words = Arrays.stream(header.split("[\\s_-]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.size() == 1) {
            String word = words.get(0);
            return word.equals(word.toUpperCase(Locale.ROOT)) ? word.toLowerCase(Locale.ROOT) : begun(word, false);
        }
        StringBuilder field = new StringBuilder();
        for (String word : words) {
            field.append(begun(word.toLowerCase(Locale.ROOT), !field.isEmpty()));
        }
        return field.toString();
    }

    private static String begun(String word, boolean isCapital) {
        int second = word.offsetByCodePoints(0, 1);
        String first = word.substring(0, second);
        return (isCapital ? first.toUpperCase(Locale.ROOT) : first.toLowerCase(Locale.ROOT)) + word.substring(second);
    }

    private boolean isRefusedAlready(Cell cell) {
        return cell.holds() == CsvTable.Holds.REFUSED
                || VisibleText.firstInvisible(cell.text()).isPresent();
    }

    private void refuse(Cell cell, String message) {
        problems.accept(table.problem(cell, message));
    }
}
