package org.offereligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offereligibility.Golden;
import org.offereligibility.oracle.RandomDossiers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The verb {@code rules impact}, as its user meets it. */
class RulesImpactTests {
    private static final String BEFORE = "rules/pmm/2025-01-01";
    private static final int MANY = 300;

    @TempDir
    static Path folder;

    private static Path past;

    @BeforeAll
    static void editTables() throws Exception {
        copy("old", "", "", "");
        copy("band", "bands.csv", "230000", "240000");
        copy("marks", "pass-marks.csv", ",3,", ",4,");
        copy("weights", "pass-marks.csv", "BLOCK", "REFER");
        past = folder.resolve("past.jsonl");
        RandomDossiers random = new RandomDossiers(4);
        Files.writeString(
                past,
                String.join("\n", Stream.generate(random::next).limit(MANY).toList()) + "\n");
    }

    /** A policy that is in force whenever a dossier is judged. */
    private static void copy(String name, String file, String from, String to) throws IOException {
        Path target = folder.resolve(name).resolve("pmm/0001-01-01");
        try (Stream<Path> files = Files.walk(Path.of(BEFORE))) {
            for (Path source : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path copied = target.resolve(Path.of(BEFORE).relativize(source).toString());
                Files.createDirectories(copied.getParent());
                String text = Files.readString(source);
                Files.writeString(copied, copied.endsWith(file) && !file.isEmpty() ? text.replace(from, to) : text);
            }
        }
    }

    private static String rules(String name) {
        return folder.resolve(name).resolve("pmm/0001-01-01").toString();
    }

    private static Program.Run impact(String before, String after, String... more) {
        return Program.runs(Stream.concat(Stream.of("rules", "impact", before, after), Stream.of(more))
                .toArray(String[]::new));
    }

    private record Found(String verdict, Set<String> points, Set<String> codes) {
        static Found of(JsonNode decision) {
            Set<String> points = new TreeSet<>();
            Set<String> codes = new TreeSet<>();
            for (JsonNode finding : decision.get("findings")) {
                points.add(finding.get("code").stringValue() + " "
                        + finding.get("effect").stringValue() + " "
                        + finding.get("subject").stringValue());
                codes.add(finding.get("code").stringValue());
            }
            return new Found(decision.get("verdict").stringValue(), points, codes);
        }

        Set<String> codesNotIn(Found other) {
            Set<String> codes = new TreeSet<>();
            points.stream()
                    .filter(point -> !other.points().contains(point))
                    .forEach(point -> codes.add(point.substring(0, point.indexOf(' '))));
            return codes;
        }
    }

    private static final Map<String, List<Found>> EVALUATED = new HashMap<>();

    private static List<Found> evaluated(String name) {
        return EVALUATED.computeIfAbsent(name, RulesImpactTests::evaluate);
    }

