package org.offereligibility.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offereligibility.Golden;
import org.offereligibility.desk.Violinists;
import org.offereligibility.dossier.Problem;

/** What a version says of itself, and that it is held to it. */
class ManifestTests {
    @TempDir
    Path folder;

    private Violinists violinists;
    private Path version;
    private Manifest manifest;

    @BeforeEach
    void aSealedVersion() throws Exception {
        violinists = Violinists.in(folder);
        version = violinists.role().resolve(Violinists.FIRST);
        PolicyFolder files = PolicyFolder.read(version);
        manifest = new Manifest(
                "violinist",
                LocalDate.parse(Violinists.FIRST),
                files.hash(),
                Manifest.hashes(files),
                "Clara Wieck",
                "Amy Beach",
                Instant.parse("2024-08-01T10:00:00Z"),
                "1.0",
                "Drools 10",
                Optional.of(new Manifest.Previous(LocalDate.parse("2023-09-01"), files.hash())),
                new Manifest.Measured(
                        Optional.of(2),
                        Optional.of(new Share(9, 9)),
                        Optional.of(new Share(29, 30)),
                        Optional.of(new Share(0, 0)),
                        List.of("Nobody would notice if the highest fee were 68,001."),
                        Optional.of(List.of("The lowest fee rises from 50,000 to 52,000.", "A \"quoted\" – line\n")),
                        Optional.of(List.of())));
        write(manifest.text());
    }

    private void write(String text) throws Exception {
        Files.writeString(version.resolve(Manifest.FILE), text);
    }

    private String problems() {
        RulesUnusable refused =
                catchThrowableOfType(RulesUnusable.class, () -> Policies.read(violinists.policies(), Optional.empty()));
        assertThat(refused).isNotNull();
        return refused.problems().stream()
                .map(Problem::toString)
                .map(text -> text.replace(folder.toString(), "…"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void isReadAsItWasWritten() throws Exception {
        Golden.assertEquals("manifest/manifest.json", manifest.text());
        assertThat(Manifest.check(PolicyFolder.read(version))).contains(manifest);
    }

    @Test
    void isNoPartOfThePolicy() throws Exception {
        PolicyFolder read = PolicyFolder.read(version);
        assertThat(read.files()).doesNotContainKey(Manifest.FILE);
        assertThat(read.hash()).isEqualTo(manifest.hash());
        violinists.write(Violinists.FIRST + "/scenarios/manifest.json", "{}");
        assertThat(PolicyFolder.read(version).files()).containsKey("scenarios/manifest.json");
    }

    @Test
    void holdsAVersionToItsFiles() throws Exception {
        violinists.change(Violinists.FIRST + "/fees.csv", "68,000", "69,000");
        violinists.write(Violinists.FIRST + "/more.csv", "a,b\n");
        Files.delete(version.resolve("stages.csv"));
        Golden.assertEquals("manifest/other-files.txt", problems());
    }

    @Test
    void tellsEverythingThatIsWrongWithItAtOnce() throws Exception {
        write("""
                {"manifest": "urn:other", "role": "cellist", "version": "2024-09-31", "author": 7, "approver": " ",
                 "publishedAt": "yesterday", "programme": "1.0", "engine": "Drools 10", "engine": "Drools 11",
                 "previous": [], "changes": "none", "warnings": -1, "scenarios": {"passed": 3, "of": 2},
                 "coverage": {"reached": 1.5}, "policyHash": "sha256:0", "files": {"a.csv": 1}}
                """);
        Golden.assertEquals("manifest/damaged.txt", problems());
    }

    @Test
    void showsThatItWasChangedByHand() throws Exception {
        write(manifest.text().replace("Amy Beach", "Fanny Mendelssohn"));
        assertThat(problems()).contains("this manifest has been changed since it was written");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{}", "\u0000\u0001"})
    void isNotTakenForNoneWhenItIsJunk(String junk) throws Exception {
        Files.write(version.resolve(Manifest.FILE), junk.getBytes(StandardCharsets.UTF_8));
        assertThat(problems()).contains("manifest.json");
    }

    @Test
    void isNotTakenForNoneWhenItIsAFolder() throws Exception {
        Files.delete(version.resolve(Manifest.FILE));
        Files.createDirectory(version.resolve(Manifest.FILE));
        assertThat(problems()).contains("this file cannot be read");
    }

    @Test
    void doesNotGoWithACopy() throws Exception {
        for (Path file : Files.list(version).toList()) {
            violinists.write("2025-01-01/" + file.getFileName(), Files.readString(file));
        }
        assertThat(problems()).contains("this is the manifest of `2024-09-01`, but the folder is that of `2025-01-01`");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{coverage: 101} | expected a number from 0 to 100 after `coverage:`",
                "{coverage: -1} | expected a number from 0 to 100 after `coverage:`",
                "{mutation: most} | expected a number from 0 to 100 after `mutation:`",
                "{mutation: 1e1} | ",
                "{warnings: yes} | expected `allowed` or `refused` after `warnings:`",
                "{coverag: 3} | unknown property `coverag`: did you mean `coverage`?",
                "[] | expected `coverage:`, `mutation:` or `warnings:` after `publishing:`",
                "{coverage: 99.5, mutation: 0, warnings: allowed} | "
            })
    void declaresWhatIsAskedOfADraft(String declared, String said) throws Exception {
        Files.delete(version.resolve(Manifest.FILE));
        violinists.change(Violinists.FIRST + "/policy.yaml", "sources:", "publishing: " + declared + "\nsources:");
        if (said == null) {
            Policies.read(violinists.policies(), Optional.empty());
        } else {
            assertThat(problems()).contains(said);
        }
    }
}
