package org.offereligibility.policy;

import java.util.List;
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

    /** The table that a rule file names, as CSV or as workbook; none, and a problem, where it is missing or there twice. */
    static Optional<TableFile> find(PolicyFolder folder, String declared, Consumer<Problem> problems) {
        String text = Kind.CSV.named(declared);
        String workbook = Kind.XLSX.named(declared);
        byte[] asText = folder.files().get(text);
        byte[] asWorkbook = folder.files().get(workbook);
        if (asText != null && asWorkbook != null) {
            problems.accept(new Problem(
                    workbook,
                    0,
                    0,
                    "",
                    "this table stands here twice, as `" + workbook + "` and as `" + text
                            + "`, and they may differ; delete the one that is not meant"));
            return Optional.empty();
        }
        if (asText != null) {
            return Optional.of(new TableFile(text, Kind.CSV, asText));
        }
        if (asWorkbook != null) {
            return Optional.of(new TableFile(workbook, Kind.XLSX, asWorkbook));
        }
        problems.accept(new Problem(declared, 0, 0, "", "this table is missing" + standIn(folder, stem(declared))));
        return Optional.empty();
    }

    private static String standIn(PolicyFolder folder, String stem) {
        return folder.files().keySet().stream()
                .filter(file -> OTHER_PROGRAMS.stream().anyMatch(ending -> file.equalsIgnoreCase(stem + ending))
                        || (Kind.of(file).isPresent() && stem(file).equalsIgnoreCase(stem)))
                .findFirst()
                .map(file -> Kind.of(file).isPresent()
                        ? "; there is `" + file + "`, whose name is written with other capitals: rename it"
                        : "; there is `" + file
                                + "`, which cannot be read: save it as CSV UTF-8 (.csv) or Excel workbook (.xlsx)")
                .orElse("");
    }

    CsvTable table(Consumer<Problem> problems) {
        return kind == Kind.CSV ? CsvText.read(name, bytes, problems) : XlsxTable.read(name, bytes, problems);
    }
}
