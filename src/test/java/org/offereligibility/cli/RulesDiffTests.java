package org.offereligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offereligibility.Golden;

/** The verb {@code rules diff}: in what two versions differ, or a version and a draft. */
class RulesDiffTests {
    private static final String VERSION = "pmm/2025-01-01";

    @TempDir
    static Path policies;

    /** A version of the rules, and a draft with edits of every kind. */
    @BeforeAll
    static void hrEditsADraft() throws IOException {
        copy("2025-01-01");
        copy("draft");
        edit("bands.csv", "230000", "240000");
        edit("bands.csv", "guide: bands", "guide: bands\npmm,senior,USD,215000,280000,60000,90000,4,house");
        edit("figures.csv", "process-maximum,23", "process-maximum,24");
        edit("pass-marks.csv", "recruiter-screen,role-fit,3,BLOCK", "recruiter-screen,role-fit,3,REFER");
        edit("strengths.csv", "operated-with-sparse-data,guide: who it is for\n", "");
        edit("tables.drl", "{signal} in the {round}", "{signal}, {round}");
        edit("tables.drl", " @reads(\"base salary minimum\")", "");
        edit("vocabulary.csv", "in-years,,thinks in years", "in-years,,reasons in years");
        edit("vocabulary.csv", "topic,market,,market,", "topic,market,,market,\ntopic,legal,,legal,");
        edit("policy.yaml", "owner: People team", "owner: Talent team");
        edit("policy.yaml", "step: 1000}", "step: 500}");
        edit("policy.yaml", "title: Process", "title: Hiring process");
        edit("narrative-alignment.drl", "@effect(\"BLOCK\")", "@effect(\"REFER\")");
        edit("narrative-alignment.drl", "    not Observation(signal == \"direct-user-observation\")\n", "");
        edit("narrative-alignment.drl", "Challenging groupthink in", "Standing up to groupthink in");
        edit("narrative-alignment.drl", "rule \"A point of view", """
                rule "A phased rollout speaks for the candidate"
                    @code("phased-rollout-proposed") @effect("SUPPORT") @section("narrative-alignment")
                    @source("house") @says("In the {$round} the candidate proposed to launch in steps.")
                when
                    Round($round : round)
                    exists Observation(round == $round, signal == "phased-rollout")
                then
                    insert(new Finding($round));
                end

                rule "A point of view""");
        edit("compensation.drl", "base > baseMaximum", "base >= baseMaximum");
        edit("compensation.drl", "    not Offer()\n", "    not Offer()\n    not OfferExtended()\n");
        edit("definitions-offer.drl", "// What things are", "// What all things are");
        edit("scenarios/compensation.yaml", "verdict: INCOMPLETE", "verdict: REFER");
        edit("scenarios/base.yaml", "yearsOfExperience: 5", "yearsOfExperience: 6");
        Files.writeString(policies.resolve("pmm/draft/NOTES.md"), "Ask the people team.\n");
    }

