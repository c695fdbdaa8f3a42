package org.offereligibility.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may happen to a ledger while it records, with programs of its own that are killed. */
class LedgerFaultsTests {
    @TempDir
    Path folder;

    /** Rounds are set by {@code -Dledger.rounds}; all of them hit one and the same ledger, which so is opened after every kill. */
    @Test
    void nothingAcknowledgedIsLostWhenItIsKilledAtAnyMoment() throws Exception {
        int rounds = Integer.getInteger("ledger.rounds", 20);
        long seed = Long.getLong("ledger.seed", 20260101);
        Random random = new Random(seed);
        Set<String> acknowledged = new HashSet<>();
        for (int round = 0; round < rounds; round++) {
            Path out = folder.resolve("out" + round);
            Process child = start(out, List.of(), folder.resolve("data"), 3, 1_000_000, "round" + round);
            // from before the ledger is open until well into recording
            if (round % 4 == 0) {
                Thread.sleep(random.nextInt(1500));
            } else {
                awaitLines(out, child, 1 + random.nextInt(40));
                Thread.sleep(random.nextInt(20));
            }
            child.destroyForcibly().waitFor();
            acknowledged.addAll(ids(out));
            Files.delete(out);
        }
        try (Ledger ledger = Records.open(Place.in(folder.resolve("data")))) {
            Set<String> there = new HashSet<>();
            for (Entry entry : Records.sound(ledger)) {
                there.add(entry.id());
                assertThat(ledger.parts(entry.index())).hasSize(4);
                assertThat(ledger.marks(entry.index())).hasSize(2);
            }
            assertThat(there).containsAll(acknowledged);
            assertThat(acknowledged).hasSizeGreaterThan(rounds);
            System.out.println(rounds + " kills, " + acknowledged.size() + " acknowledged, " + there.size() + " there");
        }
    }

    @Test
    void twoProgramsRecordInOneFileAtOnce() throws Exception {
        Path data = folder.resolve("data");
        Process one = start(folder.resolve("one"), List.of(), data, 2, 60, "one");
        Process two = start(folder.resolve("two"), List.of(), data, 2, 60, "two");
        assertThat(one.waitFor(100, TimeUnit.SECONDS) && two.waitFor(100, TimeUnit.SECONDS))
                .isTrue();
        List<String> acknowledged = new ArrayList<>(ids(folder.resolve("one")));
        acknowledged.addAll(ids(folder.resolve("two")));
        try (Ledger ledger = Records.open(Place.in(data))) {
            assertThat(Records.sound(ledger).stream().map(Entry::id))
                    .hasSize(240)
                    .containsExactlyInAnyOrderElementsOf(acknowledged);
        }
    }

    @Test
    void aLimitOnTheFilesSizeRefusesPlainlyAndLosesNothing() throws Exception {
        Path data = folder.resolve("data");
        Path out = folder.resolve("out");
        // in blocks of 512 bytes: 3 megabytes, enough to unpack SQLite's own library
        Process child = start(out, List.of("sh", "-c", "ulimit -f 6000; exec \"$@\"", "sh"), data, 2, 300, "full");
        assertThat(child.waitFor(100, TimeUnit.SECONDS)).isTrue();
        refusedAndNothingLost(out, Place.in(data), "is full");
    }

