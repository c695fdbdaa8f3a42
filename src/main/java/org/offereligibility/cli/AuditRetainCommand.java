package org.offereligibility.cli;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.offereligibility.desk.Deeds;
import org.offereligibility.desk.Erasing;
import org.offereligibility.desk.Found;
import org.offereligibility.desk.Retaining;
import org.offereligibility.ledger.Entry;
import org.offereligibility.ledger.Ledger;
import org.offereligibility.ledger.LedgerUnusable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Erases what was kept long enough. */
@Command(
        name = "retain",
        description = {
            "Erases what was kept for as long as the policy says (`retention` in policy.yaml, four years if it says nothing).",
            "A decision, and what people did with it, is kept as long as the policy says that decided it; each record counts"
                    + " from its own time. Candidates who are held are kept and listed."
        },
        sortOptions = false)
final class AuditRetainCommand implements Callable<Integer> {
    private static final String REASON = "kept for as long as the policy says";

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--dry-run", description = "Only show what would be erased.")
    private boolean dryRun;

    @Option(
            names = "--everything",
            description =
                    "The verdict and the findings go too: then only that there were such records can still be proved.")
    private boolean everything;

    @Mixin
    private Asking asking = new Asking();

    @Mixin
    private LedgerPlace place = new LedgerPlace();

    AuditRetainCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        Deeds.Word word = new Deeds.Word(asking.requestId(), dryRun ? "" : asking.by(surroundings, spec), REASON);
        try (Ledger ledger = place.existing(surroundings, spec);
                Output output = Output.standard(surroundings)) {
            Retaining retaining = new Retaining(ledger);
            Retaining.Plan plan = retaining.plan(
                    surroundings.clock().instant(), everything ? Erasing.Extent.EVERYTHING : Erasing.Extent.PERSON);
            if (dryRun) {
                list(ledger, plan.going(), output);
            } else {
                // also if nothing goes: an earlier run may have been cut short
                retaining.erase(plan, word);
            }
            output.write(counts(plan.going()));
            held(ledger, plan.held(), output);
            if (!dryRun && !plan.going().isEmpty()) {
                output.write(Erased.hint(place.isServer()));
            }
            output.complete();
            return ExitCode.DECIDED;
        }
    }

    private static void list(Ledger ledger, List<Retaining.Due> going, Output output)
            throws LedgerUnusable, Output.Lost {
        for (int i = 0; i < going.size(); i += 500) {
            List<Retaining.Due> page = going.subList(i, Math.min(going.size(), i + 500));
            String table = table(ledger, page);
            output.write(i == 0 ? table : table.substring(table.indexOf('\n') + 1));
        }
        output.write(going.isEmpty() ? "" : "\n");
    }

    private static String table(Ledger ledger, List<Retaining.Due> due) throws LedgerUnusable {
        return FoundForm.TEXT.page(
                Found.of(ledger, due.stream().map(one -> one.item().entry()).toList()));
    }

    private String counts(List<Retaining.Due> going) {
        Map<Integer, Integer> years = new TreeMap<>();
        going.forEach(due ->
                years.merge(due.item().entry().at().atOffset(ZoneOffset.UTC).getYear(), 1, Integer::sum));
        String verb = dryRun ? "To be erased" : "Erased";
        if (going.isEmpty()) {
            return "Nothing is older than it is to be kept.\n";
        }
        StringBuilder text = new StringBuilder(verb + " from " + AuditEraseCommand.records(going.size()) + ":\n");
        years.forEach((year, count) -> text.append("  recorded in ")
                .append(year)
                .append(": ")
                .append(count)
                .append('\n'));
        return text.toString();
    }

    private static void held(Ledger ledger, List<Retaining.Due> held, Output output)
            throws LedgerUnusable, Output.Lost {
        if (held.isEmpty()) {
            return;
        }
        output.write(
                "\nOlder, but kept because the candidate is held: " + AuditEraseCommand.records(held.size()) + ".\n");
        output.write(table(ledger, held));
        for (long index : held.stream()
                .map(Retaining.Due::hold)
                .flatMap(Optional::stream)
                .mapToLong(Entry::index)
                .sorted()
                .distinct()
                .toArray()) {
            output.write("The hold is the record #" + index + ".\n");
        }
    }
}
