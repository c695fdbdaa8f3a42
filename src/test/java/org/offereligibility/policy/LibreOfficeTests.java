package org.offereligibility.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offereligibility.dossier.Problem;
import org.offereligibility.dossier.Vocabulary;
import org.offereligibility.policy.TableFile.Kind;

/** Every table survives being opened and saved by LibreOffice, as CSV and as workbook, or is refused; needs LibreOffice. */
class LibreOfficeTests {
    private static final Path TESTS = Path.of("src/test/resources");
    private static final List<Path> POLICIES = List.of(
            Path.of("rules/pmm/2025-01-01"),
            TESTS.resolve("second-role/violinist/2024-09-01"),
            TESTS.resolve("shapes/shapes/2025-01-01"),
            TESTS.resolve("nasty/nasty/2025-01-01"),
            TESTS.resolve("small-open/porter/2025-01-01"),
            TESTS.resolve("small-changes/baker/2025-01-01"));
    private static final String ODD_RULES = """
            declare Odd
                @table("odd.csv")
                word : String @key
                value : Exact
                fits : Boolean
            end

            rule "Odd" @source("house") @says("odd")
            when
                Odd($w : word)
            then
                insert(new Odd2($w));
            end

            declare Odd2
                word : String
            end
            """;
    private static final List<String> ODD = List.of(
            "1-2",
            "3/4",
            "00123",
            "1e5",
            "TRUE",
            "=1+1",
            "+0.5",
            "-",
            "12:30",
            "2025-03-04",
            "1.10",
            "50%",
            "'a",
            "Mar 4",
            "123456789012345678",
            "\"a, \"\"b\"\"; c\"",
            "Größe",
            "😀 漢",
            "#N/A",
            "@x",
            "_x0041_",
            "\"two\nlines\"");

    /** What LibreOffice takes for a number, date or formula when it opens a CSV file as it does by itself; versions differ. */
    private static final Set<String> LIKE_NUMBERS = Set.of(
            "3/4",
            "00123",
            "1e5",
            "TRUE",
            "=1+1",
            "+0.5",
            "12:30",
            "2025-03-04",
            "1.10",
            "50%",
            "Mar 4",
            "123456789012345678");

    @TempDir
    private static Path place;

    /** The tables by a name that tells the policy; as they were, and after each way of saving them. */
    private static final SortedMap<String, PolicyFolder> FOLDERS = new TreeMap<>();

    private static final List<String> WAYS = List.of("csv csv", "csv xlsx", "xlsx xlsx", "xlsx csv");

    @BeforeAll
    static void savesEveryTableInEveryWay() throws Exception {
        Optional<Path> program = LibreOffice.installed();
        assumeTrue(program.isPresent() || Boolean.parseBoolean(System.getenv("CI")), "LibreOffice is not installed");
        Path soffice = program.orElseThrow(() -> new AssertionError(
                "LibreOffice is not installed, and CI asks for it: apt-get install libreoffice-calc-nogui"));
        for (Path policy : POLICIES) {
            PolicyFolder folder = PolicyFolder.read(policy);
            FOLDERS.put(folder.role(), folder);
        }
        FOLDERS.put("odd", odd());
        Path given = Files.createDirectory(place.resolve("given"));
        Map<Optional<Character>, List<Path>> files = new LinkedHashMap<>();
        for (Map.Entry<String, PolicyFolder> folder : FOLDERS.entrySet()) {
            for (Map.Entry<String, byte[]> table : folder.getValue().files().entrySet()) {
                if (Kind.of(table.getKey()).isPresent()) {
                    String name = folder.getKey() + "." + TableFile.stem(table.getKey());
                    List<Problem> problems = new ArrayList<>();
                    TableFile file = new TableFile(table.getKey(), Kind.CSV, table.getValue());
                    files.computeIfAbsent(
                                    Optional.of(file.table(problems::add).separator()), separator -> new ArrayList<>())
                            .add(Files.write(given.resolve(name + ".csv.csv"), table.getValue()));
                    byte[] ours = TableConversion.of(file, Kind.XLSX, folder.getValue(), problems::add)
                            .orElseThrow(() -> new AssertionError(problems.toString()))
                            .bytes();
                    files.computeIfAbsent(Optional.empty(), none -> new ArrayList<>())
                            .add(Files.write(given.resolve(name + ".xlsx.xlsx"), ours));
                }
            }
        }
        LibreOffice office = new LibreOffice(soffice, place.resolve("profile"));
        for (String kind : List.of("csv", "xlsx")) {
            Path folder = Files.createDirectory(place.resolve(kind));
            for (Map.Entry<Optional<Character>, List<Path>> group : files.entrySet()) {
                office.save(group.getValue(), group.getKey(), kind, folder);
            }
        }
    }

