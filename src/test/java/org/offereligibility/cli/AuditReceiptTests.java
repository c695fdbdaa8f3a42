package org.offereligibility.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offereligibility.Golden;
import org.offereligibility.ledger.Entry;
import org.offereligibility.ledger.Erasure;
import org.offereligibility.ledger.Filter;
import org.offereligibility.ledger.Ledger;
import org.offereligibility.ledger.Place;

/** A receipt proves a record to somebody who has no ledger and trusts nobody. */
class AuditReceiptTests {
    private static final Pattern CHANCE = Pattern.compile(
            "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<=\\+)[0-9a-f]{8}\\+[A-Za-z0-9+/=]{44}|[A-Za-z0-9+/]{43}=");

    @TempDir
    static Path folder;

    private static Path data = Path.of("");
    private static Path receipt = Path.of("");
    private static SortedMap<String, byte[]> files = new TreeMap<>();

    @BeforeAll
    static void writesAReceipt() throws Exception {
        data = folder.resolve("data");
        receipt = folder.resolve("receipt.zip");
        assertThat(run("evaluate " + Dossiers.ELIGIBLE + " " + Dossiers.REFERRED
                                + " fixtures/guide/01-entertainment-first.json --record --by ada --request-id r --data "
                                + data)
                        .code())
                .isZero();
        Files.copy(data.resolve("checkpoint"), folder.resolve("kept"));
        Files.writeString(
                folder.resolve("key"),
                Files.readAllLines(data.resolve("ledger.key")).get(0) + "\n");
        Program.Run run = run("audit export #1 --out " + receipt + " --data " + data);
        assertThat(run.code()).as(run.err()).isZero();
        files = unpacked(receipt);
    }

    private static Program.Run run(String arguments) {
        return Program.runs(arguments.split(" "));
    }

    private static SortedMap<String, byte[]> unpacked(Path file) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static Path packed(Map<String, byte[]> content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : content.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return Files.write(folder.resolve("packed.zip"), bytes.toByteArray());
    }

    private static String told(Program.Run run) {
        return CHANCE.matcher(run.out() + run.err()).replaceAll("CHANCE") + "exit " + run.code() + "\n\n";
    }

    @Test
    void isProvenWithTheKeyAndTheCheckpointThatTheAuditorKept() throws Exception {
        Golden.assertEquals(
                "cli/audit-check.txt",
                told(run("audit check " + receipt))
                        + told(run("audit check " + receipt + " --key " + folder.resolve("key") + " --checkpoint "
                                + folder.resolve("kept"))));
    }

    @Test
    void theSameRecordGivesTheSameBytes() throws Exception {
        Path again = folder.resolve("again.zip");
        assertThat(run("audit export #1 --out " + again + " --data " + data).code())
                .isZero();
        assertThat(again).hasSameBinaryContentAs(receipt);
    }

    @Test
    void packedAgainByAnotherProgramItIsTheSameReceipt() throws Exception {
        assertThat(run("audit check " + packed(files)).code()).isZero();
    }

    @Test
    void tellsHowToCheckItByHand() throws Exception {
        String readme = new String(files.get("README.txt"), UTF_8);
        Golden.assertEquals(
                "cli/audit-receipt-readme.txt", CHANCE.matcher(readme).replaceAll("CHANCE"));
        if (!Files.isExecutable(Path.of("/usr/bin/openssl")) || !Files.isExecutable(Path.of("/bin/bash"))) {
            return;
        }
        Path unpacked = folder.resolve("unpacked");
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.createDirectories(unpacked.resolve(file.getKey()).getParent());
            Files.write(unpacked.resolve(file.getKey()), file.getValue());
        }
        Path script = folder.resolve("by-hand.sh");
        Files.writeString(
                script,
                readme.substring(readme.indexOf("\n1. "))
                        .lines()
                        .filter(line -> !line.matches("([0-9]\\. |   [A-Za-z0-9]).*"))
                        .reduce("", (before, line) -> before + line + "\n"));
        Path out = folder.resolve("by-hand.txt");
        Process process = new ProcessBuilder("/bin/bash", "-e", script.toString())
                .directory(unpacked.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        List<String> said = Files.readAllLines(out);
        String leaf = new String(files.get("leaf.json"), UTF_8);
        assertThat(process.exitValue()).as(said.toString()).isZero();
        assertThat(said).hasSize(9).contains("Signature Verified Successfully");
        for (int i = 1; i <= 4; i++) {
            assertThat(leaf).contains("sha256-salted:" + said.get(i).substring(0, 64));
        }
        assertThat(said.get(5)).isEqualTo(said.get(6));
        assertThat(leaf).contains("\"rules\":\"sha256:" + said.get(8).substring(0, 64));
    }

