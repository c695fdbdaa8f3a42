package org.offereligibility.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTests {
    @TempDir
    Path folder;

    private String file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text).toString();
    }

    /** Every item, entries as {@code name:line=text} and problems as they are shown, without the temporary folder. */
    private List<String> items(int largest, String standardInput, String... names) {
        InputStream in = new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8));
        return items(new Intake(List.of(names), in, largest));
    }

    private List<String> items(Intake intake) {
        List<String> items = new ArrayList<>();
        try (intake) {
            while (intake.hasNext()) {
                Intake.Item item = intake.next();
                String shown = item instanceof Intake.Item.Text text
                        ? text.entry().file() + ":" + text.entry().line() + "="
                                + new String(text.entry().text(), StandardCharsets.UTF_8)
                        : ((Intake.Item.Unopened) item).problem().toString();
                items.add(shown.replace(folder + "/", "").replace(folder.toString(), "."));
            }
        }
        return items;
    }

    private List<String> opened(String... names) {
        return items(1_000, "", names);
    }

    private List<String> piped(String text) {
        return items(1_000, text, "-");
    }

    @Test
    void takesAJsonFileAsOneDossier() throws IOException {
        assertThat(opened(file("a.json", "{\n}\n"))).containsExactly("a.json:1={\n}\n");
        assertThat(opened(file("A.JSON", ""))).containsExactly("A.JSON:1=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jsonl", "a.ndjson", "a.JSONL"})
    void takesEachLineAsOneDossier(String name) throws IOException {
        assertThat(opened(file(name, "\uFEFF{1}\r\n\n \t\r\n{2}\n\n{3}")))
                .containsExactly(name + ":1={1}\r", name + ":4={2}", name + ":6={3}");
        assertThat(opened(file(name, "\uFEFF\n{1}\n"))).containsExactly(name + ":2={1}");
    }

    @Test
    void passesOverALineThatIsTooLongAndGoesOn() throws IOException {
        String text =
                "{1}\n" + "x".repeat(200_000) + "\n{2}\n" + "x".repeat(1_001) + "\n" + "y".repeat(1_000) + "\n{3}";
        String told = "the dossier is larger than 64 MiB and was passed over";
        assertThat(opened(file("a.jsonl", text)))
                .containsExactly(
                        "a.jsonl:1={1}",
                        "a.jsonl:2: " + told,
                        "a.jsonl:3={2}",
                        "a.jsonl:4: " + told,
                        "a.jsonl:5=" + "y".repeat(1_000),
                        "a.jsonl:6={3}");
        assertThat(opened(file("a.json", "x".repeat(1_001)))).containsExactly("a.json:1: " + told);
        assertThat(piped("{\n" + "x".repeat(1_001))).containsExactly("-:1: " + told);
    }

    /** More than the memory that tests are given: nothing is kept. */
    @Test
    void readsInConstantMemory() {
        byte[] lineOfAMebibyte = ("{" + " ".repeat(1024 * 1024 - 3) + "}\n").getBytes(StandardCharsets.UTF_8);
        InputStream endless = new InputStream() {
            private long at;

            @Override
            public int read() {
                throw new UnsupportedOperationException("read by the byte");
            }

            @Override
            public int read(byte[] into, int from, int length) {
                if (at >= 1600L * lineOfAMebibyte.length) {
                    return -1;
                }
                int start = (int) (at % lineOfAMebibyte.length);
                int count = Math.min(length, lineOfAMebibyte.length - start);
                System.arraycopy(lineOfAMebibyte, start, into, from, count);
                at += count;
                return count;
            }
        };
        int entries = 0;
        try (Intake intake = Intake.of(List.of("-"), endless)) {
            while (intake.hasNext()) {
                intake.next();
                entries++;
            }
        }
        assertThat(entries).isEqualTo(1600);
    }

    @Test
    void takesAFolderInTheOrderOfItsNames() throws IOException {
        file("in/b.json", "{b}");
        file("in/a.jsonl", "{a1}\n{a2}");
        file("in/c/d.ndjson", "{d}");
        file("in/c/notes.txt", "?");
        file("in/B.json", "{B}");
        assertThat(opened(folder.resolve("in").toString()))
                .containsExactly(
                        "in/B.json:1={B}",
                        "in/a.jsonl:1={a1}",
                        "in/a.jsonl:2={a2}",
                        "in/b.json:1={b}",
                        "in/c/d.ndjson:1={d}");
    }

    @Test
    void leavesLinkedFoldersAlone() throws IOException {
        file("in/a.json", "{a}");
        Files.createSymbolicLink(folder.resolve("in/again"), folder.resolve("in"));
        Files.createSymbolicLink(folder.resolve("in/lost.json"), folder.resolve("nowhere"));
        assertThat(opened(folder.resolve("in").toString()))
                .containsExactly("in/a.json:1={a}", "in/lost.json: is a link that leads nowhere");
    }

    @Test
    void saysThatAFolderHasNothingInIt() throws IOException {
        file("in/deep/notes.txt", "?");
        assertThat(opened(folder.resolve("in").toString()))
                .containsExactly("in: the folder has no file in it that ends in `.json`, `.jsonl` or `.ndjson`");
    }

    @Test
    void tellsEveryNameThatCannotBeOpenedAndReadsTheRest() throws IOException {
        String good = file("good.json", "{}");
        String table = file("table.csv", "a,b");
        assertThat(opened(folder + "/gone.json", good, table, folder + "/gone/too.jsonl", "\0", ""))
                .containsExactly(
                        "gone.json: there is no such file or folder",
                        "good.json:1={}",
                        "table.csv: expected a file that ends in `.json`, `.jsonl` or `.ndjson`, a folder, or `-`",
                        "gone/too.jsonl: there is no such file or folder",
                        "?: is not the name of a file or folder",
                        "(no name): is not the name of a file or folder");
    }

    @Test
    void refusesDevices() {
        assumeTrue(Files.exists(Path.of("/dev/zero")));
        assertThat(opened("/dev/zero"))
                .containsExactly(
                        "/dev/zero: is neither a file nor a folder; to read from a program, pipe it in and name `-`");
    }

    @Test
    void saysWhenPermissionIsMissing() throws IOException {
        String name = file("secret.json", "{}");
        assumeTrue(folder.resolve("secret.json").toFile().setReadable(false));
        assumeTrue(!Files.isReadable(folder.resolve("secret.json")), "the superuser may read everything");
        assertThat(opened(name)).containsExactly("secret.json: may not be read: permission is missing");
    }

    @Test
    void saysThatThereIsNoDossier() throws IOException {
        assertThat(opened(file("a.jsonl", "\n \n"))).containsExactly("a.jsonl: there is no dossier in it");
        assertThat(piped("")).containsExactly("-: there is no dossier in it");
    }

    @Test
    void asksForUtf8OnceForAWholeFile() throws IOException {
        Path file = folder.resolve("wide.jsonl");
        Files.write(file, "{1}\n{2}\n{3}\n".getBytes(StandardCharsets.UTF_16));
        assertThat(opened(file.toString()))
                .containsExactly("wide.jsonl:1: the text is UTF-16 or UTF-32, not UTF-8: save it as UTF-8");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"a": 1}\\n{"b": 2}          | -:1={"a": 1} ; -:2={"b": 2}
                    \\n\\n{"a": 1}\\r\\n\\n{"b": 2}\\n | -:3={"a": 1}\\r ; -:5={"b": 2}
                    {"a": 1}                     | -:1={"a": 1}
                    {\\n"a": 1\\n}\\n            | -:1={\\n"a": 1\\n}\\n
                    \\n{ "a":\\n1}               | -:2={ "a":\\n1}
                    {"a": [1,\\n2]}              | -:1={"a": [1,\\n2]}
                    {"a": NaN}\\n{"b": 2}        | -:1={"a": NaN} ; -:2={"b": 2}
                    [\\n{}\\n]                   | -:1=[\\n{}\\n]
                    """)
    void tellsOneDossierFromLinesByTheFirst(String text, String told) {
        List<String> shown = piped(text.replace("\\n", "\n").replace("\\r", "\r")).stream()
                .map(item -> item.replace("\n", "\\n").replace("\r", "\\r"))
                .toList();
        assertThat(String.join(" ; ", shown)).isEqualTo(told);
    }

    @Test
    void readsStandardInputOnce() {
        assertThat(items(1_000, "{}", "-", "-"))
                .containsExactly("-:1={}", "-: standard input is named twice: it can be read once only");
    }

    @Test
    void goesOnAfterAnInputThatBreaksOff() throws IOException {
        InputStream breaking = new InputStream() {
            private boolean begun;

            @Override
            public int read() throws IOException {
                throw new IOException("secret detail");
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                if (begun) {
                    throw new IOException("secret detail");
                }
                begun = true;
                into[from] = '{';
                into[from + 1] = '}';
                into[from + 2] = '\n';
                return 3;
            }
        };
        String good = file("good.json", "{}");
        assertThat(items(new Intake(List.of("-", good), breaking, 1_000)))
                .containsExactly("-:1={}", "-: cannot be read any further", "good.json:1={}");
    }

    @Test
    void leavesStandardInputOpen() {
        boolean[] closed = {false};
        InputStream in = new ByteArrayInputStream(new byte[0]) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        items(new Intake(List.of("-"), in, 1_000));
        assertThat(closed[0]).isFalse();
    }

    @Test
    void hasNothingAfterTheLast() throws IOException {
        try (Intake intake = Intake.of(List.of(file("a.json", "{}")), InputStream.nullInputStream())) {
            intake.next();
            assertThat(intake.hasNext()).isFalse();
            assertThatThrownBy(intake::next).isInstanceOf(NoSuchElementException.class);
        }
    }
}
