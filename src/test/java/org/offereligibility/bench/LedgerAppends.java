package org.offereligibility.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.offereligibility.ledger.Draft;
import org.offereligibility.ledger.Ledger;
import org.offereligibility.ledger.LedgerUnusable;
import org.offereligibility.ledger.Mark;
import org.offereligibility.ledger.Place;

/** How many records of 10 kB a ledger takes in a second, by threads. Not run by the build; by hand, with a JDBC URL or without. */
final class LedgerAppends {
    private static final int SECONDS = 5;

    private LedgerAppends() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("ledger");
        Place place = arguments.length > 0 ? Place.at(arguments[0], folder) : Place.in(folder);
        try (Ledger ledger = Ledger.open(place, InstantSource.system(), new SecureRandom())) {
            run(ledger, "warm", 2);
            for (int threads : new int[] {1, 8, 32}) {
                System.out.println(
                        threads + " threads: " + run(ledger, "t" + threads, threads) / SECONDS + " records/s");
            }
        }
    }

    private static long run(Ledger ledger, String name, int threads) throws InterruptedException {
        AtomicLong count = new AtomicLong();
        long end = System.nanoTime() + SECONDS * 1_000_000_000L;
        Thread[] all = new Thread[threads];
        for (int t = 0; t < threads; t++) {
            all[t] = new Thread(() -> {
                while (System.nanoTime() < end) {
                    try {
                        ledger.append(draft(name + count.incrementAndGet()));
                    } catch (LedgerUnusable refused) {
                        throw new IllegalStateException(refused);
                    }
                }
            });
            all[t].start();
        }
        for (Thread thread : all) {
            thread.join();
        }
        return count.get();
    }

    private static Draft draft(String request) {
        byte[] trace = "x".repeat(6000).getBytes(StandardCharsets.US_ASCII);
        byte[] dossier = "y".repeat(4000).getBytes(StandardCharsets.US_ASCII);
        return new Draft(
                "decision",
                request,
                "bench",
                "",
                Map.of("role", "pmm", "version", "1", "rules", "sha256:00"),
                new TreeMap<>(Map.of(
                        "candidate",
                        request.getBytes(StandardCharsets.US_ASCII),
                        "dossier",
                        dossier,
                        "decision",
                        trace)),
                Set.of(new Mark("verdict", "REFER")),
                Optional.empty());
    }
}
