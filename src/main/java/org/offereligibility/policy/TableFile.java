package org.offereligibility.policy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.offereligibility.dossier.Problem;

/**
 * A file that holds a table, as text or as a workbook; one may always stand in place of the other.
 *
 * @param name relative to the version's folder; it ends with the kind's ending
 */
public record TableFile(String name, Kind kind, byte[] bytes) {
    private static final List<String> OTHER_PROGRAMS = List.of(".ods", ".xls", ".xlsm", ".xlsb", ".tsv", ".numbers");

    static final String SAVE_AS = "save it as CSV UTF-8 (.csv) or Excel workbook (.xlsx)";

    /** How a table is stored. */
    public enum Kind {
        CSV(".csv"),
        XLSX(".xlsx");

        private final String ending;

        Kind(String ending) {
            this.ending = ending;
        }

        /** {@code .csv} or {@code .xlsx}. */
        public String ending() {
            return ending;
        }

        /** The kind that a file's name tells, in capitals or small letters. */
        public static Optional<Kind> of(String file) {
            for (Kind kind : values()) {
                int begin = file.length() - kind.ending.length();
                if (begin > 0 && file.regionMatches(true, begin, kind.ending, 0, kind.ending.length())) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }

        /** The same file's name with this kind's ending. */
        public String named(String file) {
            return stem(file) + ending;
        }
    }

    static String stem(String file) {
        return Kind.of(file)
                .map(kind -> file.substring(0, file.length() - kind.ending.length()))
                .orElse(file);
    }

    /** The name under which rule files and the program know a table, whatever kind of file it stands in: that of a CSV file. */
    static String declared(String file) {
        return Kind.of(file).isPresent() ? Kind.CSV.named(file) : file;
    }

    /** The table that a rule file names, as CSV or as workbook; none, and a problem, where it is missing or there twice. */
    static Optional<TableFile> find(PolicyFolder folder, String declared, Consumer<Problem> problems) {
        List<TableFile> standing = all(folder, declared);
        if (standing.size() > 1) {
            problems.accept(twice(standing));
            return Optional.empty();
        }
        if (standing.size() == 1) {
            return Optional.of(standing.get(0));
        }
        problems.accept(new Problem(declared, 0, 0, "", "this table is missing" + standIn(folder, stem(declared))));
        return Optional.empty();
    }

    /** The files that stand for that table, by whichever of its names it is asked for; more than one is a mistake. */
    static List<TableFile> all(PolicyFolder folder, String table) {
        List<TableFile> standing = new ArrayList<>();
        if (Kind.of(table).isPresent()) {
            for (Kind kind : Kind.values()) {
                Optional.ofNullable(folder.files().get(kind.named(table)))
                        .ifPresent(bytes -> standing.add(new TableFile(kind.named(table), kind, bytes)));
            }
        }
        return standing;
    }

    /** The name of the file in which that table stands: {@code bands.xlsx} for {@code bands.csv}; the same name where there is none. */
    public static String standing(PolicyFolder folder, String table) {
        return all(folder, table).stream().map(TableFile::name).findFirst().orElse(table);
    }

    /** @param standing two files for one table */
    static Problem twice(List<TableFile> standing) {
        return new Problem(
                standing.get(1).name(),
                0,
                0,
                "",
                "this table stands here twice, as `" + standing.get(1).name() + "` and as `"
                        + standing.get(0).name() + "`, and they may differ; delete the one that is not meant");
    }

    /** Whether a table is read from a file of that name, if a rule file asks for it. */
    static boolean isNamedAsTable(String file) {
        return file.endsWith(Kind.CSV.ending) || file.endsWith(Kind.XLSX.ending);
    }

    /** Whether the file is of a kind that spreadsheet programs write and nobody reads here. */
    static boolean isOfAnotherProgram(String file) {
        String lower = file.toLowerCase(Locale.ROOT);
        return OTHER_PROGRAMS.stream().anyMatch(lower::endsWith);
    }

    /**
     * What stands in each line: of a CSV file its text, of a workbook the cells of each row, with a bar between
     * them and without line ends inside.
     */
    List<String> lines() {
        return kind == Kind.CSV
                ? new String(bytes, StandardCharsets.UTF_8).lines().toList()
                : RowTexts.of(table(problem -> {}));
    }

    private static String standIn(PolicyFolder folder, String stem) {
        return folder.files().keySet().stream()
                .filter(file -> OTHER_PROGRAMS.stream().anyMatch(ending -> file.equalsIgnoreCase(stem + ending))
                        || (Kind.of(file).isPresent() && stem(file).equalsIgnoreCase(stem)))
                .findFirst()
                .map(file -> Kind.of(file).isPresent()
                        ? "; there is `" + file + "`, whose name is written with other capitals: rename it"
                        : "; there is `" + file + "`, which cannot be read: " + SAVE_AS)
                .orElse("");
    }

    CsvTable table(Consumer<Problem> problems) {
        return kind == Kind.CSV ? CsvText.read(name, bytes, problems) : XlsxTable.read(name, bytes, problems);
    }
}