    private static List<Found> evaluate(String name) {
        Program.Run run = Program.runs(
                "evaluate",
                "--format",
                "json",
                "--no-cross-check",
                "--policies",
                folder.resolve(name).toString(),
                past.toString());
        assertThat(run.err()).isEmpty();
        return run.outLines().stream()
                .map(line -> Found.of(JsonMapper.shared().readTree(line)))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"old, band", "old, marks", "old, weights", "marks, old", "band, old"})
    void isTheDifferenceOfTwoEvaluations(String before, String after) {
        List<Found> was = evaluated(before);
        List<Found> is = evaluated(after);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            if (!was.get(i).points().equals(is.get(i).points())) {
                expected.add(
                        (i + 1) + " " + was.get(i).verdict() + " " + is.get(i).verdict() + " "
                                + is.get(i).codesNotIn(was.get(i)) + was.get(i).codesNotIn(is.get(i)));
            }
        }
        Program.Run run = impact(rules(before), rules(after), "--dossiers", past.toString(), "--format", "csv");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        List<String> actual = run.outLines().stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> cells[2] + " " + cells[3] + " " + cells[4] + " " + codes(cells[5]) + codes(cells[6]))
                .toList();
        assertThat(actual).isEqualTo(expected).hasSizeGreaterThan(3);
    }

    private static Set<String> codes(String cell) {
        return new TreeSet<>(cell.isEmpty() ? List.of() : List.of(cell.split("; ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "csv"})
    void saysTheSameWithManyHandsAsWithOne(String format) {
        String[] one = {"--dossiers", past.toString(), "--format", format, "--limit", "7", "--threads", "1"};
        String[] many = {"--dossiers", past.toString(), "--format", format, "--limit", "7", "--threads", "9"};
        Program.Run alone = impact(rules("old"), rules("weights"), one);
        assertThat(alone.code()).isZero();
        assertThat(alone.bytes())
                .isNotEmpty()
                .isEqualTo(impact(rules("old"), rules("weights"), many).bytes());
    }

    @Test
    void oneJsonObjectHoldsEveryCaseThatTurns() {
        Program.Run run = impact(rules("old"), rules("weights"), "--dossiers", past.toString(), "--format", "json");
        JsonNode whole = JsonMapper.shared().readTree(run.out());
        assertThat(whole.get("turned").size())
                .isEqualTo(whole.get("summary").get("turned").intValue())
                .isGreaterThan(10);
        whole.get("turned")
                .forEach(turned -> assertThat(turned.get("because").size()).isPositive());
    }

    @Test
    void tellsOfTheDocketWhatAHigherMaximumWouldDo() throws Exception {
        Path between = Path.of("target", "between.json");
        String eligible = Files.readString(Path.of(Dossiers.ELIGIBLE));
        Files.writeString(between, eligible.replaceFirst("\"baseSalary\"\\s*:\\s*[0-9]+", "\"baseSalary\": 235000"));
        String where = between.toString().replace('\\', '/');
        Program.Run run = impact(
                BEFORE, rules("band"), "--dossiers", Dossiers.DOCKET, "fixtures/guide", where, "--as-of", "2025-06-01");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("nearest: base 235,000 is 5,000 under base maximum 240,000");
        Golden.assertEquals("cli/rules-impact.txt", run.out());
    }

    @Test
    void refusesBadLinesAndComparesTheRest() throws Exception {
        Path mixed = folder.resolve("mixed.jsonl");
        Dossiers.write(mixed, Dossiers.bare("a"), Dossiers.refused("b"), "{", "[]", Dossiers.bare("c"));
        Program.Run run = impact(BEFORE, rules("band"), "--dossiers", mixed.toString(), "none.json");
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.out())
                .contains(
                        "2 dossiers were decided by both the old and the new rules",
                        "4 dossiers were refused by both.");
        assertThat(run.errLines()).anyMatch(line -> line.equals("4 of 6 dossiers refused"));
        assertThat(run.errLines())
                .filteredOn(line -> line.contains("mixed.jsonl:3"))
                .hasSize(1);
    }

    @Test
    void namesTheRulesThatCannotBeUsed() throws Exception {
        copy("broken", "bands.csv", "230000", "tbd");
        Program.Run run = impact(BEFORE, rules("broken"), "--dossiers", Dossiers.DOCKET);
        assertThat(run.code()).isEqualTo(ExitCode.RULES);
        assertThat(run.err()).contains("bands.csv:2", "The new rules, `" + rules("broken") + "`, cannot be used: ");
        Program.Run other = impact(rules("broken"), BEFORE, "--dossiers", Dossiers.DOCKET);
        assertThat(other.code()).isEqualTo(ExitCode.RULES);
        assertThat(other.err()).contains("The old rules, `");
        assertThat(other.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rules impact " + BEFORE + " --dossiers x.json | Missing required",
                "rules impact " + BEFORE + " " + BEFORE + " | --dossiers",
                "rules impact none/such " + BEFORE + " --dossiers x.json | there is no folder `none/such`",
                "rules impact " + BEFORE + " " + BEFORE
                        + " --limit -1 --dossiers x.json | a whole number from 0, but was `-1`",
                "rules impact " + BEFORE + " " + BEFORE + " --format txt --dossiers x.json | did you mean `text`?",
                "rules impact " + BEFORE + " src/test/resources/second-role/violinist/2024-09-01 --dossiers x.json"
                        + " | only rules for one role can be compared"
            })
    void saysWhatIsWrongWithACommand(String command, String said) {
        Program.Run run = Program.runs(command.split(" "));
        assertThat(run.err()).contains(said).doesNotContain("Exception", "java.");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "csv", "html"})
    void showsNoNameAndNoNote(String format) throws Exception {
        String text = Files.readString(Path.of(Dossiers.ELIGIBLE))
                .replaceAll("\"note\"\\s*:\\s*\"[^\"]*\"", "\"note\": \"zqsecret\"")
                .replaceFirst("\"baseSalary\"\\s*:\\s*[0-9]+", "\"baseSalary\": 235000")
                .replaceFirst("\"candidateName\"\\s*:\\s*\"[^\"]*\"", "\"candidateName\": \"zqsecret\"")
                .replaceFirst("\"candidateId\"\\s*:\\s*\"[^\"]*\"", "\"candidateId\": \"=cmd()<b>\"");
        Path named = folder.resolve("named.json");
        Files.writeString(named, text);
        Program.Run run = impact(
                BEFORE, rules("band"), "--dossiers", named.toString(), "--format", format, "--as-of", "2025-06-01");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).doesNotContain("zqsecret");
        assertThat(run.out())
                .contains(
                        switch (format) {
                            case "csv" -> "\n'=cmd()<b>,";
                            case "html" -> "=cmd()&lt;b&gt;";
                            default -> "=cmd()<b>";
                        });
    }

    @Test
    void readsFromStandardInputAndWritesAPageThatStandsAlone() {
        Program.Run run = new Program()
                .reading(
                        "{\"candidateId\":\"a\",\"role\":\"pmm\",\"level\":\"mid\"}\n".getBytes(StandardCharsets.UTF_8))
                .run("rules", "impact", "pmm/2025-01-01", BEFORE, "--dossiers", "-", "--format", "html");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("<!DOCTYPE html>")
                .contains("<title id=\"flow-title\">", "<desc id=\"flow-desc\">1 stay INCOMPLETE.")
                .doesNotContain("<script", "src=", "http:", "https:");
    }
}
