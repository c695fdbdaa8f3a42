package org.offereligibility.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds of the differences between two tables, however they were edited. */
class TableDiffLawsTests {
    private static final Edited PMM = tablesAlone(Edited.pmm());
    private static final List<String> TABLES = PMM.folder().files().keySet().stream()
            .filter(file -> file.endsWith(".csv"))
            .toList();

    private static Edited tablesAlone(Edited policy) {
        Edited tables = policy;
        for (String file : policy.folder().files().keySet()) {
            tables = file.endsWith(".csv") || file.equals("tables.drl") ? tables : tables.without(file);
        }
        return tables;
    }

    @Property(tries = 150)
    void whatWasAndWhatIsMakeTheOneVersionOfTheOther(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 12) int edits) {
        PolicyFolder edited = edited(seed, edits).folder();
        PolicyDiff diff = PolicyDiff.of(PMM.folder(), edited);
        assertThat(applied(PMM.folder(), diff.differences())).isEqualTo(lines(edited));
    }

    @Property(tries = 150)
    void theOtherWayRoundBeforeIsAfter(@ForAll long seed, @ForAll @IntRange(min = 0, max = 12) int edits) {
        PolicyFolder edited = edited(seed, edits).folder();
        List<Difference> there = PolicyDiff.of(PMM.folder(), edited).differences();
        List<Difference> back = PolicyDiff.of(edited, PMM.folder()).differences();
        assertThat(back.stream().map(difference -> List.of(difference.after(), difference.before())))
                .containsExactlyInAnyOrderElementsOf(there.stream()
                        .map(difference -> List.of(difference.before(), difference.after()))
                        .toList());
    }

    /** Cells get other contents, lines come, go and change places. */
    private static Edited edited(long seed, int edits) {
        RandomGenerator random = new java.util.Random(seed);
        Edited edited = PMM;
        for (int i = 0; i < edits; i++) {
            String file = TABLES.get(random.nextInt(TABLES.size()));
            List<String> lines = new ArrayList<>(edited.text(file).lines().toList());
            int line = 1 + random.nextInt(lines.size() - 1);
            switch (random.nextInt(4)) {
                case 0 -> lines.add(line, "new-" + random.nextInt(1000) + lines.get(line));
                case 1 -> lines.add(1 + random.nextInt(lines.size() - 1), lines.remove(line));
                case 2 -> {
                    if (lines.size() > 2) {
                        lines.remove(line);
                    }
                }
                default -> {
                    String[] cells = lines.get(line).split(",", -1);
                    int cell = random.nextInt(cells.length);
                    if (!lines.get(line).contains("\"")) {
                        cells[cell] = random.nextBoolean() ? String.valueOf(random.nextInt(100)) : cells[cell] + "x";
                        lines.set(line, String.join(",", cells));
                    }
                }
            }
            edited = edited.with(file, String.join("\n", lines) + "\n");
        }
        return edited;
    }

    private static Map<String, List<String>> lines(PolicyFolder folder) {
        Map<String, List<String>> lines = new TreeMap<>();
        for (String table : TABLES) {
            lines.put(
                    table,
                    new Edited(folder).text(table).lines().distinct().sorted().toList());
        }
        return lines;
    }

    /** Takes out every line that was, and puts in every line that is. */
    private static Map<String, List<String>> applied(PolicyFolder folder, List<Difference> differences) {
        Map<String, List<String>> lines = new TreeMap<>();
        lines(folder).forEach((file, text) -> lines.put(file, new ArrayList<>(text)));
        differences.forEach(difference ->
                difference.before().forEach(line -> lines.get(line.file()).remove(line.text())));
        differences.forEach(difference ->
                difference.after().forEach(line -> lines.get(line.file()).add(line.text())));
        lines.replaceAll((file, text) -> text.stream().distinct().sorted().toList());
        return lines;
    }
}
