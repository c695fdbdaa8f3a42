package org.offereligibility.cli;

import java.util.Optional;
import org.offereligibility.decision.Verdict;
import org.offereligibility.desk.Deeds;
import org.offereligibility.desk.Records;
import org.offereligibility.desk.Standing;
import org.offereligibility.dossier.Moment;
import org.offereligibility.ledger.Entry;
import org.offereligibility.ledger.Ledger;
import org.offereligibility.ledger.LedgerUnusable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/** What the verbs under {@code record} have in common. */
final class RecordDeed {
    @Parameters(
            paramLabel = "ID",
            description = "The record: its id, at least the first six characters of it, or its number such as 12.")
    private String id = "";

    @Mixin
    private Asking asking = new Asking();

    @Mixin
    private LedgerPlace place = new LedgerPlace();

    /** Records it. */
    interface Deed {
        Entry of(Ledger ledger, Deeds deeds, Entry about, Deeds.Word word) throws LedgerUnusable, Deeds.NotPossible;
    }

    /** @param done what was done, to stand before "the decision ..." */
    int record(Surroundings surroundings, StandardError err, CommandSpec spec, String note, String done, Deed deed)
            throws LedgerUnusable, Output.Lost {
        String by = asking.by(surroundings, spec);
        try (Ledger ledger = place.existing(surroundings, spec);
                Output output = Output.standard(surroundings)) {
            Entry about = LedgerPlace.entry(ledger, id, spec);
            Entry entry = deed.of(
                    ledger,
                    new Deeds(ledger, surroundings.clock()),
                    about,
                    new Deeds.Word(asking.requestId(), by, note));
            output.write("Recorded as " + entry.id() + ", number " + entry.index() + ": " + done + " the "
                    + about.kind() + " " + about.id() + ".\n");
            Entry decision = about.kind().equals(Records.DECISION)
                    ? about
                    : ledger.find(about.about()).orElse(about);
            Optional<Verdict> verdict = Standing.of(ledger, decision)
                    .verdict(new Moment(surroundings.clock().instant()));
            output.write(verdict.map(stands -> "The decision now stands as " + stands + ".\n")
                    .orElse("The decision counts no longer.\n"));
            output.complete();
            return ExitCode.DECIDED;
        } catch (Deeds.NotPossible refusal) {
            refusal.reasons()
                    .forEach(reason ->
                            err.line("This cannot be recorded: " + reason + (reason.endsWith("?") ? "" : ".")));
            return ExitCode.USAGE;
        }
    }
}
