package org.offereligibility.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.offereligibility.desk.Records;
import org.offereligibility.ledger.Ledger;
import org.offereligibility.ledger.Place;
import org.offereligibility.ledger.Verification;
import org.offereligibility.ledger.VerificationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tells whether everything in the ledger is as it was recorded. */
@Command(
        name = "verify",
        description = {
            "Tells whether everything in the ledger is as it was recorded, down to the record.",
            "Every hash, signature, sealed part, search word and archived rule set is checked. Nothing is written, so that"
                    + " a copy of the ledger will do, and its key is not needed."
        },
        customSynopsis = "offer-eligibility audit verify [OPTION]...",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The ledger is intact.",
            "1:A fault in the program or its surroundings, or the ledger cannot be read. There is no answer.",
            "2:The command was not understood or cannot be carried out. There is no answer.",
            "6:The ledger is not intact. The answer says where."
        },
        footerHeading = "%n",
        footer = {
            "Whoever can change the database, the folder and the key can write a whole ledger anew. Only what was kept"
                    + " elsewhere shows that: keep the file `checkpoint` of the ledger's folder and the first line of"
                    + " its `ledger.key`, which is the public key, and give them with `--checkpoint` and `--key`."
        },
        sortOptions = false)
final class AuditVerifyCommand implements Callable<Integer> {
    private static final int USUAL_LIMIT = 20;
    private static final int MOST = 1_000_000;

    enum Form {
        TEXT,
        JSON
    }

    private final Surroundings surroundings;
    private final StandardError err;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private LedgerPlace place = new LedgerPlace();

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "A checkpoint of this ledger that you kept. May be given several times.")
    private List<Path> checkpoints = List.of();

    @Option(names = "--key", paramLabel = "FILE", description = "The public key of this ledger that you kept.")
    private Optional<Path> key = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text: for reading (the default); json: for other programs.")
    private Form format = Form.TEXT;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "" + USUAL_LIMIT,
            description = "How many faults of each kind are told (default: ${DEFAULT-VALUE}). All are counted.")
    private int limit = USUAL_LIMIT;

    @Option(
            names = "--progress",
            negatable = true,
            description =
                    "Tell on standard error how far a run has come, or do not (default: on a terminal, when it takes long).")
    private Optional<Boolean> progress = Optional.empty();

    @Mixin
    private Destination destination = new Destination();

    AuditVerifyCommand(Surroundings surroundings, StandardError err) {
        this.surroundings = surroundings;
        this.err = err;
    }

    @Override
    public Integer call() throws Exception {
        if (limit < 1 || limit > MOST) {
            throw new ParameterException(
                    spec.commandLine(), "`--limit` takes a whole number from 1 to 1,000,000, but was `" + limit + "`");
        }
        Place where = place.place(surroundings);
        List<String> inputs = Stream.concat(
                        Stream.of(where.file(), where.key(), where.checkpoint()),
                        Stream.concat(checkpoints.stream(), key.stream()))
                .map(Path::toString)
                .toList();
        // read before the ledger is: what is recorded meanwhile may be newer than this, never older
        KeptEvidence evidence = KeptEvidence.read(where, checkpoints, key, spec);
        try (Ledger ledger = place.toRead(surroundings, spec);
                Output output = destination.output(surroundings, spec, inputs)) {
            VerificationReport report = verified(ledger, evidence);
            output.write(
                    format == Form.JSON
                            ? AuditVerifyJson.text(where, report, evidence.remarks(report))
                            : new AuditVerifyText(where, evidence, report, destination.screen(surroundings)).text());
            output.complete();
            return report.isIntact() ? ExitCode.DECIDED : ExitCode.NOT_INTACT;
        }
    }

    private VerificationReport verified(Ledger ledger, KeptEvidence evidence) throws Exception {
        boolean terminal = surroundings.errIsTerminal();
        Progress.Kind asked = terminal ? Progress.Kind.LINE : Progress.Kind.LOG;
        Progress told = new Progress(
                err,
                !progress.orElse(terminal)
                        ? Progress.Kind.NONE
                        : progress.isPresent() ? asked : Progress.Kind.LINE_AFTER_A_WHILE,
                OptionalLong.of(ledger.size()),
                System::nanoTime,
                "record");
        try {
            return Verification.of(ledger, evidence.kept(), Records::marks, Records::holds, limit, looked -> {
                told.add(1);
                told.tick();
            });
        } finally {
            told.end();
        }
    }
}
