package org.offereligibility.cli;

import java.util.concurrent.Callable;
import org.offereligibility.decision.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The committee rules on a decision. */
@Command(
        name = "ruling",
        description = {
            "Records how the committee rules on a decision of REFER.",
            "The decision stays as it is; the ruling is a record of its own that points at it."
        },
        sortOptions = false)
final class RecordRulingCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final StandardError err;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--to",
            paramLabel = "VERDICT",
            required = true,
            description = "ELIGIBLE: the offer may be made; INELIGIBLE: it may not.")
    private Verdict to = Verdict.REFER;

    @Option(
            names = "--note",
            paramLabel = "TEXT",
            description = "Why, in the committee's own words; it can be erased later.")
    private String note = "";

    @Mixin
    private RecordDeed deed = new RecordDeed();

    RecordRulingCommand(Surroundings surroundings, StandardError err) {
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
                "the committee rules " + to + " on",
                (ledger, deeds, about, word) -> deeds.ruling(about, to, word));
    }
}