    @Test
    void aFullDiskRefusesPlainlyAndLosesNothing() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeThat(mounted(disk, "size=1m")).as("may mount a small disk").isTrue();
        try {
            Path out = folder.resolve("out");
            Process child = start(out, List.of(), disk, 2, 300, "full");
            assertThat(child.waitFor(100, TimeUnit.SECONDS)).isTrue();
            assertThat(Files.readString(out)).contains("refused The disk");
            Path copy = Files.createDirectory(folder.resolve("copy"));
            for (String file : List.of("ledger.db", "ledger.db-wal", "ledger.key")) {
                if (Files.exists(disk.resolve(file))) {
                    Files.copy(disk.resolve(file), copy.resolve(file));
                }
            }
            refusedAndNothingLost(out, Place.in(copy), "is full");
        } finally {
            run("umount", disk.toString());
        }
    }

    @Test
    void aFolderThatOnlyLetsItselfBeReadIsRefused() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeThat(mounted(disk, "size=4m")).as("may mount a small disk").isTrue();
        try {
            assertThat(run("mount", "-o", "remount,ro", disk.toString())).isTrue();
            assertThatThrownBy(() -> Records.open(Place.in(disk)))
                    .isInstanceOf(LedgerUnusable.class)
                    .hasMessageContaining("may be written to");
            assertThat(run("mount", "-o", "remount,rw", disk.toString())).isTrue();
            try (Ledger ledger = Records.open(Place.in(disk))) {
                ledger.append(Records.decision("r", "C", "REFER"));
            }
            assertThat(run("mount", "-o", "remount,ro", disk.toString())).isTrue();
            assertThatThrownBy(() -> Records.open(Place.in(disk)))
                    .isInstanceOf(LedgerUnusable.class)
                    .hasMessageContaining("may be written to");
        } finally {
            run("umount", disk.toString());
        }
    }

    @Test
    void postgresqlIsRestartedUnderLoad() throws Exception {
        Place place = Place.at(TestServer.newDatabase(), folder.resolve("data"));
        AtomicInteger recorded = new AtomicInteger();
        Set<String> acknowledged = new HashSet<>();
        List<String> refused = new ArrayList<>();
        CountDownLatch some = new CountDownLatch(20);
        try (Ledger ledger = Records.open(place)) {
            Thread[] threads = new Thread[3];
            for (int t = 0; t < threads.length; t++) {
                String name = "t" + t + "-";
                threads[t] = new Thread(() -> {
                    for (int i = 0; i < 40; i++) {
                        try {
                            Entry entry = ledger.append(Records.decision(name + i, "C", "REFER"));
                            synchronized (acknowledged) {
                                acknowledged.add(entry.id());
                            }
                        } catch (LedgerUnusable why) {
                            synchronized (refused) {
                                refused.add(why.getMessage());
                            }
                        }
                        recorded.incrementAndGet();
                        some.countDown();
                    }
                });
                threads[t].start();
            }
            assertThat(some.await(60, TimeUnit.SECONDS)).isTrue();
            TestServer.restart();
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(refused).isEmpty();
            assertThat(acknowledged).hasSize(120);
            assertThat(Records.sound(ledger).stream().map(Entry::id)).containsExactlyInAnyOrderElementsOf(acknowledged);
        }
    }

    private static void refusedAndNothingLost(Path out, Place place, String word) throws Exception {
        List<String> lines = Files.readAllLines(out);
        assertThat(lines).anyMatch(line -> line.startsWith("refused ") && line.contains(word));
        assertThat(lines).noneMatch(line -> line.contains("Exception") || line.startsWith("\tat "));
        Set<String> acknowledged = ids(out);
        assertThat(acknowledged).isNotEmpty();
        try (Ledger ledger = Records.open(place)) {
            assertThat(Records.sound(ledger).stream().map(Entry::id)).containsAll(acknowledged);
            ledger.append(Records.decision("after", "C", "REFER"));
            Records.sound(ledger);
        }
    }

    private static Process start(Path out, List<String> before, Path data, int threads, int each, String name)
            throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-Xmx128m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Recorder.class.getName(),
                data.toString(),
                Integer.toString(threads),
                Integer.toString(each),
                name));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
    }

    private static void awaitLines(Path out, Process child, int lines) throws Exception {
        while (child.isAlive() && Files.readString(out).lines().count() < lines) {
            Thread.sleep(5);
        }
        assertThat(child.isAlive()).as(Files.readString(out)).isTrue();
    }

    /** The ids of whole lines; a line that was cut off acknowledged nothing. */
    private static Set<String> ids(Path out) throws IOException {
        String text = Files.readString(out, StandardCharsets.UTF_8);
        Set<String> ids = new HashSet<>();
        Arrays.stream(text.substring(0, text.lastIndexOf('\n') + 1).split("\n"))
                .filter(line -> line.matches("[0-9a-f-]{36} [0-9]+"))
                .forEach(line -> ids.add(line.substring(0, 36)));
        return ids;
    }

    private static boolean mounted(Path disk, String options) throws Exception {
        return run("mount", "-t", "tmpfs", "-o", options, "tmpfs", disk.toString());
    }

    private static boolean run(String... command) throws Exception {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }
}
