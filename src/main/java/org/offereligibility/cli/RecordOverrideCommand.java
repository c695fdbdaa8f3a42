package org.offereligibility.cli;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.offereligibility.decision.Verdict;
import org.offereligibility.desk.Deeds;
import org.offereligibility.dossier.Moment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** People set a decision aside. */
@Command(
        name = "override",
        description = {
            "Records that people put another verdict in the place of a decision's, for a time.",
            "The decision stays as it is; the override is a record of its own that points at it, and a second person agrees."
        },
        sortOptions = false)
final class RecordOverrideCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final StandardError err;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--to", paramLabel = "VERDICT", required = true, description = "The verdict that counts instead.")
    private Verdict to = Verdict.REFER;

    @Option(
            names = "--reason",
            paramLabel = "CODE",
            required = true,
            description = "The reason's code, as the policy lists them.")
    private String reason = "";

    @Option(
            names = "--note",
            paramLabel = "TEXT",
            required = true,
            description = "Why, in your own words; it can be erased later.")
    private String note = "";

    @Option(names = "--second", paramLabel = "PERSON", required = true, description = "Who agrees.")
    private String second = "";

    @Option(
            names = "--expires",
            paramLabel = "DAY",
            converter = Day.class,
            description = "The first day (UTC) on which it no longer holds (default: as long as the policy allows).")
    private Optional<LocalDate> expires = Optional.empty();

    @Mixin
    private RecordDeed deed = new RecordDeed();

    RecordOverrideCommand(Surroundings surroundings, StandardError err) {
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
                "the verdict is " + to + " by override of",
                (ledger, deeds, about, word) -> deeds.override(
                        about,
                        to,
                        new Deeds.Grounds(
                                reason,
                                second,
                                expires.map(day -> new Moment(
                                        day.atStartOfDay(ZoneOffset.UTC).toInstant()))),
                        word));
    }
}
