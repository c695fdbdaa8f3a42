package org.offereligibility.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.offereligibility.desk.ReceiptCheck;
import org.offereligibility.desk.Receipts;
import org.offereligibility.ledger.Entry;
import org.offereligibility.ledger.Ledger;
import org.offereligibility.ledger.Parcel;
import org.offereligibility.ledger.Receipt;
import org.offereligibility.ledger.SignedNote;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the receipt of a record. */
@Command(
        name = "export",
        description = {
            "Writes a receipt of a record: all that somebody without the ledger needs to check and repeat it.",
            "It holds what is sealed in the record, so also the dossier: give it only to whom may read that."
        },
        sortOptions = false)
final class AuditExportCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final StandardError err;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "ID",
            description = "The record: its id, at least the first six characters of it, or its number such as 12.")
    private String id = "";

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The receipt, a ZIP file.")
    private Path out = Path.of("");

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "Prove it by this earlier checkpoint, which the auditor kept (default: by the latest).")
    private Optional<Path> checkpoint = Optional.empty();

    @Mixin
    private LedgerPlace place = new LedgerPlace();

    AuditExportCommand(Surroundings surroundings, StandardError err) {
        this.surroundings = surroundings;
        this.err = err;
    }

    @Override
    public Integer call() throws Exception {
        Optional<byte[]> note = checkpoint.isPresent() ? Optional.of(note(checkpoint.get(), spec)) : Optional.empty();
        try (Ledger ledger = place.existing(surroundings, spec)) {
            Entry entry = LedgerPlace.entry(ledger, id, spec);
            Optional<Path> cache = Optional.of(CacheDirectory.of(surroundings));
            Receipt receipt = Receipts.of(ledger, entry, note, cache);
            try (Output output = Output.file(out)) {
                output.write(Parcel.pack(receipt.files()));
                output.complete();
            }
            if (!ReceiptCheck.of(receipt, Optional.of(ledger.verifier()), Optional.empty(), cache)
                    .proven()) {
                err.line("The receipt is in " + out + ", but it is not proven: `audit check` says why");
                return ExitCode.NOT_INTACT;
            }
            try (Output said = Output.standard(surroundings)) {
                said.write("The receipt of the " + entry.kind() + " " + entry.id() + " is in " + out + "\n");
                said.complete();
            }
            return ExitCode.DECIDED;
        } catch (Receipts.NotPossible refusal) {
            throw new ParameterException(spec.commandLine(), refusal.sentence());
        }
    }

    /** @throws ParameterException if it cannot be read or is too long */
    static byte[] note(Path file, CommandSpec spec) {
        try {
            if (Files.size(file) > SignedNote.LONGEST) {
                throw new ParameterException(spec.commandLine(), "`" + file + "` is too long for what it should be");
            }
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new ParameterException(spec.commandLine(), "`" + file + "` cannot be read");
        }
    }
}
