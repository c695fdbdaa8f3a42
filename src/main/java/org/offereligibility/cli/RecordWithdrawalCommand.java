package org.offereligibility.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Something recorded is taken back. */
@Command(
        name = "withdrawal",
        description = {
            "Records that a decision, a ruling or an override is taken back.",
            "What is taken back stays in the ledger, but counts no longer."
        },
        sortOptions = false)
final class RecordWithdrawalCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final StandardError err;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--note", paramLabel = "TEXT", description = "Why; it can be erased later.")
    private String note = "";

    @Mixin
    private RecordDeed deed = new RecordDeed();

    RecordWithdrawalCommand(Surroundings surroundings, StandardError err) {
        this.surroundings = surroundings;
        this.err = err;
    }

    @Override
    public Integer call() throws Exception {
        return deed.record(
                surroundings,
                err,
                spec,
                note,
                "taken back is",
                (ledger, deeds, about, word) -> deeds.withdrawal(about, word));
    }
}
