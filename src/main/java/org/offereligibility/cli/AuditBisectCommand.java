package org.offereligibility.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.offereligibility.decision.Verdict;
import org.offereligibility.desk.Bisect;
import org.offereligibility.desk.Kept;
import org.offereligibility.desk.Sample;
import org.offereligibility.explanation.Printable;
import org.offereligibility.impact.Compared;
import org.offereligibility.impact.ImpactText;
import org.offereligibility.ledger.Entry;
import org.offereligibility.ledger.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds the version of the rules that turns a recorded verdict. */
@Command(
        name = "bisect",
        description = {
            "Finds the first version of the rules that turns the verdict of a recorded decision, and the rule in it.",
            "Every version of the role is asked: those under --policies and those archived in the ledger."
        },
        sortOptions = false)
final class AuditBisectCommand implements Callable<Integer> {
    private static final int SHORT = "sha256:".length() + 12;

    private final Surroundings surroundings;
    private final StandardError err;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "ID",
            description = "The decision: its id, at least the first six characters of it, or its number such as 12.")
    private String id = "";

    @Mixin
    private LedgerPlace ledgerPlace = new LedgerPlace();

    @Mixin
    private Destination destination = new Destination();

    @Mixin
    private RulesPlace rulesPlace = new RulesPlace();

    AuditBisectCommand(Surroundings surroundings, StandardError err) {
        this.surroundings = surroundings;
        this.err = err;
    }

    @Override
    public Integer call() throws Exception {
        try (Ledger ledger = ledgerPlace.existing(surroundings, spec);
                Output output = destination.output(surroundings, spec, List.of())) {
            Entry entry = LedgerPlace.entry(ledger, id, spec);
            if (!Sample.isDecision(entry)) {
                throw new ParameterException(
                        spec.commandLine(), "the record `" + entry.id() + "` is no decision: it is a " + entry.kind());
            }
            Kept kept = Kept.of(ledger, entry);
            Optional<Bisect> found =
                    Bisect.of(ledger, kept, rulesPlace.folders(Optional.empty(), spec), rulesPlace.cache(surroundings));
            if (found.isEmpty()) {
                err.line("offer-eligibility: the decision " + entry.id() + " cannot be asked about: its dossier was"
                        + " erased, or the rules that decided it are not in the archive");
                return ExitCode.USAGE;
            }
            Bisect bisect = found.get();
            output.write("The decision " + entry.id() + ", number " + entry.index() + ", was made by "
                    + Printable.of(entry.role()) + " "
                    + said(bisect.steps().get(bisect.recorded())) + ".\n\n");
            steps(bisect, output);
            output.write("\n" + turn(bisect));
            output.complete();
            return ExitCode.DECIDED;
        }
    }

    private static void steps(Bisect bisect, Output output) throws Output.Lost {
        for (int i = 0; i < bisect.steps().size(); i++) {
            Bisect.Step step = bisect.steps().get(i);
            output.write((i == bisect.recorded() ? "> " : "  ") + said(step) + ": "
                    + step.verdict().map(Verdict::name).orElse("cannot decide this dossier")
                    + (i == bisect.recorded()
                            ? ", as recorded"
                            : step.archived() ? "" : ", decided nothing in this ledger")
                    + "\n");
        }
    }

    private String turn(Bisect bisect) {
        if (bisect.turn().isEmpty()) {
            return "No version turns the verdict.\n";
        }
        Bisect.Turn turn = bisect.turn().get();
        Bisect.Step newer = bisect.steps().get(turn.newer());
        Bisect.Step older = bisect.steps().get(turn.older());
        String sentence = turn.isLater(bisect.recorded())
                ? "The first version that turns it is " + said(newer) + ": from " + name(older) + " to " + name(newer)
                        + "."
                : "No later version turns it. Of the earlier ones, " + said(older) + " is the last that decides"
                        + " otherwise; " + said(newer) + " turned it from " + name(older) + " to " + name(newer) + ".";
        Screen screen = destination.screen(surroundings);
        return sentence + "\n"
                + turn.why()
                        .map(why -> rules(why) + ImpactText.why(why, screen.width(), screen.colour()))
                        .orElse("");
    }

    private static String rules(Compared.Decided why) {
        List<String> names = why.causes().stream()
                .map(cause -> "“" + Printable.of(cause.finding().rule().name()) + "”")
                .distinct()
                .toList();
        return names.isEmpty()
                ? ""
                : "It turns by the " + (names.size() == 1 ? "rule " : "rules ") + String.join(", ", names) + ".\n\n";
    }

    private static String name(Bisect.Step step) {
        return step.verdict().map(Verdict::name).orElse("");
    }

    private static String said(Bisect.Step step) {
        return "version " + Printable.of(step.version()) + " ("
                + step.hash()
                        .substring(0, Math.min(SHORT, step.hash().length()))
                        .replace(':', ' ') + ")";
    }
}
