package org.offereligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offereligibility.Golden;
import org.offereligibility.desk.Violinists;

/** The verbs {@code rules publish} and {@code rules list}; today is 2025-06-01. */
class RulesPublishTests {
    @TempDir
    Path folder;

    private Violinists violinists;

    @BeforeEach
    void aDraft() throws Exception {
        violinists = Violinists.withDraftIn(folder);
        violinists.change("draft/fees.csv", "68,000", "70,000");
    }

    private Program.Run rules(String verb, String... more) {
        List<String> words = new ArrayList<>(
                List.of("rules", verb, "--policies", violinists.policies().toString()));
        words.addAll(List.of(more));
        return Program.runs(words.toArray(String[]::new));
    }

    private Program.Run publish(String day, String... more) {
        return rules(
                "publish",
                Stream.concat(
                                Stream.of(
                                        "--role",
                                        "violinist",
                                        "--valid-from",
                                        day,
                                        "--author",
                                        "Clara Wieck",
                                        "--approver",
                                        "Amy Beach"),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    private String told(String text) {
        return text.replace(folder.toString(), "…");
    }

    private Map<String, byte[]> everything() throws Exception {
        Map<String, byte[]> everything = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(violinists.policies())) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                everything.put(file.toString(), Files.readAllBytes(file));
            }
        }
        return everything;
    }

    @Test
    void publishesADraftAndLeavesEverythingElseAsItWas() throws Exception {
        Map<String, byte[]> before = everything();
        Program.Run run = publish("2025-07-01");
        assertThat(run.err()).isEmpty();
        Golden.assertEquals("cli/rules-publish.txt", told(run.out()));
        assertThat(run.code()).isZero();
        Map<String, byte[]> after = everything();
        assertThat(after).containsAllEntriesOf(before).hasSize(before.size() + 6);
        assertThat(violinists.read("2025-07-01/fees.csv")).isEqualTo(violinists.read("draft/fees.csv"));
        assertThat(violinists.read("2025-07-01/manifest.json"))
                .contains("\"author\" : \"Clara Wieck\"", "\"publishedAt\" : \"2025-06-01T12:00:00Z\"", "\"coverage\"")
                .doesNotContain("\"mutation\"", "\"impact\"");
        String dossier = Dossiers.write(
                folder.resolve("d.jsonl"),
                "{\"candidateId\":\"v\",\"role\":\"violinist\",\"level\":\"tutti\",\"asOf\":\"2025-07-01T00:00:00Z\"}");
        assertThat(rulesOf(dossier)).contains("\"version\":\"2025-07-01\"");
    }

    private String rulesOf(String dossier) {
        return Program.runs("evaluate", "--policies", violinists.policies().toString(), "--format", "json", dossier)
                .out();
    }

    @Test
    void triesWithoutWriting() throws Exception {
        Map<String, byte[]> before = everything();
        Program.Run run = publish("2025-07-01", "--dry-run");
        assertThat(run.out()).contains("can be published. Nothing was written.");
        assertThat(run.code()).isZero();
        assertThat(everything()).containsAllEntriesOf(before).hasSameSizeAs(before);
    }

    @Test
    void tellsEveryReasonAtOnce() throws Exception {
        Map<String, byte[]> before = everything();
        violinists.write(
                "draft/scenarios/base.yaml",
                new String(Violinists.dossier(1, "5", 60000).text(), java.nio.charset.StandardCharsets.UTF_8));
        violinists.write("draft/scenarios/fees.yaml", """
                base: base.yaml
                scenarios:
                  - name: A fee over the agreement
                    rule: fee-outside-agreement
                    shows: holds
                    set: {/offer/baseSalary: 69999}
                    verdict: INELIGIBLE
                    codes: [fee-outside-agreement]
                """);
        violinists.change("draft/policy.yaml", "coverage: 0, mutation: 0, warnings: allowed", "coverage: 90");
        Files.createSymbolicLink(violinists.role().resolve("draft/notes.csv"), folder.resolve("elsewhere"));
        Program.Run run = rules(
                "publish",
                "--role",
                "violinist",
                "--valid-from",
                "2024-09-01",
                "--author",
                "Clara  WIECK ",
                "--approver",
                "clara wieck");
        Golden.assertEquals("cli/rules-publish-refused.txt", told(run.err()));
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.FOUND_WANTING);
        assertThat(everything())
                .containsAllEntriesOf(before.entrySet().stream()
                        .filter(file -> !file.getKey().contains("policy.yaml"))
                        .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        assertThat(violinists.role().resolve("2024-09-01/manifest.json")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-06-01 | Clara | Amy | 5 | name a day from 2025-06-02 on",
                "2025-06-02 | Ａｍｙ | aMY | 5 | one person",
                "2025-06-02 | Straße | STRASSE | 5 | one person",
                "2025-06-02 | ' ' | Amy | 5 | The author has no name",
                "2025-06-02 | Clara | A\u200bmy | 5 | The approver's name has characters in it that cannot be seen",
                "2025-06-31 | Clara | Amy | 2 | expected a day such as `2025-03-01` that is in the calendar",
                "tomorrow | Clara | Amy | 2 | expected a day"
            })
    void saysWhatIsWrongWithTheDayOrThePeople(String day, String author, String approver, int code, String said) {
        Program.Run run = rules(
                "publish", "--role", "violinist", "--valid-from", day, "--author", author, "--approver", approver);
        assertThat(run.err()).contains(said).doesNotContain("Exception");
        assertThat(run.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "../violinist, 2, expected the name of a role",
        "cellist, 5, There is no draft",
        ".., 2, expected the name"
    })
    void saysWhatIsWrongWithTheRole(String role, int code, String said) {
        Program.Run run =
                rules("publish", "--role", role, "--valid-from", "2025-07-01", "--author", "A B", "--approver", "C D");
        assertThat(run.err()).contains(said);
        assertThat(run.code()).isEqualTo(code);
    }

