package org.offereligibility.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.offereligibility.desk.Deeds;
import org.offereligibility.desk.Erasing;
import org.offereligibility.desk.Found;
import org.offereligibility.ledger.Entry;
import org.offereligibility.ledger.Ledger;
import org.offereligibility.ledger.LedgerUnusable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes a candidate out of the ledger. */
@Command(
        name = "erase",
        description = {
            "Erases what is recorded of a candidate: id, dossier, the decision's trace, and what people wrote.",
            "The verdict and the codes of the findings stay, without the person. A record says who erased what and why, and"
                    + " every proof still holds. Nothing that was erased can be brought back."
        },
        sortOptions = false)
final class AuditEraseCommand implements Callable<Integer> {
    private static final String NOTHING = "Nothing is recorded of this candidate, or it was erased before.\n";

    private final Surroundings surroundings;
    private final StandardError err;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "CANDIDATE", description = "The candidate's id.")
    private String candidate = "";

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "Why; it is kept, so it must not name the candidate.")
    private String reason = "";

    @Option(
            names = "--everything",
            description =
                    "The verdict and the findings go too: then only that there were such records can still be proved.")
    private boolean everything;

    @Option(names = "--dry-run", description = "Only show what would be erased.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Erase. Without it nothing is erased.")
    private boolean yes;

    @Mixin
    private Asking asking = new Asking();

    @Mixin
    private LedgerPlace place = new LedgerPlace();

    AuditEraseCommand(Surroundings surroundings, StandardError err) {
        this.surroundings = surroundings;
        this.err = err;
    }

    @Override
    public Integer call() throws Exception {
        Deeds.Word word = new Deeds.Word(asking.requestId(), dryRun ? "" : asking.by(surroundings, spec), reason);
        Erasing.Extent extent = everything ? Erasing.Extent.EVERYTHING : Erasing.Extent.PERSON;
        try (Ledger ledger = place.existing(surroundings, spec);
                Output output = Output.standard(surroundings)) {
            Erasing erasing = new Erasing(ledger);
            if (dryRun || !yes) {
                Erasing.Plan plan = erasing.plan(candidate, extent);
                output.write(told(ledger, plan));
                output.complete();
                if (!dryRun) {
                    err.line("Nothing was erased. Say the same with `--yes` to erase it.");
                }
                return dryRun ? ExitCode.DECIDED : ExitCode.USAGE;
            }
            List<Entry> tombstones = erasing.erase(candidate, extent, word);
            output.write(tombstones.isEmpty() ? NOTHING : done(tombstones) + Erased.hint(place.isServer()));
            output.write(openly(ledger, tombstones));
            output.complete();
            return ExitCode.DECIDED;
        } catch (Deeds.NotPossible refusal) {
            refusal.reasons().forEach(why -> err.line("This cannot be erased: " + why + "."));
            return ExitCode.USAGE;
        }
    }

    private static String told(Ledger ledger, Erasing.Plan plan) throws Exception {
        if (plan.items().isEmpty()) {
            return NOTHING;
        }
        StringBuilder text =
                new StringBuilder("To be erased from " + records(plan.items().size()) + ":\n\n");
        text.append(FoundForm.TEXT.page(
                Found.of(ledger, plan.items().stream().map(Erasing.Item::entry).toList())));
        text.append('\n');
        for (Erasing.Item item : plan.items()) {
            text.append('#')
                    .append(item.entry().index())
                    .append(" loses its ")
                    .append(String.join(", ", item.parts()))
                    .append(".\n");
        }
        plan.holds()
                .forEach(hold -> text.append("It cannot be erased: the candidate is held by the record #" + hold.index()
                        + " (" + hold.id() + ").\n"));
        return text.toString();
    }

    private static String done(List<Entry> tombstones) {
        Entry first = tombstones.get(0);
        Entry last = tombstones.get(tombstones.size() - 1);
        return "Erased from " + records(tombstones.size()) + ". That it was erased is recorded as #" + first.index()
                + (tombstones.size() == 1 ? "" : " to #" + last.index()) + ".\n";
    }

    /** Where the candidate's id was written into what stands openly, nobody can take it out again. */
    private String openly(Ledger ledger, List<Entry> tombstones) throws LedgerUnusable {
        StringBuilder text = new StringBuilder();
        for (Entry tombstone : tombstones) {
            Optional<Entry> of = ledger.find(tombstone.about());
            if (of.filter(entry ->
                            entry.requestId().contains(candidate) || entry.by().contains(candidate))
                    .isPresent()) {
                text.append("The candidate's id stands openly in the record #")
                        .append(of.get().index())
                        .append(", in its request id or the name of who asked, and stays there.\n");
            }
        }
        return text.toString();
    }

    static String records(int count) {
        return count == 1 ? "one record" : count + " records";
    }
}
