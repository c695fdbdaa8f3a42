package org.offereligibility.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.offereligibility.dossier.Problem;
import org.offereligibility.policy.Cells;
import org.offereligibility.policy.CsvTable;
import org.offereligibility.policy.CsvText;

/**
 * Who belongs to which group, as a file says it. It lives as long as a report is made, is written nowhere, and no problem
 * names a candidate: the line is enough for whoever has the file.
 */
public final class Groups {
    private static final String CANDIDATE = "candidate";
    private static final String GROUP = "group";
    /** What a problem of the reader shows of the table. */
    private static final Pattern SHOWN = Pattern.compile("`[^`]*`");

    private static final Pattern FIRST_TO_LAST = Pattern.compile("`.*`", Pattern.DOTALL);

    /** Where a problem begins with the cell that it is about. */
    private static final Pattern CELL = Pattern.compile("^cell [A-Z]+[0-9]+ ");

    /** So many alike are told one by one. */
    private static final int MANY = 5;

    private final String file;
    private final List<Line> lines;

    /** @param line of the file, from 1 */
    private record Line(int line, int column, String candidate, String group) {}

    private Groups(String file, List<Line> lines) {
        this.file = file;
        this.lines = List.copyOf(lines);
    }

    /**
     * Reads a table with the columns candidate and group and no other.
     *
     * @param problems takes every problem; lines without one count
     * @return nothing if there is no such table
     */
    public static Optional<Groups> read(String file, byte[] bytes, Consumer<Problem> problems) {
        List<Problem> found = new ArrayList<>();
        CsvTable table = CsvText.read(file, bytes, found::add);
        if (table.header().isEmpty()) {
            told(found, problems);
            return Optional.empty();
        }
        List<String> columns = table.header().stream()
                .map(cell -> Cells.fieldName(cell.text()))
                .toList();
        if (!columns.containsAll(List.of(CANDIDATE, GROUP))) {
            // of another table it is no use to say what is wrong with each line
            problems.accept(new Problem(
                    file,
                    table.header().get(0).line(),
                    0,
                    "",
                    "this is no table of groups: its first line must name the columns `" + CANDIDATE + "` and `" + GROUP
                            + "`"));
            return Optional.empty();
        }
        List<Line> lines = new ArrayList<>();
        table.header().stream()
                .filter(cell -> !List.of(CANDIDATE, GROUP, "").contains(Cells.fieldName(cell.text())))
                .map(cell -> table.problem(
                        cell, "is a column that is not read; for groups of another kind make another file"))
                .forEach(found::add);
        Cells cells = new Cells(table, found::add);
        for (CsvTable.Row row : table.rows()) {
            CsvTable.Cell candidate = table.cell(row, CANDIDATE).orElseThrow();
            Optional<String> id = cells.word(candidate);
            Optional<String> group = cells.word(table.cell(row, GROUP).orElseThrow());
            if (id.isPresent() && group.isPresent()) {
                lines.add(new Line(row.line(), candidate.column(), id.get(), group.get()));
            }
        }
        told(found, problems);
        return Optional.of(new Groups(file, lines));
    }

    /** What is wrong with many lines alike is told once. */
    private static void told(List<Problem> found, Consumer<Problem> problems) {
        Map<String, List<Problem>> alike = new LinkedHashMap<>();
        found.stream()
                .map(Groups::discreet)
                .distinct()
                .sorted(Problem.BY_PLACE)
                .forEach(problem -> alike.computeIfAbsent(
                                CELL.matcher(problem.message()).replaceFirst(""), unseen -> new ArrayList<>())
                        .add(problem));
        List<Problem> told = new ArrayList<>();
        alike.forEach((message, all) -> {
            Problem first = all.get(0);
            if (all.size() > MANY) {
                told.add(new Problem(
                        first.file(),
                        first.line(),
                        first.column(),
                        first.pointer(),
                        first.message() + "; the same is wrong in " + Told.number(all.size() - 1L) + " further lines"));
            } else {
                told.addAll(all);
            }
        });
        told.stream().sorted(Problem.BY_PLACE).forEach(problems);
    }

    /** The problem without what stands in the table, but for the names of its columns. */
    private static Problem discreet(Problem problem) {
        String message = problem.message();
        boolean paired = message.chars().filter(c -> c == '`').count() % 2 == 0;
        return new Problem(
                problem.file(),
                problem.line(),
                problem.column(),
                problem.pointer(),
                (paired ? SHOWN : FIRST_TO_LAST)
                        .matcher(message)
                        .replaceAll(shown -> isColumn(shown.group()) ? shown.group() : "this text"));
    }

    private static boolean isColumn(String shown) {
        return List.of(CANDIDATE, GROUP).contains(Cells.fieldName(shown.replace("`", "")));
    }

    /**
     * The group of each candidate of the cohort, by candidate id. Who stands in two groups stands in none.
     *
     * @param problems takes all at once: candidates who stand in several lines, and those who are not in the cohort
     */
    public SortedMap<String, String> joined(Cohort cohort, Consumer<Problem> problems) {
        SortedMap<String, Line> first = new TreeMap<>();
        SortedSet<String> contradicted = new TreeSet<>();
        List<Problem> found = new ArrayList<>();
        List<Integer> strangers = new ArrayList<>();
        for (Line line : lines) {
            Line earlier = first.putIfAbsent(line.candidate(), line);
            if (earlier != null) {
                boolean same = earlier.group().equals(line.group());
                if (!same) {
                    contradicted.add(line.candidate());
                }
                found.add(new Problem(
                        file,
                        line.line(),
                        line.column(),
                        "",
                        "this candidate stands in line " + earlier.line() + " already, "
                                + (same
                                        ? "in the same group, and counts once"
                                        : "in another group, and counts in neither; one of the lines must go")));
            } else if (cohort.judged(line.candidate()).isEmpty()) {
                strangers.add(line.line());
            }
        }
        if (!strangers.isEmpty()) {
            found.add(new Problem(
                    file,
                    strangers.get(0),
                    0,
                    "",
                    strangers.size() == 1
                            ? "there is no decision on this candidate here, so that the line is left out"
                            : "there are no decisions here on the candidates in the lines " + listed(strangers)
                                    + ", so that these lines are left out"));
        }
        found.stream().sorted(Problem.BY_PLACE).forEach(problems);
        SortedMap<String, String> joined = new TreeMap<>();
        for (Map.Entry<String, Line> entry : first.entrySet()) {
            if (!contradicted.contains(entry.getKey())
                    && cohort.judged(entry.getKey()).isPresent()) {
                joined.put(entry.getKey(), entry.getValue().group());
            }
        }
        return joined;
    }

    /** {@code 2, 4 to 9 and 12}; neighbours are told as a range. */
    static String listed(List<Integer> numbers) {
        List<Integer> sorted = numbers.stream().sorted().distinct().toList();
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < sorted.size(); ) {
            int last = i;
            while (last + 1 < sorted.size() && sorted.get(last + 1) == sorted.get(last) + 1) {
                last++;
            }
            if (last > i + 1) {
                parts.add(sorted.get(i) + " to " + sorted.get(last));
                i = last + 1;
            } else {
                parts.add(String.valueOf(sorted.get(i)));
                i++;
            }
        }
        int end = parts.size() - 1;
        return end == 0 ? parts.get(0) : String.join(", ", parts.subList(0, end)) + " and " + parts.get(end);
    }
}
