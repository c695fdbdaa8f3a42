package org.offereligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of {@code --out}: what it was before, or complete. */
class OutTests {
    @TempDir
    Path folder;

    private List<String> inFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void holdsWhatStandardOutputWould() throws Exception {
        Path out = folder.resolve("decisions.jsonl");
        Program.Run run = Program.runs("evaluate", "--format", "json", "--out", out.toString(), "fixtures/guide");
        assertThat(run.code()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(out)
                .hasBinaryContent(Program.runs("evaluate", "--format", "json", "fixtures/guide")
                        .bytes());
        assertThat(inFolder()).containsExactly("decisions.jsonl");
    }

    @Test
    void replacesAnOlderFileOnceComplete() throws Exception {
        Path out = Files.writeString(folder.resolve("page.txt"), "older");
        assertThat(Program.runs("evaluate", "--out", out.toString(), Dossiers.ELIGIBLE)
                        .code())
                .isZero();
        assertThat(out).content().contains("ELIGIBLE").doesNotContain("older");
        assertThat(inFolder()).containsExactly("page.txt");
    }

    @Test
    void writesTheFileBehindALink() throws Exception {
        Path target = Files.writeString(folder.resolve("target.txt"), "older");
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), Path.of("target.txt"));
        Program.runs("evaluate", "--out", link.toString(), Dossiers.ELIGIBLE);
        assertThat(link).isSymbolicLink();
        assertThat(target).content().contains("ELIGIBLE");
    }

    @Test
    void isCompleteAlsoWhenSomeInputWasRefused() {
        String file = Dossiers.write(folder.resolve("mixed.jsonl"), Dossiers.refused("a"), Dossiers.bare("b"));
        Path out = folder.resolve("out.json");
        assertThat(Program.runs("evaluate", "--format", "json", "--out", out.toString(), file)
                        .code())
                .isEqualTo(3);
        assertThat(out).content().contains("\"candidateId\":\"b\"").hasLineCount(1);
    }

    @Test
    void leavesTheOlderFileAloneWhenTheRulesCannotBeUsed() throws Exception {
        Path out = Files.writeString(folder.resolve("page.txt"), "older");
        assertThat(Program.runs("evaluate", "--policies", folder.toString(), "--out", out.toString(), Dossiers.ELIGIBLE)
                        .code())
                .isEqualTo(4);
        assertThat(out).content().isEqualTo("older");
        assertThat(inFolder()).containsExactly("page.txt");
    }

    @Test
    void isRemovedWhenItIsGivenUp() throws Exception {
        Path out = folder.resolve("page.txt");
        try (Output output = Output.file(out)) {
            output.write("half of it");
            output.flush();
            assertThat(inFolder()).containsExactly(".page.txt.0.part");
        }
        assertThat(inFolder()).isEmpty();
    }

    @Test
    void getsADraftOfItsOwnBesideThatOfAnotherRun() throws Exception {
        Path out = folder.resolve("page.txt");
        try (Output one = Output.file(out);
                Output two = Output.file(out)) {
            one.write("one");
            two.write("two");
            one.complete();
            assertThat(out).content().isEqualTo("one");
            two.complete();
            assertThat(out).content(StandardCharsets.UTF_8).isEqualTo("two");
        }
        assertThat(inFolder()).containsExactly("page.txt");
    }
}
