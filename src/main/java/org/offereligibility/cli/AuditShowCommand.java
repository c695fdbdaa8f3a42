package org.offereligibility.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.offereligibility.desk.Shown;
import org.offereligibility.dossier.Moment;
import org.offereligibility.ledger.Entry;
import org.offereligibility.ledger.Ledger;
import org.offereligibility.ledger.LedgerUnusable;
import org.offereligibility.ledger.Part;
import org.offereligibility.ledger.RuleArchive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one record. */
@Command(
        name = "show",
        description = {
            "Shows one record: what was decided or done, when and by whom, how it stands now, and what can be proved of it.",
            "The record is checked against the newest checkpoint."
        },
        sortOptions = false)
final class AuditShowCommand implements Callable<Integer> {
    enum Form {
        TEXT,
        JSON
    }

    /** What of a record can be had as it is kept, byte by byte. */
    enum Piece {
        LEAF,
        CANDIDATE,
        DOSSIER,
        DECISION,
        OUTCOME,
        NOTE,
        RULES
    }

    private final Surroundings surroundings;
    private final StandardError err;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "ID",
            description = "The record: its id, at least the first six characters of it, or its number such as 12.")
    private String id = "";

    @Option(
            names = "--part",
            paramLabel = "PART",
            description =
                    "Only this, to the byte: leaf (what is proved), candidate, dossier, decision (with its full trace),"
                            + " outcome, note, or rules (a ZIP file).")
    private Optional<Piece> part = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text: to read (the default); json: one object with everything that was not erased.")
    private Form form = Form.TEXT;

    @Mixin
    private Destination destination = new Destination();

    @Mixin
    private LedgerPlace place = new LedgerPlace();

    AuditShowCommand(Surroundings surroundings, StandardError err) {
        this.surroundings = surroundings;
        this.err = err;
    }

    @Override
    public Integer call() throws Exception {
        try (Ledger ledger = place.existing(surroundings, spec)) {
            Entry entry = LedgerPlace.entry(ledger, id, spec);
            Optional<byte[]> bytes = part.isPresent() ? bytes(ledger, entry, part.get()) : Optional.empty();
            if (part.isPresent() && bytes.isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(),
                        "this record has no such part, or it was erased: `audit show` without `--part`"
                                + " tells which");
            }
            try (Output output = destination.output(surroundings, spec, List.of())) {
                if (bytes.isPresent()) {
                    output.write(bytes.get());
                    output.complete();
                    return ExitCode.DECIDED;
                }
                Shown shown = Shown.of(ledger, entry);
                Moment now = new Moment(surroundings.clock().instant());
                Screen screen = destination.screen(surroundings);
                output.write(
                        form == Form.JSON
                                ? ShownJson.of(shown, now)
                                : new ShownText(screen.width(), screen.colour(), now).of(shown));
                output.complete();
                if (!shown.proof().isIntact()) {
                    err.line("This record is not what was recorded.");
                    return ExitCode.NOT_INTACT;
                }
                return ExitCode.DECIDED;
            }
        }
    }

    private static Optional<byte[]> bytes(Ledger ledger, Entry entry, Piece piece) throws LedgerUnusable {
        return switch (piece) {
            case LEAF -> Optional.of(entry.leaf());
            case RULES -> ledger.rules(entry.rules()).map(RuleArchive::bytes);
            default ->
                ledger.part(entry.index(), piece.name().toLowerCase(Locale.ROOT))
                        .map(Part::content);
        };
    }
}
