package org.offereligibility.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Engines;
import org.offereligibility.decision.Evaluator;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.DossierReader;
import org.offereligibility.dossier.Entry;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.Reading;
import org.offereligibility.policy.Policies;
import org.offereligibility.policy.RuleSet;

/**
 * What the second engine costs on the docket of 200 dossiers, as a ratio within one run: CPU time of this thread for each
 * decision, with both engines and with the matcher alone, in turns; the median of the rounds. Run by hand.
 */
public final class CrossCheckCost {
    private static final Moment AT = Moment.parse("2025-06-01T00:00:00Z");
    private static final int ROUNDS = 11;
    private static final int WARM_UP = 12;

    private CrossCheckCost() {}

    public static void main(String[] arguments) throws Exception {
        Policies policies = Policies.read(Path.of("rules"), Optional.empty());
        RuleSet rules = policies.rules("pmm", AT);
        List<Dossier> dossiers = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("fixtures/docket.jsonl"))) {
            if (DossierReader.read(new Entry("", 1, line.getBytes(StandardCharsets.UTF_8)), policies, AT)
                    instanceof Reading.Accepted accepted) {
                dossiers.add(accepted.dossier());
            }
        }
        Evaluator both = new Evaluator(rules, Engines.BOTH);
        Evaluator alone = new Evaluator(rules, Engines.MATCHER_ALONE);
        for (Dossier dossier : dossiers) {
            if (!decided(both, dossier).equals(decided(alone, dossier))) {
                throw new IllegalStateException("one engine alone decides something else");
            }
        }
        for (int i = 0; i < WARM_UP; i++) {
            micros(both, dossiers);
            micros(alone, dossiers);
        }
        double[] withBoth = new double[ROUNDS];
        double[] withOne = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            withBoth[i] = micros(both, dossiers);
            withOne[i] = micros(alone, dossiers);
        }
        Arrays.sort(withBoth);
        Arrays.sort(withOne);
        double median = withBoth[ROUNDS / 2];
        double base = withOne[ROUNDS / 2];
        System.out.println(String.format(
                Locale.ROOT,
                "%d dossiers, the same decisions; CPU microseconds each: both %.0f (%.0f to %.0f), one %.0f (%.0f to %.0f),"
                        + " ratio %.2f",
                dossiers.size(),
                median,
                withBoth[0],
                withBoth[ROUNDS - 1],
                base,
                withOne[0],
                withOne[ROUNDS - 1],
                median / base));
    }

    private static Decision decided(Evaluator evaluator, Dossier dossier) {
        return evaluator.evaluate(dossier, dossier.asOf().orElse(AT));
    }

    private static double micros(Evaluator evaluator, List<Dossier> dossiers) {
        var threads = java.lang.management.ManagementFactory.getThreadMXBean();
        long began = threads.getCurrentThreadCpuTime();
        for (Dossier dossier : dossiers) {
            decided(evaluator, dossier);
        }
        return (threads.getCurrentThreadCpuTime() - began) / 1000.0 / dossiers.size();
    }
}
