package org.offereligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offereligibility.Golden;
import org.offereligibility.desk.Violinists;

/** Every verb takes rules whose tables are workbooks, as if they were CSV files. */
class WorkbookRulesTests {
    private static final Path TUNER = Path.of("src/test/resources/mutants/tuner/2025-01-01");

    @TempDir
    private Path place;

    /** A copy of the tuner's rules. */
    private Path tuner(String name) throws Exception {
        Path copy = place.resolve(name).resolve("tuner/2025-01-01");
        try (Stream<Path> files = Files.walk(TUNER)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = copy.resolve(TUNER.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return copy;
    }

    private static Path with(Path folder, String file, String before, String after) throws Exception {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(before);
        Files.writeString(folder.resolve(file), text.replace(before, after));
        return folder;
    }

    /** The folder, in which each CSV file has been turned into a workbook. */
    private static Path inWorkbooks(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".csv")).toList()) {
                String book = file.toString().replace(".csv", ".xlsx");
                assertThat(Program.runs("rules", "convert", file.toString(), book)
                                .code())
                        .isZero();
                Files.delete(file);
            }
        }
        return folder;
    }

    private String inCsv(String told) {
        return told.replace(".xlsx", ".csv")
                .replace(" | ", ",")
                .replace(" |\n", ",\n")
                .replace(place.toString(), "…");
    }

    @Test
    void isCheckedTestedAndMutatedAsIfItWereCsv() throws Exception {
        Path texts = tuner("rules");
        List<List<String>> verbs = List.of(List.of("check"), List.of("test"), List.of("mutate", "--threshold", "0"));
        List<Program.Run> before = verbs.stream().map(verb -> run(verb, texts)).toList();
        inWorkbooks(texts);
        for (int i = 0; i < verbs.size(); i++) {
            Program.Run after = run(verbs.get(i), texts);
            assertThat(inCsv(after.out()))
                    .as(verbs.get(i).toString())
                    .isEqualTo(before.get(i).out().replace(place.toString(), "…"));
            assertThat(after.err()).isEqualTo(before.get(i).err());
            assertThat(after.code()).isEqualTo(before.get(i).code());
        }
        assertThat(run(List.of("mutate", "--threshold", "0"), texts).out()).contains("figures.xlsx");
    }

    private static Program.Run run(List<String> verb, Path folder) {
        return Program.runs(
                Stream.concat(Stream.concat(Stream.of("rules"), verb.stream()), Stream.of(folder.toString()))
                        .toArray(String[]::new));
    }

    @Test
    void isNoDifferenceInItself() throws Exception {
        Path texts = tuner("texts");
        Path books = inWorkbooks(tuner("books"));
        assertThat(diff(texts, books))
                .contains("Nothing that decides has changed")
                .doesNotContain("removed", "New");
        assertThat(diff(books, texts))
                .contains("Nothing that decides has changed")
                .doesNotContain("removed", "New");
    }

    @Test
    void isComparedCellByCellWithACsvFile() throws Exception {
        Path texts = tuner("texts");
        Path changed = with(tuner("changed"), "figures.csv", "years-needed,3", "years-needed,3.125");
        with(changed, "vocabulary.csv", "pianos", "grand pianos");
        String between = diff(texts, changed);
        String toBooks = diff(texts, inWorkbooks(changed));
        assertThat(between).contains("3.125", "grand pianos");
        assertThat(toBooks).isEqualTo(between);
        Path books = inWorkbooks(texts);
        assertThat(diff(books, changed)).isEqualTo(between);
        assertThat(Program.runs("rules", "diff", "--raw", books.toString(), changed.toString())
                        .out())
                .contains("years-needed | 3 | house", "years-needed | 3.125 | house");
    }

    private String diff(Path before, Path after) {
        Program.Run run = Program.runs("rules", "diff", before.toString(), after.toString());
        assertThat(run.err()).isEmpty();
        return run.out();
    }

    @Test
    void isToldOfByFileAndCell() throws Exception {
        Path folder = inWorkbooks(with(tuner("rules"), "figures.csv", "years-needed,3,", "years-needed,tbd,"));
        Files.copy(folder.resolve("figures.xlsx"), folder.resolve("figure.xlsx"));
        Files.copy(TUNER.resolve("vocabulary.csv"), folder.resolve("vocabulary.csv"));
        Files.write(folder.resolve("bands.ods"), new byte[] {'P', 'K'});
        Files.writeString(folder.resolve("~$figures.xlsx"), "a file that Excel keeps while a workbook is open");
        Program.Run run = Program.runs("rules", "check", folder.toString());
        assertThat(run.code()).isEqualTo(ExitCode.RULES);
        Golden.assertEquals("cli/check-workbooks.txt", run.out().replace(folder.toString(), "…"));
    }

    @Test
    void isPublished() throws Exception {
        Violinists violinists = Violinists.withDraftIn(place);
        violinists.change("draft/fees.csv", "68,000", "70,000");
        Path draft = violinists.policies().resolve("violinist/draft");
        inWorkbooks(draft);
        Program.Run run = Program.runs(
                "rules",
                "publish",
                "--policies",
                violinists.policies().toString(),
                "--role",
                "violinist",
                "--valid-from",
                "2025-07-01",
                "--author",
                "Clara Wieck",
                "--approver",
                "Amy Beach");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("70,000");
        assertThat(violinists.read("2025-07-01/manifest.json")).contains("fees.xlsx", "70,000");
        assertThat(Files.readAllBytes(violinists.policies().resolve("violinist/2025-07-01/fees.xlsx")))
                .isEqualTo(Files.readAllBytes(draft.resolve("fees.xlsx")));
        assertThat(Program.runs(
                                "rules",
                                "list",
                                "--policies",
                                violinists.policies().toString())
                        .out())
                .contains("2025-07-01");
    }
}
