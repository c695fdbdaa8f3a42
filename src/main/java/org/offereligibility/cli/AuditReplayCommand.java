package org.offereligibility.cli;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.offereligibility.decision.Evaluator;
import org.offereligibility.desk.Replay;
import org.offereligibility.desk.Sample;
import org.offereligibility.ledger.Entry;
import org.offereligibility.ledger.Ledger;
import org.offereligibility.ledger.LedgerUnusable;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RulesUnusable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Evaluates recorded decisions again. */
@Command(
        name = "replay",
        description = {
            "Evaluates recorded decisions again, by the rules that were archived with them, and compares byte for byte.",
            "Of what differs it says whether the dossier, the rules, the engine or the program changed."
        },
        customSynopsis = "offer-eligibility audit replay (ID | --all | --sample N) [OPTION]...",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Every decision is the same, byte for byte; or with `--with`: the other rules were asked.",
            "1:A fault in the program or its surroundings. Nothing that was printed is wrong, but it is not all.",
            "2:The command was not understood or cannot be carried out. Nothing was done.",
            "4:The rules of `--with` cannot be used.",
            "6:A decision is not what was recorded. The answer says which, and what changed."
        },
        sortOptions = false)
final class AuditReplayCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final StandardError err;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            description = "The record: its id, at least the first six characters of it, or its number such as 12.")
    private Optional<String> id = Optional.empty();

    @Option(names = "--all", description = "Every recorded decision.")
    private boolean all;

    @Option(names = "--sample", paramLabel = "N", description = "So many decisions, picked by chance.")
    private Optional<Integer> sample = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The same seed picks the same decisions again (default: a new one, which is told).")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--with",
            paramLabel = "VERSION",
            description = {
                "What another version of the rules would have decided: its folder, or role/version under --policies.",
                "It is asked whether or not it was in force."
            })
    private Optional<String> with = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text: sentences to read aloud (the default); json: one object a line for each decision.")
    private Form form = Form.TEXT;

    @Mixin
    private Labour labour = new Labour();

    @Mixin
    private LedgerPlace ledgerPlace = new LedgerPlace();

    @Mixin
    private Destination destination = new Destination();

    @Mixin
    private RulesPlace rulesPlace = new RulesPlace();

    /** How it is written down. */
    enum Form {
        TEXT,
        JSON
    }

    AuditReplayCommand(Surroundings surroundings, StandardError err) {
        this.surroundings = surroundings;
        this.err = err;
    }

    @Override
    public Integer call() throws Exception {
        if ((id.isPresent() ? 1 : 0) + (all ? 1 : 0) + (sample.isPresent() ? 1 : 0) != 1) {
            throw mistake("say which decisions: the id of one, `--all`, or `--sample` and a number");
        }
        if (sample.filter(count -> count < 1).isPresent()) {
            throw mistake("`--sample` takes a whole number from 1, but was `" + sample.get() + "`");
        }
        if (seed.isPresent() && sample.isEmpty()) {
            throw mistake("`--seed` goes with `--sample`");
        }
        int workers = labour.threads(spec);
        Optional<Evaluator> others;
        try {
            others = with.isPresent() ? Optional.of(others(with.get())) : Optional.empty();
        } catch (RulesUnusable unusable) {
            return Setting.unusable(unusable, err);
        }
        try (Ledger ledger = ledgerPlace.existing(surroundings, spec);
                Output output = destination.output(surroundings, spec, List.of())) {
            ReplayRun run = new ReplayRun(
                    ledger,
                    new Replay(rulesPlace.cache(surroundings)),
                    others,
                    form == Form.TEXT ? new ReplayText(id.isPresent()) : new ReplayJson(),
                    output,
                    labour.progress(surroundings, err, List.of()));
            int code = run.run(indexes(ledger, output), workers);
            output.complete();
            return code;
        }
    }

    private Iterator<Long> indexes(Ledger ledger, Output output) throws LedgerUnusable, Output.Lost {
        if (all) {
            return LongStream.range(0, ledger.size()).iterator();
        }
        if (sample.isPresent()) {
            long chance = seed.orElseGet(() -> surroundings.clock().millis());
            List<Entry> picked = Sample.of(ledger, sample.get(), chance);
            String line = String.format(
                    Locale.ROOT,
                    "%,d %s picked by chance; the seed is %d",
                    picked.size(),
                    picked.size() == 1 ? "decision" : "decisions",
                    chance);
            if (form == Form.TEXT) {
                output.write(line + ".\n\n");
            } else {
                err.line(line);
            }
            return picked.stream().map(Entry::index).iterator();
        }
        Entry entry = LedgerPlace.entry(ledger, id.orElseThrow(), spec);
        if (!Sample.isDecision(entry)) {
            throw mistake("the record `" + entry.id() + "` is no decision, and cannot be evaluated again: it is a "
                    + entry.kind());
        }
        return List.of(entry.index()).iterator();
    }

    private Evaluator others(String named) throws RulesUnusable {
        return new Evaluator(RuleSet.of(rulesPlace.folder(named, spec), rulesPlace.cache(surroundings)));
    }

    private ParameterException mistake(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