    @Test
    void refusesADraftThatCannotBeUsed() throws Exception {
        violinists.change("draft/fees.csv", "70,000", "lots");
        Program.Run run = publish("2025-07-01");
        assertThat(run.err()).contains("draft/fees.csv:2", "lots", "is not published");
        assertThat(run.code()).isEqualTo(ExitCode.RULES);
        assertThat(violinists.role().resolve("2025-07-01")).doesNotExist();
    }

    @Test
    void publishesBeforeAVersionThatIsStillToCome() {
        assertThat(publish("2025-09-01").code()).isZero();
        assertThat(publish("2025-07-01").out()).contains("from 2025-07-01 until 2025-08-31");
        assertThat(publish("2025-07-01").err()).contains("There is a version of that day already");
    }

    @Test
    void publishesTheFirstVersionFromAnyDay() throws Exception {
        for (Path file : Files.list(violinists.role().resolve(Violinists.FIRST)).toList()) {
            Files.delete(file);
        }
        Files.delete(violinists.role().resolve(Violinists.FIRST));
        assertThat(publish("2020-01-01").code()).isZero();
        assertThat(publish("2021-01-01").err()).contains("The rules have decided up to 2025-06-01");
    }

    @Test
    void ofManyWhoPublishOneDayExactlyOneWins() throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(4);
        List<Callable<Program.Run>> runs = new ArrayList<>();
        for (int number = 0; number < 4; number++) {
            runs.add(() -> publish("2025-07-01"));
        }
        int won = 0;
        for (Future<Program.Run> run : many.invokeAll(runs)) {
            won += run.get().code() == 0 ? 1 : 0;
            assertThat(run.get().out() + run.get().err())
                    .containsAnyOf("is published", "Somebody else is publishing", "There is a version of that day");
        }
        many.shutdown();
        assertThat(won).isEqualTo(1);
        assertThat(Files.list(violinists.role()))
                .noneMatch(path -> path.getFileName().toString().startsWith("."));
    }

    @Test
    void listsVersionsDraftsAndWhatIsIgnored() throws Exception {
        publish("2025-07-01");
        Files.createDirectories(violinists.role().resolve("2025-02-30"));
        assertThat(rules("list").code()).isZero();
        Golden.assertEquals("cli/rules-list.txt", told(rules("list").out()));
        Golden.assertEquals(
                "cli/rules-list.json", rules("list", "--format", "json").out());
    }

    @Test
    void refusesAVersionThatWasEditedWithEveryVerb() throws Exception {
        publish("2025-07-01");
        violinists.change("2025-07-01/fees.csv", "70,000", "90,000");
        Program.Run list = rules("list");
        assertThat(list.out()).contains("cannot be used: 1 problem");
        assertThat(list.err()).contains("this file has changed since the version was published");
        assertThat(list.code()).isEqualTo(ExitCode.RULES);
        String policies = violinists.policies().toString();
        for (String[] verb : new String[][] {
            {"evaluate", "--policies", policies, Dossiers.ELIGIBLE},
            {"explain", "--policies", policies, Dossiers.ELIGIBLE}
        }) {
            Program.Run run = Program.runs(verb);
            assertThat(run.err()).contains("this file has changed since the version was published");
            assertThat(run.code()).isEqualTo(ExitCode.RULES);
        }
        assertThat(publish("2025-08-01").code()).isEqualTo(ExitCode.RULES);
    }
}
