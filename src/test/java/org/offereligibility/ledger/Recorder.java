package org.offereligibility.ledger;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A program of its own that the tests kill: records from several threads and prints each id once it is acknowledged, or the
 * word {@code refused} and why.
 */
final class Recorder {
    private Recorder() {}

    /** @param arguments the folder, the threads, records per thread, a name for the requests, and perhaps a JDBC URL */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path folder = Path.of(arguments[0]);
        Place place = new Place(
                folder,
                arguments.length > 4 ? Optional.of(arguments[4]) : Optional.empty(),
                Optional.empty(),
                Optional.empty());
        int threads = Integer.parseInt(arguments[1]);
        try (Ledger ledger = Records.open(place)) {
            out.println("open");
            Thread[] all = new Thread[threads];
            for (int t = 0; t < threads; t++) {
                String name = arguments[3] + "-" + t;
                all[t] = new Thread(() -> record(ledger, name, Integer.parseInt(arguments[2]), out));
                all[t].start();
            }
            for (Thread thread : all) {
                thread.join();
            }
        } catch (LedgerUnusable refused) {
            out.println("refused " + refused.getMessage());
        }
    }

    private static void record(Ledger ledger, String name, int count, PrintStream out) {
        for (int i = 0; i < count; i++) {
            try {
                Entry entry = ledger.append(Records.decision(name + "-" + i, "C-" + i, "REFER"));
                synchronized (out) {
                    out.println(entry.id() + " " + entry.index());
                }
            } catch (LedgerUnusable refused) {
                synchronized (out) {
                    out.println("refused " + refused.getMessage());
                }
            }
        }
    }
}
