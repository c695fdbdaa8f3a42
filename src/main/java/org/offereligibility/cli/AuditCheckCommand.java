package org.offereligibility.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.offereligibility.desk.ReceiptCheck;
import org.offereligibility.explanation.Printable;
import org.offereligibility.ledger.Parcel;
import org.offereligibility.ledger.Receipt;
import org.offereligibility.ledger.Verifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a receipt. */
@Command(
        name = "check",
        description = {
            "Checks a receipt and evaluates its decision again, without a ledger and without trust in who sent it.",
            "Nothing of it is unpacked to the disk."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The receipt is proven.",
            "1:A fault in the program or its surroundings. Nothing that was printed is wrong.",
            "2:The command was not understood or cannot be carried out. Nothing was done.",
            "6:The receipt is not proven. The answer says why."
        },
        sortOptions = false)
final class AuditCheckCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The receipt, a ZIP file.")
    private Path file = Path.of("");

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "The ledger's public key as you kept it; without it, anybody could have made the receipt.")
    private Optional<Path> key = Optional.empty();

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "A checkpoint as you kept it, of the same size as the receipt's.")
    private Optional<Path> checkpoint = Optional.empty();

    AuditCheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(spec.commandLine(), "there is no file `" + file + "`");
        }
        Optional<Verifier> kept = key.isPresent() ? Optional.of(verifier(key.get())) : Optional.empty();
        Optional<byte[]> note = checkpoint.isPresent()
                ? Optional.of(AuditExportCommand.note(checkpoint.get(), spec))
                : Optional.empty();
        try (Output output = Output.standard(surroundings)) {
            ReceiptCheck.Checked checked;
            try {
                checked = ReceiptCheck.of(
                        Receipt.of(Parcel.open(file)), kept, note, Optional.of(CacheDirectory.of(surroundings)));
            } catch (Receipt.Broken broken) {
                checked = new ReceiptCheck.Checked(
                        List.of(new Receipt.Proof(false, "This is no receipt: " + broken.sentence() + ".")), true);
            }
            output.write(heading(checked, kept.isPresent()));
            for (Receipt.Proof proof : checked.proofs()) {
                output.write((proof.holds() ? "  + " : "  ! ") + Printable.of(proof.sentence()) + "\n");
            }
            output.complete();
            return checked.proven() ? ExitCode.DECIDED : ExitCode.NOT_INTACT;
        }
    }

    private static String heading(ReceiptCheck.Checked checked, boolean byKeptKey) {
        if (!checked.proven()) {
            return "The receipt is NOT proven.\n";
        }
        String whole = byKeptKey
                ? "The receipt is proven"
                : "The receipt holds together; whose it is, only a key that you kept can prove";
        return whole + (checked.complete() ? ".\n" : ". It does not hold all that was recorded.\n");
    }

    private Verifier verifier(Path path) {
        String first = new String(AuditExportCommand.note(path, spec), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("");
        try {
            return Verifier.parse(first.strip());
        } catch (IllegalArgumentException noKey) {
            throw new ParameterException(
                    spec.commandLine(), "`" + path + "` does not begin with a ledger's public key in one line");
        }
    }
}
