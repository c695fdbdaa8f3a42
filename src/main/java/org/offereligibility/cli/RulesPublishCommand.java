package org.offereligibility.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.offereligibility.desk.DecidedUntil;
import org.offereligibility.desk.DraftScrutiny;
import org.offereligibility.desk.Publishing;
import org.offereligibility.desk.Signatories;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Publishes a draft. */
@Command(
        name = "publish",
        description =
                "Makes a version of a draft, once everything that is asked of one holds. The draft stays where it is; no"
                        + " version that was published before is touched.",
        sortOptions = false)
final class RulesPublishCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final StandardError err;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            required = true,
            converter = RoleName.class,
            description = "Whose rules: the draft is `ROLE/draft` under the folder of policies.")
    private String role = "";

    @Option(
            names = "--valid-from",
            paramLabel = "DATE",
            required = true,
            converter = Day.class,
            description =
                    "The first day, in UTC, on which the version is in force, such as 2025-03-01. It must lie after"
                            + " today, unless no version is in force yet.")
    private LocalDate validFrom = LocalDate.EPOCH;

    @Option(names = "--author", paramLabel = "NAME", required = true, description = "Who wrote the draft.")
    private String author = "";

    @Option(
            names = "--approver",
            paramLabel = "NAME",
            required = true,
            description = "Who read the draft and agreed to it: somebody else.")
    private String approver = "";

    @Option(
            names = "--dossiers",
            paramLabel = "PATH",
            description = "Past cases, to see and to keep with the version what becomes of them; may be given often.")
    private List<String> dossiers = new ArrayList<>();

    @Option(names = "--dry-run", description = "Check everything and write nothing.")
    private boolean dryRun;

    @Mixin
    private RulesPlace place = new RulesPlace();

    RulesPublishCommand(Surroundings surroundings, StandardError err) {
        this.surroundings = surroundings;
        this.err = err;
    }

    @Override
    public Integer call() throws Exception {
        LocalDate today = LocalDate.ofInstant(surroundings.clock().instant(), ZoneOffset.UTC);
        Publishing publishing = new Publishing(
                place.policies(),
                place.cache(surroundings),
                new DraftScrutiny(place.cache(surroundings), this::progress),
                DecidedUntil.today(today),
                surroundings.clock().instant());
        Publishing.Request request =
                new Publishing.Request(role, validFrom, new Signatories(author, approver), dossiers);
        try {
            Publishing.Outcome outcome = publishing.publish(request, !dryRun);
            err.clearStatus();
            return outcome instanceof Publishing.Outcome.Published published
                    ? told(published)
                    : refused((Publishing.Outcome.Refused) outcome);
        } catch (IOException failed) {
            err.line("offer-eligibility: there is no new version: the folder of `" + role
                    + "` cannot be read or written to");
            return ExitCode.INTERNAL;
        }
    }

    private synchronized void progress(String said) {
        if (surroundings.errIsTerminal()) {
            err.status(said);
        }
    }

    private int refused(Publishing.Outcome.Refused refused) {
        refused.problems().forEach(problem -> err.line(problem.toString()));
        refused.reasons().forEach(err::line);
        err.line("The draft of `" + role + "` is not published"
                + (refused.problems().isEmpty() ? "." : ": its rules, or those of another version, cannot be used."));
        return refused.problems().isEmpty() ? ExitCode.FOUND_WANTING : ExitCode.RULES;
    }

    private int told(Publishing.Outcome.Published published) throws Output.Lost {
        List<String> lines = new ArrayList<>();
        lines.add(
                published.written()
                        ? "The draft of `" + role + "` is published."
                        : "The draft of `" + role + "` can be published. Nothing was written.");
        lines.add("");
        lines.add("  In force   from " + validFrom
                + published.until().map(day -> " until " + day).orElse(" on"));
        lines.add("  Folder     " + published.folder());
        lines.add("  Hash       " + published.manifest().hash());
        lines.add("  Author     " + published.manifest().author());
        lines.add("  Approver   " + published.manifest().approver());
        published.manifest().previous().ifPresent(previous -> lines.add("  Follows    version " + previous.version()));
        lines.add("");
        lines.add("What was found out about it:");
        published.evidence().told().forEach(line -> lines.add("  " + line));
        lines.add("");
        lines.add(
                published.written()
                        ? "All this stands in `" + published.folder().resolve("manifest.json")
                                + "`. The draft is as it was and can be edited further; the version is never edited."
                        : "Leave `--dry-run` out to publish it.");
        try (Output output = Output.standard(surroundings)) {
            output.write(String.join("\n", lines) + "\n");
            output.complete();
        }
        return ExitCode.DECIDED;
    }
}
