package org.offereligibility.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.Vocabularies.NotInForce;

/** Which version decides, what identifies it, and what the cache may do. The policy is a small one, so that it compiles fast. */
class PoliciesTests {
    private static final Path SMALL = Path.of("src/test/resources/second-role/violinist/2024-09-01");
    private static final Moment IN_2025 = Moment.parse("2025-05-05T12:00:00Z");

    @TempDir
    Path directory;

    @BeforeEach
    void oneVersion() throws IOException {
        copy("2024-09-01");
    }

    private void copy(String version) throws IOException {
        Path target =
                Files.createDirectories(directory.resolve("policies/violinist").resolve(version));
        try (Stream<Path> files = Files.list(SMALL)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, target.resolve(file.getFileName().toString()));
            }
        }
    }

    private Policies policies() throws RulesUnusable {
        return Policies.read(directory.resolve("policies"), Optional.of(directory.resolve("cache")));
    }

    @Test
    void takesTheVersionInForceFromItsFirstDayAtMidnightUtc() throws Exception {
        copy("2025-01-01");
        Policies policies = policies();
        assertThat(policies.rules("violinist", Moment.parse("2024-12-31T23:59:59.999999999Z"))
                        .version())
                .isEqualTo("2024-09-01");
        assertThat(policies.rules("violinist", Moment.parse("2025-01-01T00:00:00Z"))
                        .version())
                .isEqualTo("2025-01-01");
        assertThat(policies.rules("violinist", IN_2025).version()).isEqualTo("2025-01-01");
    }

    @Test
    void saysWhenNoVersionIsInForceYet() throws Exception {
        Policies policies = policies();
        assertThatThrownBy(() -> policies.rules("violinist", Moment.parse("2024-08-31T23:59:59Z")))
                .isInstanceOfSatisfying(
                        NotInForce.class, none -> assertThat(none.pointer()).isEqualTo("/asOf"))
                .hasMessage(
                        "no version of the policy for `violinist` is in force on 2024-08-31; the first is in force from 2024-09-01");
    }

    @Test
    void namesTheNearestRoleForAnUnknownOne() throws Exception {
        Policies policies = policies();
        assertThatThrownBy(() -> policies.rules("violinst", IN_2025))
                .isInstanceOfSatisfying(
                        NotInForce.class, none -> assertThat(none.pointer()).isEqualTo("/role"))
                .hasMessageEndingWith("did you mean `violinist`?");
    }

    @Test
    void showsARoleThatWouldBreakTheLineOnOneLine() throws Exception {
        Policies policies = policies();
        assertThatThrownBy(() -> policies.rules("vio\nlin", IN_2025))
                .message()
                .startsWith("there is no policy for the role `vio?lin` under");
    }

    @Test
    void passesOverADraft() throws Exception {
        copy("draft");
        Files.writeString(directory.resolve("policies/violinist/draft/violinist.drl"), "half a ru");
        assertThat(policies().rules("violinist", IN_2025).version()).isEqualTo("2024-09-01");
    }

    @Test
    void givesTheSameFilesTheSameHashAndAnyOtherFileAnother() throws Exception {
        copy("2025-01-01");
        Policies policies = policies();
        String hash = policies.rules("violinist", IN_2025).hash();
        assertThat(hash).matches("sha256:[0-9a-f]{64}");
        assertThat(policies.rules("violinist", Moment.parse("2024-10-01T00:00:00Z"))
                        .hash())
                .isEqualTo(hash);
        Path table = directory.resolve("policies/violinist/2025-01-01/fees.csv");
        Files.writeString(table, Files.readString(table).replace("68,000", "68,001"));
        assertThat(policies().rules("violinist", IN_2025).hash()).isNotEqualTo(hash);
    }

    @Test
    void makesTheHashThatStandardToolsMake() throws Exception {
        StringBuilder lines = new StringBuilder();
        try (Stream<Path> files = Files.list(SMALL)) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                lines.append(PolicyFolder.sha256(Files.readAllBytes(file)))
                        .append("  ")
                        .append(file.getFileName())
                        .append('\n');
            }
        }
        assertThat(policies().rules("violinist", IN_2025).hash())
                .isEqualTo("sha256:" + PolicyFolder.sha256(lines.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private Path cached() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("cache"))) {
            return files.findFirst().orElseThrow();
        }
    }

    @Test
    void keepsWhatItCompiledAndUsesItAtTheNextStart() throws Exception {
        policies().rules("violinist", IN_2025);
        Path kept = cached();
        Object before = Files.getLastModifiedTime(kept);
        assertThat(policies().rules("violinist", IN_2025).rules()).hasSize(4);
        assertThat(Files.getLastModifiedTime(kept)).isEqualTo(before);
    }

    @Test
    void buildsADamagedCacheAnewInsteadOfTrustingIt() throws Exception {
        policies().rules("violinist", IN_2025);
        Path kept = cached();
        byte[] whole = Files.readAllBytes(kept);
        for (int damage = 0; damage < 4; damage++) {
            byte[] damaged = whole.clone();
            switch (damage) {
                case 0 -> damaged[whole.length / 2] ^= 1;
                case 1 -> damaged[3] ^= 1;
                case 2 -> damaged = Arrays.copyOf(whole, whole.length - 100);
                default -> damaged = new byte[0];
            }
            Files.write(kept, damaged);
            assertThat(policies().rules("violinist", IN_2025).rules()).hasSize(4);
            byte[] rebuilt = Files.readAllBytes(kept);
            assertThat(new String(rebuilt, 0, 64, StandardCharsets.US_ASCII))
                    .as("damage %d", damage)
                    .isEqualTo(PolicyFolder.sha256(Arrays.copyOfRange(rebuilt, 64, rebuilt.length)));
            assertThat(rebuilt).hasSizeGreaterThan(10_000);
        }
    }

    @Test
    void buildsAnewWhatIsWellSealedButCannotBeLoaded() throws Exception {
        policies().rules("violinist", IN_2025);
        Path kept = cached();
        byte[] nonsense = "not a module".getBytes(StandardCharsets.UTF_8);
        Files.writeString(kept, PolicyFolder.sha256(nonsense) + "not a module");
        assertThat(policies().rules("violinist", IN_2025).rules()).hasSize(4);
        assertThat(Files.size(kept)).isGreaterThan(1000);
    }

    @Test
    void decidesWithoutACacheThatCannotBeWritten() throws Exception {
        Files.writeString(directory.resolve("cache"), "a file where the folder should be");
        assertThat(policies().rules("violinist", IN_2025).rules()).hasSize(4);
    }

    @Test
    void refusesAFolderWithoutPolicies() throws Exception {
        Path empty = Files.createDirectories(directory.resolve("empty"));
        assertThatThrownBy(() -> Policies.read(empty, Optional.empty())).isInstanceOf(RulesUnusable.class);
        assertThatThrownBy(() -> Policies.read(directory.resolve("nowhere"), Optional.empty()))
                .isInstanceOf(RulesUnusable.class);
    }
}
