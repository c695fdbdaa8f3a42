package org.offereligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rounds, criteria, signals and codes belong to the policy's folder: no text in the program's Java is one of them. */
class NoPolicyWordsInJavaTests {
    private static final Path POLICY = Path.of("rules/pmm/2025-01-01");
    private static final Pattern TEXT = Pattern.compile("\"([^\"\n]*+)\"");
    private static final Set<String> KINDS = Set.of("round", "criterion", "signal", "accomplishment", "deliverable");

    @Test
    void noTextInJavaIsAWordOfThePolicy() throws IOException {
        Set<String> words = words();
        assertThat(words).hasSizeGreaterThan(120);
        List<String> found = new ArrayList<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    (Iterable<Path>) sources.filter(path -> path.toString().endsWith(".java"))::iterator) {
                Matcher text = TEXT.matcher(Files.readString(source));
                while (text.find()) {
                    if (words.contains(text.group(1))) {
                        found.add(source + ": " + text.group());
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static Set<String> words() throws IOException {
        Set<String> words = new TreeSet<>();
        for (String line : Files.readAllLines(POLICY.resolve("vocabulary.csv"))) {
            String[] cells = line.split(",", 3);
            if (KINDS.contains(cells[0])) {
                words.add(cells[1]);
            }
        }
        try (Stream<Path> files = Files.list(POLICY)) {
            for (Path file :
                    (Iterable<Path>) files.filter(path -> path.toString().endsWith(".drl"))::iterator) {
                Matcher code = Pattern.compile("@code\\(\"([^\"]+)\"\\)").matcher(Files.readString(file));
                while (code.find()) {
                    words.add(code.group(1));
                }
            }
        }
        return words;
    }
}