    @Test
    void noByteOfAnyFileCanBeChangedUnseen() throws Exception {
        for (String name : files.keySet()) {
            byte[] content = files.get(name);
            for (int at : name.startsWith("rules/") ? List.of(0) : List.of(0, content.length / 2, content.length - 1)) {
                SortedMap<String, byte[]> changed = new TreeMap<>(files);
                byte[] flipped = content.clone();
                flipped[at] ^= 1;
                changed.put(name, flipped);
                Program.Run run = run("audit check " + packed(changed));
                assertThat(run.code())
                        .as(name + " at " + at + run.out() + run.err())
                        .isEqualTo(ExitCode.NOT_INTACT);
                assertThat(run.out()).startsWith("The receipt is NOT proven.").doesNotContain("Exception");
            }
        }
    }

    @Test
    void noFileCanBeLeftOutOrAddedUnseen() throws Exception {
        for (String name : files.keySet()) {
            if (name.startsWith("rules/") && !name.equals("rules/policy.yaml")) {
                continue;
            }
            SortedMap<String, byte[]> fewer = new TreeMap<>(files);
            fewer.remove(name);
            assertThat(run("audit check " + packed(fewer)).code()).as(name).isEqualTo(ExitCode.NOT_INTACT);
        }
        for (String name : List.of("more.txt", "rules/more.csv", "readings/more.txt", "sealed/more")) {
            SortedMap<String, byte[]> more = new TreeMap<>(files);
            more.put(name, new byte[] {1});
            assertThat(run("audit check " + packed(more)).code()).as(name).isEqualTo(ExitCode.NOT_INTACT);
        }
    }

