package org.offereligibility.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;
import org.offereligibility.dossier.Entry;

/** A small policy to be published, changed and broken, in a folder of a test's own. */
public final class Violinists {
    public static final Optional<Path> CACHE = Optional.of(Path.of("target/rules-cache"));
    public static final String FIRST = "2024-09-01";
    private static final Path SHIPPED = Path.of("src/test/resources/second-role/violinist/2024-09-01");

    private final Path policies;

    private Violinists(Path policies) {
        this.policies = policies;
    }

    /** The version that is shipped, in a folder of policies of its own. */
    public static Violinists in(Path folder) throws IOException {
        Violinists violinists = new Violinists(folder.resolve("rules"));
        violinists.copy(FIRST);
        return violinists;
    }

    /** The same with a draft that asks for nothing but that its rules and scenarios hold. */
    public static Violinists withDraftIn(Path folder) throws IOException {
        Violinists violinists = in(folder);
        violinists.copy("draft");
        violinists.change(
                "draft/policy.yaml", "sources:", "publishing: {coverage: 0, mutation: 0, warnings: allowed}\nsources:");
        return violinists;
    }

    private void copy(String name) throws IOException {
        Path target = Files.createDirectories(role().resolve(name));
        try (Stream<Path> files = Files.list(SHIPPED)) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
    }

    public Path policies() {
        return policies;
    }

    public Path role() {
        return policies.resolve("violinist");
    }

    public void write(String file, String text) throws IOException {
        Path target = role().resolve(file);
        Files.createDirectories(target.getParent());
        Path beside = Files.writeString(target.resolveSibling(".beside"), text);
        Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    public String read(String file) throws IOException {
        return Files.readString(role().resolve(file));
    }

    public void change(String file, String from, String to) throws IOException {
        String text = read(file);
        if (!text.contains(from)) {
            throw new AssertionError(file + " has no " + from);
        }
        write(file, text.replace(from, to));
    }

    /** One whose intonation was scored so, and who asks for so much. */
    public static Entry dossier(int number, String score, int fee) {
        String text = """
                {"candidateId": "v-%d", "role": "violinist", "level": "tutti", "asOf": "2025-03-01T00:00:00Z",
                 "scores": [{"round": "blind-audition", "criterion": "intonation", "score": %s, "interviewer": "i-1"}],
                 "offer": {"baseSalary": %d, "currency": "EUR", "equity": {"annualValue": 0}, "vestingYears": 1}}
                """.formatted(number, score, fee);
        return new Entry("v-" + number + ".json", 1, text.getBytes(StandardCharsets.UTF_8));
    }
}