    private static void copy(String version) throws IOException {
        Path rules = Path.of("rules/pmm/2025-01-01");
        try (Stream<Path> files = Files.walk(rules)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path target = policies.resolve("pmm")
                        .resolve(version)
                        .resolve(rules.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static void edit(String file, String from, String to) throws IOException {
        Path edited = policies.resolve("pmm/draft").resolve(file);
        String text = Files.readString(edited);
        assertThat(text).contains(from);
        int at = text.indexOf(from);
        Files.writeString(edited, text.substring(0, at) + to + text.substring(at + from.length()));
    }

    private static Program.Run diff(String... arguments) {
        return Program.runs(
                Stream.concat(Stream.of("rules", "diff", "--policies", policies.toString()), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "'', diff.txt",
        "--raw, diff-raw.txt",
        "--format markdown, diff.md",
        "--format markdown --raw, diff-raw.md",
        "--format json, diff.json"
    })
    void saysInSentencesWhatChanges(String options, String golden) throws IOException {
        Program.Run run = diff((VERSION + " pmm/draft " + options).strip().split(" "));
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        Golden.assertEquals("cli/" + golden, run.out());
    }

    @Test
    void drawsAPageThatStandsAlone() {
        String page = diff(VERSION, "pmm/draft", "--format", "html", "--raw").out();
        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("<li>Base salary maximum for mid-level in USD rises from 230,000 to 240,000.</li>")
                .contains("<pre class=\"value\">- bands.csv:2: pmm,mid,USD,185000,230000")
                .endsWith("</html>\n");
    }

    @Test
    void findsTheOtherVersionByItself() {
        String whole = diff(VERSION, "pmm/draft").out();
        assertThat(diff().out()).isEqualTo(whole);
        assertThat(diff("pmm").out()).isEqualTo(whole);
        assertThat(diff(VERSION).out()).isEqualTo(whole);
        assertThat(diff("pmm/draft").out()).isEqualTo(whole);
        assertThat(diff(policies.resolve("pmm/draft").toString()).out()).isEqualTo(whole);
    }

    @Test
    void aVersionDoesNotDifferFromItself() {
        Program.Run run = diff(VERSION, VERSION);
        assertThat(run.code()).isZero();
        assertThat(run.outLines()).contains("The two are the same, to the last byte.");
    }

    @Test
    void otherWaysOfWritingChangeNothing(@TempDir Path other) throws IOException {
        Path copy = other.resolve("pmm/2025-01-01");
        Files.createDirectories(copy.getParent());
        Files.createDirectories(copy);
        Files.writeString(copy.resolve("bands.csv"), "role;level;base\r\npmm;mid;1000\r\n");
        Path same = other.resolve("pmm/draft");
        Files.createDirectories(same);
        Files.writeString(same.resolve("bands.csv"), "role,level,base\npmm,mid,\"1,000\"\n");
        assertThat(Program.runs("rules", "diff", copy.toString(), same.toString())
                        .out())
                .contains("Nothing that decides has changed");
    }

    @Test
    void aDraftThatIsBrokenIsComparedAsFarAsItCanBeRead(@TempDir Path other) throws IOException {
        Files.write(other.resolve("junk.drl"), new byte[] {(byte) 0xff, 0, 1, 2});
        Files.writeString(other.resolve("process.drl"), "rule \"half\n");
        Files.writeString(other.resolve("bands.csv"), "");
        Files.writeString(other.resolve("policy.yaml"), "- owner\n");
        Program.Run run = diff(VERSION, other.toString());
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("Not everything could be read, and compared.")
                .contains("What could not be compared")
                .contains("junk.drl:1:1: is not UTF-8")
                .contains("Table removed: figures.csv, which had 15 lines.")
                .doesNotContain("Table removed: bands.csv");
    }

    @Test
    void aFileNeverSteersTheTerminal(@TempDir Path other) throws IOException {
        Files.writeString(other.resolve("policy.yaml"), "title: \"\\e[2J\\u202Etitle\"\n");
        Files.writeString(other.resolve("\u001b[31mred.txt"), "\u001b[2J\n");
        for (String form : List.of("text", "markdown", "html", "json")) {
            assertThat(diff(VERSION, other.toString(), "--raw", "--format", form)
                            .out())
                    .doesNotContain("\u001b", "\u202e");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    nowhere | offer-eligibility: there is no folder `nowhere`
                    pmm pmm/draft | offer-eligibility: `pmm` holds several versions: name one of them, such as
                    pmm/draft pmm/draft pmm/draft | offer-eligibility: `pmm/draft` is one argument too many
                    rules/pmm/2025-01-01 | offer-eligibility: there is no draft of these rules: name two versions to compare
                    """)
    void saysWhatItCannotFind(String arguments, String message) {
        Program.Run run = diff(arguments.split(" "));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith(message);
        assertThat(run.out()).isEmpty();
    }
}
