package org.offereligibility.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.offereligibility.desk.Deeds;
import org.offereligibility.desk.Holds;
import org.offereligibility.ledger.Entry;
import org.offereligibility.ledger.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets what is recorded of a candidate be erased again. */
@Command(
        name = "release",
        description = "Ends every hold on a candidate: what is recorded of the candidate may be erased again.",
        sortOptions = false)
final class AuditReleaseCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final StandardError err;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "CANDIDATE", description = "The candidate's id; it is sealed in the record.")
    private String candidate = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why; it is sealed too.")
    private String reason = "";

    @Mixin
    private Asking asking = new Asking();

    @Mixin
    private LedgerPlace place = new LedgerPlace();

    AuditReleaseCommand(Surroundings surroundings, StandardError err) {
        this.surroundings = surroundings;
        this.err = err;
    }

    @Override
    public Integer call() throws Exception {
        Deeds.Word word = new Deeds.Word(asking.requestId(), asking.by(surroundings, spec), reason);
        try (Ledger ledger = place.existing(surroundings, spec);
                Output output = Output.standard(surroundings)) {
            List<Entry> releases = new Holds(ledger).release(candidate, word);
            for (Entry release : releases) {
                output.write("Recorded as " + release.id() + ", number " + release.index() + ": the hold "
                        + release.about() + " is over.\n");
            }
            output.complete();
            return ExitCode.DECIDED;
        } catch (Deeds.NotPossible refusal) {
            refusal.reasons().forEach(why -> err.line("This cannot be recorded: " + why + "."));
            return ExitCode.USAGE;
        }
    }
}
