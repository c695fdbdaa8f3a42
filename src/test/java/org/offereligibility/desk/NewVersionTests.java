package org.offereligibility.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.offereligibility.policy.Manifest;
import org.offereligibility.policy.PolicyFolder;
import org.offereligibility.policy.Shelf;

/** A version is there as a whole or not at all, also when the program is killed while it is being written. */
@Timeout(120)
class NewVersionTests {
    private static final int KILLED = 15;

    @TempDir
    Path folder;

    /** Publishes one day after the other until it is killed. */
    static final class Restless {
        public static void main(String[] arguments) throws Exception {
            Path role = Path.of(arguments[0]);
            PolicyFolder draft = PolicyFolder.read(role.resolve("draft"));
            for (LocalDate day = LocalDate.parse(arguments[1]); ; day = day.plusDays(1)) {
                try (RoleLock lock = RoleLock.take(role).orElseThrow()) {
                    NewVersion.write(role, draft, manifest(draft, day));
                }
                System.out.println(day);
            }
        }
    }

    static Manifest manifest(PolicyFolder draft, LocalDate day) {
        return new Manifest(
                draft.role(),
                day,
                draft.hash(),
                Manifest.hashes(draft),
                "Clara Wieck",
                "Amy Beach",
                Instant.EPOCH,
                "1",
                "none",
                Optional.empty(),
                Evidence.NONE.measured());
    }

    @Test
    void isThereAsAWholeOrNotAtAllWhenItsPublisherIsKilled() throws Exception {
        Path role = Violinists.withDraftIn(folder).role();
        byte[] large = new byte[300_000];
        Files.write(role.resolve("draft/large.bin"), large);
        Files.createDirectories(role.resolve("draft/scenarios"));
        Files.writeString(role.resolve("draft/scenarios/a.yaml"), "a: 1\n");
        Random random = new Random(4);
        LocalDate next = LocalDate.parse("2030-01-01");
        TreeSet<String> leftOver = new TreeSet<>();
        for (int killed = 0; killed < KILLED; killed++) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xshare:auto",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            Restless.class.getName(),
                            role.toString(),
                            next.toString())
                    .redirectError(folder.resolve("err").toFile())
                    .start();
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                assertThat(out.readLine())
                        .as(Files.readString(folder.resolve("err")))
                        .isNotNull();
                Thread.sleep(random.nextInt(40));
                process.destroyForcibly().waitFor();
            }
            try (Stream<Path> list = Files.list(role)) {
                list.map(path -> String.valueOf(path.getFileName()))
                        .filter(name -> name.startsWith(".publishing-"))
                        .forEach(leftOver::add);
            }
            PolicyFolder draft = PolicyFolder.read(role.resolve("draft"));
            for (Path version : Shelf.versions(role).tailMap(next).values()) {
                PolicyFolder whole = PolicyFolder.read(version);
                assertThat(Manifest.check(whole)).isPresent();
                assertThat(whole.hash()).isEqualTo(draft.hash());
            }
            next = Shelf.versions(role).lastKey().plusDays(1);
        }
        assertThat(leftOver).as("no kill came in the middle of a publishing").isNotEmpty();
        PolicyFolder draft = PolicyFolder.read(role.resolve("draft"));
        try (RoleLock lock = RoleLock.take(role).orElseThrow()) {
            NewVersion.write(role, draft, manifest(draft, next));
        }
        try (Stream<Path> list = Files.list(role)) {
            assertThat(list.map(path -> String.valueOf(path.getFileName())))
                    .as("what was left over is swept away")
                    .noneMatch(name -> name.startsWith("."));
        }
    }

    @Test
    void onlyOneOfManyHoldsTheLock() throws Exception {
        List<Path> roles = List.of(folder);
        for (int round = 0; round < 50; round++) {
            try (RoleLock held = RoleLock.take(roles.get(0)).orElseThrow()) {
                assertThat(RoleLock.take(folder)).isEmpty();
            }
        }
        assertThat(folder).isEmptyDirectory();
    }
}
