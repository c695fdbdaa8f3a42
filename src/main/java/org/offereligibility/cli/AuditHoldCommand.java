package org.offereligibility.cli;

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

/** Keeps what is recorded of a candidate from being erased. */
@Command(
        name = "hold",
        description =
                "Holds what is recorded of a candidate, such as for a lawsuit: until the release, nothing of it can be erased.",
        sortOptions = false)
final class AuditHoldCommand implements Callable<Integer> {
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

    AuditHoldCommand(Surroundings surroundings, StandardError err) {
        this.surroundings = surroundings;
        this.err = err;
    }

    @Override
    public Integer call() throws Exception {
        Deeds.Word word = new Deeds.Word(asking.requestId(), asking.by(surroundings, spec), reason);
        try (Ledger ledger = place.existing(surroundings, spec);
                Output output = Output.standard(surroundings)) {
            Entry hold = new Holds(ledger).hold(candidate, word);
            output.write("Recorded as " + hold.id() + ", number " + hold.index()
                    + ": until the release, nothing that is recorded of this candidate is erased.\n");
            output.complete();
            return ExitCode.DECIDED;
        } catch (Deeds.NotPossible refusal) {
            refusal.reasons().forEach(why -> err.line("This cannot be recorded: " + why + "."));
            return ExitCode.USAGE;
        }
    }
}
