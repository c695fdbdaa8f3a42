package org.offereligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.offereligibility.Golden;

/** The README says nothing that does not work. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadmeTests {
    private static final String PROGRAM = "java -jar target/offer-eligibility.jar ";

    private static List<String> lines() throws Exception {
        return Files.readAllLines(Path.of("README.md"));
    }

    static Stream<String> commands() throws Exception {
        return lines().stream()
                .filter(line -> line.startsWith("    ") && line.contains(PROGRAM))
                .map(line -> line.substring(line.indexOf(PROGRAM) + PROGRAM.length()));
    }

    /** What earlier runs of these commands left behind. */
    @BeforeAll
    static void anew() throws Exception {
        Files.deleteIfExists(Path.of("target/receipt.zip"));
        Path ledger = Path.of("target/ledger");
        if (Files.exists(ledger)) {
            try (Stream<Path> files = Files.list(ledger)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** In their order, for some go on from what others left. */
    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandOfTheProgramDoesWhatItSays(String command) {
        Program.Run run = Program.runs(words(command));
        assertThat(run.errLines()).allMatch(line -> line.startsWith("Recording in ") || line.endsWith(" are recorded"));
        assertThat(run.code()).isZero();
        assertThat(run.out()).isNotBlank();
    }

    /** As a shell takes them apart. */
    private static String[] words(String command) {
        return Pattern.compile("\"([^\"]*)\"|\\S+")
                .matcher(command)
                .results()
                .map(word -> Optional.ofNullable(word.group(1)).orElse(word.group()))
                .toArray(String[]::new);
    }

    @Test
    void theTestCommandIsTheOneThatCiRuns() throws Exception {
        assertThat(lines()).contains("    mvn verify");
        assertThat(Files.readString(Path.of(".ci/run"))).containsPattern("(?m)^mvn .*verify$");
    }

    @Test
    void theCommandForTheHashGivesTheHashOfTheDecision() throws Exception {
        String command = lines().stream()
                .filter(line -> line.startsWith("    cd rules/"))
                .findFirst()
                .orElseThrow();
        Process shell = new ProcessBuilder("bash", "-c", command.strip())
                .redirectErrorStream(true)
                .start();
        String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String decision =
                Program.runs("evaluate", "--format", "json", Dossiers.ELIGIBLE).out();
        assertThat(decision).contains("\"hash\":\"sha256:" + printed.substring(0, 64) + "\"");
    }

    @Test
    void theMistakesItShowsAreToldSo() throws Exception {
        String told = Files.readString(Path.of("src/test/resources/policy/broken-rules.txt"));
        List<String> shown = lines().stream()
                .filter(line -> line.startsWith("    rules/pmm/2025-01-01/"))
                .map(line -> line.strip().substring("rules/pmm/2025-01-01/".length()))
                .toList();
        assertThat(shown).hasSize(2);
        shown.forEach(line -> assertThat(told).contains(line));
    }

    @Test
    void everyLinkLeadsToAFile() throws Exception {
        var link = Pattern.compile("\\]\\(([^)#]+)\\)").matcher(Files.readString(Path.of("README.md")));
        int links = 0;
        while (link.find()) {
            assertThat(Path.of(link.group(1))).exists();
            links++;
        }
        assertThat(links).isGreaterThanOrEqualTo(3);
    }

    /** The picture shows a page as it is printed today; {@code -Dgolden=accept} draws it anew. */
    @Test
    void thePictureShowsTheProgramsOwnWords() throws Exception {
        String page = Program.runs("evaluate", "fixtures/guide/01-entertainment-first.json")
                .out();
        Golden.assertEqualFiles(Path.of("src/docs/decision.svg"), picture(page));
    }

    private static String picture(String page) {
        List<String> lines = page.lines().toList();
        StringBuilder svg = new StringBuilder();
        int height = 44 + 19 * lines.size();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"760\" height=\"")
                .append(height)
                .append("\" viewBox=\"0 0 760 ")
                .append(height)
                .append("\" role=\"img\">\n")
                .append("<title>The page of a candidate who is not eligible, as the program prints it</title>\n")
                .append("<rect width=\"100%\" height=\"100%\" rx=\"10\" fill=\"#fbfaf7\" stroke=\"#d8d4ca\"/>\n")
                .append(
                        "<g font-family=\"ui-monospace, SFMono-Regular, Menlo, Consolas, monospace\" font-size=\"14\" fill=\"#2b2a28\">\n");
        for (int i = 0; i < lines.size(); i++) {
            String line =
                    lines.get(i).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
            String look = line.startsWith("✗")
                    ? " fill=\"#a3271f\" font-weight=\"bold\""
                    : line.startsWith("What ")
                            ? " font-weight=\"bold\""
                            : line.startsWith("    rule ")
                                            || line.startsWith("Judged")
                                            || line.startsWith("Policy")
                                            || line.startsWith("Dossier")
                                    ? " fill=\"#77736a\""
                                    : line.contains("✗")
                                            ? " fill=\"#a3271f\""
                                            : line.contains("✓") ? " fill=\"#2c6b3f\"" : "";
            svg.append("<text x=\"24\" y=\"")
                    .append(36 + 19 * i)
                    .append("\" xml:space=\"preserve\"")
                    .append(look)
                    .append('>')
                    .append(line)
                    .append("</text>\n");
        }
        return svg.append("</g>\n</svg>\n").toString();
    }
}
