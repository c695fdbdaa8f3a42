package org.offereligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offereligibility.policy.PolicyFolder;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RulesUnusable;
import org.offereligibility.policy.TableRow;

/** Turning tables into workbooks and back. */
class ConvertTests {
    private static final Path VIOLINIST = Path.of("src/test/resources/second-role/violinist/2024-09-01");

    @TempDir
    private Path place;

    private Path fees;

    @BeforeEach
    void aFolderOfRules() throws Exception {
        try (Stream<Path> files = Files.walk(VIOLINIST)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = place.resolve("violinist/2024-09-01")
                        .resolve(VIOLINIST.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        fees = place.resolve("violinist/2024-09-01/fees.csv");
    }

    @Test
    void rulesWithWorkbooksMeanTheSame() throws Exception {
        Path folder = fees.getParent();
        Path books = place.resolve("books");
        assertThat(Program.runs("rules", "convert", folder.toString(), books.toString(), "--to", "xlsx")
                        .code())
                .isZero();
        List<String> before = meaning(folder);
        for (String table : List.of("fees", "stages", "vocabulary")) {
            Files.delete(folder.resolve(table + ".csv"));
            Files.copy(books.resolve(table + ".xlsx"), folder.resolve(table + ".xlsx"));
        }
        assertThat(meaning(folder)).isEqualTo(before);
    }

    private static List<String> meaning(Path folder) throws Exception {
        RuleSet rules = RuleSet.of(PolicyFolder.read(folder), Optional.of(Path.of("target/rules-cache")));
        return Stream.concat(
                        rules.rows().values().stream().map(TableRow::values).map(Object::toString),
                        rules.vocabulary().entries().stream().map(Object::toString))
                .toList();
    }

    @Test
    void aTableThatStandsTwiceIsToldOfAndRefused() {
        Path book = fees.resolveSibling("fees.xlsx");
        Program.Run run = Program.runs("rules", "convert", fees.toString(), book.toString());
        assertThat(run.code()).isZero();
        assertThat(run.outLines())
                .containsExactly(
                        book + ": 2 rows, 5 columns",
                        "Before the rules are used, delete `" + fees
                                + "` or move one of the two: the same table may not stand twice in a folder of rules.");
        RulesUnusable unusable = org.assertj.core.api.Assertions.catchThrowableOfType(
                RulesUnusable.class, () -> meaning(fees.getParent()));
        assertThat(unusable.problems().toString()).contains("fees.xlsx` and as `fees.csv`");
    }

    @Test
    void replacesNothingUnlessTold() throws Exception {
        Path book = Files.writeString(place.resolve("a.xlsx"), "mine");
        Program.Run run = Program.runs("rules", "convert", fees.toString(), book.toString());
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("is there already: give another name, or `--force` to replace it");
        assertThat(book).hasContent("mine");
        assertThat(Program.runs("rules", "convert", fees.toString(), book.toString(), "--force")
                        .code())
                .isZero();
        assertThat(Files.readAllBytes(book)).startsWith('P', 'K');
    }

    @Test
    void writesNothingOfATableThatCannotBeRead() throws Exception {
        Files.writeString(fees, "a,b\n1\n");
        Path out = place.resolve("out");
        Program.Run run = Program.runs("rules", "convert", fees.getParent().toString(), out.toString(), "--to", "xlsx");
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.errLines())
                .containsExactly(
                        fees + ":2:2: cell B2 (`b`): is missing: the row has 1 of 2 cells and lacks `b`",
                        "offer-eligibility: nothing was written");
        assertThat(out).doesNotExist();
    }

    @Test
    void saysWhatIsMissingInTheCommand() {
        assertThat(usage(fees.toString(), place.resolve("fees.ods").toString())).contains("end with .csv or .xlsx");
        assertThat(usage(fees.toString(), place.resolve("b.csv").toString())).contains("one .csv and one .xlsx");
        assertThat(usage(
                        place.resolve("no.csv").toString(),
                        place.resolve("b.xlsx").toString()))
                .contains("there is no file");
        assertThat(usage(place.toString(), place.resolve("b").toString())).contains("--to csv");
        assertThat(usage(place.toString(), place.toString(), "--to", "csv")).contains("another folder");
    }

    private static String usage(String... arguments) {
        Program.Run run = Program.runs(Stream.concat(Stream.of("rules", "convert"), Stream.of(arguments))
                .toArray(String[]::new));
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        return run.err();
    }
}
