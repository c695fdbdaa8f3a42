package org.offereligibility.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.offereligibility.decision.Verdict;
import org.offereligibility.desk.Records;
import org.offereligibility.ledger.Filter;
import org.offereligibility.ledger.Mark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Finds records. */
@Command(
        name = "search",
        description = "Finds the records that have everything that is asked for, newest first.",
        sortOptions = false)
final class AuditSearchCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final StandardError err;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--candidate", paramLabel = "ID", description = "About this candidate.")
    private Optional<String> candidate = Optional.empty();

    @Option(
            names = "--verdict",
            paramLabel = "VERDICT",
            description = "Decided so; or, of a ruling or an override, put in a decision's place.")
    private Optional<Verdict> verdict = Optional.empty();

    @Option(
            names = "--code",
            paramLabel = "CODE",
            description = "With a finding of this code; several may be given, and all must be there.")
    private List<String> codes = new ArrayList<>();

    @Option(
            names = "--rule",
            paramLabel = "NAME",
            description = "With a finding by the rule of this name; several may be given, and all must be there.")
    private List<String> rules = new ArrayList<>();

    @Option(names = "--role", paramLabel = "ROLE", description = "Decided by a policy for this role.")
    private Optional<String> role = Optional.empty();

    @Option(
            names = "--version",
            paramLabel = "VERSION",
            description = "Decided by this version of the policy, such as 2025-01-01.")
    private Optional<String> version = Optional.empty();

    @Option(names = "--policy-hash", paramLabel = "HASH", description = "Decided by exactly these rules.")
    private Optional<String> hash = Optional.empty();

    @Option(names = "--by", paramLabel = "PERSON", description = "Asked for by this person.")
    private Optional<String> by = Optional.empty();

    @Option(
            names = "--from",
            paramLabel = "DAY",
            converter = Day.class,
            description = "Recorded on this day (UTC) or later.")
    private Optional<LocalDate> from = Optional.empty();

    @Option(
            names = "--until",
            paramLabel = "DAY",
            converter = Day.class,
            description = "Recorded on this day (UTC) or earlier.")
    private Optional<LocalDate> until = Optional.empty();

    @Option(names = "--overridden", description = "Decisions that people overrode, even if that was taken back.")
    private boolean overridden;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "decision, ruling, override, withdrawal, hold, release or tombstone.")
    private Optional<String> kind = Optional.empty();

    @Mixin
    private FoundPages pages = new FoundPages();

    AuditSearchCommand(Surroundings surroundings, StandardError err) {
        this.surroundings = surroundings;
        this.err = err;
    }

    @Override
    public Integer call() throws Exception {
        if (from.isPresent() && until.filter(day -> day.isBefore(from.get())).isPresent()) {
            throw new ParameterException(spec.commandLine(), "`--until` is before `--from`, so that no day is left");
        }
        Filter filter = filter();
        if (filter.equals(Filter.ALL)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "say what to search for, such as `--candidate` ID; `audit list` lists everything");
        }
        kind.filter(word -> !Records.KINDS.contains(word)).ifPresent(word -> {
            throw new ParameterException(
                    spec.commandLine(),
                    "there are no records of the kind `" + word + "`, only of " + String.join(", ", Records.KINDS));
        });
        return pages.write(surroundings, err, spec, filter, "Nothing that was recorded has all of this.");
    }

    private Filter filter() {
        Set<Mark> marks = new HashSet<>();
        verdict.ifPresent(one -> marks.add(new Mark(Records.VERDICT, one.name())));
        codes.forEach(code -> marks.add(new Mark(Records.CODE, code)));
        rules.forEach(rule -> marks.add(new Mark(Records.RULE, rule)));
        return new Filter(
                candidate,
                kind,
                by,
                Optional.empty(),
                role,
                version,
                hash,
                from.map(AuditSearchCommand::start),
                until.map(day -> start(day.plusDays(1))),
                marks,
                overridden ? Optional.of(Records.OVERRIDE) : Optional.empty());
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