    @Test
    void anotherKeyIsFound() throws Exception {
        Path others = folder.resolve("others");
        run("evaluate " + Dossiers.ELIGIBLE + " --record --by eve --data " + others);
        Files.writeString(
                folder.resolve("other-key"),
                Files.readAllLines(others.resolve("ledger.key")).get(0));
        Program.Run run = run("audit check " + receipt + " --key " + folder.resolve("other-key"));
        assertThat(run.code()).isEqualTo(ExitCode.NOT_INTACT);
        assertThat(run.out()).contains("The key is not the one you kept");
        Program.Run checkpoint = run("audit check " + receipt + " --checkpoint " + others.resolve("checkpoint"));
        assertThat(checkpoint.code()).isEqualTo(ExitCode.NOT_INTACT);
        assertThat(checkpoint.out()).contains("The checkpoint you kept is not signed by this key");
        assertThat(run("audit check " + receipt + " --key " + receipt).code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void isProvenByAnOlderCheckpointThatTheAuditorKept() throws Exception {
        Path later = folder.resolve("later");
        Files.createDirectories(later);
        for (String name : List.of("ledger.db", "ledger.key", "checkpoint")) {
            Files.copy(data.resolve(name), later.resolve(name));
        }
        run("evaluate " + Dossiers.DOCKET + " --record --by ada --request-id l --data " + later);
        Path zip = folder.resolve("later.zip");
        String kept = " --checkpoint " + folder.resolve("kept");
        assertThat(run("audit export #1 --out " + zip + " --data " + later).code())
                .isZero();
        Program.Run another = run("audit check " + zip + kept);
        assertThat(another.code()).isEqualTo(ExitCode.NOT_INTACT);
        assertThat(another.out()).contains("ask for a receipt by your checkpoint");
        assertThat(run("audit export #1 --out " + zip + " --data " + later + kept)
                        .code())
                .isZero();
        assertThat(run("audit check " + zip + kept).code()).isZero();
        Program.Run tooOld = run("audit export #9 --out " + zip + " --data " + later + kept);
        assertThat(tooOld.code()).isEqualTo(ExitCode.USAGE);
        assertThat(tooOld.err()).contains("the checkpoint is older than the record");
    }

    @Test
    void ofWhatWasErasedTheRestIsProven() throws Exception {
        Path erased = folder.resolve("erased");
        run("evaluate " + Dossiers.REFERRED + " --record --by ada --request-id r --data " + erased);
        run("record ruling #0 --to ELIGIBLE --by bob --note Fine. --request-id w --data " + erased);
        try (Ledger ledger =
                Ledger.open(Place.in(erased), Clock.fixed(Program.NOW, ZoneOffset.UTC), new SecureRandom())) {
            Entry first = ledger.page(Filter.ALL, 0, 1).get(0);
            ledger.erase(
                    "e",
                    "ada",
                    "asked",
                    List.of(new Erasure(first.id(), new TreeSet<>(Set.of("candidate", "dossier", "decision")))));
        }
        StringBuilder all = new StringBuilder();
        for (String number : List.of("#0", "#1", "#2")) {
            Path zip = folder.resolve("erased.zip");
            assertThat(run("audit export " + number + " --out " + zip + " --data " + erased)
                            .code())
                    .isZero();
            all.append(told(run("audit check " + zip + " --key " + erased.resolve("ledger.key"))));
        }
        Golden.assertEquals("cli/audit-check-erased.txt", all.toString());
    }

    private static void refused(byte[] zip, String why) throws IOException {
        Path file = Files.write(folder.resolve("hostile.zip"), zip);
        Program.Run run = run("audit check " + file);
        assertThat(run.code()).as(why).isEqualTo(ExitCode.NOT_INTACT);
        assertThat(run.out()).contains(why).doesNotContain("Exception").doesNotContain("null");
    }

    @Test
    void hostileFilesAreRefusedPlainly() throws Exception {
        refused(new byte[0], "no ZIP file");
        refused("Hello, auditor.".getBytes(UTF_8), "no ZIP file");
        refused(Arrays.copyOf(Files.readAllBytes(receipt), 5000), "cut off");
        byte[] whole = Files.readAllBytes(receipt);
        refused(Arrays.copyOf(whole, whole.length - 100), "cannot be read, is cut off, or is no ZIP file");
        for (String name : List.of("../evil", "/evil", "rules/../../evil", "C:\\evil", "a//b", "./a", "a\nb")) {
            SortedMap<String, byte[]> evil = new TreeMap<>(files);
            evil.put(name, new byte[] {1});
            refused(Files.readAllBytes(packed(evil)), "a name that no file of a receipt has");
        }
        SortedMap<String, byte[]> twice = new TreeMap<>(files);
        twice.put("leaf.jsom", files.get("leaf.json"));
        refused(
                new String(Files.readAllBytes(packed(twice)), java.nio.charset.StandardCharsets.ISO_8859_1)
                        .replace("leaf.jsom", "leaf.json")
                        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1),
                "two files in it have one name");
        SortedMap<String, byte[]> bomb = new TreeMap<>(files);
        bomb.put("sealed/bomb", new byte[65 << 20]);
        refused(Files.readAllBytes(packed(bomb)), "larger than any receipt");
        SortedMap<String, byte[]> many = new TreeMap<>();
        for (int i = 0; i < 10_001; i++) {
            many.put("rules/" + i, new byte[0]);
        }
        refused(Files.readAllBytes(packed(many)), "larger than any receipt");
        ByteArrayOutputStream hidden = new ByteArrayOutputStream();
        hidden.write(Files.readAllBytes(packed(files)));
        SortedMap<String, byte[]> other = new TreeMap<>(files);
        other.put("readings/committee.txt", "All is well.".getBytes(UTF_8));
        hidden.write(Files.readAllBytes(packed(other)));
        Program.Run run = run("audit check " + Files.write(folder.resolve("hidden.zip"), hidden.toByteArray()));
        assertThat(run.code()).isEqualTo(ExitCode.NOT_INTACT);
        assertThat(run("audit check " + folder.resolve("none.zip")).code()).isEqualTo(ExitCode.USAGE);
        assertThat(run("audit check " + folder).code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aReceiptThatCannotBeWrittenLeavesNothing() {
        Program.Run run = run("audit export #1 --out " + folder.resolve("no/such/folder.zip") + " --data " + data);
        assertThat(run.code()).isEqualTo(ExitCode.INTERNAL);
        assertThat(run.err()).contains("there is no folder");
        assertThat(run("audit export #99 --out " + folder.resolve("x.zip") + " --data " + data)
                        .code())
                .isEqualTo(ExitCode.USAGE);
        assertThat(folder.resolve("x.zip")).doesNotExist();
    }
}