    private static PolicyFolder odd() {
        StringBuilder table = new StringBuilder("word,value,fits,meaning\n");
        table.append("plain,\"185,000\",no,  spaced  \n"); // first, for the last word is two lines long
        ODD.forEach(word -> table.append(word).append(",+0.5,yes,\n"));
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("odd.drl", ODD_RULES.getBytes(UTF_8));
        files.put("odd.csv", table.toString().getBytes(UTF_8));
        return new PolicyFolder(Path.of("odd"), "odd", "draft", files);
    }

    /** The folder with its tables as LibreOffice saved them. */
    private static PolicyFolder saved(String name, String way) throws Exception {
        PolicyFolder folder = FOLDERS.get(name);
        String from = way.split(" ")[0];
        String to = way.split(" ")[1];
        for (String table : FOLDERS.get(name).files().keySet()) {
            if (Kind.of(table).isPresent()) {
                Path saved = place.resolve(to).resolve(name + "." + TableFile.stem(table) + "." + from + "." + to);
                folder = folder.without(table).with(TableFile.stem(table) + "." + to, Files.readAllBytes(saved));
            }
        }
        return folder;
    }

    @Test
    void everyPolicyMeansTheSameHoweverItsTablesWereSaved() throws Exception {
        for (Path policy : POLICIES) {
            String name = PolicyFolder.read(policy).role();
            for (String way : WAYS) {
                assertThat(meaning(saved(name, way))).as(name + " by " + way).isEqualTo(meaning(FOLDERS.get(name)));
            }
        }
    }

    private static String meaning(PolicyFolder folder) throws RulesUnusable {
        PolicySource source = PolicySource.read(folder);
        StringBuilder all = new StringBuilder();
        source.rows()
                .forEach(row -> all.append(row.type().name())
                        .append(row.values())
                        .append(row.shown())
                        .append('\n'));
        for (Vocabulary.Entry entry : source.vocabulary().entries()) {
            all.append(entry).append('\n');
        }
        return all.toString();
    }

    @Test
    void aWorkbookOfOursKeepsEveryWordAndACsvFileKeepsThoseThatLookLikeNothingElse() throws Exception {
        for (int i = 0; i <= ODD.size(); i++) {
            String word = i == 0 ? "a sound line" : ODD.get(i - 1);
            String before = line(FOLDERS.get("odd"), i);
            assertThat(before).as(word).isNotEqualTo("nothing");
            for (String way : WAYS) {
                if (way.startsWith("xlsx") || !LIKE_NUMBERS.contains(word)) {
                    assertThat(line(saved("odd", way), i))
                            .as(word + " by " + way)
                            .isEqualTo(before);
                }
            }
        }
    }

    /** What the rules take from that line of the table, counted from 0, or the problem that they have with it. */
    private static String line(PolicyFolder folder, int line) {
        List<Problem> problems = new ArrayList<>();
        List<FactType> declared = RuleParser.parse("odd.drl", ODD_RULES, problem -> {}, new Unread())
                .types();
        List<TableRow> rows = new Tables(folder, new FactTypes(declared), new Unread(), problems::add)
                .rows(new Vocabulary(List.of()));
        return problems.stream()
                .filter(problem -> problem.line() == line + 2)
                .map(problem -> "refused: " + problem.message())
                .findFirst()
                .or(() -> rows.stream()
                        .filter(row -> row.line() == line + 2)
                        .map(row -> row.shown().toString())
                        .findFirst())
                .orElse("nothing");
    }
}
