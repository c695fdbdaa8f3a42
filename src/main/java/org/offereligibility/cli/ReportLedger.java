package org.offereligibility.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SortedSet;
import org.offereligibility.desk.RecordedCohort;
import org.offereligibility.dossier.Moment;
import org.offereligibility.ledger.Ledger;
import org.offereligibility.ledger.LedgerUnusable;
import org.offereligibility.report.Basis;
import org.offereligibility.report.Cohort;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which of all recorded decisions a report is about. */
final class ReportLedger {
    @Mixin
    private LedgerPlace place = new LedgerPlace();

    @Option(
            names = "--from",
            paramLabel = "DAY",
            converter = Day.class,
            description = "Only decisions that were recorded on this day (UTC) or later.")
    private Optional<LocalDate> from = Optional.empty();

    @Option(
            names = "--until",
            paramLabel = "DAY",
            converter = Day.class,
            description = "Only decisions that were recorded on this day (UTC) or earlier.")
    private Optional<LocalDate> until = Optional.empty();

    /** Whether the user said where the ledger is. */
    boolean isGiven() {
        return place.isGiven();
    }

    /** Whether the user asked for decisions of some time only. */
    boolean isLimited() {
        return from.isPresent() || until.isPresent();
    }

    /** @throws ParameterException if there is none, or its time is none */
    Ledger open(Surroundings surroundings, CommandSpec spec) throws LedgerUnusable {
        if (from.isPresent() && until.filter(day -> day.isBefore(from.get())).isPresent()) {
            throw new ParameterException(spec.commandLine(), "`--until` is before `--from`, so that no day is left");
        }
        return place.existing(surroundings, spec);
    }

    /**
     * The role to report on.
     *
     * @throws ParameterException if none is named, and the ledger knows none or several; or if it does not know that one
     */
    static String role(Optional<String> named, Ledger ledger, CommandSpec spec) throws LedgerUnusable {
        SortedSet<String> roles = RecordedCohort.roles(ledger);
        if (roles.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "no decision is recorded in this ledger");
        }
        if (named.isEmpty() && roles.size() > 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "decisions on several roles are recorded: say `--role` and one of " + String.join(", ", roles));
        }
        String role = named.orElse(roles.first());
        if (!roles.contains(role)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "no decision on the role `" + role + "` is recorded; there are decisions on "
                            + String.join(", ", roles));
        }
        return role;
    }

    /** @param now an override that has expired then does not count; if absent, every one does */
    Basis fill(Cohort cohort, Ledger ledger, Optional<Moment> now) throws LedgerUnusable {
        return RecordedCohort.fill(
                cohort, ledger, now, from.map(ReportLedger::begin), until.map(day -> begin(day.plusDays(1))));
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
